package moot.app.access;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change every half minute (RFC 6238 with HMAC-SHA-1 and six digits, which is what the
 * programs on telephones make).
 */
public final class Totp {
  /** Of the secret, as RFC 4226 recommends. */
  private static final int SECRET_BYTES = 20;

  private static final long STEP_SECONDS = 30;
  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;

  /** A clock that is a step before or behind ours is still good. */
  private static final int STEPS_OFF = 1;

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  /** A new secret. */
  public static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** The code of a half minute, counted from 1970. */
  public static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
      return "%0".concat(DIGITS + "d").formatted(number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-1", e);
    }
  }

  /** The half minute that a moment lies in. */
  public static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /** The half minute near a moment of which this is the code; empty when it is of none. */
  public static OptionalLong find(byte[] secret, String code, Instant at) {
    OptionalLong found = OptionalLong.empty();
    for (int off = -STEPS_OFF; off <= STEPS_OFF; off++) {
      long step = step(at) + off;
      boolean same =
          MessageDigest.isEqual(
              code(secret, step).getBytes(StandardCharsets.UTF_8),
              code.getBytes(StandardCharsets.UTF_8));
      if (same) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** A secret as it is typed into a telephone. */
  public static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = buffer << 8 | b & 0xff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt(buffer >> bits & 31));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(BASE32.charAt(buffer << 5 - bits & 31));
    }
    return text.toString();
  }

  /** The address that a QR code carries to the telephone. */
  public static String address(byte[] secret, String account) {
    return "otpauth://totp/Moot:%s?secret=%s&issuer=Moot&digits=%d&period=%d"
        .formatted(
            URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20"),
            base32(secret),
            DIGITS,
            STEP_SECONDS);
  }
}
