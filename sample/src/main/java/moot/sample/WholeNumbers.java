package moot.sample;

import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Shares in whole numbers that add up to the whole (largest remainder). */
final class WholeNumbers {
  private WholeNumbers() {}

  /**
   * @param shares not negative, at least one above zero
   * @return one whole number for each share, in proportion, adding up to {@code total}
   */
  static int[] of(double[] shares, int total) {
    double sum = DoubleStream.of(shares).sum();
    int[] whole = new int[shares.length];
    double[] rest = new double[shares.length];
    int given = 0;
    for (int i = 0; i < shares.length; i++) {
      double exact = shares[i] / sum * total;
      whole[i] = (int) exact;
      rest[i] = exact - whole[i];
      given += whole[i];
    }
    int left = total - given;
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> -rest[i]).thenComparing(i -> i))
        .limit(left)
        .forEach(i -> whole[i]++);
    return whole;
  }
}
