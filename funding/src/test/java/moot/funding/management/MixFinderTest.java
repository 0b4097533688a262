package moot.funding.management;

import static moot.funding.management.Cases.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import moot.funding.Money;
import moot.funding.management.MixFinder.Binding;
import moot.funding.management.MixFinder.Conflict;
import moot.funding.management.MixFinder.Mix;
import org.junit.jupiter.api.Test;

/** The best mix within limits, what binds it, and which limits cannot be kept together. */
class MixFinderTest {

  @Test
  void practicesFillWhatIsLeftAndAreAskedForNoMore() {
    // Need £100,000; the contract brings £75,000; all practices pay: 50p a head fills the rest.
    Mix mix =
        (Mix)
            MixFinder.find(
                scenario(
                    1, need(100_000), contract(100, 100, 0, 0, "1.50"), practices(100, "2", "2")),
                List.of(Limit.noCliff()),
                Source.Kind.PRACTICES);
    assertThat(mix.value()).isEqualTo(Money.ofPounds(25_000));
    assertThat(mix.years().getFirst().asked()).isEqualTo(rates("0.50").getFirst());
    assertThat(mix.years().getFirst().used())
        .containsEntry("contract", Money.ofPounds(75_000))
        .containsEntry("own", Money.ofPounds(25_000));
    assertThat(mix.binding())
        .extracting(Binding::words)
        .contains(
            "another £1,000 a year from “Contract” would lower the use of practices' own money by £1,000.00, at the margin",
            "being short by another £1,000 a year would lower the use of practices' own money by £1,000.00");
  }

  @Test
  void anotherTenPenceAHeadIsReadInWords() {
    // 80 % willing: 10p more of 50,000 patients brings £4,000 more.
    Mix mix =
        (Mix)
            MixFinder.find(
                scenario(1, need(100_000), practices(80, "2", "2")),
                List.of(Limit.perHead("0.60")),
                null);
    assertThat(mix.value()).isEqualTo(Money.ofPounds(76_000));
    Binding binding = mix.binding().getFirst();
    assertThat(binding.what()).isEqualTo("practices are asked for at most £0.60 a head");
    assertThat(binding.atTheMargin()).isEqualTo(Money.ofPounds(-4_000));
    assertThat(binding.words())
        .isEqualTo("another 10p a head would lower the shortfall of all years by £4,000.00");
  }

  @Test
  void headroomMakesTheLastPenceBringLess() {
    List<PayingPractice> practices =
        List.of(
            new PayingPractice("A", "Alder", 10_000, null, rates("0.50").getFirst()),
            PayingPractice.of("B", "Birch", 10_000));
    Scenario scenario =
        scenario(1, need(30_000), practices(100, "2", "2")).withPractices(practices);
    Mix mix = (Mix) MixFinder.find(scenario, List.of(Limit.perHead("1")), null);
    assertThat(mix.value()).isEqualTo(Money.ofPounds(15_000));
    assertThat(mix.binding().getFirst().atTheMargin()).isEqualTo(Money.ofPounds(-1_000));
  }

  @Test
  void startUpIsSavedForTheYearsThatNeedIt() {
    Mix mix =
        (Mix)
            MixFinder.find(
                scenario(3, need(100_000), startUp(true, "6")), List.of(Limit.noCliff()), null);
    assertThat(mix.years())
        .extracting(MixFinder.Year::carried)
        .containsExactly(Money.ofPounds(200_000), Money.ofPounds(100_000), Money.ZERO);
  }

  @Test
  void aRecurrentShareKeepsStartUpOut() {
    Mix mix =
        (Mix)
            MixFinder.find(
                scenario(2, need(100_000), startUp(true, "4"), contract(100, 100, 0, 0, "1.20")),
                List.of(new Limit.RecurrentBy(2, 75)),
                null);
    // Year 2: £60,000 may be three quarters of £80,000.
    assertThat(mix.years().get(1).gap()).isEqualTo(Money.ofPounds(20_000));
    Binding binding = mix.binding().getFirst();
    assertThat(binding.limit()).isEqualTo(new Limit.RecurrentBy(2, 75));
    assertThat(binding.words())
        .startsWith("5 points less of it recurrent would lower the shortfall");
    // 60,000 ÷ 70 % = 85,714.29: that is what a step really does; the margin says 80,000 × 5/75.
    assertThat(binding.words()).endsWith("by £5,714.29");
    assertThat(binding.atTheMargin().inPounds().doubleValue()).isCloseTo(-5_333.33, within(0.02));
  }

  @Test
  void limitsThatConflictAreNamedWithAWayOut() {
    Conflict conflict =
        (Conflict)
            MixFinder.find(
                scenario(2, need(100_000), practices(100, "3", "1"), contract(100, 100, 0, 0, "1")),
                List.of(
                    new Limit.ServicesAtMost(30),
                    Limit.perHead("0.55"),
                    new Limit.OwnershipAtLeast(50),
                    Limit.noCliff()),
                null);
    assertThat(conflict.limits()).containsExactly(Limit.perHead("0.55"), Limit.noCliff());
    assertThat(conflict.smallest()).isTrue();
    assertThat(conflict.words())
        .containsExactly(
            "practices are asked for at most £0.55 a head: it would do if practices are asked for at most £1.05 a head",
            "no cliff: it would do if no year is short by more than £23,000.00");
  }

  @Test
  void limitsThatMakeNoSenseAreAllTold() {
    assertThatThrownBy(
            () ->
                MixFinder.find(
                    scenario(2, need(1), practices(1, "1", "1")),
                    List.of(
                        new Limit.OwnershipAtLeast(500),
                        new Limit.RecurrentBy(3, -1),
                        Limit.perHead("-1"),
                        new Limit.Budget("owm", Money.ofPounds(-1))),
                    Source.Kind.PRACTICES))
        .isInstanceOf(BadScenario.class)
        .hasMessageContaining("limits[0]: 500 %; expected 0 % to 100 %. Maybe 50 %?")
        .hasMessageContaining("limits[1]: −1 %; expected 0 % to 100 %")
        .hasMessageContaining("limits[1]: year 3; expected 1 to 2")
        .hasMessageContaining("limits[2]: −£1.00 a head; expected £0 or more")
        .hasMessageContaining("limits[3]: a budget of owm; expected one of own. Maybe own?")
        .hasMessageContaining("Maybe add: no cliff?");
  }

  /** No feasible mix that chance finds is better, and what is found is feasible. */
  @Test
  void noRandomMixWithinTheLimitsIsBetter() {
    int compared = 0;
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      Scenario scenario = random(random, "case");
      List<Limit> limits = limits(random, scenario);
      if (!(MixFinder.find(scenario, limits, null) instanceof Mix mix)) {
        continue;
      }
      MixProgram program = new MixProgram(scenario);
      double[][] best = new double[scenario.sources().size()][scenario.years()];
      double[] asked = new double[scenario.years()];
      for (int y = 0; y < scenario.years(); y++) {
        for (int s = 0; s < best.length; s++) {
          best[s][y] =
              mix.years().get(y).used().getOrDefault(ids(scenario).get(s), Money.ZERO).pence()
                  / 1e5;
        }
        asked[y] = mix.years().get(y).asked().microPounds() / 1e6;
      }
      assertThat(gap(program, scenario, limits, best, asked, 1e-3))
          .as("seed %d", seed)
          .isCloseTo(mix.value().pence() / 1e5, within(1e-3));
      for (int time = 0; time < 200; time++) {
        double shrink = random.nextDouble();
        double[][] some = new double[best.length][scenario.years()];
        double[] ask = new double[scenario.years()];
        for (int y = 0; y < scenario.years(); y++) {
          for (int s = 0; s < best.length; s++) {
            boolean near = random.nextBoolean();
            double most = Math.max(program.usable(s, y), program.need(y) / 3);
            some[s][y] =
                near
                    ? best[s][y] * (0.9 + 0.2 * random.nextDouble())
                    : shrink * random.nextDouble() * most;
          }
          ask[y] = near(random, asked[y]);
        }
        double gap = gap(program, scenario, limits, some, ask, 1e-9);
        if (!Double.isNaN(gap)) {
          compared++;
          assertThat(gap).as("seed %d", seed).isGreaterThan(mix.value().pence() / 1e5 - 1e-3);
        }
      }
    }
    System.out.println(compared + " random mixes within the limits compared");
    assertThat(compared).isGreaterThan(500);
  }

  private static double near(Random random, double asked) {
    return random.nextBoolean() ? asked : random.nextDouble() * 2;
  }

  private static List<Limit> limits(Random random, Scenario scenario) {
    List<Limit> all = new ArrayList<>();
    all.add(new Limit.PerHeadFromPractices(new moot.funding.Rate(random.nextInt(1_500_000))));
    all.add(new Limit.RecurrentBy(1 + random.nextInt(scenario.years()), random.nextInt(101)));
    all.add(new Limit.OwnershipAtLeast(random.nextInt(101)));
    all.add(new Limit.ServicesAtMost(random.nextInt(101)));
    all.add(new Limit.ShortAtMost(new Money(random.nextInt(30_000_000))));
    for (Source source : scenario.sources()) {
      all.add(new Limit.Budget(source.id(), new Money(random.nextInt(20_000_000))));
    }
    java.util.Collections.shuffle(all, random);
    return all.subList(0, random.nextInt(all.size() + 1));
  }

  /** The shortfall of a mix in thousand pounds, checked by other code; NaN if it breaks a rule. */
  private static double gap(
      MixProgram program,
      Scenario scenario,
      List<Limit> limits,
      double[][] used,
      double[] asked,
      double slack) {
    double gaps = 0;
    double[] stock = new double[used.length];
    boolean limited = limits.stream().anyMatch(Limit.PerHeadFromPractices.class::isInstance);
    for (int y = 0; y < scenario.years(); y++) {
      double sum = 0;
      double recurrent = 0;
      double hands = 0;
      double services = 0;
      for (int s = 0; s < used.length; s++) {
        Source source = scenario.sources().get(s);
        double there = program.usable(s, y) + stock[s];
        if (source instanceof Source.PracticesMoney own) {
          double each = asked[y];
          if (!limited && each > Source.of(own.perHead(), y).microPounds() / 1e6 + slack) {
            return Double.NaN;
          }
          there = 0;
          for (PayingPractice p : scenario.practices()) {
            there +=
                Math.min(each, own.headroom(p).microPounds() / 1e6)
                    * p.patients()
                    * own.willingness(p, own.willingness().likely())
                    / 1e5;
          }
        }
        if (used[s][y] > there + slack) {
          return Double.NaN;
        }
        stock[s] =
            source instanceof Source.Transformation t && t.carried() ? there - used[s][y] : 0;
        sum += used[s][y];
        recurrent += source.recurrent() ? used[s][y] : 0;
        hands += used[s][y] * scenario.handsOf(source.kind()) / 100;
        services += source.kind() == Source.Kind.MARGIN ? used[s][y] : 0;
      }
      double gap = program.need(y) - sum;
      if (gap < -slack) {
        return Double.NaN;
      }
      for (Limit limit : limits) {
        int year = y;
        double all = sum;
        boolean kept =
            switch (limit) {
              case Limit.PerHeadFromPractices p ->
                  asked[year] <= p.most().microPounds() / 1e6 + slack;
              case Limit.RecurrentBy p ->
                  year + 1 < p.year() || recurrent >= p.percent() / 100 * all - slack;
              case Limit.OwnershipAtLeast p -> hands >= p.percent() / 100 * all - slack;
              case Limit.ServicesAtMost p -> services <= p.percent() / 100 * all + slack;
              case Limit.ShortAtMost p -> gap <= p.most().pence() / 1e5 + slack;
              case Limit.Budget p ->
                  used[ids(scenario).indexOf(p.source())][year] <= p.most().pence() / 1e5 + slack;
            };
        if (!kept) {
          return Double.NaN;
        }
      }
      gaps += gap;
    }
    return gaps;
  }

  private static List<String> ids(Scenario scenario) {
    return scenario.sources().stream().map(Source::id).toList();
  }

  /** Together they conflict; without any one they do not; and no smaller set of limits does. */
  @Test
  void theSmallestConflictIsOne() {
    int conflicts = 0;
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      Scenario scenario = random(random, "case");
      List<Limit> limits = new ArrayList<>(limits(random, scenario));
      limits.add(Limit.noCliff());
      MixProgram program = new MixProgram(scenario);
      if (!(MixFinder.find(scenario, limits, null) instanceof Conflict conflict)) {
        continue;
      }
      conflicts++;
      List<Limit> all = limits.stream().distinct().toList();
      assertThat(program.solve(conflict.limits(), null)).as("seed %d", seed).isEmpty();
      for (int set = 0; set < 1 << all.size(); set++) {
        if (Integer.bitCount(set) < conflict.limits().size()) {
          List<Limit> smaller = new ArrayList<>();
          for (int k = 0; k < all.size(); k++) {
            if ((set >> k & 1) == 1) {
              smaller.add(all.get(k));
            }
          }
          assertThat(program.solve(smaller, null)).as("seed %d, %s", seed, smaller).isPresent();
        }
      }
    }
    System.out.println(conflicts + " conflicts checked");
    assertThat(conflicts).isGreaterThan(20);
  }

  @Test
  void aMixOfNothingIsAllShort() {
    Scenario nothing =
        new Scenario("nothing", FIRST, 1, three(), need(5), List.of(), Map.of(), List.of());
    assertThat(((Mix) MixFinder.find(nothing, List.of(), null)).value())
        .isEqualTo(Money.ofPounds(5));
    assertThat(((Conflict) MixFinder.find(nothing, List.of(Limit.noCliff()), null)).limits())
        .containsExactly(Limit.noCliff());
  }
}
