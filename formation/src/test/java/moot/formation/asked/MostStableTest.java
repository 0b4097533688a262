package moot.formation.asked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import moot.formation.Contradiction;
import moot.formation.CostWeights;
import moot.formation.Drawing;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.PlanStatus;
import moot.formation.Preference;
import moot.formation.Progress;
import moot.formation.RandomPlaces;
import moot.formation.SearchLimits;
import moot.formation.SizeBand;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

class MostStableTest {
  @Test
  void theCheapestPlanIsTheAnswerWhereItIsStable() {
    Drawing row = Drawing.of("ABC  DEF");

    Plan plan = mostStable(row.place(), FormingRules.BARE);

    assertThat(Drawing.groups(plan)).isEqualTo("ABC DEF");
    assertThat(plan.status()).isEqualTo(PlanStatus.PROVED_OPTIMAL);
    assertThat(plan.notes())
        .containsExactly(
            "Stable, proved: there is no group of practices that would all rather form another network.",
            "No stable plan costs less: proved.");
  }

  @Test
  void aDearerPlanIsTheAnswerWhereTheCheapestWouldNotHold() {
    Drawing place =
        Drawing.of(
                """
                 A
                    B
                   C
                   DE
                """)
            .lists("A=20000 B=20000 C=10000 D=10000 E=10000");

    // C with A, so that B's 20,000 have somebody near …
    assertThat(Drawing.groups(best(place.place(), FormingRules.BARE))).isEqualTo("AC BDE");
    // … but C, D and E have each other at their doors.
    assertThat(
            Forming.stability(place.plan("AC BDE"), 10).groups().stream()
                .map(group -> Drawing.letters(group.practices())))
        .containsExactly("CDE");

    Plan plan = mostStable(place.place(), FormingRules.BARE);

    assertThat(Drawing.groups(plan)).isEqualTo("AB CDE");
    assertThat(plan.cost()).isGreaterThan(place.plan("AC BDE").cost());
    assertThat(Forming.stability(plan, 1).stable()).isTrue();
  }

  @Test
  void threeUnderOneRoofWhoEachLikeTheNextBest() {
    // Any two make a network, all three are too many. A would rather have B, B would rather have C
    // and C would rather have A; so whoever is left over has an offer for one of the two others.
    Drawing roof = Drawing.of("ABC").sameSpot('B', 'A').sameSpot('C', 'A');
    FormingRules rules =
        FormingRules.BARE
            .with(new SizeBand(20_000, 20_000, false))
            .with(new CostWeights(1, 20, 0, 0, 0, 0, 0, 0, 2))
            .withPreferences(
                List.of(
                    likes('A', 'B', 1),
                    likes('A', 'C', 0.5),
                    likes('B', 'C', 1),
                    likes('B', 'A', 0.5),
                    likes('C', 'A', 1),
                    likes('C', 'B', 0.5)));

    Plan plan = mostStable(roof.place(), rules);

    assertThat(plan.status()).isEqualTo(PlanStatus.PROVED_OPTIMAL);
    assertThat(plan.notes())
        .containsExactly(
            "No plan of this place is stable: proved.",
            "In this plan no group of practices could leave so that each of them gains more than 1.00 km. No plan leaves less: proved.",
            "No plan that leaves as little costs less: proved.");
  }

  private static Preference likes(char of, char about, double howMuch) {
    return new Preference(Drawing.code(of), Drawing.code(about), -howMuch);
  }

  @Test
  void noPartitionLeavesLessToGainOrCostsLessLeavingAsMuch() {
    int unstable = 0;
    int dearer = 0;
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      FormingPlace place = RandomPlaces.place(random, 6, 7);
      FormingRules rules =
          FormingRules.BARE
              .with(new CostWeights(1, 20, 0, 0, 0, 0, 0, 0, seed % 3 * 3))
              .with(new SizeBand(14_000, 34_000, seed % 5 == 4))
              .withPreferences(RandomPlaces.preferences(place, random));
      ByHand byHand = new ByHand(place, rules);
      if (byHand.leftToGain == Double.POSITIVE_INFINITY) {
        assertThatThrownBy(() -> mostStable(place, rules)).isInstanceOf(Contradiction.class);
        continue;
      }

      Plan plan = mostStable(place, rules);

      assertThat(plan.status()).as("seed %d", seed).isEqualTo(PlanStatus.PROVED_OPTIMAL);
      double leftToGain = byHand.groups.count(plan).leastGain();
      assertThat(leftToGain).as("seed %d", seed).isCloseTo(byHand.leftToGain, within(1e-5));
      assertThat(plan.cost()).as("seed %d", seed).isCloseTo(byHand.cost, within(1e-4));
      assertThat(plan.bound()).as("seed %d", seed).isLessThanOrEqualTo(plan.cost() + 1e-9);
      unstable += byHand.leftToGain > 1e-5 ? 1 : 0;
      dearer += plan.cost() > best(place, rules).cost() + 1e-6 ? 1 : 0;
    }
    System.out.printf(
        "of 200 small places %d have no stable plan, %d pay for it%n", unstable, dearer);
    // Both kinds have to be among them, or the test shows little.
    assertThat(unstable).isPositive();
    assertThat(dearer).isGreaterThan(10);
  }

  @Test
  void locksHold() {
    Drawing square = Drawing.of("AB  CD\nEF  GH").lists("A=15000 D=15000 E=15000 H=15000");
    FormingRules apart =
        FormingRules.BARE.withLocks(
            List.of(
                new Lock.Apart(Set.of(Drawing.code('A'), Drawing.code('B'))),
                new Lock.Together(Set.of(Drawing.code('C'), Drawing.code('D')))));

    Plan plan = mostStable(square.place(), apart);

    for (PlanNetwork network : plan.networks()) {
      String letters = Drawing.letters(network.practices());
      assertThat(letters.contains("A") && letters.contains("B")).isFalse();
      assertThat(letters.contains("C")).isEqualTo(letters.contains("D"));
    }
  }

  @Test
  void stoppedAtOnceItStillGivesAPlan() {
    FormingPlace city = RandomPlaces.city(new Random(3), 120);

    Plan plan =
        Forming.mostStable(city, FormingRules.BARE, SearchLimits.DEFAULT, progress -> false);

    assertThat(plan.networks().stream().mapToInt(n -> n.practices().size()).sum()).isEqualTo(120);
    assertThat(plan.status()).isEqualTo(PlanStatus.BEST_FOUND);
    assertThat(plan.notes()).isNotEmpty();
  }

  @Test
  void outOfTimeItSaysWhatWasNotSettled() {
    FormingPlace city = RandomPlaces.city(new Random(3), 200);
    SearchLimits brief = new SearchLimits(Duration.ofSeconds(3), 0, 20_000_000, 1);

    long start = System.nanoTime();
    Plan plan = Forming.mostStable(city, FormingRules.BARE, brief, Progress.Listener.NONE);

    assertThat((System.nanoTime() - start) / 1e9).isLessThan(30);
    boolean stable = Forming.stability(plan, 1).stable();
    assertThat(plan.notes().getFirst())
        .startsWith(stable ? "Stable, proved" : "Whether any plan of this place is stable was not");
    assertThat(plan.bound()).isLessThanOrEqualTo(plan.cost() + 1e-9);
  }

  private static Plan mostStable(FormingPlace place, FormingRules rules) {
    return Forming.mostStable(place, rules, SearchLimits.DEFAULT, Progress.Listener.NONE);
  }

  private static Plan best(FormingPlace place, FormingRules rules) {
    return Forming.best(place, rules, SearchLimits.DEFAULT, Progress.Listener.NONE);
  }

  /** Every partition of a small place, one by one. */
  private static final class ByHand {
    private final FormingPlace place;
    private final FormingRules rules;
    private final List<PracticeCode> codes;
    private final BlockingByHand groups;
    private final Map<PracticeCode, String> networkOf = new TreeMap<>();
    private double leftToGain = Double.POSITIVE_INFINITY;
    private double cost = Double.POSITIVE_INFINITY;

    ByHand(FormingPlace place, FormingRules rules) {
      this.place = place;
      this.rules = rules;
      this.codes = place.practices().stream().map(FormingPractice::code).toList();
      this.groups = new BlockingByHand(place, rules);
      partition(0, 0);
    }

    private void partition(int placed, int networks) {
      if (placed == codes.size()) {
        look();
        return;
      }
      for (int k = 0; k <= networks; k++) {
        networkOf.put(codes.get(placed), "N" + k);
        partition(placed + 1, Math.max(networks, k + 1));
      }
      networkOf.remove(codes.get(placed));
    }

    private void look() {
      Plan plan = Forming.priced(place, rules, networkOf);
      boolean feasible =
          plan.networks().stream().allMatch(network -> groups.feasible(plan, network));
      if (feasible) {
        double left = groups.count(plan).leastGain();
        if (left < leftToGain - 1e-6 || (left <= leftToGain + 1e-6 && plan.cost() < cost)) {
          leftToGain = left;
          cost = plan.cost();
        }
      }
    }
  }
}
