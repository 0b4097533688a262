package moot.app.people;

import static moot.app.people.RealInstallation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import moot.app.SignedIn;
import moot.app.access.Totp;
import org.junit.jupiter.api.Test;

/** A code after the password: set up, asked for, used once, lost, reset. */
class SecondFactorTest {
  private static final Pattern RECOVERY = Pattern.compile("<li><code>([a-z2-7-]+)</code></li>");

  @Test
  void signingInAsksForACodeThatWorksOnce() {
    try (RealInstallation moot = new RealInstallation()) {
      SignedIn ada = moot.ada;
      byte[] secret = RealInstallation.secret(ada);
      assertThat(RealInstallation.secret(ada)).as("the same when loaded again").isEqualTo(secret);
      assertThat(ada.post("/account/second-factor", Map.of("code", "000000")).statusCode())
          .isEqualTo(422);
      SignedIn elsewhere = moot.nobody();
      assertThat(signIn(elsewhere, moot.email).uri()).hasPath("/table");

      long step = Totp.step(Instant.now());
      HttpResponse<String> on =
          ada.post("/account/second-factor", Map.of("code", Totp.code(secret, step)));
      List<String> recovery =
          RECOVERY.matcher(on.body()).results().map((MatchResult found) -> found.group(1)).toList();
      assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
      assertThat(ada.get("/account").body())
          .contains("You have 10 recovery codes left")
          .doesNotContain(Totp.base32(secret).substring(0, 4))
          .doesNotContain(recovery.getFirst());
      assertThat(elsewhere.get("/forming").uri()).as("other sessions end").hasPath("/sign-in");
      assertThat(ada.get("/journal").body()).contains("switched on a second factor");

      SignedIn later = moot.nobody();
      assertThat(signIn(later, moot.email).uri()).hasPath("/sign-in/code");
      assertThat(later.get("/forming").uri()).as("not in yet").hasPath("/sign-in");
      assertThat(code(later, Totp.code(secret, step)).statusCode()).as("used").isEqualTo(401);
      String next = Totp.code(secret, step + 1);
      assertThat(code(later, next.substring(0, 3) + " " + next.substring(3)).uri())
          .hasPath("/table");

      SignedIn replayed = moot.nobody();
      signIn(replayed, moot.email);
      assertThat(code(replayed, next).statusCode()).as("used by another").isEqualTo(401);
      assertThat(code(replayed, recovery.getFirst()).uri()).hasPath("/table");
      SignedIn again = moot.nobody();
      signIn(again, moot.email);
      assertThat(code(again, recovery.getFirst()).statusCode()).isEqualTo(401);
      for (int i = 0; i < 6; i++) {
        code(again, "000000");
      }
      HttpResponse<String> locked = code(again, "000000");
      assertThat(code(again, recovery.get(1)).statusCode()).as("even a right one").isEqualTo(429);
      assertThat(locked.body()).contains("code").doesNotContain(recovery.get(1));

      // Nothing that would let anyone in stands in the database as it is typed.
      assertThat(
              moot.jdbc
                  .sql("select count(*) from access.recovery_code where code_sha256 in (:codes)")
                  .param("codes", recovery)
                  .query(Integer.class)
                  .single())
          .isZero();
      reset(moot);
    }
  }

  private static void reset(RealInstallation moot) {
    long person =
        moot.jdbc
            .sql("select id from access.person where email = :email")
            .param("email", moot.email)
            .query(Long.class)
            .single();
    assertThat(moot.ada.get("/people/accounts?who=" + moot.email).body())
        .contains("/people/accounts/" + person + "/second-factor/reset");
    moot.ada.post("/people/accounts/" + person + "/second-factor/reset", Map.of());
    assertThat(moot.ada.get("/journal").body()).contains("reset the second factor of Ada Okoro");
    assertThat(signIn(moot.nobody(), moot.email).uri()).hasPath("/table");
  }

  @Test
  void theQrCodeCarriesTheAddressOfTheKey() throws Exception {
    String text = Totp.address(new byte[20], "a.osei@practice.example");
    QrCode drawn = QrCode.of(text);
    int side = drawn.size() * 4;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
        .matcher(drawn.path())
        .results()
        .forEach(
            dot -> {
              int x = Integer.parseInt(dot.group(1)) * 4;
              int y = Integer.parseInt(dot.group(2)) * 4;
              for (int i = 0; i < 16; i++) {
                pixels[(y + i / 4) * side + x + i % 4] = 0;
              }
            });
    assertThat(
            new QRCodeReader()
                .decode(
                    new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText())
        .isEqualTo(text);
  }

  private static HttpResponse<String> signIn(SignedIn visitor, String email) {
    return visitor.post("/sign-in", Map.of("email", email, "password", PASSWORD));
  }

  private static HttpResponse<String> code(SignedIn visitor, String code) {
    return visitor.post("/sign-in/code", Map.of("code", code, "_csrf", token(visitor)));
  }

  /** From the page itself: going to another would lose what is half done. */
  private static String token(SignedIn visitor) {
    var found =
        Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
            .matcher(visitor.get("/sign-in/code").body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
