package moot.formation.search;

import java.util.List;
import java.util.TreeMap;
import moot.formation.Contradiction;
import moot.formation.Curve;
import moot.formation.NetworkCount;
import moot.formation.Plan;
import moot.formation.ground.Ground;
import org.jspecify.annotations.Nullable;

/** The best plan for each number of networks. */
public final class NetworksCurve {
  /** How many points a curve has when nobody says which. */
  private static final int POINTS = 15;

  private final Session session;
  private final Plan today;
  private final TreeMap<Integer, Curve.Point> points = new TreeMap<>();

  /**
   * @param session whose rules leave the number of networks open
   */
  public NetworksCurve(Session session) {
    this.session = session;
    this.today = session.today();
  }

  /** See {@link moot.formation.Forming#networksCurve}. */
  public Curve over(NetworkCount range) throws Contradiction {
    Session.Answer middle = session.first();
    int best = middle.plan().networks().size();
    int from = range.from();
    int to = Math.min(range.to(), Math.max(from, session.ground().size()));
    if (range.equals(NetworkCount.ANY)) {
      from = Math.max(1, best - POINTS / 2);
      to = from + POINTS - 1;
    }
    // Outwards from the number that is best of all, each from its neighbour; beyond the first
    // number for which there is no plan, there is mostly none either, but that is not certain.
    int home = Math.clamp(best, from, to);
    Start start = middle.next();
    for (int count = home; count <= to; count++) {
      start = addPoint(count, start);
    }
    start = middle.next();
    for (int count = home - 1; count >= from; count--) {
      start = addPoint(count, start);
    }
    if (points.isEmpty() && session.clock().goOn()) {
      throw session.contradiction(with(range));
    }
    session.clock().last();
    return new Curve("networks", List.copyOf(points.values()));
  }

  private Ground with(NetworkCount count) {
    return new Ground(session.ground().place(), session.ground().rules().with(count));
  }

  private Start addPoint(int count, Start start) {
    Session.@Nullable Answer answer =
        session.next(
            with(new NetworkCount(count, count)), session.networks(), List.of(), start, List.of());
    if (answer == null || !answer.obeys()) {
      return start;
    }
    points.put(count, Session.point(count, answer.plan(), today));
    return answer.next();
  }
}
