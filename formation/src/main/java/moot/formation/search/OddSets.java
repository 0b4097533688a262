package moot.formation.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for broken zero-half cuts: a set of an odd number of practices such that the networks with
 * an odd number of them have shares below 1 together. In every partition at least one network has.
 *
 * <p>Method: from each practice, add, drop or exchange two at a time as long as the odd shares
 * fall.
 */
final class OddSets {
  private static final int MOST_PRACTICES = 15;

  private final Fractions fractions;
  private final int words;

  /**
   * @param by how far a solution is beyond the limit
   */
  record Found(Cut cut, double by) {}

  OddSets(Fractions fractions) {
    this.fractions = fractions;
    this.words = (fractions.count() + 63) / 64;
  }

  List<Found> find(double broken) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < fractions.practices(); i++) {
      grow(i, broken, found);
    }
    return found;
  }

  private void grow(int seed, double broken, List<Found> found) {
    boolean[] inside = new boolean[fractions.practices()];
    long[] parity = new long[words];
    toggle(parity, seed);
    inside[seed] = true;
    int size = 1;
    double odd = weight(parity);
    while (size < MOST_PRACTICES) {
      int bestI = -1;
      int bestJ = -1;
      double best = odd - 1e-6;
      for (int i = 0; i < inside.length; i++) {
        long[] ofI = fractions.networksOf(i);
        for (int j = i + 1; j < inside.length; j++) {
          double then = weight(parity, ofI, fractions.networksOf(j));
          if (then < best) {
            best = then;
            bestI = i;
            bestJ = j;
          }
        }
      }
      if (bestI < 0) {
        break;
      }
      for (int i : new int[] {bestI, bestJ}) {
        toggle(parity, i);
        inside[i] ^= true;
        size += inside[i] ? 1 : -1;
      }
      odd = best;
    }
    if ((1 - odd) / 2 > broken) {
      int[] set = new int[size];
      int n = 0;
      for (int i = 0; i < inside.length; i++) {
        if (inside[i]) {
          set[n++] = i;
        }
      }
      found.add(new Found(new Cut(fractions.codes(set), 2), (1 - odd) / 2));
    }
  }

  private void toggle(long[] parity, int i) {
    for (int w = 0; w < words; w++) {
      parity[w] ^= fractions.networksOf(i)[w];
    }
  }

  private double weight(long[] parity) {
    double sum = 0;
    for (int w = 0; w < words; w++) {
      sum += fractions.sum(parity[w], w);
    }
    return sum;
  }

  private double weight(long[] parity, long[] i, long[] j) {
    double sum = 0;
    for (int w = 0; w < words; w++) {
      sum += fractions.sum(parity[w] ^ i[w] ^ j[w], w);
    }
    return sum;
  }
}
