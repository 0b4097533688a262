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

  /**
   * How many practices stay with a network of an earlier plan, in a form that is additive over
   * networks: a network counts what it has of one of the earlier networks above that one's price,
   * the best for it and at least 0. With the prices added, no way to let each earlier network be
   * carried on by at most one network keeps more practices (weak duality of the assignment).
   *
   * @param earlierOf each practice's network in the earlier plan; −1 for none
   * @param prices of the earlier networks, in practices
   */
  record CarriedOn(int[] earlierOf, int[] prices, double from) implements Side {
    @Override
    public double to() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public double amount(int[] members, int size) {
      int most = 0;
      for (int k = 0; k < size; k++) {
        int earlier = earlierOf[members[k]];
        if (earlier >= 0) {
          int count = 1;
          for (int m = k + 1; m < size; m++) {
            count += earlierOf[members[m]] == earlier ? 1 : 0;
          }
          most = Math.max(most, count - prices[earlier]);
        }
      }
      return most;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof CarriedOn(int[] of, int[] asked, double least)
          && Arrays.equals(of, earlierOf)
          && Arrays.equals(asked, prices)
          && least == from;
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(earlierOf) + Arrays.hashCode(prices);
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
