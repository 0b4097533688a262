package moot.funding;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Divides a whole so that the parts add up to it, to the penny. */
public final class Share {
  private Share() {}

  /**
   * Divides by largest remainder: each part gets its exact share rounded down, and the pennies that
   * are left go one each to those with the largest remainders, the earlier one where two are the
   * same.
   *
   * @param whole may be negative; the parts of −x are the parts of x, negated
   * @param weights not negative, not all zero, each at most 2<sup>62</sup>; the parts stand in the
   *     same order
   */
  public static long[] byLargestRemainder(long whole, long[] weights) {
    long sum = Arrays.stream(weights).reduce(0, Math::addExact);
    if (sum <= 0 || Arrays.stream(weights).anyMatch(w -> w < 0)) {
      throw new IllegalArgumentException(
          "weights %s: expected none negative and not all zero"
              .formatted(Arrays.toString(weights)));
    }
    long size = Math.absExact(whole);
    long[] parts = new long[weights.length];
    long[] remainders = new long[weights.length];
    long given = 0;
    for (int i = 0; i < weights.length; i++) {
      Product product = Product.of(size, weights[i]);
      parts[i] = product.quotient(sum);
      remainders[i] = product.remainder(sum);
      given += parts[i];
    }
    int left = (int) (size - given);
    IntStream.range(0, weights.length)
        .boxed()
        .sorted((a, b) -> Long.compare(remainders[b], remainders[a]))
        .limit(left)
        .forEach(i -> parts[i]++);
    if (whole < 0) {
      Arrays.setAll(parts, i -> -parts[i]);
    }
    return parts;
  }

  /** The product of two numbers that are not negative, in 128 bits where it needs them. */
  private record Product(BigInteger large, long small, boolean fits) {
    static Product of(long a, long b) {
      return Math.multiplyHigh(a, b) == 0 && a * b >= 0
          ? new Product(BigInteger.ZERO, a * b, true)
          : new Product(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)), 0, false);
    }

    long quotient(long by) {
      return fits ? small / by : large.divide(BigInteger.valueOf(by)).longValueExact();
    }

    long remainder(long by) {
      return fits ? small % by : large.mod(BigInteger.valueOf(by)).longValueExact();
    }
  }
}
