package moot.formation.asked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import moot.formation.Plan;
import moot.formation.Stability;
import moot.formation.Stability.Group;
import moot.formation.asked.GainingGroups.Then;
import moot.formation.ground.Ground;
import moot.register.PracticeCode;

/** Finds out whether a plan holds by consent: who would all rather form another network. */
public final class Holding {
  private Holding() {}

  /**
   * Looks at every group that could form a feasible network.
   *
   * @param most how many groups to list, those with the most to gain
   */
  public static Stability stability(Plan plan, int most) {
    Ground ground = new Ground(plan.place(), plan.rules());
    OwnCosts ownCosts = new OwnCosts(ground);
    double[] now = ownCosts.in(plan);
    Tally tally = new Tally(ground, ownCosts, now, most);
    boolean proved = GainingGroups.walk(ground, ownCosts.resistance(now, 0), 0, tally);
    return new Stability(proved, tally.blocking, tally.underMinimum, tally.list());
  }

  private static final class Tally implements GainingGroups.Visitor {
    /** Least to gain first, so that it is the one that makes room. */
    private static final Comparator<Found> ORDER =
        Comparator.comparingDouble(Found::gain)
            .thenComparing(Found::members, (a, b) -> -Arrays.compare(a, b));

    private final Ground ground;
    private final OwnCosts ownCosts;
    private final double[] now;
    private final int most;
    private final PriorityQueue<Found> top = new PriorityQueue<>(ORDER);
    private long blocking;
    private long underMinimum;

    private record Found(int hub, int[] members, int patients, double gain) {}

    Tally(Ground ground, OwnCosts ownCosts, double[] now, int most) {
      this.ground = ground;
      this.ownCosts = ownCosts;
      this.now = now;
      this.most = most;
    }

    @Override
    public Then visit(int hub, int[] members, int size, int patients, double resistance) {
      if (!ownCosts.allGain(now, 0, hub, members, size)) {
        return Then.ALL;
      }
      if (patients < ground.rules().band().min()) {
        underMinimum++;
        return Then.ALL;
      }
      blocking++;
      double gain = 0;
      for (int k = 0; k < size; k++) {
        gain += now[members[k]] - ownCosts.of(members[k], hub, members, size);
      }
      if (top.size() < most || (!top.isEmpty() && gain >= top.element().gain())) {
        int[] sorted = Arrays.copyOf(members, size);
        Arrays.sort(sorted);
        top.add(new Found(hub, sorted, patients, gain));
        if (top.size() > most) {
          top.remove();
        }
      }
      return Then.ALL;
    }

    List<Group> list() {
      List<Found> best = new ArrayList<>(top);
      best.sort(ORDER.reversed());
      return best.stream().map(this::group).toList();
    }

    private Group group(Found found) {
      TreeMap<PracticeCode, Double> gains = new TreeMap<>();
      double least = Double.POSITIVE_INFINITY;
      int[] members = found.members();
      for (int practice : members) {
        double gain = now[practice] - ownCosts.of(practice, found.hub(), members, members.length);
        gains.put(ground.code(practice), gain);
        least = Math.min(least, gain);
      }
      return new Group(
          ground.code(found.hub()),
          List.copyOf(gains.keySet()),
          found.patients(),
          found.gain(),
          least,
          java.util.Collections.unmodifiableMap(gains));
    }
  }
}
