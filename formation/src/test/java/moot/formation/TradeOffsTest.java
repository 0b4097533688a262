package moot.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

/** Not just one answer: numbers of networks, ties, and plans that really differ. */
class TradeOffsTest {
  private static final SearchLimits LIMITS = SearchLimits.DEFAULT;

  @Test
  void eachPointOfTheNetworksCurveIsTheBestForItsNumber() {
    for (long seed = 1; seed <= 40; seed++) {
      OddPlaces cases = new OddPlaces(seed);
      FormingPlace place = cases.place(8);
      FormingRules rules =
          new FormingRules(
              SizeBand.NATIONAL, cases.weights(), NetworkCount.ANY, List.of(), List.of());
      Curve curve =
          Forming.networksCurve(
              place, rules, LIMITS, new NetworkCount(0, 20), Progress.Listener.NONE);
      TreeMap<Double, Double> costs = new TreeMap<>();
      for (Curve.Point point : curve.points()) {
        assertThat(point.plan().networks()).as("seed %d", seed).hasSize((int) point.value());
        assertThat(point.plan().status()).isEqualTo(PlanStatus.PROVED_OPTIMAL);
        costs.put(point.value(), point.plan().cost());
      }
      for (int count = 0; count <= 8; count++) {
        double best = new Exhaustive(place, rules.with(new NetworkCount(count, count))).best();
        if (best == Double.POSITIVE_INFINITY) {
          assertThat(costs).as("seed %d", seed).doesNotContainKey((double) count);
        } else {
          assertThat(costs.get((double) count))
              .as("seed %d, %d networks", seed, count)
              .isCloseTo(best, within(1e-6 * Math.max(1, Math.abs(best))));
        }
      }
    }
  }

  @Test
  void theCurveMayLookAtSomeNumbersOnly() {
    FormingPlace row = Drawing.of("A B C D E F").place();
    Curve curve =
        Forming.networksCurve(
            row, FormingRules.BARE, LIMITS, new NetworkCount(2, 3), Progress.Listener.NONE);
    assertThat(curve.parameter()).isEqualTo("networks");
    assertThat(curve.points()).extracting(Curve.Point::value).containsExactly(2.0, 3.0);
    assertThatThrownBy(
            () ->
                Forming.networksCurve(
                    row, FormingRules.BARE, LIMITS, new NetworkCount(7, 9), Progress.Listener.NONE))
        .isInstanceOf(Contradiction.class)
        .hasMessageContaining("number of networks: 7 to 9");
  }

  @Test
  void tiesAreBoughtWithTravelOneStepAfterTheOther() {
    for (long seed = 1; seed <= 40; seed++) {
      FormingPlace place = new OddPlaces(seed).place(9);
      Curve curve = Forming.tiesCurve(place, FormingRules.BARE, LIMITS, 6, Progress.Listener.NONE);
      double cut = Double.POSITIVE_INFINITY;
      double rest = Double.NEGATIVE_INFINITY;
      for (Curve.Point point : curve.points()) {
        Plan plan = point.plan();
        assertThat(plan.rules().weights().ties()).isEqualTo(point.value());
        assertThat(plan.cost())
            .as("seed %d, ties %s", seed, point.value())
            .isCloseTo(
                new Exhaustive(place, plan.rules()).best(), within(1e-6 * plan.cost() + 1e-9));
        double thisRest = plan.cost() - plan.parts().ties();
        assertThat(thisRest).as("seed %d", seed).isGreaterThan(rest - 1e-6);
        if (point.value() > 0) {
          double thisCut = plan.parts().ties() / point.value();
          assertThat(thisCut).as("seed %d", seed).isLessThan(cut + 1e-6);
          cut = thisCut;
        }
        rest = thisRest;
      }
    }
  }

  @Test
  void aPracticeGoesBackToItsPartnersWhenTiesAreDearEnough() {
    Drawing place = Drawing.of("A B C D E F").today("AB CDEF");
    Curve curve =
        Forming.tiesCurve(place.place(), FormingRules.BARE, LIMITS, 5, Progress.Listener.NONE);
    // Without C, A and B are 10,000 short of the minimum: that is worth 22 km a patient of C.
    assertThat(curve.points())
        .extracting(point -> Drawing.groups(point.plan()))
        .containsExactly("ABC DEF", "AB CDEF");
    assertThat(curve.points()).extracting(Curve.Point::patientsMoved).containsExactly(10_000, 0);
  }

  @Test
  void alternativesDifferAndNoneThatDiffersAsMuchIsCheaper() {
    int several = 0;
    for (long seed = 1; seed <= 120; seed++) {
      OddPlaces cases = new OddPlaces(seed);
      FormingPlace place = cases.place(7);
      FormingRules rules = cases.rules(place);
      List<Plan> plans;
      try {
        plans = Forming.alternatives(place, rules, LIMITS, 3, 0.1, Progress.Listener.NONE);
      } catch (Contradiction none) {
        continue;
      }
      several += plans.size() > 1 ? 1 : 0;
      Exhaustive all = new Exhaustive(place, rules);
      for (int k = 0; k <= Math.min(plans.size(), 2); k++) {
        List<Plan> before = plans.subList(0, k);
        double best = all.best(networks -> before.stream().allMatch(p -> differs(networks, p)));
        if (k < plans.size()) {
          assertThat(plans.get(k).cost())
              .as("seed %d, plan %d", seed, k + 1)
              .isCloseTo(best, within(1e-6 * Math.max(1, Math.abs(best))));
          assertThat(plans.get(k).status()).isEqualTo(PlanStatus.PROVED_OPTIMAL);
        } else {
          assertThat(best).as("seed %d: no further plan", seed).isInfinite();
        }
        for (Plan other : before.subList(0, Math.min(k, plans.size() - 1))) {
          if (k < plans.size()) {
            assertThat((double) Forming.compare(plans.get(k), other).patientsMoved())
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(0.1 * patients(plans.get(k)));
          }
        }
      }
    }
    assertThat(several).isGreaterThan(12);
  }

  private static double patients(Plan plan) {
    return plan.networks().stream().mapToDouble(PlanNetwork::patients).sum();
  }

  /** As the definition says: what each network keeps is its largest part in one network. */
  private static boolean differs(List<Set<PracticeCode>> networks, Plan from) {
    Map<PracticeCode, Integer> list = new HashMap<>();
    from.place().practices().forEach(p -> list.put(p.code(), p.registeredList()));
    double kept = 0;
    for (Set<PracticeCode> network : networks) {
      double most = 0;
      for (PlanNetwork other : from.networks()) {
        double sum = 0;
        for (PracticeCode practice : other.practices()) {
          sum += network.contains(practice) ? list.get(practice) : 0;
        }
        most = Math.max(most, sum);
      }
      kept += most;
    }
    return kept <= 0.9 * patients(from);
  }
}
