package moot.formation.asked;

import java.util.Arrays;
import moot.formation.ground.Ground;

/**
 * Walks all groups that nobody holds back: feasible networks whose members' resistance to having
 * their hub there adds up to less than 1.
 *
 * <p>Under a plan a practice resists with 1 when it would gain nothing by it and with 0 when it
 * would; under a mixture of plans with the share of those in which it would gain nothing.
 *
 * <p>Not all feasible networks are walked: for each practice as hub, only those practices are met
 * that could be in such a group, and only connected sets of them that have the hub. So every such
 * group is met (once, under its hub) and most others never are.
 */
final class GainingGroups {
  /** Differences up to a millimetre are no gain: they come from rounding. */
  static final double TOLERANCE_KM = 1e-6;

  private static final double ENOUGH_RESISTANCE = 1 - 1e-6;

  /** How much each practice resists. */
  @FunctionalInterface
  interface Resistance {
    /** Sets how much each practice resists, 0 to 1, to a group with this hub. */
    void towards(int hub, double[] resistance);
  }

  /** How to go on after a group. */
  enum Then {
    ALL,
    /** Not to the groups that this one is part of, under the same hub. */
    SMALLER,
    STOP
  }

  /** Sees one group after the other. */
  @FunctionalInterface
  interface Visitor {
    /**
     * @param members the first {@code size} are the members, in no order; not to be kept or changed
     */
    Then visit(int hub, int[] members, int size, int patients, double resistance);
  }

  private final Ground ground;
  private final double[] resistance;
  private final int least;
  private final Visitor visitor;
  private final boolean[] closed;
  private final int[] members;
  private final int max;
  private int[] open;
  private int size;
  private int patients;
  private int hub;

  private GainingGroups(Ground ground, int least, Visitor visitor) {
    this.ground = ground;
    this.least = least;
    this.visitor = visitor;
    int n = ground.size();
    this.resistance = new double[n];
    this.closed = new boolean[n];
    this.members = new int[n];
    this.open = new int[2 * n + 16];
    this.max = ground.rules().band().max();
  }

  /**
   * Walks the groups.
   *
   * @param leastPatients groups with fewer are left out
   * @return whether the walk came to its end, not stopped by the visitor
   */
  static boolean walk(Ground ground, Resistance resistance, int leastPatients, Visitor visitor) {
    GainingGroups walk = new GainingGroups(ground, leastPatients, visitor);
    for (int hub = 0; hub < ground.size(); hub++) {
      resistance.towards(hub, walk.resistance);
      if (!walk.withHub(hub)) {
        return false;
      }
    }
    return true;
  }

  private boolean withHub(int candidate) {
    hub = candidate;
    for (int i = 0; i < closed.length; i++) {
      closed[i] = ground.locks().stayOf(i) >= 0 || resistance[i] >= ENOUGH_RESISTANCE;
    }
    if (closed[hub] || reachablePatients() < least) {
      return true;
    }
    closed[hub] = true;
    return with(hub, 0, 0, 0);
  }

  /** Patients of all whom the hub reaches through practices that may come; itself included. */
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
  private boolean with(int practice, int from, int to, double resisted) {
    members[size++] = practice;
    patients += ground.list(practice);
    double sum = resisted + resistance[practice];
    Then then =
        patients >= least && isNetwork()
            ? visitor.visit(hub, members, size, patients, sum)
            : Then.ALL;
    boolean goOn = then != Then.STOP;
    int end = to;
    if (then == Then.ALL && patients <= max) {
      for (int next : ground.neighbours(practice)) {
        if (!closed[next] && mayCome(next, sum)) {
          closed[next] = true;
          if (end == open.length) {
            open = Arrays.copyOf(open, 2 * open.length);
          }
          open[end++] = next;
        }
      }
      for (int i = from; i < end && goOn; i++) {
        if (mayCome(open[i], sum)) {
          goOn = with(open[i], i + 1, end, sum);
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

  private boolean mayCome(int next, double resisted) {
    return patients + ground.list(next) <= max && resisted + resistance[next] < ENOUGH_RESISTANCE;
  }

  /** Whether the members may be a network and its hub is where the walk has it. */
  private boolean isNetwork() {
    return Hubs.of(ground, members, size) == hub && ground.feasible(Arrays.copyOf(members, size));
  }
}
