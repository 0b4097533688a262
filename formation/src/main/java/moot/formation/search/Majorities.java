package moot.formation.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for broken cuts of five practices and divisor 3, or seven and divisor 4: of the networks
 * that have the majority of some practices only one fits into a plan.
 *
 * <p>Method: from each practice grow the set by whoever brings most networks nearest to the
 * majority, then exchange one at a time as long as that pays.
 */
final class Majorities {
  private final Fractions fractions;
  private final int size;
  private final int majority;
  private final double[] worth;

  /**
   * @param size of the sets, odd
   */
  Majorities(Fractions fractions, int size) {
    this.fractions = fractions;
    this.size = size;
    this.majority = size / 2 + 1;
    // What a network with so many of the practices is worth on the way: the majority is the aim.
    this.worth = new double[size + 1];
    for (int met = 0; met <= size; met++) {
      worth[met] = met >= majority ? 1 : 0.5 * Math.pow(met / (double) majority, 3);
    }
  }

  List<OddSets.Found> find(double broken) {
    List<OddSets.Found> found = new ArrayList<>();
    if (fractions.practices() >= size) {
      for (int i = 0; i < fractions.practices(); i++) {
        grow(i, broken, found);
      }
    }
    return found;
  }

  private void grow(int seed, double broken, List<OddSets.Found> found) {
    int[] met = new int[fractions.count()];
    boolean[] inside = new boolean[fractions.practices()];
    int[] set = new int[size];
    set[0] = seed;
    change(met, inside, seed, 1);
    for (int k = 1; k < size; k++) {
      set[k] = best(met, inside);
      change(met, inside, set[k], 1);
    }
    double value = value(met);
    boolean better = true;
    while (better) {
      better = false;
      for (int k = 0; k < size; k++) {
        int out = set[k];
        change(met, inside, out, -1);
        int in = best(met, inside);
        change(met, inside, in, 1);
        double then = value(met);
        if (then > value + 1e-9) {
          set[k] = in;
          value = then;
          better = true;
        } else {
          change(met, inside, in, -1);
          change(met, inside, out, 1);
        }
      }
    }
    double sum = 0;
    for (int k = 0; k < met.length; k++) {
      sum += met[k] >= majority ? fractions.share(k) : 0;
    }
    if (sum > 1 + broken) {
      found.add(new OddSets.Found(new Cut(fractions.codes(set), majority), sum - 1));
    }
  }

  private void change(int[] met, boolean[] inside, int i, int by) {
    inside[i] = by > 0;
    long[] networks = fractions.networksOf(i);
    for (int w = 0; w < networks.length; w++) {
      for (long left = networks[w]; left != 0; left &= left - 1) {
        met[64 * w + Long.numberOfTrailingZeros(left)] += by;
      }
    }
  }

  private int best(int[] met, boolean[] inside) {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < inside.length; i++) {
      if (!inside[i]) {
        double gain = 0;
        long[] networks = fractions.networksOf(i);
        for (int w = 0; w < networks.length; w++) {
          for (long left = networks[w]; left != 0; left &= left - 1) {
            int k = 64 * w + Long.numberOfTrailingZeros(left);
            gain += fractions.share(k) * (worth[met[k] + 1] - worth[met[k]]);
          }
        }
        if (gain > most) {
          most = gain;
          best = i;
        }
      }
    }
    return best;
  }

  private double value(int[] met) {
    double value = 0;
    for (int k = 0; k < met.length; k++) {
      value += fractions.share(k) * worth[met[k]];
    }
    return value;
  }
}
