package moot.funding.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import moot.funding.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedundancyTest {
  private final Redundancy law = Redundancy.shipped();

  /**
   * The first two are worked on gov.uk (dismissed on 1 March and 1 August 2021), the third at
   * questcover.com, then come cells of the ready reckoner on gov.uk; the rest follows from the law.
   */
  @ParameterizedTest
  @CsvSource({
    "45, 14, 16",
    "41, 1, 0",
    "20, 2, 1",
    "23, 2, 1.5",
    "30, 5, 5",
    "41, 2, 2",
    "42, 2, 2.5",
    "61, 20, 30",
    "70, 35, 30",
    "40, 10, 10",
    "25, 6, 4.5",
    "45, 10, 12",
    "64, 30, 30",
    "30, 1, 0",
    "21, 2, 1"
  })
  void weeksByAgeAndService(int age, int years, String weeks) {
    assertThat(law.weeksFor(age, years)).isEqualByComparingTo(weeks);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-10, 2025-03-31, 0",
    "2025-01-31, 2025-03-31, 1",
    "2023-04-01, 2025-03-31, 1",
    "2023-03-31, 2025-03-31, 2",
    "2019-07-01, 2025-03-31, 5",
    "2000-01-01, 2025-03-31, 12"
  })
  void notice(LocalDate began, LocalDate ends, int weeks) {
    assertThat(law.noticeFor(began, ends)).isEqualTo(weeks);
  }

  @Test
  void theCapOfAWeeksPayIsThatOfTheDayOnWhichEmploymentEnds() {
    assertThat(law.findWeeksPay(LocalDate.of(2024, 4, 5)).orElseThrow().most())
        .hasToString("£643.00");
    assertThat(law.findWeeksPay(LocalDate.of(2024, 4, 6)).orElseThrow().most())
        .hasToString("£700.00");
    assertThat(law.findWeeksPay(LocalDate.of(2026, 11, 1)).orElseThrow().mark())
        .isEqualTo(Mark.READ_TWICE);
    assertThat(law.isWeeksPayKnownOn(LocalDate.of(2027, 4, 5))).isTrue();
    assertThat(law.isWeeksPayKnownOn(LocalDate.of(2027, 4, 6))).isFalse();
    assertThat(law.weeksPay()).allMatch(step -> !step.sources().isEmpty());
    assertThat(law.findWeeksPay(LocalDate.of(2019, 4, 5))).isEmpty();
  }

  @Test
  void aBadTableIsRefusedWithItsLines() {
    String text = Packs.resource("redundancy.yaml").replace("pounds: 719", "pounds: -719");

    assertThatThrownBy(() -> Redundancy.read("mine.yaml", text))
        .isInstanceOf(BadPack.class)
        .hasMessageContaining("mine.yaml:")
        .hasMessageContaining("pounds \"-719\"")
        .hasMessageContaining("Maybe 719, without the minus sign?");
  }
}
