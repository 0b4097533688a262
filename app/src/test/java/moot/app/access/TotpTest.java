package moot.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 6238, appendix B, of whose eight digits telephones show the last six. */
class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void codesAreThoseOfTheStandard(long seconds, String code) {
    assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds))))
        .isEqualTo(code.substring(2));
  }

  @Test
  void aClockMayBeHalfAMinuteOffAndNoMore() {
    Instant now = Instant.ofEpochSecond(1_111_111_111);
    String code = Totp.code(SECRET, Totp.step(now));
    assertThat(Totp.find(SECRET, code, now.plusSeconds(30))).hasValue(Totp.step(now));
    assertThat(Totp.find(SECRET, code, now.minusSeconds(30))).hasValue(Totp.step(now));
    assertThat(Totp.find(SECRET, code, now.plusSeconds(90))).isEmpty();
    assertThat(Totp.find(SECRET, "", now)).isEmpty();
  }

  @Test
  void theKeyIsWrittenAsTelephonesReadIt() {
    assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Totp.base32("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
    assertThat(Totp.address(SECRET, "a b@x.example"))
        .startsWith("otpauth://totp/Moot:a%20b%40x.example?secret=GEZD");
  }
}
