package moot.funding.management;

import static moot.funding.management.Cases.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import moot.funding.Money;
import org.junit.jupiter.api.Test;

/** Which part of a change causes which part of its effect. */
class AttributionTest {

  @Test
  void eachPartGetsItsAverageOverAllOrders() {
    // Need £100,000 → £140,000; contract £1 → £2 a head: the gap is £50,000 before and £40,000
    // after. Contract first: the gap closes (−£50,000), then the need opens £40,000. Need first:
    // +£40,000, then −£50,000. Both orders agree but for nothing.
    Attribution parts =
        Attribution.between(
            scenario(1, need(100_000), contract(100, 100, 0, 0, "1")),
            scenario(1, need(140_000), contract(100, 100, 0, 0, "2")),
            Figure.SHORT);
    assertThat(parts.parts())
        .containsExactly(
            new Attribution.Part("need", Money.ofPounds(40_000)),
            new Attribution.Part("Contract", Money.ofPounds(-50_000)));
    assertThat(parts.exact()).isTrue();
  }

  @Test
  void twoSourcesThatReplaceEachOtherShareTheEffect() {
    // Either alone closes the gap of £100,000: each gets half.
    Attribution parts =
        Attribution.between(
            scenario(1, need(100_000)),
            scenario(1, need(100_000), contract(100, 100, 0, 0, "2"), startUp(false, "2")),
            Figure.SHORT);
    assertThat(parts.parts())
        .extracting(Attribution.Part::effect)
        .containsExactly(Money.ofPounds(-50_000), Money.ofPounds(-50_000));
  }

  @Test
  void thePartsAddUpToThePennyInAnyCase() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Scenario a = random(random, "a", 3);
      Scenario b = random(random, "b", 3);
      for (Figure figure : List.of(Figure.SHORT, Figure.NEED, Figure.FROM_PRACTICES)) {
        Attribution there = Attribution.between(a, b, figure);
        Attribution back = Attribution.between(b, a, figure);
        assertThat(sum(there)).as("seed %d", seed).isEqualTo(there.after().minus(there.before()));
        // The other way round each part is the same with the other sign, but for a penny.
        for (Attribution.Part part : there.parts()) {
          long other =
              back.parts().stream()
                  .filter(p -> same(p.what(), part.what()))
                  .mapToLong(p -> p.effect().pence())
                  .sum();
          assertThat(Math.abs(part.effect().pence() + other)).as("seed %d", seed).isLessThan(2);
        }
      }
    }
  }

  @Test
  void moreThanTwelvePartsAreDrawnAndStillAddUp() {
    List<Source> many = new ArrayList<>();
    for (int k = 0; k < 14; k++) {
      many.add(
          new Source.Transformation(
              "pot" + k,
              "Pot " + k,
              rates("0." + (k + 11)),
              List.of(),
              Uncertain.certain(100),
              false,
              Stated.assumed()));
    }
    Scenario none = scenario(2, need(100_000));
    Attribution parts = Attribution.between(none, none.withSources(many), Figure.SHORT);
    assertThat(parts.exact()).isFalse();
    assertThat(sum(parts)).isEqualTo(parts.after().minus(parts.before()));
  }

  @Test
  void differentYearsAreRefused() {
    assertThatThrownBy(
            () -> Attribution.between(scenario(1, need(1)), scenario(2, need(1)), Figure.SHORT))
        .hasMessageContaining("expected the same years")
        .hasMessageContaining("Maybe");
  }

  private static boolean same(String a, String b) {
    return a.replaceAll(" [ab]$", "").equals(b.replaceAll(" [ab]$", ""));
  }

  private static Money sum(Attribution attribution) {
    return attribution.parts().stream()
        .map(Attribution.Part::effect)
        .reduce(Money.ZERO, Money::plus);
  }
}
