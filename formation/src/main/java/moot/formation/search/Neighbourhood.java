package moot.formation.search;

import moot.formation.ground.Ground;
import org.jspecify.annotations.Nullable;

/**
 * All plans that are one move away by way of one network: a practice goes or comes, two swap, the
 * network merges with another or splits in two.
 */
final class Neighbourhood {
  private static final double PAYS = -1e-9;

  private final Ground ground;
  private final Partition partition;
  private final int a;
  private final int[] mine;
  private double least = PAYS;
  private @Nullable Move best;

  Neighbourhood(Ground ground, Partition partition, int a) {
    this.ground = ground;
    this.partition = partition;
    this.a = a;
    this.mine = partition.members(a);
  }

  /** The move that pays most; null when none pays. */
  @Nullable Move best() {
    for (int i : mine) {
      int[] rest = Sets.without(mine, i);
      if (rest.length == 0 || ground.connected(rest)) {
        goes(i, rest);
      }
      swaps(i, rest);
    }
    for (int b : partition.around(a)) {
      consider(new int[] {a, b}, new int[][] {Sets.union(mine, partition.members(b)), new int[0]});
    }
    splits();
    return best;
  }

  private void consider(int[] networks, int[][] become) {
    int existing = 0;
    for (int network : networks) {
      existing += network >= 0 ? 1 : 0;
    }
    int[] before = networks;
    if (existing < networks.length) {
      before = java.util.Arrays.stream(networks).filter(k -> k >= 0).toArray();
    }
    double change = partition.change(before, become);
    if (change < least) {
      least = change;
      best = new Move(networks, become, change);
    }
  }

  private void goes(int i, int[] rest) {
    int[] tried = new int[ground.neighbours(i).length];
    int n = 0;
    for (int j : ground.neighbours(i)) {
      int b = partition.networkOf(j);
      if (b >= 0 && b != a && !has(tried, n, b)) {
        tried[n++] = b;
        consider(new int[] {a, b}, new int[][] {rest, Sets.with(partition.members(b), i)});
      }
    }
    if (rest.length > 0) {
      consider(new int[] {a, -1}, new int[][] {rest, new int[] {i}});
    }
  }

  private static boolean has(int[] some, int n, int b) {
    for (int k = 0; k < n; k++) {
      if (some[k] == b) {
        return true;
      }
    }
    return false;
  }

  /** Swaps with the practices next to the network; and takes them without giving any. */
  private void swaps(int i, int[] rest) {
    for (int near : mine) {
      for (int j : ground.neighbours(near)) {
        int b = partition.networkOf(j);
        if (b < 0 || b == a) {
          continue;
        }
        int[] theirs = Sets.without(partition.members(b), j);
        if (near == i) {
          // Each practice next to us comes up here once for each of ours that it is next to.
          if (theirs.length == 0 || ground.connected(theirs)) {
            consider(new int[] {a, b}, new int[][] {Sets.with(mine, j), theirs});
          }
        } else if (touches(theirs, i)) {
          int[] ours = Sets.with(rest, j);
          int[] others = Sets.with(theirs, i);
          if (ground.connected(ours) && ground.connected(others)) {
            consider(new int[] {a, b}, new int[][] {ours, others});
          }
        }
      }
    }
  }

  private boolean touches(int[] network, int i) {
    for (int k : network) {
      if (ground.adjacent(i, k)) {
        return true;
      }
    }
    return false;
  }

  /** Splits by who is nearer to the one or the other of two members. */
  private void splits() {
    for (int x = 0; x < mine.length; x++) {
      for (int y = x + 1; y < mine.length; y++) {
        int[] one = new int[mine.length];
        int[] two = new int[mine.length];
        int n = 0;
        int m = 0;
        for (int i : mine) {
          boolean first =
              i == mine[x] || (i != mine[y] && ground.km(i, mine[x]) <= ground.km(i, mine[y]));
          if (first) {
            one[n++] = i;
          } else {
            two[m++] = i;
          }
        }
        int[] left = java.util.Arrays.copyOf(one, n);
        int[] right = java.util.Arrays.copyOf(two, m);
        if (ground.connected(left) && ground.connected(right)) {
          consider(new int[] {a, -1}, new int[][] {left, right});
        }
      }
    }
  }
}
