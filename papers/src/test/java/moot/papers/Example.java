package moot.papers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import moot.formation.CostParts;
import moot.formation.CostWeights;
import moot.formation.Curve;
import moot.formation.Explanation;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.NetworkCount;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.PlanStatus;
import moot.formation.Preference;
import moot.formation.SearchLimits;
import moot.formation.SizeBand;
import moot.formation.Stability;
import moot.register.CouncilCode;
import moot.register.LsoaCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;

/**
 * A small place, worked by hand:
 *
 * <pre>
 *   M1 ─1 km─ M2 ─1 km─ M3 ───8 km─── M4 ─2 km─ M5
 *   10,000    12,000    11,000        20,000    9,000
 *   └────────  N01  ──────────┘       └── N02 ──┘
 * </pre>
 *
 * N01: hub M2, travel (10,000 + 11,000) · 1 km = 21 thousand patient-km, in the band. N02: hub M4,
 * travel 9,000 · 2 km = 18, and 1,000 patients short at 20 km = 20. Altogether 59.
 */
final class Example {
  static final String AWKWARD_NAME =
      "=HYPERLINK(\"http://example\") <b>& Sons</b>, Tŷ Gŵyr 'n' \u0007Bell";

  private Example() {}

  static PracticeCode code(String code) {
    return new PracticeCode(code);
  }

  static FormingPractice practice(
      String code, String name, double easting, int list, String today) {
    return new FormingPractice(
        code(code),
        name,
        new Position(easting, 300_000.125),
        list,
        new NetworkCode(today),
        new CouncilCode(easting < 405_000 ? "E07000001" : "E07000002"),
        "01X",
        easting / 1e5 / 3);
  }

  static FormingPlace place() {
    return new FormingPlace(
        new PlaceCode("QXX"),
        "Mere & Vale",
        List.of(
            practice("M1", AWKWARD_NAME, 400_000, 10_000, "T1"),
            practice("M2", "Market Street", 401_000, 12_000, "T1"),
            practice("M3", "Abbey, The", 402_000, 11_000, "T2"),
            practice("M4", "Vale", 410_000, 20_000, "T2"),
            practice("M5", "Far End", 412_000, 9_000, "T2")),
        null,
        Map.of(
            code("M1"), Map.of(new LsoaCode("E01000001"), 9_000, new LsoaCode("E01000002"), 900)));
  }

  static Plan plan() {
    return plan(place(), FormingRules.BARE);
  }

  static Plan plan(FormingPlace place, FormingRules rules) {
    return proved(
        Forming.priced(
            place,
            rules,
            split(Map.of("N01", Set.of("M1", "M2", "M3"), "N02", Set.of("M4", "M5")))));
  }

  private static Map<PracticeCode, String> split(Map<String, Set<String>> networks) {
    Map<PracticeCode, String> networkOf = new TreeMap<>();
    networks.forEach((id, codes) -> codes.forEach(code -> networkOf.put(code(code), id)));
    return networkOf;
  }

  /** As a search would have given it. */
  private static Plan proved(Plan p) {
    return new Plan(
        p.place(),
        p.rules(),
        PlanStatus.PROVED_OPTIMAL,
        p.networks(),
        p.leftOut(),
        p.cost(),
        13,
        true,
        0.123456789,
        7,
        p.neighbours(),
        p.exceptions(),
        List.of("Found by hand."));
  }

  /** An answer to everything that can be asked, under rules of every kind. */
  static Answer full() {
    FormingRules rules =
        new FormingRules(
            new SizeBand(30_000, 50_000, false),
            new CostWeights(1, 20, 0.1, 0.05, 0.01, 0.02, 3, 0.001, 0.5),
            new NetworkCount(1, 4),
            List.of(
                new Lock.Together(Set.of(code("M1"), code("M2"))),
                new Lock.Apart(Set.of(code("M1"), code("M5")))),
            List.of(new Preference(code("M5"), code("M4"), 0.4217)));
    Plan plan = plan(place(), rules);
    Plan other =
        Forming.priced(
            place(),
            rules,
            split(Map.of("N01", Set.of("M1", "M2"), "N02", Set.of("M3", "M4", "M5"))));
    return new Answer(
        plan,
        new SearchLimits(Duration.ofMillis(90_500), 0.003, 1_000_000, 7),
        Forming.explain(plan),
        List.of(new Answer.Alternative(other, Forming.compare(other, plan))),
        new Stability(
            true,
            1,
            2,
            List.of(
                new Stability.Group(
                    code("M4"),
                    List.of(code("M3"), code("M4")),
                    31_000,
                    1.2345,
                    0.5,
                    Map.of(code("M3"), 0.5, code("M4"), 0.7345)))),
        List.of(
            new Curve(
                "networks",
                List.of(
                    new Curve.Point(
                        2, plan(place(), rules.with(new NetworkCount(2, 2))), 11_000)))),
        true,
        new Answer.Alternative(other, Forming.compare(other, plan)));
  }

  /** An answer as the command line asks for by default. */
  static Answer bare() {
    Plan plan = plan();
    return Answer.of(plan).with(Forming.explain(plan));
  }

  /** A plan of many invented practices, for what only shows in a crowd. */
  static Answer crowd(int count) {
    List<FormingPractice> practices = new ArrayList<>();
    Map<PracticeCode, String> networkOf = new TreeMap<>();
    java.util.Random random = new java.util.Random(11);
    for (int i = 0; i < count; i++) {
      String code = String.format(java.util.Locale.ROOT, "C%03d", i);
      double x = 400_000 + random.nextDouble() * 40_000;
      practices.add(practice(code, "Practice " + i, x, 5_000 + random.nextInt(9_000), "T" + i / 5));
      networkOf.put(code(code), "N" + (10 + i / 4));
    }
    Plan plan =
        Forming.priced(
            new FormingPlace(new PlaceCode("QCC"), "Crowd", practices, null, Map.of()),
            FormingRules.BARE,
            networkOf);
    return Answer.of(plan).with(Forming.explain(plan));
  }

  static Explanation.Comparison againstToday(Answer answer) {
    Explanation.Comparison comparison = answer.againstToday();
    if (comparison == null) {
      throw new AssertionError("the example has networks today");
    }
    return comparison;
  }

  static CostParts partsOf(Plan plan, String id) {
    return plan.networks().stream()
        .filter(network -> network.id().equals(id))
        .map(PlanNetwork::parts)
        .findFirst()
        .orElseThrow();
  }
}
