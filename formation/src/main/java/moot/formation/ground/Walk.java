package moot.formation.ground;

import java.util.BitSet;

/**
 * Walks all feasible networks that the search is free to choose, each exactly once and always in
 * the same order. Networks that a lock keeps as they are do not come up: nothing is free about them
 * and nobody else may touch their members.
 *
 * <p>Method: from each practice in turn, grow connected sets by practices with a higher number
 * only; whoever has been tried is closed to the branches after it (Wernicke's ESU, 2006). Every
 * node of that tree is a connected set within the maximum, so without locks no step is wasted.
 */
public final class Walk {
  /** Sees one feasible network after the other. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param members the first {@code size} are the members, in no order; not to be kept or changed
     * @param patients registered patients of all members
     * @return false to stop the walk
     */
    boolean visit(int[] members, int size, int patients);
  }

  /** Follows the walk step by step, so that what it computes can grow with the set. */
  public interface Companion {
    Companion NONE =
        new Companion() {
          @Override
          public void joins(int practice) {}

          @Override
          public void leaves() {}
        };

    /** A practice joins those before it. */
    void joins(int practice);

    /** The one who joined last leaves. */
    void leaves();
  }

  private final Ground ground;
  private final LockTable locks;
  private final Visitor visitor;
  private final Companion companion;
  private final int max;
  private final boolean minIsHard;
  private final boolean[] closed;
  private final boolean[] met;
  private final int[] groupPatients;
  private final BitSet inside;
  private final int[] members;
  private int[] open;
  private int size;
  private int patients;
  private int missing;

  private Walk(Ground ground, Visitor visitor, Companion companion) {
    int n = ground.size();
    this.ground = ground;
    this.locks = ground.locks();
    this.visitor = visitor;
    this.companion = companion;
    this.max = ground.rules().band().max();
    this.minIsHard = ground.rules().band().minIsHard();
    this.closed = new boolean[n];
    this.met = new boolean[locks.groups().length];
    this.groupPatients = new int[locks.groups().length];
    for (int g = 0; g < groupPatients.length; g++) {
      groupPatients[g] = ground.patients(locks.groups()[g]);
    }
    this.inside = new BitSet(n);
    this.members = new int[n];
    this.open = new int[2 * n + 16];
    for (int i = 0; i < n; i++) {
      closed[i] = locks.stayOf(i) >= 0;
    }
  }

  /**
   * @return whether the walk came to its end, not stopped by the visitor
   */
  public static boolean all(Ground ground, Visitor visitor) {
    return all(ground, visitor, Companion.NONE);
  }

  /**
   * @param companion told of each practice that joins before a set that has it is visited
   * @return whether the walk came to its end, not stopped by the visitor
   */
  public static boolean all(Ground ground, Visitor visitor, Companion companion) {
    return new Walk(ground, visitor, companion).fromEach();
  }

  private boolean fromEach() {
    for (int root = 0; root < ground.size(); root++) {
      if (!closed[root]) {
        closed[root] = true;
        if (!with(root, 0, 0, Integer.MAX_VALUE)) {
          return false;
        }
      }
    }
    return true;
  }

  /** What joining adds to the patients that are bound to come: all who have to be together. */
  private int bound(int practice) {
    int group = locks.groupOf(practice);
    return group < 0 ? ground.list(practice) : met[group] ? 0 : groupPatients[group];
  }

  /**
   * Visits all sets that have the members so far and this practice.
   *
   * @param from the first of those in {@link #open} who may join after it
   * @param to behind the last of them
   * @param room patients that may still come
   */
  private boolean with(int practice, int from, int to, int room) {
    int group = locks.groupOf(practice);
    boolean first = group >= 0 && !met[group];
    int left = (size == 0 ? max : room) - bound(practice);
    if (first) {
      met[group] = true;
      missing += locks.groups()[group].length;
    }
    missing -= group >= 0 ? 1 : 0;
    members[size++] = practice;
    patients += ground.list(practice);
    inside.set(practice);
    companion.joins(practice);

    boolean goOn = !complete() || visitor.visit(members, size, patients);
    int end = to;
    if (goOn && left >= 0) {
      end = opened(practice, to, left);
      for (int i = from; i < end && goOn; i++) {
        int next = open[i];
        if (bound(next) <= left && mayJoin(next)) {
          goOn = with(next, i + 1, end, left);
        }
      }
    }
    for (int i = to; i < end; i++) {
      closed[open[i]] = false;
    }
    companion.leaves();
    inside.clear(practice);
    patients -= ground.list(practice);
    size--;
    missing += group >= 0 ? 1 : 0;
    if (first) {
      met[group] = false;
      missing -= locks.groups()[group].length;
    }
    return goOn;
  }

  /** Adds to {@link #open} whom this practice brings within reach; gives its new end. */
  private int opened(int practice, int to, int left) {
    int end = to;
    for (int next : ground.neighbours(practice)) {
      if (!closed[next] && bound(next) <= left) {
        closed[next] = true;
        if (end == open.length) {
          open = java.util.Arrays.copyOf(open, 2 * open.length);
        }
        open[end++] = next;
      }
    }
    return end;
  }

  private boolean mayJoin(int next) {
    return !locks.anyApart() || !locks.apart(next).intersects(inside);
  }

  private boolean complete() {
    if (missing > 0) {
      return false;
    }
    return !minIsHard
        || patients >= ground.rules().band().min()
        || (size == 1 && ground.nobodyCanJoin(members[0]));
  }
}
