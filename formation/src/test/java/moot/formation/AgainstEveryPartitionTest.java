package moot.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The solver finds what looking at every partition finds. */
class AgainstEveryPartitionTest {
  private static final int PLACES = 1_500;

  @Test
  void findsTheBestOfAllPartitionsOrThatThereIsNone() {
    int contradictions = 0;
    for (long seed = 1; seed <= PLACES; seed++) {
      OddPlaces cases = new OddPlaces(seed);
      FormingPlace place = cases.place(seed % 10 == 0 ? 12 : 9);
      FormingRules rules = cases.rules(place);
      Exhaustive all = new Exhaustive(place, rules);
      double best = all.best();
      try {
        Plan plan = Forming.best(place, rules, SearchLimits.DEFAULT, Progress.Listener.NONE);
        assertThat(best).as("seed %d: a plan was found", seed).isFinite();
        assertThat(plan.cost())
            .as("cost, seed %d", seed)
            .isCloseTo(best, within(1e-6 * Math.max(1, Math.abs(best))));
        assertThat(plan.status())
            .as("seed %d, bound %s of %s", seed, plan.bound(), plan.cost())
            .isEqualTo(PlanStatus.PROVED_OPTIMAL);
        assertThat(plan.bound()).as("bound, seed %d", seed).isLessThanOrEqualTo(plan.cost());
        assertThat(plan.feasibleNetworks())
            .as("feasible networks, seed %d", seed)
            .isEqualTo(all.countFeasible());
        checkPartition(seed, plan);
      } catch (Contradiction none) {
        contradictions++;
        assertThat(best).as("seed %d: %s", seed, none.getMessage()).isInfinite();
      }
    }
    assertThat(contradictions).as("some cases have no plan, most have").isBetween(20, PLACES / 3);
  }

  @Test
  void withoutRoomToHoldTheNetworksThePlanIsGoodAndTheBoundHolds() {
    SearchLimits tight = new SearchLimits(Duration.ofMinutes(5), 0, 3, 1);
    int proved = 0;
    int found = 0;
    for (long seed = 5_001; seed <= 5_200; seed++) {
      OddPlaces cases = new OddPlaces(seed);
      FormingPlace place = cases.place(8);
      FormingRules rules = cases.rules(place);
      double best = new Exhaustive(place, rules).best();
      try {
        Plan plan = Forming.best(place, rules, tight, Progress.Listener.NONE);
        double slack = 1e-6 * Math.max(1, Math.abs(best));
        assertThat(plan.bound()).as("bound, seed %d", seed).isLessThanOrEqualTo(best + slack);
        if (plan.notes().stream().noneMatch(note -> note.contains("Not obeyed"))) {
          assertThat(plan.cost()).as("cost, seed %d", seed).isGreaterThanOrEqualTo(best - slack);
          found++;
        }
        if (plan.status() == PlanStatus.PROVED_OPTIMAL) {
          assertThat(plan.cost()).as("proved, seed %d", seed).isCloseTo(best, within(slack));
          proved++;
        }
        checkPartition(seed, plan);
      } catch (Contradiction none) {
        assertThat(best).as("seed %d: %s", seed, none.getMessage()).isInfinite();
      }
    }
    assertThat(found).isGreaterThan(150);
    assertThat(proved).isGreaterThan(100);
  }

  /** There nearly every choice leaves no room for the rest, and plans are listed one by one. */
  @Test
  void atTheFewestNetworksThatAPlaceCanHave() {
    int tight = 0;
    for (long seed = 9_001; seed <= 9_300; seed++) {
      FormingPlace place = RandomPlaces.place(new Random(seed), 7, 11);
      // Two to four practices fill a network, so that the fewest are hard to find room for.
      FormingRules rules =
          FormingRules.BARE
              .with(new SizeBand(15_000, 30_000, false))
              .with(new CostWeights(1, 5, 2, 0, 0, 0, 10, 0, 0));
      int fewest = 1;
      double best = best(place, rules, fewest);
      while (Double.isInfinite(best)) {
        best = best(place, rules, ++fewest);
      }
      Plan plan =
          Forming.best(
              place,
              rules.with(new NetworkCount(fewest, fewest)),
              SearchLimits.DEFAULT,
              Progress.Listener.NONE);
      assertThat(plan.cost())
          .as("cost at %d networks, seed %d", fewest, seed)
          .isCloseTo(best, within(1e-6 * Math.max(1, best)));
      assertThat(plan.status()).as("seed %d", seed).isEqualTo(PlanStatus.PROVED_OPTIMAL);
      assertThat(plan.networks()).as("seed %d", seed).hasSize(fewest);
      checkPartition(seed, plan);
      int fewer = fewest - 1;
      if (fewer > 0) {
        assertThatThrownBy(
                () ->
                    Forming.best(
                        place,
                        rules.with(new NetworkCount(0, fewer)),
                        SearchLimits.DEFAULT,
                        Progress.Listener.NONE))
            .as("at most %d networks, seed %d", fewer, seed)
            .isInstanceOf(Contradiction.class);
        tight++;
      }
    }
    assertThat(tight).isGreaterThan(250);
  }

  private static double best(FormingPlace place, FormingRules rules, int networks) {
    return new Exhaustive(place, rules.with(new NetworkCount(networks, networks))).best();
  }

  private static void checkPartition(long seed, Plan plan) {
    List<Object> seen = new ArrayList<>(plan.leftOut());
    for (PlanNetwork network : plan.networks()) {
      seen.addAll(network.practices());
      assertThat(network.practices()).as("hub, seed %d", seed).contains(network.hub());
    }
    assertThat(seen)
        .as("every practice once, seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(
            plan.place().practices().stream().map(FormingPractice::code).toList());
  }
}
