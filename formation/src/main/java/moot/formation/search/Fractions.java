package moot.formation.search;

import java.util.Arrays;
import java.util.List;

/**
 * What is broken into fractions in a solution of the relaxation: the networks with a share below 1
 * and the practices in them, each by a running number.
 */
final class Fractions {
  private final int[] codes;
  private final double[] shares;
  private final long[][] networksOf;

  Fractions(int practices, List<Relaxation.Part> parts) {
    List<Relaxation.Part> broken = parts.stream().filter(part -> part.share() < 1 - 1e-6).toList();
    int[] number = new int[practices];
    Arrays.fill(number, -1);
    for (Relaxation.Part part : broken) {
      for (int i : part.column().members()) {
        number[i] = 0;
      }
    }
    int n = 0;
    int[] all = new int[practices];
    for (int i = 0; i < practices; i++) {
      if (number[i] == 0) {
        number[i] = n;
        all[n++] = i;
      }
    }
    codes = Arrays.copyOf(all, n);
    shares = broken.stream().mapToDouble(Relaxation.Part::share).toArray();
    networksOf = new long[n][(broken.size() + 63) / 64];
    for (int k = 0; k < broken.size(); k++) {
      for (int i : broken.get(k).column().members()) {
        networksOf[number[i]][k / 64] |= 1L << k;
      }
    }
  }

  int practices() {
    return codes.length;
  }

  /** How many networks are broken. */
  int count() {
    return shares.length;
  }

  double share(int k) {
    return shares[k];
  }

  /** Bit by bit, the networks that a practice is in. */
  long[] networksOf(int practice) {
    return networksOf[practice];
  }

  /** The numbers of practices in the place, ascending. */
  int[] codes(int[] numbers) {
    int[] result = new int[numbers.length];
    for (int k = 0; k < result.length; k++) {
      result[k] = codes[numbers[k]];
    }
    Arrays.sort(result);
    return result;
  }

  /** By pair of practices, how much of them is together. */
  double[][] pairs() {
    int n = codes.length;
    double[][] pairs = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int w = 0; w < networksOf[i].length; w++) {
          sum += sum(networksOf[i][w] & networksOf[j][w], w);
        }
        pairs[i][j] = sum;
        pairs[j][i] = sum;
      }
    }
    return pairs;
  }

  /** The shares of the networks that have an odd number of these practices. */
  double odd(int[] some) {
    double sum = 0;
    for (int w = 0; w < (shares.length + 63) / 64; w++) {
      long parity = 0;
      for (int i : some) {
        parity ^= networksOf[i][w];
      }
      sum += sum(parity, w);
    }
    return sum;
  }

  /** The shares of the networks whose bits are set in a word. */
  double sum(long bits, int word) {
    double sum = 0;
    for (long left = bits; left != 0; left &= left - 1) {
      sum += shares[64 * word + Long.numberOfTrailingZeros(left)];
    }
    return sum;
  }
}
