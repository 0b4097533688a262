package moot.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stopped at any moment, a search hands over the best it has; left alone, always the same. */
class AnytimeTest {
  private static final FormingPlace CITY = RandomPlaces.city(new Random(7), 60);

  @Test
  void stoppedAtOnceThereIsAPlan() {
    Plan plan = Forming.best(CITY, FormingRules.BARE, SearchLimits.DEFAULT, progress -> false);
    assertThat(plan.status()).isEqualTo(PlanStatus.BEST_FOUND);
    assertThat(plan.bound()).isBetween(0.0, plan.cost());
    assertThat(plan.networks().stream().mapToInt(n -> n.practices().size()).sum()).isEqualTo(60);
    assertThat(plan.notes()).isNotEmpty();
  }

  @Test
  void withoutTimeThereIsAPlanThatObeysAsFarAsItGot() {
    SearchLimits none = new SearchLimits(Duration.ZERO, 0, 20_000_000, 1);
    FormingRules rules =
        FormingRules.BARE.withLocks(
            List.of(
                new Lock.Together(
                    Set.of(CITY.practices().get(0).code(), CITY.practices().get(1).code()))));
    Plan plan = Forming.best(CITY, rules, none, Progress.Listener.NONE);
    assertThat(plan.networks().stream().mapToInt(n -> n.practices().size()).sum()).isEqualTo(60);
  }

  @Test
  void stoppedAnywhereTheBoundHolds() {
    Plan best = Forming.best(CITY, FormingRules.BARE, SearchLimits.DEFAULT, Progress.Listener.NONE);
    assertThat(best.status()).isEqualTo(PlanStatus.PROVED_OPTIMAL);
    for (int calls = 1; calls < 12; calls++) {
      int[] left = {calls};
      Plan plan =
          Forming.best(CITY, FormingRules.BARE, SearchLimits.DEFAULT, progress -> left[0]-- > 0);
      assertThat(plan.bound()).as("after %d calls", calls).isLessThanOrEqualTo(best.cost() + 1e-6);
      assertThat(plan.cost()).as("after %d calls", calls).isGreaterThanOrEqualTo(best.bound());
    }
  }

  @Test
  void aGapThatIsAcceptedEndsTheSearch() {
    SearchLimits fivePercent = new SearchLimits(Duration.ofMinutes(5), 0.05, 20_000_000, 1);
    Plan plan = Forming.best(CITY, FormingRules.BARE, fivePercent, Progress.Listener.NONE);
    assertThat(plan.gap()).isLessThanOrEqualTo(0.05);
  }

  @Test
  void progressOnlyEverImproves() {
    List<Progress> told = new ArrayList<>();
    Plan plan =
        Forming.best(
            CITY,
            FormingRules.BARE,
            SearchLimits.DEFAULT,
            progress -> {
              told.add(progress);
              return true;
            });
    double incumbent = Double.POSITIVE_INFINITY;
    double bound = 0;
    for (Progress progress : told) {
      if (!Double.isNaN(progress.incumbent())) {
        assertThat(progress.incumbent()).isLessThanOrEqualTo(incumbent);
        incumbent = progress.incumbent();
      }
      assertThat(progress.bound()).isGreaterThanOrEqualTo(bound);
      bound = progress.bound();
    }
    assertThat(incumbent).isCloseTo(plan.cost(), within(1e-9 * plan.cost()));
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    for (long seed = 1; seed <= 2; seed++) {
      SearchLimits limits = new SearchLimits(Duration.ofMinutes(5), 0, 20_000_000, seed);
      FormingRules rules = FirstOffer.RULES;
      Plan one = Forming.best(CITY, rules, limits, Progress.Listener.NONE);
      Plan two = Forming.best(CITY, rules, limits, Progress.Listener.NONE);
      assertThat(two.networks()).isEqualTo(one.networks());
      assertThat(two.bound()).isEqualTo(one.bound());
    }
  }
}
