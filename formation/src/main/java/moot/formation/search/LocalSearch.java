package moot.formation.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import moot.formation.ground.Ground;

/**
 * Finds a good plan early, without any proof: networks grow by merging what is cheapest to merge;
 * then practices move and swap between networks, and networks merge and split, as long as that
 * pays; then a few neighbouring networks are mixed up anew at random and the same repeated, keeping
 * what is better.
 *
 * <p>Rules that are not obeyed yet cost more than anything else, so that a start which breaks some
 * is led to a plan that breaks none, if the moves can get there.
 */
final class LocalSearch {
  private final Ground ground;
  private final Scoring scoring;
  private final SplittableRandom random;
  private final BooleanSupplier goOn;
  private Partition now;

  /**
   * @param scoring what the search minimises
   * @param goOn asked between steps; false ends the search where it stands
   */
  LocalSearch(Ground ground, Scoring scoring, long seed, BooleanSupplier goOn) {
    this.ground = ground;
    this.scoring = scoring;
    this.random = new SplittableRandom(seed);
    this.goOn = goOn;
    this.now = new Partition(ground, scoring);
  }

  /** A plan from nothing. */
  List<int[]> build() {
    now = new Partition(ground, scoring);
    linkTogether();
    mergeGreedily();
    descend(now.all());
    return now.networks();
  }

  /** Takes a partition as it is. */
  void startFrom(List<int[]> networks) {
    now = new Partition(ground, scoring, networks);
  }

  /** Goes down from where it stands. */
  List<int[]> descend() {
    descend(now.all());
    return now.networks();
  }

  /** What the present partition costs, broken rules included. */
  double score() {
    return now.score();
  }

  /** Whether the present partition breaks no rule. */
  boolean obeys() {
    return now.broken() == 0;
  }

  List<int[]> networks() {
    return now.networks();
  }

  /**
   * Mixes up and descends again, this many times.
   *
   * @param warmth how much worse a step may be than the best so far, as a share of the cost of one
   *     network, at the beginning; it cools down to nothing
   */
  void shake(int times, double warmth) {
    Partition best = now.copy();
    double typical = Math.abs(now.score()) / Math.max(1, now.count());
    for (int t = 0; t < times && goOn.getAsBoolean(); t++) {
      Partition before = now.copy();
      descend(mixUp());
      double slack = warmth * typical * (times - t) / times;
      if (now.score() > before.score() + 1e-9 && now.score() > best.score() + slack) {
        now = before;
      }
      if (now.score() < best.score() - 1e-9) {
        best = now.copy();
      }
    }
    now = best;
  }

  /** Joins each group that has to be together along the shortest chains of neighbours. */
  private void linkTogether() {
    for (int[] group : scoring.together()) {
      int home = now.networkOf(group[0]);
      for (int k = 1; k < group.length; k++) {
        int target = now.networkOf(group[k]);
        if (target != home) {
          for (int step : now.chain(home, target)) {
            if (now.networkOf(step) != home) {
              now.merge(home, now.networkOf(step));
            }
          }
        }
      }
    }
  }

  private void mergeGreedily() {
    while (goOn.getAsBoolean()) {
      double least = -1e-9;
      int[] pair = null;
      for (int a : now.all()) {
        for (int b : now.around(a)) {
          if (b > a) {
            double change = now.mergeChange(a, b);
            if (change < least) {
              least = change;
              pair = new int[] {a, b};
            }
          }
        }
      }
      if (pair == null) {
        return;
      }
      now.merge(pair[0], pair[1]);
    }
  }

  private void descend(int[] dirty) {
    ArrayDequeOfInts queue = new ArrayDequeOfInts(now.capacity());
    for (int a : dirty) {
      queue.add(a);
    }
    while (!queue.isEmpty()) {
      int a = queue.remove();
      while (now.exists(a)) {
        Move best = new Neighbourhood(ground, now, a).best();
        if (best == null || !goOn.getAsBoolean()) {
          break;
        }
        for (int changed : best.apply(now)) {
          if (now.exists(changed)) {
            queue.add(changed);
            for (int near : now.around(changed)) {
              queue.add(near);
            }
          }
        }
      }
      if (!goOn.getAsBoolean()) {
        return;
      }
    }
  }

  /** Dissolves a few neighbouring networks and grows others from random seeds. */
  private int[] mixUp() {
    int[] all = now.all();
    int first = all[random.nextInt(all.length)];
    List<Integer> region = new ArrayList<>(List.of(first));
    int wanted = 2 + random.nextInt(3);
    while (region.size() < wanted) {
      int[] near = now.around(region.get(random.nextInt(region.size())));
      if (near.length == 0) {
        break;
      }
      int next = near[random.nextInt(near.length)];
      if (!region.contains(next)) {
        region.add(next);
      } else if (random.nextInt(4) == 0) {
        break;
      }
    }
    int change = random.nextInt(3) - 1;
    int seeds = Math.max(1, region.size() + change);
    return now.regrow(region.stream().mapToInt(Integer::intValue).toArray(), seeds, random);
  }

  /** A queue of network numbers, none in it twice. */
  private static final class ArrayDequeOfInts {
    private final java.util.ArrayDeque<Integer> queue = new java.util.ArrayDeque<>();
    private boolean[] inside;

    ArrayDequeOfInts(int capacity) {
      inside = new boolean[capacity];
    }

    void add(int a) {
      if (a >= inside.length) {
        inside = Arrays.copyOf(inside, 2 * a + 1);
      }
      if (!inside[a]) {
        inside[a] = true;
        queue.add(a);
      }
    }

    int remove() {
      int a = queue.remove();
      inside[a] = false;
      return a;
    }

    boolean isEmpty() {
      return queue.isEmpty();
    }
  }
}
