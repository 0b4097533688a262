package moot.voice.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Put on 1 March 2027. */
class TermsTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final Rule RULE = new Rule.EachPractice(false);

  private static String problem(String title, String closes, String effective) {
    return new Terms(title, RULE, LocalDate.parse(closes), LocalDate.parse(effective))
        .problem(TODAY)
        .orElse("");
  }

  @Test
  void theFirstAndTheLastDaysThatMakeSense() {
    assertThat(problem("x", "2027-03-01", "2027-03-01")).isEmpty();
    assertThat(problem("x".repeat(100), "2027-03-01", "2029-03-01")).isEmpty();
  }

  @Test
  void aDayBesideThemIsSaidInWords() {
    assertThat(problem("x", "2027-02-28", "2027-04-01"))
        .isEqualTo(
            "The closing date 28 February 2027 is over; expected today or later. Maybe the year is mistyped?");
    assertThat(problem("x", "2027-04-01", "2027-03-31"))
        .contains("effective date 31 March 2027 is before the closing date 1 April 2027");
    assertThat(problem("x", "2027-04-01", "2029-03-02")).contains("more than two years away");
  }

  @Test
  void aTitleHasOneToAHundredCharacters() {
    assertThat(problem(" ", "2027-04-01", "2027-04-01")).contains("has 1 characters; expected 1");
    assertThat(problem("x".repeat(101), "2027-04-01", "2027-04-01")).contains("has 101");
  }
}
