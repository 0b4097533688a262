package moot.formation.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import moot.formation.ground.Ground;

/**
 * The practices that are free to choose, in numbered networks, with what each network scores. All
 * its networks are connected; they may break other rules on the way.
 */
final class Partition {
  private static final int[] NOBODY = new int[0];

  private final Ground ground;
  private final Scoring scoring;
  private final int[] networkOf;
  private int[][] members;
  private double[] costs;
  private double[] broken;
  private double[][] sides;
  private final double[] sums;
  private int slots;
  private int count;

  /** Everybody alone. */
  Partition(Ground ground, Scoring scoring) {
    this(ground, scoring, alone(ground));
  }

  private static List<int[]> alone(Ground ground) {
    List<int[]> networks = new ArrayList<>();
    for (int i = 0; i < ground.size(); i++) {
      if (ground.locks().stayOf(i) < 0) {
        networks.add(new int[] {i});
      }
    }
    return networks;
  }

  Partition(Ground ground, Scoring scoring, List<int[]> networks) {
    this.ground = ground;
    this.scoring = scoring;
    this.sums = new double[scoring.sides().size()];
    this.networkOf = new int[ground.size()];
    Arrays.fill(networkOf, -1);
    int n = networks.size();
    members = new int[n][];
    costs = new double[n];
    broken = new double[n];
    sides = new double[n][];
    slots = n;
    for (int a = 0; a < n; a++) {
      members[a] = NOBODY;
      sides[a] = new double[scoring.sides().size()];
    }
    for (int a = 0; a < n; a++) {
      set(a, networks.get(a).clone());
    }
  }

  private Partition(Partition other) {
    ground = other.ground;
    scoring = other.scoring;
    networkOf = other.networkOf.clone();
    members = other.members.clone();
    costs = other.costs.clone();
    broken = other.broken.clone();
    sides = other.sides.clone();
    sums = other.sums.clone();
    slots = other.slots;
    count = other.count;
  }

  Partition copy() {
    return new Partition(this);
  }

  /**
   * Gives network {@code a} these members; those it had and has no more have to be set elsewhere.
   */
  void set(int a, int[] network) {
    if (members[a].length == 0 && network.length > 0) {
      count++;
    } else if (members[a].length > 0 && network.length == 0) {
      count--;
    }
    members[a] = network;
    boolean some = network.length > 0;
    costs[a] = some ? scoring.cost(network) : 0;
    broken[a] = some ? scoring.broken(network) : 0;
    for (int s = 0; s < sums.length; s++) {
      sums[s] -= sides[a][s];
    }
    sides[a] = some ? scoring.sides(network) : new double[sums.length];
    for (int s = 0; s < sums.length; s++) {
      sums[s] += sides[a][s];
    }
    for (int i : network) {
      networkOf[i] = a;
    }
  }

  /** The number of an empty network. */
  int empty() {
    for (int a = 0; a < slots; a++) {
      if (members[a].length == 0) {
        return a;
      }
    }
    int more = Math.max(4, 2 * slots);
    members = Arrays.copyOf(members, more);
    costs = Arrays.copyOf(costs, more);
    broken = Arrays.copyOf(broken, more);
    sides = Arrays.copyOf(sides, more);
    for (int a = slots; a < more; a++) {
      members[a] = NOBODY;
      sides[a] = new double[scoring.sides().size()];
    }
    int first = slots;
    slots = more;
    return first;
  }

  int capacity() {
    return slots;
  }

  int count() {
    return count;
  }

  boolean exists(int a) {
    return members[a].length > 0;
  }

  int networkOf(int practice) {
    return networkOf[practice];
  }

  int[] members(int a) {
    return members[a];
  }

  int[] all() {
    int[] all = new int[count];
    int k = 0;
    for (int a = 0; a < slots; a++) {
      if (members[a].length > 0) {
        all[k++] = a;
      }
    }
    return all;
  }

  List<int[]> networks() {
    List<int[]> networks = new ArrayList<>();
    for (int a : all()) {
      networks.add(members[a].clone());
    }
    return networks;
  }

  double score() {
    double sum = 0;
    for (int a = 0; a < slots; a++) {
      sum += costs[a];
    }
    return sum + Scoring.BROKEN * broken();
  }

  double broken() {
    double sum = 0;
    for (int a = 0; a < slots; a++) {
      sum += broken[a];
    }
    return sum + scoring.brokenSides(sums);
  }

  /** The networks that have a practice next to this one's. */
  int[] around(int a) {
    int[] found = new int[8];
    int n = 0;
    for (int i : members[a]) {
      for (int j : ground.neighbours(i)) {
        int b = networkOf[j];
        if (b >= 0 && b != a) {
          boolean known = false;
          for (int k = 0; k < n && !known; k++) {
            known = found[k] == b;
          }
          if (!known) {
            if (n == found.length) {
              found = Arrays.copyOf(found, 2 * n);
            }
            found[n++] = b;
          }
        }
      }
    }
    return Arrays.copyOf(found, n);
  }

  /** By how much the score changes when these networks become those; empty ones are allowed. */
  double change(int[] networks, int[][] become) {
    double change = 0;
    double breaks = 0;
    for (int k = 0; k < networks.length; k++) {
      change -= costs[networks[k]];
      breaks -= broken[networks[k]];
    }
    for (int[] network : become) {
      if (network.length > 0) {
        breaks += scoring.broken(network);
      }
    }
    if (!scoring.sides().isEmpty()) {
      breaks += changeOfSides(networks, become);
    }
    if (breaks > 1e-9) {
      return Double.POSITIVE_INFINITY;
    }
    if (breaks > -1e-9) {
      // Rounding, which at the price of broken rules would look like an improvement, over and over.
      breaks = 0;
    }
    for (int[] network : become) {
      if (network.length > 0) {
        change += scoring.cost(network);
      }
    }
    return change + Scoring.BROKEN * breaks;
  }

  private double changeOfSides(int[] networks, int[][] become) {
    double before = scoring.brokenSides(sums);
    double[] then = sums.clone();
    for (int a : networks) {
      for (int s = 0; s < then.length; s++) {
        then[s] -= sides[a][s];
      }
    }
    for (int[] network : become) {
      if (network.length > 0) {
        double[] amounts = scoring.sides(network);
        for (int s = 0; s < then.length; s++) {
          then[s] += amounts[s];
        }
      }
    }
    return scoring.brokenSides(then) - before;
  }

  double mergeChange(int a, int b) {
    return change(new int[] {a, b}, new int[][] {Sets.union(members[a], members[b])});
  }

  void merge(int a, int b) {
    int[] both = Sets.union(members[a], members[b]);
    set(b, NOBODY);
    set(a, both);
  }

  /** The practices on a shortest chain of neighbours from one network to another, ends left out. */
  int[] chain(int from, int to) {
    int[] before = new int[ground.size()];
    Arrays.fill(before, -2);
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    for (int i : members[from]) {
      before[i] = -1;
      queue.add(i);
    }
    while (!queue.isEmpty()) {
      int i = queue.remove();
      if (networkOf[i] == to) {
        List<Integer> chain = new ArrayList<>();
        for (int at = i; at >= 0; at = before[at]) {
          chain.add(at);
        }
        return chain.reversed().stream().mapToInt(Integer::intValue).toArray();
      }
      for (int j : ground.neighbours(i)) {
        if (before[j] == -2 && networkOf[j] >= 0) {
          before[j] = i;
          queue.add(j);
        }
      }
    }
    return NOBODY;
  }

  /**
   * Dissolves networks and grows others of their practices from random seeds, one practice at a
   * time; who cannot join any within the maximum stays alone.
   *
   * @return the numbers of the networks that came of it
   */
  int[] regrow(int[] region, int seeds, SplittableRandom random) {
    int[] practices = NOBODY;
    for (int a : region) {
      practices = Sets.union(practices, members[a]);
    }
    for (int a : region) {
      set(a, NOBODY);
    }
    for (int i : practices) {
      networkOf[i] = -1;
    }
    Growth growth = new Growth(ground, practices, random);
    List<int[]> grown = growth.grow(Math.min(seeds, practices.length));
    int[] numbers = new int[grown.size()];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = empty();
      set(numbers[k], grown.get(k));
    }
    return numbers;
  }
}
