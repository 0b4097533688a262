package moot.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

/** The best plan that moves at most so many practices of another, against every partition. */
class NearPlanTest {
  private static final int PLACES = 800;

  @Test
  void isTheBestOfAllPartitionsWithinTheLimit() {
    int contradictions = 0;
    int bound = 0;
    for (long seed = 1; seed <= PLACES; seed++) {
      OddPlaces cases = new OddPlaces(seed);
      FormingPlace place = cases.place(9);
      FormingRules rules = cases.rules(place);
      Map<PracticeCode, String> earlier = earlier(place, new Random(seed));
      int most = new Random(seed + 1_000_000).nextInt(6);
      Set<PracticeCode> out = leftOut(rules);
      Set<Set<PracticeCode>> before = networks(earlier, out);
      Exhaustive every = new Exhaustive(place, rules, before);
      double best = every.best(plan -> moved(plan, List.copyOf(before)) <= most);
      try {
        List<NearPlan> found = near(place, rules, earlier, List.of(most));
        assertThat(found).as("seed %d", seed).isNotEmpty();
        NearPlan near = found.getLast();
        assertThat(best).as("seed %d: a plan was found", seed).isFinite();
        assertThat(near.plan().cost())
            .as("cost with %d moves at most, seed %d", most, seed)
            .isCloseTo(best, within(1e-6 * Math.max(1, Math.abs(best))));
        assertThat(near.plan().status()).as("seed %d", seed).isEqualTo(PlanStatus.PROVED_OPTIMAL);
        checkNames(seed, near, earlier, out, before);
        bound += every.best(plan -> true) < best - 1e-6 ? 1 : 0;
      } catch (Contradiction none) {
        contradictions++;
        assertThat(best).as("seed %d: %s", seed, none.getMessage()).isInfinite();
      }
    }
    assertThat(bound).as("places at which the limit costs something").isGreaterThan(PLACES / 8);
    assertThat(contradictions).as("places without such a plan").isBetween(10, PLACES / 2);
  }

  /**
   * Each further move is worth something or nothing, never less, and the last is the best of all.
   */
  @Test
  void goesDownToTheBestPlanOfAll() {
    FormingPlace place = RandomPlaces.city(new Random(7), 40);
    Map<PracticeCode, String> earlier = RandomPlaces.partition(place, new Random(7));
    List<Integer> limits = List.of(0, 5, 10, 20, 40);
    List<NearPlan> near = near(place, FormingRules.BARE, earlier, limits);
    double before = Double.POSITIVE_INFINITY;
    for (NearPlan one : near) {
      assertThat(one.moved()).hasSizeLessThanOrEqualTo(one.most());
      assertThat(one.plan().status()).isEqualTo(PlanStatus.PROVED_OPTIMAL);
      assertThat(one.plan().cost()).isLessThanOrEqualTo(before + 1e-6);
      before = one.plan().cost();
    }
    assertThat(near.getFirst().plan().cost())
        .as("with no moves the plan is the earlier one, broken rules and all")
        .isCloseTo(Forming.priced(place, FormingRules.BARE, earlier).cost(), within(1e-6 * before));
    assertThat(near.getLast().plan().cost())
        .isCloseTo(
            Forming.best(place, FormingRules.BARE, SearchLimits.DEFAULT, Progress.Listener.NONE)
                .cost(),
            within(1e-6 * before));
  }

  /** Staffordshire and Stoke-on-Trent, from today's networks: 141 practices. */
  @Test
  void isProvedForARealBoard() {
    FormingPlace place = EnglandBoards.getBoard("QNC");
    Map<PracticeCode, String> today = NetworkNames.today(place);
    double before = Forming.today(place, FormingRules.BARE).cost();
    for (int most : List.of(1, 3, 5, 10)) {
      long start = System.nanoTime();
      NearPlan near = near(place, FormingRules.BARE, today, List.of(most)).getFirst();
      System.out.printf(
          "QNC from today, at most %d of %d moves: %s, cost %.3f (before %.3f), %d moved, %.1f s%n",
          most,
          place.practices().size(),
          near.plan().status(),
          near.plan().cost(),
          before,
          near.moved().size(),
          (System.nanoTime() - start) / 1e9);
      assertThat(near.plan().status()).isEqualTo(PlanStatus.PROVED_OPTIMAL);
      assertThat(near.plan().cost()).isLessThan(before);
      before = near.plan().cost();
    }
    long start = System.nanoTime();
    List<NearPlan> curve =
        near(place, FormingRules.BARE, today, IntStream.rangeClosed(1, 10).boxed().toList());
    System.out.printf(
        "QNC from today, all limits from 1 to 10: %s, %.1f s%n",
        curve.stream().map(one -> "%.1f".formatted(one.plan().cost())).toList(),
        (System.nanoTime() - start) / 1e9);
    assertThat(curve).hasSize(10).allMatch(one -> one.plan().status() == PlanStatus.PROVED_OPTIMAL);
    assertThat(curve.getLast().plan().cost()).isCloseTo(before, within(1e-6 * before));
  }

  private static List<NearPlan> near(
      FormingPlace place,
      FormingRules rules,
      Map<PracticeCode, String> earlier,
      List<Integer> limits) {
    return Forming.near(
        place,
        rules,
        earlier,
        Set.of("New 1"),
        limits,
        SearchLimits.DEFAULT,
        Progress.Listener.NONE);
  }

  /** Mostly whole; some practices in none. */
  private static Map<PracticeCode, String> earlier(FormingPlace place, Random random) {
    Map<PracticeCode, String> earlier = new TreeMap<>();
    int networks = 1 + random.nextInt(4);
    for (FormingPractice practice : place.practices()) {
      if (random.nextInt(8) > 0) {
        earlier.put(practice.code(), "D" + random.nextInt(networks));
      }
    }
    return earlier;
  }

  private static Set<PracticeCode> leftOut(FormingRules rules) {
    Set<PracticeCode> out = new TreeSet<>();
    for (Lock lock : rules.locks()) {
      if (lock instanceof Lock.LeaveOut(PracticeCode practice)) {
        out.add(practice);
      }
    }
    return out;
  }

  private static Set<Set<PracticeCode>> networks(
      Map<PracticeCode, String> networkOf, Set<PracticeCode> out) {
    Map<String, Set<PracticeCode>> networks = new HashMap<>();
    networkOf.forEach(
        (practice, name) -> {
          if (!out.contains(practice)) {
            networks.computeIfAbsent(name, n -> new HashSet<>()).add(practice);
          }
        });
    return new HashSet<>(networks.values());
  }

  /** Tries every way to let networks carry on earlier ones. */
  private static int moved(List<Set<PracticeCode>> plan, List<Set<PracticeCode>> earlier) {
    int placed = 0;
    for (Set<PracticeCode> one : earlier) {
      placed += (int) one.stream().filter(p -> plan.stream().anyMatch(n -> n.contains(p))).count();
    }
    return placed - kept(plan, 0, new ArrayList<>(earlier));
  }

  private static int kept(List<Set<PracticeCode>> plan, int k, List<Set<PracticeCode>> left) {
    if (k == plan.size()) {
      return 0;
    }
    int most = kept(plan, k + 1, left);
    for (int j = 0; j < left.size(); j++) {
      Set<PracticeCode> one = left.remove(j);
      int shared = (int) one.stream().filter(plan.get(k)::contains).count();
      most = Math.max(most, shared + kept(plan, k + 1, left));
      left.add(j, one);
    }
    return most;
  }

  private static void checkNames(
      long seed,
      NearPlan near,
      Map<PracticeCode, String> earlier,
      Set<PracticeCode> out,
      Set<Set<PracticeCode>> before) {
    List<Set<PracticeCode>> plan =
        near.plan().networks().stream()
            .<Set<PracticeCode>>map(network -> new HashSet<>(network.practices()))
            .toList();
    assertThat(near.moved())
        .as("moved, seed %d", seed)
        .hasSize(moved(plan, List.copyOf(before)))
        .hasSizeLessThanOrEqualTo(near.most());
    Set<PracticeCode> renamed = new TreeSet<>();
    earlier.forEach(
        (practice, name) -> {
          if (!out.contains(practice) && !name.equals(near.networkOf().get(practice))) {
            renamed.add(practice);
          }
        });
    assertThat(renamed)
        .as("those who are in a network of another name, seed %d", seed)
        .isEqualTo(near.moved());
    assertThat(networks(near.networkOf(), Set.of()))
        .as("no two networks have one name, seed %d", seed)
        .isEqualTo(new HashSet<>(plan));
    assertThat(near.networkOf().values()).doesNotContain("New 1");
  }
}
