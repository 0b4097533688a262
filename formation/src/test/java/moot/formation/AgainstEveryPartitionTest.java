package moot.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
