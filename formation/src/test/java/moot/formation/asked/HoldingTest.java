package moot.formation.asked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import moot.formation.Drawing;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.Plan;
import moot.formation.Preference;
import moot.formation.RandomPlaces;
import moot.formation.SizeBand;
import moot.formation.Stability;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

class HoldingTest {
  // Practices of 10,000, so networks of three to five.
  private final Drawing row = Drawing.of("ABC  DEF");

  @Test
  void nobodyLeavesWhereNeighboursAreTogether() {
    Stability stability = Forming.stability(row.plan("ABC DEF"), 10);

    assertThat(stability.stable()).isTrue();
    assertThat(stability.proved()).isTrue();
    assertThat(stability.groups()).isEmpty();
    // Each of A, C, D and F alone, and the pairs A with B … would gain, were they not too small.
    assertThat(stability.groupsUnderMinimum()).isEqualTo(4);
  }

  @Test
  void threeNeighboursWhoWereTornApartWouldAllRatherBeTogether() {
    //  A B C      their network's hub is X, 10 km away
    //  …
    //  X Y
    Drawing torn = Drawing.of("ABC\n\n\n\n\n\n\n\n\n\nXYZ").lists("X=30000");
    Plan plan = torn.plan("ABX CYZ");
    assertThat(plan.networks().getFirst().hub()).isEqualTo(Drawing.code('X'));

    Stability stability = Forming.stability(plan, 10);

    assertThat(stability.stable()).isFalse();
    Stability.Group most = stability.groups().getFirst();
    assertThat(Drawing.letters(most.practices())).isEqualTo("ABC");
    assertThat(most.hub()).isEqualTo(Drawing.code('B'));
    assertThat(most.patients()).isEqualTo(30_000);
    assertThat(most.gainByPractice())
        .containsEntry(Drawing.code('A'), 9.0)
        .containsEntry(Drawing.code('C'), 9.0);
    assertThat(most.leastGain()).isEqualTo(9);
    // B, their hub, no longer travels at all.
    assertThat(most.gain()).isCloseTo(9 + Math.hypot(1, 10) + 9, within(1e-9));
  }

  @Test
  void dislikesAreKilometresToo() {
    Drawing square = Drawing.of("ABC\n\nDEF");
    FormingRules rules =
        FormingRules.BARE
            .with(new moot.formation.CostWeights(1, 20, 0, 0, 0, 0, 0, 0, 5))
            .withPreferences(
                List.of(
                    new Preference(Drawing.code('B'), Drawing.code('A'), 1),
                    new Preference(Drawing.code('B'), Drawing.code('E'), -0.5)));

    Stability stability = Forming.stability(square.plan("ABC DEF", rules), 10);

    // B pays 5 for A's company, though it is the hub. With E as hub (2 km, −2.5 for E): a gain of
    // 5.5 for B, but E as a hub pays nothing now, so it will not have B and any two others.
    assertThat(stability.stable()).isTrue();

    Stability withF =
        Forming.stability(
            square.plan(
                "ABC DEF",
                rules.withPreferences(
                    List.of(
                        new Preference(Drawing.code('B'), Drawing.code('A'), 1),
                        new Preference(Drawing.code('E'), Drawing.code('D'), 1),
                        new Preference(Drawing.code('F'), Drawing.code('D'), 1),
                        new Preference(Drawing.code('C'), Drawing.code('A'), 1)))),
            10);
    assertThat(withF.groups())
        .extracting(group -> Drawing.letters(group.practices()))
        .contains("BCEF");
  }

  @Test
  void aLockedNetworkDoesNotBlockAndLocksHoldForGroupsToo() {
    Drawing torn = Drawing.of("ABC\n\n\n\n\n\n\n\n\n\nXYZ").lists("X=30000");
    FormingRules apart =
        FormingRules.BARE.withLocks(
            List.of(new Lock.Apart(Set.of(Drawing.code('A'), Drawing.code('C')))));
    assertThat(Forming.stability(torn.plan("ABX CYZ", apart), 10).stable()).isTrue();

    FormingRules stay =
        FormingRules.BARE.withLocks(List.of(new Lock.Stay(new moot.register.NetworkCode("U1"))));
    assertThat(Forming.stability(torn.today("ABX CYZ").plan("ABX CYZ", stay), 10).stable())
        .isTrue();
  }

  @Test
  void withoutAMinimumEveryPracticeThatTravelsWouldRatherBeAlone() {
    FormingRules any = FormingRules.BARE.with(new SizeBand(0, 50_000, false));

    Stability stability = Forming.stability(row.plan("ABC DEF", any), 2);

    assertThat(stability.blockingGroups()).isEqualTo(4);
    assertThat(stability.groups()).hasSize(2);
    assertThat(Drawing.letters(stability.groups().getFirst().practices())).isEqualTo("A");
  }

  @Test
  void asManyGroupsAsCountedOneByOne() {
    int blocked = 0;
    for (long seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      FormingPlace place = RandomPlaces.place(random, 9);
      List<Preference> preferences = RandomPlaces.preferences(place, random);
      FormingRules rules =
          FormingRules.BARE
              .with(new moot.formation.CostWeights(1, 20, 0, 0, 0, 0, 0, 0, seed % 2 * 4))
              .with(new SizeBand(15_000, 40_000, false))
              .withPreferences(preferences);
      Map<PracticeCode, String> networkOf = RandomPlaces.partition(place, random);
      if (random.nextInt(4) == 0) {
        networkOf.remove(networkOf.keySet().iterator().next());
      }
      Plan plan = Forming.priced(place, rules, networkOf);

      Stability stability = Forming.stability(plan, 1_000);

      var byHand = new BlockingByHand(place, rules).count(plan);
      assertThat(stability.blockingGroups()).as("seed %d", seed).isEqualTo(byHand.blocking());
      assertThat(stability.groupsUnderMinimum()).as("seed %d", seed).isEqualTo(byHand.tooSmall());
      assertThat(stability.groups()).as("seed %d", seed).hasSize((int) byHand.blocking());
      assertThat(
              stability.groups().stream().mapToDouble(Stability.Group::leastGain).max().orElse(0))
          .as("seed %d", seed)
          .isCloseTo(byHand.leastGain(), within(1e-9));
      assertThat(stability.groups())
          .isSortedAccordingTo((a, b) -> Double.compare(b.gain(), a.gain()));
      blocked += stability.stable() ? 0 : 1;
    }
    assertThat(blocked).isBetween(50, 390);
  }

  @Test
  void aBigCityIsLookedAtInASecond() {
    FormingPlace city = RandomPlaces.city(new Random(5), 330);
    Map<PracticeCode, String> networkOf = new TreeMap<>();
    // Strips from west to east: about as bad as a plan can be.
    city.practices()
        .forEach(
            p -> networkOf.put(p.code(), "S%02d".formatted((int) (p.site().northing() / 500))));
    Plan strips = Forming.priced(city, FormingRules.BARE, networkOf);

    long start = System.nanoTime();
    Stability stability = Forming.stability(strips, 20);
    double seconds = (System.nanoTime() - start) / 1e9;

    System.out.printf(
        "330 practices: %,d blocking groups, %,d too small, in %.2f s%n",
        stability.blockingGroups(), stability.groupsUnderMinimum(), seconds);
    assertThat(stability.groups()).hasSize(20);
    assertThat(seconds).isLessThan(20);
  }
}
