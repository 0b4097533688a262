package moot.formation.asked;

import java.util.Arrays;
import moot.formation.ground.Ground;

/**
 * Walks all groups in which every member would be better off than now: feasible networks in which
 * each member's own cost is smaller, by more than a threshold, than what it has now.
 *
 * <p>Not all feasible networks are walked: for each practice as hub, only those practices are met
 * that gain by having their hub there, and only connected sets of them that have the hub. So every
 * group that gains is met (once, under its hub) and most others never are.
 */
final class GainingGroups {
  /** Differences up to a millimetre are no gain: they come from rounding. */
  static final double TOLERANCE_KM = 1e-6;

  /** Sees one group after the other. */
  @FunctionalInterface
  interface Visitor {
    /**
     * @param members the first {@code size} are the members, in no order; not to be kept or changed
     * @param own the own cost of each in the group, in the same order
     * @return false to stop the walk
     */
    boolean visit(int hub, int[] members, double[] own, int size, int patients);
  }

  private final Ground ground;
  private final OwnCosts ownCosts;
  private final double[] limit;
  private final int least;
  private final Visitor visitor;
  private final boolean[] closed;
  private final int[] members;
  private final int[] sorted;
  private final double[] own;
  private final int max;
  private int[] open;
  private int size;
  private int patients;
  private int hub;

  private GainingGroups(
      Ground ground, OwnCosts ownCosts, double[] limit, int least, Visitor visitor) {
    this.ground = ground;
    this.ownCosts = ownCosts;
    this.limit = limit;
    this.least = least;
    this.visitor = visitor;
    int n = ground.size();
    this.closed = new boolean[n];
    this.members = new int[n];
    this.sorted = new int[n];
    this.own = new double[n];
    this.open = new int[2 * n + 16];
    this.max = ground.rules().band().max();
  }

  /**
   * Walks the groups.
   *
   * @param now each practice's own cost now; negative infinity for one that takes no part
   * @param threshold km by which each member has to gain, and more
   * @param leastPatients groups with fewer are left out
   * @return whether the walk came to its end, not stopped by the visitor
   */
  static boolean walk(
      Ground ground,
      OwnCosts ownCosts,
      double[] now,
      double threshold,
      int leastPatients,
      Visitor visitor) {
    double[] limit = Arrays.stream(now).map(km -> km - threshold - TOLERANCE_KM).toArray();
    GainingGroups walk = new GainingGroups(ground, ownCosts, limit, leastPatients, visitor);
    for (int hub = 0; hub < ground.size(); hub++) {
      if (!walk.withHub(hub)) {
        return false;
      }
    }
    return true;
  }

  private boolean withHub(int candidate) {
    hub = candidate;
    for (int i = 0; i < closed.length; i++) {
      closed[i] = ground.locks().stayOf(i) >= 0 || ownCosts.least(i, hub) >= limit[i];
    }
    if (closed[hub] || reachablePatients() < least) {
      return true;
    }
    closed[hub] = true;
    return with(hub, 0, 0);
  }

  /** Patients of all whom the hub reaches through practices that gain; itself included. */
  private long reachablePatients() {
    boolean[] seen = closed.clone();
    int tail = 0;
    members[tail++] = hub;
    seen[hub] = true;
    long sum = 0;
    for (int head = 0; head < tail; head++) {
      sum += ground.list(members[head]);
      for (int j : ground.neighbours(members[head])) {
        if (!seen[j]) {
          seen[j] = true;
          members[tail++] = j;
        }
      }
    }
    return sum;
  }

  /** Visits all groups that have the members so far and this practice; see {@code Walk}. */
  private boolean with(int practice, int from, int to) {
    members[size++] = practice;
    patients += ground.list(practice);
    boolean goOn = patients < least || !gains() || visitor.visit(hub, members, own, size, patients);
    int end = to;
    if (goOn && patients <= max) {
      for (int next : ground.neighbours(practice)) {
        if (!closed[next] && patients + ground.list(next) <= max) {
          closed[next] = true;
          if (end == open.length) {
            open = Arrays.copyOf(open, 2 * open.length);
          }
          open[end++] = next;
        }
      }
      for (int i = from; i < end && goOn; i++) {
        if (patients + ground.list(open[i]) <= max) {
          goOn = with(open[i], i + 1, end);
        }
      }
    }
    for (int i = to; i < end; i++) {
      closed[open[i]] = false;
    }
    patients -= ground.list(practice);
    size--;
    return goOn;
  }

  private boolean gains() {
    for (int k = 0; k < size; k++) {
      own[k] = ownCosts.of(members[k], hub, members, size);
      if (own[k] >= limit[members[k]]) {
        return false;
      }
    }
    return isHub() && ground.feasible(Arrays.copyOf(members, size));
  }

  /**
   * Whether the travel to the hub is smallest; of several such members the first by code is. Sums
   * in the order of the codes, so that equal travel is found equal whichever member the walk set
   * out from.
   */
  private boolean isHub() {
    System.arraycopy(members, 0, sorted, 0, size);
    Arrays.sort(sorted, 0, size);
    double toHub = travelTo(hub);
    for (int k = 0; k < size; k++) {
      int other = sorted[k];
      if (other != hub) {
        double toOther = travelTo(other);
        if (toOther < toHub || (toOther == toHub && other < hub)) {
          return false;
        }
      }
    }
    return true;
  }

  private double travelTo(int centre) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += ground.list(sorted[k]) * ground.km(sorted[k], centre);
    }
    return sum;
  }
}
