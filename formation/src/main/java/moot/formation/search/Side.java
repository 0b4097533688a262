package moot.formation.search;

import java.util.Arrays;

/**
 * A further row over a plan's networks besides the partition: {@code from ≤ Σ amount(network) ≤
 * to}.
 */
interface Side {
  double from();

  double to();

  double amount(int[] members, int size);

  /** How many networks there are. */
  record Count(double from, double to) implements Side {
    @Override
    public double amount(int[] members, int size) {
      return 1;
    }
  }

  /**
   * How many patients are kept together with the largest group of a reference plan that the network
   * has, at most. No matching of the networks of the two plans keeps more.
   *
   * @param referenceOf each practice's network in the reference; −1 for none
   * @param list registered lists
   */
  record Kept(int[] referenceOf, int[] list, double to) implements Side {
    @Override
    public double from() {
      return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double amount(int[] members, int size) {
      long largest = 0;
      for (int k = 0; k < size; k++) {
        int reference = referenceOf[members[k]];
        if (reference >= 0) {
          long sum = 0;
          for (int m = k; m < size; m++) {
            sum += referenceOf[members[m]] == reference ? list[members[m]] : 0;
          }
          largest = Math.max(largest, sum);
        }
      }
      return largest;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Kept(int[] of, int[] lists, double limit)
          && Arrays.equals(of, referenceOf)
          && Arrays.equals(lists, list)
          && limit == to;
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(referenceOf);
    }
  }

  /** What a plan has to bring at least once. Networks that stay as they are bring nothing. */
  record Demanded(Demand demand) implements Side {
    @Override
    public double from() {
      return 1;
    }

    @Override
    public double to() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public double amount(int[] members, int size) {
      return demand.amount(members, size);
    }
  }
}
