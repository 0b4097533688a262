package moot.formation.search;

import java.util.Arrays;

/** Small sets of practice numbers as arrays. */
final class Sets {
  private Sets() {}

  static int[] union(int[] a, int[] b) {
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  static int[] with(int[] a, int i) {
    int[] more = Arrays.copyOf(a, a.length + 1);
    more[a.length] = i;
    return more;
  }

  static int[] without(int[] a, int i) {
    int[] fewer = new int[a.length - 1];
    int k = 0;
    for (int x : a) {
      if (x != i) {
        fewer[k++] = x;
      }
    }
    return fewer;
  }
}
