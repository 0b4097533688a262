package moot.formation.search;

/**
 * A rank-1 cut over a few practices: of the networks that have many of them only so many fit into
 * one plan. With practices t and whole weights w over a divisor q, every partition obeys {@code Σ
 * floor(Σ w over the network's members in t / q) ≤ floor(Σ w / q)}. Three practices with weight 1
 * over 2 is the subset-row cut of Jepsen, Petersen, Spoorendonk and Pisinger (2008).
 *
 * @param practices ascending
 * @param weights of each of them, all below the divisor
 */
record Cut(int[] practices, int[] weights, int divisor) {
  static Cut ofThree(int a, int b, int c) {
    return new Cut(new int[] {a, b, c}, new int[] {1, 1, 1}, 2);
  }

  int limit() {
    int sum = 0;
    for (int w : weights) {
      sum += w;
    }
    return sum / divisor;
  }

  /** How much of the limit a network takes. */
  int of(int[] members) {
    int sum = 0;
    for (int i : members) {
      for (int k = 0; k < practices.length; k++) {
        if (practices[k] == i) {
          sum += weights[k];
        }
      }
    }
    return sum / divisor;
  }

  /** Equal exactly for equal cuts. */
  String key() {
    return divisor
        + ":"
        + java.util.Arrays.toString(practices)
        + java.util.Arrays.toString(weights);
  }
}
