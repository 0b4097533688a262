package moot.funding.reconcile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How differences are spread, as shares of what was expected.
 *
 * @param count how many were compared
 * @param within how many of them are within the tolerance
 * @param percentiles at {@link #AT}; not numbers when nothing was compared
 * @param medianAbsolute of their sizes
 */
public record Distribution(int count, int within, List<Double> percentiles, double medianAbsolute) {
  /** The percentiles kept. */
  public static final List<Integer> AT = List.of(1, 5, 10, 25, 50, 75, 90, 95, 99);

  public Distribution {
    percentiles = List.copyOf(percentiles);
  }

  static Distribution of(DoubleStream shares, double tolerance) {
    double[] sorted = shares.sorted().toArray();
    double[] sizes = Arrays.stream(sorted).map(Math::abs).sorted().toArray();
    return new Distribution(
        sorted.length,
        (int) Arrays.stream(sizes).filter(size -> size <= tolerance).count(),
        AT.stream().map(p -> quantile(sorted, p / 100.0)).toList(),
        quantile(sizes, 0.5));
  }

  /** Between the two nearest, by how near they are. */
  static double quantile(double[] sorted, double q) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = q * (sorted.length - 1);
    int below = (int) at;
    return below + 1 < sorted.length
        ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below])
        : sorted[below];
  }
}
