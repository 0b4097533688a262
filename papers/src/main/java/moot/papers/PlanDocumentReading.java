package moot.papers;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import moot.formation.CostParts;
import moot.formation.CostWeights;
import moot.formation.Curve;
import moot.formation.Explanation;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.NeighbourPair;
import moot.formation.NetworkCount;
import moot.formation.Plan;
import moot.formation.PlanException;
import moot.formation.PlanNetwork;
import moot.formation.PlanStatus;
import moot.formation.SearchLimits;
import moot.formation.SizeBand;
import moot.formation.Stability;
import moot.register.CouncilCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/** Reads an answer out of the shape of {@code plan.json}. */
final class PlanDocumentReading {
  private final PlanDocument document;
  private final FormingPlace place;
  private final FormingRules rules;
  private final SortedSet<NeighbourPair> neighbours = new TreeSet<>();

  private PlanDocumentReading(PlanDocument document) {
    this.document = document;
    for (List<String> pair : document.neighbours()) {
      if (pair.size() != 2) {
        throw new IllegalArgumentException(
            "neighbours %s: expected two practice codes".formatted(pair));
      }
      neighbours.add(
          new NeighbourPair(new PracticeCode(pair.get(0)), new PracticeCode(pair.get(1))));
    }
    PlanDocument.Parameters parameters = document.parameters();
    this.place =
        new FormingPlace(
            new PlaceCode(document.place()),
            document.name(),
            document.practices().stream().map(PlanDocumentReading::practice).toList(),
            parameters.neighboursGiven() ? Set.copyOf(neighbours) : null,
            Map.of());
    Integer to = parameters.networks().to();
    this.rules =
        new FormingRules(
            new SizeBand(parameters.min(), parameters.max(), parameters.minIsHard()),
            weights(parameters.weights()),
            new NetworkCount(parameters.networks().from(), to == null ? Integer.MAX_VALUE : to),
            parameters.locks().stream().map(PlanDocumentReading::lock).toList(),
            List.of());
  }

  /**
   * @throws IllegalArgumentException when something in it cannot be, in words
   */
  static Answer answer(PlanDocument document) {
    return new PlanDocumentReading(document).answer();
  }

  private Answer answer() {
    Plan plan =
        plan(
            rules,
            new PlanDocument.Partition(
                document.status(),
                document.cost(),
                document.bound(),
                document.gap(),
                document.feasibleNetworks(),
                document.enumerated(),
                document.seconds(),
                document.seed(),
                document.networks(),
                document.leftOut(),
                document.exceptions(),
                document.notes()));
    PlanDocument.Parameters parameters = document.parameters();
    SearchLimits limits =
        new SearchLimits(
            Duration.ofNanos(Math.round(parameters.timeLimitSeconds() * 1e9)),
            parameters.acceptGap(),
            parameters.maxHeldNetworks(),
            document.seed());
    return new Answer(
        plan,
        limits,
        document.explanation() == null ? null : explanation(document.explanation()),
        orNone(document.alternatives()).stream().map(a -> alternative(a, plan)).toList(),
        document.stability() == null ? null : stability(document.stability()),
        orNone(document.curves()).stream().map(this::curve).toList(),
        Boolean.TRUE.equals(parameters.mostStable()),
        document.cheapest() == null ? null : alternative(document.cheapest(), plan));
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private Plan plan(FormingRules rules, PlanDocument.Partition p) {
    return new Plan(
        place,
        rules,
        PlanStatus.valueOf(p.status()),
        p.networks().stream().map(PlanDocumentReading::network).toList(),
        practices(p.leftOut()),
        p.bound(),
        p.feasibleNetworks() == null ? -1 : p.feasibleNetworks(),
        p.enumerated(),
        p.seconds(),
        p.seed(),
        neighbours,
        p.exceptions().stream().map(PlanDocumentReading::exception).toList(),
        p.notes());
  }

  private static PlanNetwork network(PlanDocument.Network n) {
    return new PlanNetwork(
        n.id(),
        new PracticeCode(n.hub()),
        practices(n.practices()),
        n.patients(),
        n.connected(),
        parts(n.parts()));
  }

  private static PlanException exception(PlanDocument.Exceptional e) {
    return new PlanException(
        PlanException.Kind.valueOf(e.kind()),
        e.network(),
        practices(e.practices()),
        e.patients(),
        e.reason());
  }

  private static CostParts parts(PlanDocument.Parts p) {
    return new CostParts(
        p.travel(),
        p.shortfall(),
        p.ties(),
        p.boundary(),
        p.evenSize(),
        p.evenNeed(),
        p.perNetwork(),
        p.overlap(),
        p.preferences());
  }

  private static CostWeights weights(PlanDocument.Parts p) {
    return new CostWeights(
        p.travel(),
        p.shortfall(),
        p.ties(),
        p.boundary(),
        p.evenSize(),
        p.evenNeed(),
        p.perNetwork(),
        p.overlap(),
        p.preferences());
  }

  private static Lock lock(PlanDocument.Locked lock) {
    return switch (lock.lock()) {
      case "together" -> new Lock.Together(Set.copyOf(practices(lock.codes())));
      case "apart" -> new Lock.Apart(Set.copyOf(practices(lock.codes())));
      case "stay" -> new Lock.Stay(new NetworkCode(lock.codes().getFirst()));
      case "keep" -> new Lock.Keep(Set.copyOf(practices(lock.codes())));
      case "leave-out" -> new Lock.LeaveOut(new PracticeCode(lock.codes().getFirst()));
      default ->
          throw new IllegalArgumentException(
              "lock \"%s\": expected together, apart, stay, keep or leave-out"
                  .formatted(lock.lock()));
    };
  }

  private static FormingPractice practice(PlanDocument.Practice p) {
    return new FormingPractice(
        new PracticeCode(p.code()),
        p.name(),
        new Position(p.easting(), p.northing()),
        p.listSize(),
        p.network() == null ? null : new NetworkCode(p.network()),
        p.council() == null ? null : new CouncilCode(p.council()),
        p.subLocation(),
        p.need());
  }

  private static List<PracticeCode> practices(List<String> codes) {
    return codes.stream().map(PracticeCode::new).toList();
  }

  private Explanation explanation(PlanDocument.Explained e) {
    PlanDocument.Today today = document.today();
    return new Explanation(
        e.practices().stream().map(PlanDocumentReading::ofPractice).toList(),
        e.networks().stream().map(PlanDocumentReading::ofNetwork).toList(),
        today == null
            ? null
            : new Explanation.Comparison(
                plan(rules, today.plan()),
                today.extraCost(),
                today.practicesMoved(),
                today.patientsMoved(),
                practices(today.moved()),
                matches(today.matches())));
  }

  private static Explanation.OfPractice ofPractice(PlanDocument.OfPractice p) {
    PracticeCode code = new PracticeCode(p.practice());
    PlanDocument.Move move = p.bestMove();
    return new Explanation.OfPractice(
        code,
        p.network(),
        p.kmToHub(),
        p.travel(),
        p.share(),
        move == null ? null : new Explanation.Move(code, move.to(), move.extraCost()));
  }

  private static Explanation.OfNetwork ofNetwork(PlanDocument.OfNetwork n) {
    return new Explanation.OfNetwork(
        n.network(),
        new PracticeCode(n.hub()),
        n.patients(),
        n.inBand(),
        n.spreadKm(),
        n.farthestKm(),
        n.councils().stream().map(CouncilCode::new).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static List<Explanation.Match> matches(List<PlanDocument.Matched> matches) {
    return matches.stream()
        .map(m -> new Explanation.Match(m.network(), m.reference(), m.patientsKept()))
        .toList();
  }

  private Answer.Alternative alternative(PlanDocument.Alternative a, Plan best) {
    return new Answer.Alternative(
        plan(rules, a.plan()),
        new Explanation.Comparison(
            best,
            a.extraCost(),
            a.practicesMoved(),
            a.patientsMoved(),
            practices(a.moved()),
            matches(a.matches())));
  }

  private static Stability stability(PlanDocument.Stable s) {
    return new Stability(
        s.proved(),
        s.blockingGroups(),
        s.groupsUnderMinimum(),
        s.groups().stream().map(PlanDocumentReading::group).toList());
  }

  private static Stability.Group group(PlanDocument.Group g) {
    Map<PracticeCode, Double> gains = new HashMap<>();
    Map<String, Double> written = g.gainByPractice();
    if (written != null) {
      written.forEach((code, gain) -> gains.put(new PracticeCode(code), gain));
    }
    return new Stability.Group(
        new PracticeCode(g.hub()),
        practices(g.practices()),
        g.patients(),
        g.gain() == null ? Double.NaN : g.gain(),
        g.leastGain() == null ? Double.NaN : g.leastGain(),
        gains);
  }

  private Curve curve(PlanDocument.Trade trade) {
    return new Curve(
        trade.parameter(),
        trade.points().stream()
            .map(p -> new Curve.Point(p.value(), plan(at(trade, p), p.plan()), p.patientsMoved()))
            .toList());
  }

  /** The rules at one point of a curve: the same but for what varies. */
  private FormingRules at(PlanDocument.Trade trade, PlanDocument.Point point) {
    CostWeights w = rules.weights();
    return switch (trade.parameter()) {
      case "networks" -> rules.with(new NetworkCount((int) point.value(), (int) point.value()));
      case "ties" ->
          rules.with(
              new CostWeights(
                  w.travel(),
                  w.shortfall(),
                  point.value(),
                  w.boundary(),
                  w.evenSize(),
                  w.evenNeed(),
                  w.perNetwork(),
                  w.overlap(),
                  w.preferences()));
      default -> rules;
    };
  }
}
