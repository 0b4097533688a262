package moot.formation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The best plan so far, and ways to find a better one near a solution of the relaxation. */
final class Incumbent {
  private final Problem problem;
  private final Clock clock;
  private final LocalSearch local;
  private final SplittableRandom seeds;
  private List<int[]> networks = List.of();
  private double cost = Double.POSITIVE_INFINITY;

  Incumbent(Problem problem, Clock clock, long seed) {
    this.problem = problem;
    this.clock = clock;
    this.seeds = new SplittableRandom(seed);
    this.local =
        new LocalSearch(
            problem.ground(),
            new Scoring(problem.ground(), problem.sides()),
            seeds.nextLong(),
            clock::goOn);
  }

  /** Whether there is a plan that obeys all rules. */
  boolean exists() {
    return cost < Double.POSITIVE_INFINITY;
  }

  /** Infinite when there is none. */
  double cost() {
    return cost;
  }

  List<int[]> networks() {
    return networks;
  }

  /** Where local search stands: a partition that may break rules. */
  List<int[]> nearest() {
    return local.networks();
  }

  /** Takes a plan if it obeys all rules and is better. */
  boolean offer(List<int[]> other) {
    double price = problem.cost(other);
    if (price >= cost - 1e-12 * Math.abs(cost) || !problem.obeys(other)) {
      return false;
    }
    cost = price;
    networks = List.copyOf(other);
    clock.found(cost + problem.staying());
    return true;
  }

  /** From nothing, shaken this many times. */
  void search(int shakes) {
    offer(local.build());
    local.shake(shakes, 0.1);
    offer(local.networks());
  }

  /** From a partition that may break rules, shaken this many times. */
  void searchFrom(List<int[]> networks, int shakes) {
    offer(networks);
    local.startFrom(networks);
    offer(local.descend());
    local.shake(shakes, 0.1);
    offer(local.networks());
    if (!exists()) {
      search(shakes);
    }
  }

  /** Descends from a partition. */
  void improve(List<int[]> networks) {
    local.startFrom(networks);
    offer(local.descend());
  }

  /**
   * Rounds a solution of the relaxation: takes its networks by falling share as far as they do not
   * overlap, leaves all others alone, and descends from there.
   */
  void round(List<Relaxation.Part> parts, int shakes) {
    List<Relaxation.Part> sorted = new ArrayList<>(parts);
    sorted.sort((p, q) -> Double.compare(q.share(), p.share()));
    boolean[] taken = new boolean[problem.free().length];
    List<int[]> start = new ArrayList<>();
    for (Relaxation.Part part : sorted) {
      boolean clear = true;
      for (int i : part.column().members()) {
        clear &= !taken[i];
      }
      if (clear) {
        start.add(part.column().members());
        for (int i : part.column().members()) {
          taken[i] = true;
        }
      }
    }
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i] && problem.free()[i]) {
        start.add(new int[] {i});
      }
    }
    if (offer(start) && shakes == 0) {
      return;
    }
    local.startFrom(start);
    offer(local.descend());
    if (shakes > 0) {
      local.shake(shakes, 0.03);
      offer(local.networks());
    }
  }
}
