package moot.formation.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * Lists all plans one by one where there can be few: near the fewest networks that a place can
 * have, nearly every choice soon leaves no room for the rest, while the relaxation, blind to that,
 * stays far below the best plan. Takes the practice with the fewest networks left, tries each of
 * these in the order of its reduced cost, and so on down; turns back where the rest has no room, or
 * where the reduced costs add up to what separates the bound from the best plan.
 */
final class Exhaustion {
  /** How often a network may be looked at before this proves to be the wrong way; some seconds. */
  private static final long MOST_LOOKS = 500_000_000;

  private final Room room;
  private final Incumbent incumbent;
  private final Clock clock;
  private final DoubleSupplier enough;
  private final double bound;
  private final int[][] members;
  private final double[] reduced;
  private final long[][] sets;
  private final long[] open;
  private final List<int[]> chosen = new ArrayList<>();
  private long looks;

  private record Priced(int[] members, double reduced) {}

  /**
   * @param held all networks that may be part of a better plan
   * @param costs their reduced costs at the prices of the bound
   * @param enough the bound at which nothing better can come of it, at the moment
   */
  Exhaustion(
      Pool.Held held,
      ReducedCosts costs,
      double bound,
      boolean[] free,
      Room room,
      Incumbent incumbent,
      Clock clock,
      DoubleSupplier enough) {
    this.room = room;
    this.incumbent = incumbent;
    this.clock = clock;
    this.enough = enough;
    this.bound = bound;
    List<Priced> priced = priced(held, costs);
    this.members = priced.stream().map(Priced::members).toArray(int[][]::new);
    this.reduced = priced.stream().mapToDouble(Priced::reduced).toArray();
    this.sets = new long[members.length][];
    Arrays.setAll(sets, k -> set(members[k], free.length));
    this.open = set(numbers(free), free.length);
  }

  private static List<Priced> priced(Pool.Held held, ReducedCosts costs) {
    List<Priced> priced = new ArrayList<>();
    for (Pool.Block block : held.blocks()) {
      double[] of = costs.of(block);
      for (int k = 0; k < block.count(); k++) {
        priced.add(new Priced(block.membersOf(k), Math.max(0, of[k])));
      }
    }
    priced.sort(
        Comparator.comparingDouble(Priced::reduced)
            .thenComparing(Priced::members, Arrays::compare));
    return priced;
  }

  private static int[] numbers(boolean[] free) {
    return IntStream.range(0, free.length).filter(i -> free[i]).toArray();
  }

  private static long[] set(int[] members, int practices) {
    long[] set = new long[(practices + 63) / 64];
    for (int i : members) {
      set[i >> 6] |= 1L << i;
    }
    return set;
  }

  /** Whether it came to its end: then no plan is better than the incumbent. */
  boolean run() {
    int[] all = new int[members.length];
    Arrays.setAll(all, k -> k);
    return descend(open, all, all.length, 0);
  }

  /**
   * @param left who is in no network yet
   * @param candidates the networks among those left, by rising reduced cost
   * @param spent the reduced costs of the networks chosen
   */
  private boolean descend(long[] left, int[] candidates, int count, double spent) {
    looks += count;
    if (looks > MOST_LOOKS || !clock.goOn()) {
      return false;
    }
    if (isEmpty(left)) {
      incumbent.offer(chosen);
      return true;
    }
    int fewest = fewestChoices(left, candidates, count, spent);
    if (fewest < 0) {
      return true;
    }
    for (int c = 0; c < count; c++) {
      int k = candidates[c];
      double now = spent + reduced[k];
      if (bound + now >= enough.getAsDouble()) {
        return true;
      }
      if (has(sets[k], fewest) && !choose(k, left, candidates, count, now)) {
        return false;
      }
    }
    return true;
  }

  private boolean choose(int k, long[] left, int[] candidates, int count, double now) {
    long[] rest = left.clone();
    for (int w = 0; w < rest.length; w++) {
      rest[w] &= ~sets[k][w];
    }
    chosen.add(members[k]);
    boolean goOn = true;
    if (room.enough(rest, chosen.size())) {
      int[] within = new int[count];
      int size = 0;
      double most = enough.getAsDouble() - bound - now;
      for (int c = 0; c < count && reduced[candidates[c]] < most; c++) {
        if (isWithin(sets[candidates[c]], rest)) {
          within[size++] = candidates[c];
        }
      }
      goOn = descend(rest, within, size, now);
    }
    chosen.removeLast();
    return goOn;
  }

  /**
   * The practice with the fewest networks left; −1 when somebody has none, or when the least that
   * each practice adds to the reduced costs is too much already.
   */
  private int fewestChoices(long[] left, int[] candidates, int count, double spent) {
    int practices = 64 * left.length;
    int[] choices = new int[practices];
    double[] least = new double[practices];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int c = 0; c < count; c++) {
      int[] these = members[candidates[c]];
      double share = reduced[candidates[c]] / these.length;
      for (int i : these) {
        choices[i]++;
        least[i] = Math.min(least[i], share);
      }
    }
    int fewest = -1;
    double rest = 0;
    for (int i = 0; i < practices; i++) {
      if (has(left, i)) {
        if (choices[i] == 0) {
          return -1;
        }
        rest += least[i];
        fewest = fewest < 0 || choices[i] < choices[fewest] ? i : fewest;
      }
    }
    return bound + spent + rest >= enough.getAsDouble() ? -1 : fewest;
  }

  private static boolean has(long[] set, int i) {
    return (set[i >> 6] & 1L << i) != 0;
  }

  private static boolean isEmpty(long[] set) {
    for (long word : set) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithin(long[] set, long[] other) {
    for (int w = 0; w < set.length; w++) {
      if ((set[w] & ~other[w]) != 0) {
        return false;
      }
    }
    return true;
  }
}
