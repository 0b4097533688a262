package moot.formation.asked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import moot.formation.Drawing;
import moot.formation.Explanation.Comparison;
import moot.formation.Explanation.Match;
import org.junit.jupiter.api.Test;

class ComparingTest {
  private final Drawing six = Drawing.of("ABCDEF");

  @Test
  void onePracticeChangesSidesAndNobodyElseMoves() {
    Comparison comparison = Comparing.compare(six.plan("ABCD EF"), six.plan("ABC DEF"));

    assertThat(Drawing.letters(comparison.moved())).isEqualTo("D");
    assertThat(comparison.practicesMoved()).isEqualTo(1);
    assertThat(comparison.patientsMoved()).isEqualTo(10_000);
    assertThat(comparison.matches())
        .containsExactly(new Match("N01", "N01", 30_000), new Match("N02", "N02", 20_000));
    // D travels 2 km to B, or C is the hub and others come: 40 instead of 20. E and F alone travel
    // 10 less, but are 10,000 patients short of 30,000.
    assertThat(comparison.extraCost()).isEqualTo(40 - 20 + 10 - 20 + 200);
  }

  @Test
  void namesDoNotMatterOnlyWhoIsTogether() {
    Comparison comparison = Comparing.compare(six.plan("DEF ABC"), six.plan("ABC DEF"));

    assertThat(comparison.moved()).isEmpty();
    assertThat(comparison.matches())
        .containsExactly(new Match("N01", "N02", 30_000), new Match("N02", "N01", 30_000));
  }

  @Test
  void patientsCountAndNotPractices() {
    Drawing uneven = six.lists("A=900 B=900 C=9000");

    Comparison comparison = Comparing.compare(uneven.plan("AB CDEF"), uneven.plan("ABC DEF"));
    // Were C to stay with ABC, the 1,800 patients of A and B would stay too.
    assertThat(Drawing.letters(comparison.moved())).isEqualTo("C");

    Comparison split = Comparing.compare(uneven.plan("AB C DEF"), uneven.plan("ABC DEF"));
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

    Comparison comparison = Comparing.compare(uneven.plan("A BCD EF"), uneven.plan("ABCD EF"));

    assertThat(Drawing.letters(comparison.moved())).isEqualTo("A");
  }

  @Test
  void whoJoinsOrLeavesTheTableDoesNotMove() {
    Comparison comparison = Comparing.compare(six.plan("ABC DE"), six.plan("AB DEF"));

    assertThat(comparison.moved()).isEmpty();
    assertThat(Comparing.compare(six.plan("ABC"), six.plan("DEF")).matches())
        .isEqualTo(List.of(new Match("N01", null, 0), new Match(null, "N01", 0)));
  }
}
