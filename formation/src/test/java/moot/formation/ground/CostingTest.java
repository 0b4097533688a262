package moot.formation.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import moot.formation.CostParts;
import moot.formation.CostWeights;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Preference;
import moot.register.CouncilCode;
import moot.register.LsoaCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Three practices in a row, 1 km and 3 km apart: A with 8,000 patients, B with 10,000, C with
 * 4,000. Each part of the cost by hand.
 */
class CostingTest {
  private static final FormingPlace PLACE =
      new FormingPlace(
          new PlaceCode("Q"),
          "A row",
          List.of(
              practice("A", 0, 8_000, "U1", "E1", 30.0),
              practice("B", 1, 10_000, "U1", "E1", null),
              practice("C", 4, 4_000, "U2", "E2", 15.0)),
          null,
          Map.of(
              new PracticeCode("A"), areas(5_000, 2_000, 0),
              new PracticeCode("B"), areas(1_000, 0, 3_000),
              new PracticeCode("C"), areas(0, 0, 4_000)));

  private static final CostWeights ONE_EACH = new CostWeights(1, 1, 1, 1, 1, 1, 1, 1, 1);

  private static final FormingRules RULES =
      new FormingRules(
          FormingRules.BARE.band(),
          ONE_EACH,
          FormingRules.BARE.networks(),
          List.of(),
          List.of(
              new Preference(new PracticeCode("A"), new PracticeCode("C"), 0.5),
              new Preference(new PracticeCode("C"), new PracticeCode("B"), -1)));

  private static FormingPractice practice(
      String code, int km, int list, String network, String council, @Nullable Double need) {
    return new FormingPractice(
        new PracticeCode(code),
        code,
        new Position(400_000 + 1000.0 * km, 300_000),
        list,
        new NetworkCode(network),
        new CouncilCode(council),
        "S1",
        need);
  }

  private static Map<LsoaCode, Integer> areas(int a, int b, int c) {
    return Map.of(new LsoaCode("L1"), a, new LsoaCode("L2"), b, new LsoaCode("L3"), c);
  }

  @Test
  void allThreeTogether() {
    Costing costing = new Costing(new Ground(PLACE, RULES));
    CostParts parts = costing.partsOf(new int[] {2, 0, 1});

    // Hub B: 8,000 by 1 km and 4,000 by 3 km.
    assertThat(costing.hubOf(new int[] {2, 0, 1})).isEqualTo(1);
    assertThat(parts.travel()).isCloseTo(20, within(1e-12));
    assertThat(parts.shortfall()).isCloseTo(8, within(1e-12));
    // C leaves its network; A and B are the largest group.
    assertThat(parts.ties()).isCloseTo(4, within(1e-12));
    // Two councils: everybody counts.
    assertThat(parts.boundary()).isCloseTo(22, within(1e-12));
    // 22,000 is 18,000 away from 40,000.
    assertThat(parts.evenSize()).isCloseTo(18, within(1e-12));
    // The network is the place: the same mean need of 25.
    assertThat(parts.evenNeed()).isCloseTo(0, within(1e-12));
    assertThat(parts.perNetwork()).isEqualTo(1);
    // Only A has patients in the second area.
    assertThat(parts.overlap()).isCloseTo(2, within(1e-12));
    // A dislikes C at 0.5 for 8,000 patients, C likes B for 4,000.
    assertThat(parts.preferences()).isCloseTo(0, within(1e-12));
    assertThat(costing.of(new int[] {1, 2, 0})).isCloseTo(parts.total(), within(1e-12));
  }

  @Test
  void twoOfThem() {
    CostParts parts = new Costing(new Ground(PLACE, RULES)).partsOf(new int[] {1, 2});
    assertThat(parts.travel()).isCloseTo(12, within(1e-12));
    assertThat(parts.ties()).isCloseTo(4, within(1e-12));
    // C's need of 15 is what is known of the two; the place has 25.
    assertThat(parts.evenNeed()).isCloseTo(14_000 * 10 / 1000.0, within(1e-9));
    // B alone in the first area; both in the third.
    assertThat(parts.overlap()).isCloseTo(1, within(1e-12));
    assertThat(parts.preferences()).isCloseTo(-4, within(1e-12));
  }

  @Test
  void bareIsTravelAndShortfall() {
    Costing costing = new Costing(new Ground(PLACE, FormingRules.BARE));
    assertThat(costing.of(new int[] {0, 1, 2})).isCloseTo(20 + 20 * 8, within(1e-9));
    assertThat(costing.of(new int[] {2})).isCloseTo(20 * 26, within(1e-9));
  }

  @Test
  void ofEqualHubsTheFirstByCode() {
    FormingPlace two =
        new FormingPlace(
            new PlaceCode("Q"),
            "Two",
            List.of(
                practice("X", 0, 5_000, "U1", "E1", null),
                practice("W", 1, 5_000, "U1", "E1", null)),
            null,
            Map.of());
    Ground ground = new Ground(two, FormingRules.BARE);
    assertThat(ground.code(new Costing(ground).hubOf(new int[] {1, 0})).value()).isEqualTo("W");
  }
}
