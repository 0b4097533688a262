package moot.formation.search;

import java.util.Arrays;

/**
 * A rank-1 cut: of the networks that have many of some practices only so many fit into one plan.
 * With a set of practices and a divisor d, every partition obeys {@code Σ over its networks of
 * floor(members in the set / d) ≤ floor(size of the set / d)}.
 *
 * <p>It follows from adding up the rows of those practices, each 1/d times, and rounding down.
 * Three practices and divisor 2 is the subset-row cut of Jepsen, Petersen, Spoorendonk and Pisinger
 * (2008); odd sets and divisor 2 are zero-half cuts (Caprara and Fischetti, 1996).
 *
 * @param practices ascending
 */
record Cut(int[] practices, int divisor) {
  int limit() {
    return practices.length / divisor;
  }

  /** How much of the limit a network takes. */
  int of(int[] members) {
    int met = 0;
    for (int i : members) {
      if (Arrays.binarySearch(practices, i) >= 0) {
        met++;
      }
    }
    return met / divisor;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cut(int[] same, int d)
        && d == divisor
        && Arrays.equals(same, practices);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(practices) + divisor;
  }
}
