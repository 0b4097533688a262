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
    Tally tally = new Tally(ground, now, most);
    boolean proved = GainingGroups.walk(ground, ownCosts, now, 0, 0, tally);
    return new Stability(proved, tally.blocking, tally.underMinimum, tally.list());
  }

  private static final class Tally implements GainingGroups.Visitor {
    /** Least to gain first, so that it is the one that makes room. */
    private static final Comparator<Found> ORDER =
        Comparator.comparingDouble(Found::gain)
            .thenComparing(Found::members, (a, b) -> -Arrays.compare(a, b));

    private final Ground ground;
    private final double[] now;
    private final int most;
    private final PriorityQueue<Found> top = new PriorityQueue<>(ORDER);
    private long blocking;
    private long underMinimum;

    private record Found(int hub, int[] members, double[] own, int patients, double gain) {}

    Tally(Ground ground, double[] now, int most) {
      this.ground = ground;
      this.now = now;
      this.most = most;
    }

    @Override
    public boolean visit(int hub, int[] members, double[] own, int size, int patients) {
      if (patients < ground.rules().band().min()) {
        underMinimum++;
        return true;
      }
      blocking++;
      double gain = 0;
      for (int k = 0; k < size; k++) {
        gain += now[members[k]] - own[k];
      }
      if (top.size() < most || (!top.isEmpty() && gain >= top.element().gain())) {
        top.add(sorted(hub, members, own, size, patients, gain));
        if (top.size() > most) {
          top.remove();
        }
      }
      return true;
    }

    private static Found sorted(
        int hub, int[] members, double[] own, int size, int patients, double gain) {
      int[] order = Arrays.copyOf(members, size);
      Arrays.sort(order);
      double[] costs = new double[size];
      for (int k = 0; k < size; k++) {
        costs[Arrays.binarySearch(order, members[k])] = own[k];
      }
      return new Found(hub, order, costs, patients, gain);
    }

    List<Group> list() {
      List<Found> best = new ArrayList<>(top);
      best.sort(ORDER.reversed());
      return best.stream().map(this::group).toList();
    }

    private Group group(Found found) {
      TreeMap<PracticeCode, Double> gains = new TreeMap<>();
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < found.members().length; k++) {
        double gain = now[found.members()[k]] - found.own()[k];
        gains.put(ground.code(found.members()[k]), gain);
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
