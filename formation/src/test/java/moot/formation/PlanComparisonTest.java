package moot.formation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import moot.formation.Explanation.Comparison;
import moot.formation.Explanation.Match;
import org.junit.jupiter.api.Test;

class PlanComparisonTest {
  private final Drawing six = Drawing.of("ABCDEF");

  @Test
  void onePracticeChangesSidesAndNobodyElseMoves() {
    Comparison comparison = PlanComparison.compare(six.plan("ABCD EF"), six.plan("ABC DEF"));

    assertThat(Drawing.letters(comparison.moved())).isEqualTo("D");
    assertThat(comparison.practicesMoved()).isEqualTo(1);
    assertThat(comparison.patientsMoved()).isEqualTo(10_000);
    assertThat(comparison.matches())
        .containsExactly(new Match("N01", "N01", 30_000), new Match("N02", "N02", 20_000));
    // A to C had B as hub (2 × 10 thousand patient-km); D comes 2 km to B, or all to C.
    assertThat(comparison.extraCost()).isEqualTo(40 + 10 - 20 - 20);
  }

  @Test
  void namesDoNotMatterOnlyWhoIsTogether() {
    Comparison comparison = PlanComparison.compare(six.plan("DEF ABC"), six.plan("ABC DEF"));

    assertThat(comparison.moved()).isEmpty();
    assertThat(comparison.matches())
        .containsExactly(new Match("N01", "N02", 30_000), new Match("N02", "N01", 30_000));
  }

  @Test
  void patientsCountAndNotPractices() {
    Drawing uneven = six.lists("A=900 B=900 C=9000");

    Comparison comparison = PlanComparison.compare(uneven.plan("AB CDEF"), uneven.plan("ABC DEF"));
    // Were C to stay with ABC, the 1,800 patients of A and B would stay too.
    assertThat(Drawing.letters(comparison.moved())).isEqualTo("C");

    Comparison split = PlanComparison.compare(uneven.plan("AB C DEF"), uneven.plan("ABC DEF"));
    assertThat(Drawing.letters(split.moved())).isEqualTo("AB");
    assertThat(split.patientsMoved()).isEqualTo(1_800);
    assertThat(split.matches())
        .containsExactly(
            new Match("N01", null, 0),
            new Match("N02", "N01", 9_000),
            new Match("N03", "N02", 30_000));
  }

  @Test
  void amongEqualsAsManyPracticesAsPossibleStay() {
    Drawing uneven = six.lists("A=10000 B=5000 C=5000 D=0");

    Comparison comparison = PlanComparison.compare(uneven.plan("A BCD EF"), uneven.plan("ABCD EF"));

    assertThat(Drawing.letters(comparison.moved())).isEqualTo("A");
  }

  @Test
  void whoJoinsOrLeavesTheTableDoesNotMove() {
    Comparison comparison = PlanComparison.compare(six.plan("ABC DE"), six.plan("AB DEF"));

    assertThat(comparison.moved()).isEmpty();
    assertThat(PlanComparison.compare(six.plan("ABC"), six.plan("DEF")).matches())
        .isEqualTo(List.of(new Match("N01", null, 0), new Match(null, "N01", 0)));
  }
}
