package moot.formation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import moot.formation.Contradiction;
import moot.formation.CostWeights;
import moot.formation.Curve;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.ground.Costing;
import moot.formation.ground.Ground;
import org.jspecify.annotations.Nullable;

/**
 * The best plans for rising weights of ties: between two of them, the weight at which both cost the
 * same either finds a plan that is cheaper than both or proves that there is none (Aneja and Nair,
 * 1979).
 */
public final class TiesCurve {
  /** Kilometres per patient at which keeping ties comes before everything. */
  private static final double ABOVE_ALL = 100;

  private final Session session;
  private final Costing tiesAlone;
  private final TreeMap<Double, Step> steps = new TreeMap<>();

  /** Weights that found nothing new: the two steps around each are neighbours for good. */
  private final List<Double> closed = new ArrayList<>();

  /**
   * @param cut thousands of patients whose ties are cut
   * @param rest the cost of everything else
   */
  private record Step(Session.Answer answer, double cut, double rest) {}

  public TiesCurve(Session session) {
    this.session = session;
    this.tiesAlone =
        new Costing(
            new Ground(
                session.ground().place(),
                session.ground().rules().with(new CostWeights(0, 0, 1, 0, 0, 0, 0, 0, 0))));
  }

  /** See {@link moot.formation.Forming#tiesCurve}. */
  public Curve through(int points) throws Contradiction {
    Session.Answer first = session.first();
    Plan today = session.today();
    tryAt(0, first.next());
    if (points > 1) {
      tryAt(ABOVE_ALL, first.next());
    }
    while (steps.size() < points) {
      double weight = next();
      if (Double.isNaN(weight)) {
        break;
      }
      Map.Entry<Double, Step> below = steps.lowerEntry(weight);
      Start start = below == null ? first.next() : below.getValue().answer.next();
      if (!tryAt(weight, start)) {
        break;
      }
    }
    session.clock().last();
    return new Curve(
        "ties",
        steps.entrySet().stream()
            .map(s -> Session.point(s.getKey(), s.getValue().answer.plan(), today))
            .toList());
  }

  /** Solves at a weight; false when the time is up. */
  private boolean tryAt(double weight, Start start) {
    Ground ground = session.ground();
    CostWeights w = ground.rules().weights();
    Ground other =
        new Ground(
            ground.place(),
            ground
                .rules()
                .with(
                    new CostWeights(
                        w.travel(),
                        w.shortfall(),
                        weight,
                        w.boundary(),
                        w.evenSize(),
                        w.evenNeed(),
                        w.perNetwork(),
                        w.overlap(),
                        w.preferences())));
    Session.@Nullable Answer answer =
        session.next(other, session.networks().pricedBy(other), List.of(), start, List.of());
    if (answer == null || !answer.obeys()) {
      return false;
    }
    Plan plan = answer.plan();
    double cut = 0;
    for (PlanNetwork network : plan.networks()) {
      cut += tiesAlone.of(network.practices().stream().mapToInt(ground::number).toArray());
    }
    Step step = new Step(answer, cut, plan.cost() - plan.parts().ties());
    if (steps.values().stream().anyMatch(known -> same(known, step))) {
      closed.add(weight);
    } else {
      steps.put(weight, step);
    }
    return true;
  }

  private static boolean same(Step a, Step b) {
    return Math.abs(a.cut - b.cut) < 1e-9
        && Math.abs(a.rest - b.rest) <= 1e-6 * Math.max(1, Math.abs(a.rest));
  }

  /**
   * The weight that splits the two neighbours that differ most in ties; NaN when all are closed.
   */
  private double next() {
    double best = Double.NaN;
    double widest = 1e-6;
    double low = Double.NaN;
    Step below = null;
    for (Map.Entry<Double, Step> entry : steps.entrySet()) {
      double high = entry.getKey();
      Step above = entry.getValue();
      if (below != null) {
        double fewer = below.cut - above.cut;
        double even = (above.rest - below.rest) / fewer;
        if (fewer > widest && even > low && even < high && open(low, high)) {
          widest = fewer;
          best = even;
        }
      }
      low = high;
      below = above;
    }
    return best;
  }

  private boolean open(double low, double high) {
    return closed.stream().noneMatch(weight -> weight > low && weight < high);
  }
}
