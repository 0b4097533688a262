package moot.papers;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import moot.formation.CostParts;
import moot.formation.CostWeights;
import moot.formation.Curve;
import moot.formation.Explanation;
import moot.formation.Explanation.Comparison;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.NeighbourPair;
import moot.formation.Plan;
import moot.formation.PlanException;
import moot.formation.PlanNetwork;
import moot.formation.Stability;
import org.jspecify.annotations.Nullable;

/** Puts an answer into the shape of {@code plan.json}. */
final class PlanDocumentWriting {
  private PlanDocumentWriting() {}

  static PlanDocument document(Answer answer) {
    Plan plan = answer.plan();
    return new PlanDocument(
        plan.place().code().value(),
        plan.place().name(),
        plan.status().name(),
        plan.cost(),
        plan.bound(),
        plan.gap(),
        counted(plan),
        plan.enumerated(),
        plan.seconds(),
        plan.seed(),
        parts(plan.parts()),
        networks(plan),
        codes(plan.leftOut()),
        exceptions(plan),
        plan.notes(),
        parameters(answer),
        answer.againstToday() == null ? null : today(answer.againstToday()),
        answer.explanation() == null ? null : explained(answer.explanation()),
        answer.alternatives().isEmpty()
            ? null
            : answer.alternatives().stream().map(PlanDocumentWriting::alternative).toList(),
        answer.cheapest() == null ? null : alternative(answer.cheapest()),
        answer.stability() == null
            ? null
            : stable(answer.stability(), Confidences.shapeGains(plan.rules())),
        answer.curves().isEmpty()
            ? null
            : answer.curves().stream().map(PlanDocumentWriting::trade).toList(),
        plan.place().practices().stream().map(PlanDocumentWriting::practice).toList(),
        plan.neighbours().stream().map(PlanDocumentWriting::pair).toList());
  }

  private static @Nullable Long counted(Plan plan) {
    return plan.feasibleNetworks() < 0 ? null : plan.feasibleNetworks();
  }

  private static List<PlanDocument.Network> networks(Plan plan) {
    return plan.networks().stream().map(PlanDocumentWriting::network).toList();
  }

  private static PlanDocument.Network network(PlanNetwork network) {
    return new PlanDocument.Network(
        network.id(),
        network.hub().value(),
        codes(network.practices()),
        network.patients(),
        network.connected(),
        network.cost(),
        parts(network.parts()));
  }

  private static PlanDocument.Parts parts(CostParts p) {
    return new PlanDocument.Parts(
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

  private static PlanDocument.Parts weights(CostWeights w) {
    return new PlanDocument.Parts(
        w.travel(),
        w.shortfall(),
        w.ties(),
        w.boundary(),
        w.evenSize(),
        w.evenNeed(),
        w.perNetwork(),
        w.overlap(),
        w.preferences());
  }

  private static List<PlanDocument.Exceptional> exceptions(Plan plan) {
    return plan.exceptions().stream().map(PlanDocumentWriting::exception).toList();
  }

  private static PlanDocument.Exceptional exception(PlanException e) {
    return new PlanDocument.Exceptional(
        e.kind().name(), e.network(), codes(e.practices()), e.patients(), e.reason());
  }

  private static PlanDocument.Partition partition(Plan plan) {
    return new PlanDocument.Partition(
        plan.status().name(),
        plan.cost(),
        plan.bound(),
        plan.gap(),
        counted(plan),
        plan.enumerated(),
        plan.seconds(),
        plan.seed(),
        networks(plan),
        codes(plan.leftOut()),
        exceptions(plan),
        plan.notes());
  }

  private static PlanDocument.Parameters parameters(Answer answer) {
    FormingRules rules = answer.plan().rules();
    int to = rules.networks().to();
    return new PlanDocument.Parameters(
        rules.band().min(),
        rules.band().max(),
        rules.band().minIsHard(),
        weights(rules.weights()),
        new PlanDocument.Range(rules.networks().from(), to == Integer.MAX_VALUE ? null : to),
        rules.locks().stream().map(PlanDocumentWriting::locked).toList(),
        answer.plan().place().neighbours() != null,
        !answer.plan().place().patientsByArea().isEmpty(),
        answer.limits().time().toNanos() / 1e9,
        answer.limits().acceptGap(),
        answer.limits().maxHeldNetworks(),
        answer.mostStable());
  }

  private static PlanDocument.Locked locked(Lock lock) {
    return switch (lock) {
      case Lock.Together together ->
          new PlanDocument.Locked("together", sorted(together.practices()));
      case Lock.Apart apart -> new PlanDocument.Locked("apart", sorted(apart.practices()));
      case Lock.Stay stay -> new PlanDocument.Locked("stay", List.of(stay.network().value()));
      case Lock.Keep keep -> new PlanDocument.Locked("keep", sorted(keep.practices()));
      case Lock.LeaveOut out ->
          new PlanDocument.Locked("leave-out", List.of(out.practice().value()));
    };
  }

  private static PlanDocument.Today today(Comparison c) {
    PlanFigures figures = PlanFigures.of(c.reference());
    return new PlanDocument.Today(
        c.reference().cost(),
        figures.networks(),
        figures.inBand(),
        figures.notConnected(),
        c.extraCost(),
        c.practicesMoved(),
        c.patientsMoved(),
        codes(c.moved()),
        matches(c),
        partition(c.reference()));
  }

  private static List<PlanDocument.Matched> matches(Comparison c) {
    return c.matches().stream()
        .map(m -> new PlanDocument.Matched(m.network(), m.reference(), m.patientsKept()))
        .toList();
  }

  private static PlanDocument.Explained explained(Explanation e) {
    return new PlanDocument.Explained(
        e.practices().stream().map(PlanDocumentWriting::ofPractice).toList(),
        e.networks().stream().map(PlanDocumentWriting::ofNetwork).toList());
  }

  private static PlanDocument.OfPractice ofPractice(Explanation.OfPractice p) {
    Explanation.Move move = p.bestMove();
    return new PlanDocument.OfPractice(
        p.practice().value(),
        p.network(),
        p.kmToHub(),
        p.travel(),
        p.share(),
        move == null ? null : new PlanDocument.Move(move.to(), move.extraCost()));
  }

  private static PlanDocument.OfNetwork ofNetwork(Explanation.OfNetwork n) {
    return new PlanDocument.OfNetwork(
        n.network(),
        n.hub().value(),
        n.patients(),
        n.inBand(),
        n.spreadKm(),
        n.farthestKm(),
        codes(n.councils()));
  }

  private static PlanDocument.Alternative alternative(Answer.Alternative a) {
    Comparison c = a.againstPlan();
    return new PlanDocument.Alternative(
        c.extraCost(),
        c.practicesMoved(),
        c.patientsMoved(),
        codes(c.moved()),
        matches(c),
        partition(a.plan()));
  }

  private static PlanDocument.Stable stable(Stability s, boolean gainsAreConfidential) {
    return new PlanDocument.Stable(
        s.stable(),
        s.proved(),
        s.blockingGroups(),
        s.groupsUnderMinimum(),
        s.groups().stream()
            .map(g -> group(g, gainsAreConfidential || Double.isNaN(g.gain())))
            .toList());
  }

  private static PlanDocument.Group group(Stability.Group g, boolean gainsAreConfidential) {
    TreeMap<String, Double> gains = new TreeMap<>();
    g.gainByPractice().forEach((practice, gain) -> gains.put(practice.value(), gain));
    return new PlanDocument.Group(
        g.hub().value(),
        codes(g.practices()),
        g.patients(),
        gainsAreConfidential ? null : g.gain(),
        gainsAreConfidential ? null : g.leastGain(),
        gainsAreConfidential ? null : gains);
  }

  private static PlanDocument.Trade trade(Curve curve) {
    return new PlanDocument.Trade(
        curve.parameter(),
        curve.points().stream()
            .map(p -> new PlanDocument.Point(p.value(), p.patientsMoved(), partition(p.plan())))
            .toList());
  }

  private static PlanDocument.Practice practice(FormingPractice p) {
    return new PlanDocument.Practice(
        p.code().value(),
        p.name(),
        p.site().easting(),
        p.site().northing(),
        p.registeredList(),
        p.today() == null ? null : p.today().value(),
        p.council() == null ? null : p.council().value(),
        p.subLocation(),
        p.need());
  }

  private static List<String> pair(NeighbourPair pair) {
    return List.of(pair.a().value(), pair.b().value());
  }

  private static List<String> codes(Collection<?> codes) {
    return codes.stream().map(Object::toString).toList();
  }

  private static List<String> sorted(Collection<?> codes) {
    return codes.stream().map(Object::toString).sorted().collect(Collectors.toList());
  }
}
