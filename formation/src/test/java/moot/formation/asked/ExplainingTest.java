package moot.formation.asked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import moot.formation.Drawing;
import moot.formation.Explanation;
import moot.formation.Explanation.OfNetwork;
import moot.formation.Explanation.OfPractice;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.NetworkCount;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.RandomPlaces;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

class ExplainingTest {
  // A, B, C a kilometre apart, then 3 km of fields, then D, E, F.
  private final Drawing row = Drawing.of("ABC  DEF");

  @Test
  void eachPracticeTravelsToItsHubAndBearsItsShare() {
    Plan plan = row.lists("A=15000").plan("ABC DEF");

    Explanation explanation = Forming.explain(plan);

    OfPractice a = of(explanation, 'A');
    // The hub is B: 15,000 + 10,000 patients travel 1 km each.
    assertThat(plan.networks().getFirst().cost()).isEqualTo(25);
    assertThat(a.network()).isEqualTo("N01");
    assertThat(a.kmToHub()).isEqualTo(1);
    assertThat(a.travel()).isEqualTo(15);
    assertThat(a.share()).isCloseTo(25 * 15.0 / 35, within(1e-9));
    assertThat(of(explanation, 'B').travel()).isZero();
    assertThat(of(explanation, 'B').share()).isCloseTo(25 * 10.0 / 35, within(1e-9));
  }

  @Test
  void theBestMoveSaysWhereToAndWhatItWouldCost() {
    Explanation explanation = Forming.explain(row.plan("ABC DEF"));

    // C to DEF: 20,000 left short of 30,000 by 10,000 (200); A or B travels 1 km (10 instead of
    // 20); C travels 4 km to E, or 3 km and the others 1 + 2 km to D.
    var c = Objects.requireNonNull(of(explanation, 'C').bestMove());
    assertThat(c.to()).isEqualTo("N02");
    assertThat(c.extraCost()).isCloseTo(200 - 10 + 40, within(1e-9));
    // A is only B's neighbour, so it could only stand alone: twice short, 10 + 10 less travel.
    var a = Objects.requireNonNull(of(explanation, 'A').bestMove());
    assertThat(a.to()).isNull();
    assertThat(a.extraCost()).isCloseTo(200 + 400 - 10, within(1e-9));
    // Without B, A and C would have nothing between them.
    assertThat(of(explanation, 'B').bestMove()).isNull();
  }

  @Test
  void aMoveObeysLocksAndTheNumberOfNetworks() {
    Lock abTogether = new Lock.Together(Set.copyOf(Drawing.codes("AB")));
    Lock cApart = new Lock.Apart(Set.copyOf(Drawing.codes("CE")));
    FormingRules locked = FormingRules.BARE.withLocks(List.of(abTogether, cApart));

    Explanation explanation = Forming.explain(row.plan("ABC DEF", locked));
    assertThat(of(explanation, 'A').bestMove()).isNull();
    assertThat(Objects.requireNonNull(of(explanation, 'C').bestMove()).to()).isNull();

    Explanation twoOnly = Forming.explain(row.plan("ABC DEF", locked.with(new NetworkCount(2, 2))));
    assertThat(of(twoOnly, 'C').bestMove()).isNull();
  }

  @Test
  void aNetworkThatIsTodaysAndStaysIsNotTouched() {
    Drawing today = row.today("ABC DEF");
    FormingRules stay =
        FormingRules.BARE.withLocks(List.of(new Lock.Stay(new moot.register.NetworkCode("U2"))));

    Explanation explanation = Forming.explain(today.plan("ABC DEF", stay));

    assertThat(Objects.requireNonNull(of(explanation, 'C').bestMove()).to()).isNull();
    assertThat(of(explanation, 'D').bestMove()).isNull();
  }

  @Test
  void networksAgainstTheBand() {
    List<OfNetwork> networks = Forming.explain(row.plan("ABC DEF")).networks();
    assertThat(networks.getFirst().inBand()).isTrue();
    assertThat(networks.getFirst().hub()).isEqualTo(Drawing.code('B'));
    assertThat(networks.getFirst().spreadKm()).isEqualTo(2);
    assertThat(networks.getFirst().farthestKm()).isEqualTo(1);

    assertThat(Forming.explain(row.plan("AB CDEF")).networks())
        .extracting(OfNetwork::inBand)
        .containsExactly(false, true);
  }

  @Test
  void againstTodayOnlyWhereThereIsAToday() {
    assertThat(Forming.explain(row.plan("ABC DEF")).againstToday()).isNull();

    var against =
        Objects.requireNonNull(
            Forming.explain(row.today("ABCD EF").plan("ABC DEF")).againstToday());
    assertThat(Drawing.letters(against.moved())).isEqualTo("D");
  }

  @Test
  void noSingleMoveIsCheaperThanTheOneNamed() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      FormingPlace place = RandomPlaces.place(random, 9);
      Map<PracticeCode, String> networkOf = RandomPlaces.partition(place, random);
      Plan plan = Forming.priced(place, FormingRules.BARE, networkOf);
      for (OfPractice practice : Forming.explain(plan).practices()) {
        double best = Double.POSITIVE_INFINITY;
        Set<String> targets = new HashSet<>(networkOf.values());
        targets.add("NEW");
        String from = practice.network();
        targets.remove(from);
        for (String target : targets) {
          Map<PracticeCode, String> moved = new TreeMap<>(networkOf);
          moved.put(practice.practice(), target);
          if (target.equals("NEW") && !moved.containsValue(from)) {
            continue;
          }
          Plan after = Forming.priced(place, FormingRules.BARE, moved);
          boolean feasible =
              after.networks().stream()
                  .filter(n -> n.id().equals(from) || n.id().equals(target))
                  .allMatch(ExplainingTest::feasible);
          if (feasible) {
            best = Math.min(best, after.cost() - plan.cost());
          }
        }
        double named =
            practice.bestMove() == null
                ? Double.POSITIVE_INFINITY
                : practice.bestMove().extraCost();
        if (Double.isInfinite(best)) {
          assertThat(practice.bestMove()).as("seed %d", seed).isNull();
        } else {
          assertThat(named).as("seed %d", seed).isCloseTo(best, within(1e-6));
        }
      }
    }
  }

  private static boolean feasible(PlanNetwork network) {
    return network.connected() && (network.practices().size() == 1 || network.patients() <= 50_000);
  }

  private static OfPractice of(Explanation explanation, char letter) {
    return explanation.practices().stream()
        .filter(p -> p.practice().equals(Drawing.code(letter)))
        .findFirst()
        .orElseThrow();
  }
}
