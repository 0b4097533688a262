package moot.formation.search;

import moot.formation.ground.Ground;

/**
 * What a limit on the number of networks leaves room for: each connected group of practices that is
 * not yet in a network needs at least as many as its patients over the maximum, rounded up. A
 * choice after which they need more than the limit leaves is in no plan. That is seldom so, except
 * where the limit is near the fewest networks that the place can have; there it excludes nearly
 * all.
 */
final class Room {
  private final Ground ground;
  private final boolean[] free;
  private final int max;
  private final int limit;
  private final boolean[] met;
  private final int[] queue;

  /**
   * @param limit how many networks the free practices may form at most; infinite for no limit
   */
  Room(Problem problem, double limit) {
    this.ground = problem.ground();
    this.free = problem.free();
    this.max = ground.rules().band().max();
    this.limit = (int) Math.min(limit, free.length);
    this.met = new boolean[free.length];
    this.queue = new int[free.length];
  }

  /** Whether a network, the first to be chosen, leaves room for all others. */
  boolean leaves(char[] members, int from, int to) {
    for (int i = 0; i < met.length; i++) {
      met[i] = !free[i];
    }
    for (int m = from; m < to; m++) {
      met[members[m]] = true;
    }
    return needed() < limit;
  }

  /**
   * Whether there is room for all who are left.
   *
   * @param left the set of those who are in no network yet
   * @param chosen how many networks are chosen
   */
  boolean enough(long[] left, int chosen) {
    for (int i = 0; i < met.length; i++) {
      met[i] = (left[i >> 6] & 1L << i) == 0;
    }
    return needed() <= limit - chosen;
  }

  /** How many networks those who are not met yet need at least. */
  private int needed() {
    int needed = 0;
    for (int i = 0; i < met.length; i++) {
      // A practice above the maximum is a network of its own, so it connects nobody.
      if (!met[i] && ground.list(i) > max) {
        met[i] = true;
        needed++;
      }
    }
    for (int i = 0; i < met.length; i++) {
      if (!met[i]) {
        needed += (int) Math.max(1, Math.ceilDiv(patientsConnectedTo(i), (long) max));
      }
    }
    return needed;
  }

  private long patientsConnectedTo(int first) {
    long patients = 0;
    int tail = 1;
    queue[0] = first;
    met[first] = true;
    for (int head = 0; head < tail; head++) {
      patients += ground.list(queue[head]);
      for (int j : ground.neighbours(queue[head])) {
        if (!met[j]) {
          met[j] = true;
          queue[tail++] = j;
        }
      }
    }
    return patients;
  }
}
