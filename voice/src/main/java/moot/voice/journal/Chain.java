package moot.voice.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks a journal from its beginning and finds the first entry that does not fit: one that was
 * changed, or before which one is missing or was added.
 */
public final class Chain {
  /** What the first entry is chained to. */
  public static final String BEGINNING = "0".repeat(64);

  private long number;
  private String hash = BEGINNING;

  /**
   * Why an entry does not fit.
   *
   * @param number of the entry
   */
  public record Misfit(long number, String reason) {}

  /** How many entries were walked, all of which fit. */
  public long length() {
    return number;
  }

  /** The hash of the last entry that was walked. */
  public String head() {
    return hash;
  }

  /** Goes on to the next entry; says why when it does not fit, after which the walk is over. */
  public Optional<Misfit> next(JournalEntry entry) {
    if (entry.number() != number + 1) {
      return misfit(
          entry,
          "it stands where entry %,d was expected. Maybe entries between them were removed?"
              .formatted(number + 1));
    }
    if (!entry.previousHash().equals(hash)) {
      return misfit(
          entry,
          "it is chained to %s, but the entry before it is %s. Maybe that one was replaced?"
              .formatted(shortened(entry.previousHash()), shortened(hash)));
    }
    String expected = hash(entry);
    if (!entry.hash().equals(expected)) {
      return misfit(
          entry,
          "its hash is %s, but what it says gives %s. Maybe it was changed after it was written?"
              .formatted(shortened(entry.hash()), shortened(expected)));
    }
    number = entry.number();
    hash = entry.hash();
    return Optional.empty();
  }

  private static Optional<Misfit> misfit(JournalEntry entry, String reason) {
    return Optional.of(new Misfit(entry.number(), reason));
  }

  private static String shortened(String hash) {
    return hash.length() > 12 ? hash.substring(0, 12) + "…" : hash;
  }

  /**
   * The hash that belongs to an entry: SHA-256, in hexadecimal, of all its fields but the hash,
   * each preceded by its length in bytes, so that no two entries have the same text.
   */
  public static String hash(JournalEntry entry) {
    MessageDigest digest = sha256();
    field(digest, Long.toString(entry.number()));
    field(digest, entry.at().toString());
    field(digest, entry.person());
    field(digest, entry.party());
    field(digest, entry.place());
    field(digest, entry.deed());
    field(digest, entry.subject());
    field(digest, entry.words());
    field(digest, Integer.toString(entry.details().size()));
    entry
        .details()
        .forEach(
            (name, value) -> {
              field(digest, name);
              field(digest, value);
            });
    field(digest, entry.previousHash());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void field(MessageDigest digest, @Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    // A field that is missing is not the same as an empty one.
    String length = text == null ? "-" : Integer.toString(bytes.length);
    digest.update((length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
