package moot.formation.asked;

import java.util.Arrays;
import moot.formation.ground.Ground;

/**
 * The hub of a network, as {@link moot.formation.ground.Costing#hubOf} defines it, without making
 * arrays. Travel is summed in the order of the codes, so that equal travel is found equal whatever
 * order the members come in.
 */
final class Hubs {
  private static final ThreadLocal<int[]> SORTED = ThreadLocal.withInitial(() -> new int[64]);

  private Hubs() {}

  static int of(Ground ground, int[] members, int size) {
    int[] sorted = SORTED.get();
    if (sorted.length < size) {
      sorted = new int[2 * size];
      SORTED.set(sorted);
    }
    System.arraycopy(members, 0, sorted, 0, size);
    Arrays.sort(sorted, 0, size);
    int hub = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < size; c++) {
      double sum = 0;
      for (int m = 0; m < size; m++) {
        sum += ground.list(sorted[m]) * ground.km(sorted[m], sorted[c]);
      }
      if (sum < least) {
        least = sum;
        hub = sorted[c];
      }
    }
    return hub;
  }
}
