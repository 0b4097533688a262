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
   * @param weights not negative, not all zero; the parts stand in the same order
   */
  public static long[] byLargestRemainder(long whole, BigInteger[] weights) {
    BigInteger sum = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
    if (sum.signum() <= 0 || Arrays.stream(weights).anyMatch(w -> w.signum() < 0)) {
      throw new IllegalArgumentException(
          "weights %s: expected none negative and not all zero"
              .formatted(Arrays.toString(weights)));
    }
    BigInteger size = BigInteger.valueOf(Math.absExact(whole));
    long[] parts = new long[weights.length];
    BigInteger[] remainders = new BigInteger[weights.length];
    long left = size.longValueExact();
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] divided = size.multiply(weights[i]).divideAndRemainder(sum);
      parts[i] = divided[0].longValueExact();
      remainders[i] = divided[1];
      left -= parts[i];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted((a, b) -> remainders[b].compareTo(remainders[a]))
        .limit(left)
        .forEach(i -> parts[i]++);
    if (whole < 0) {
      Arrays.setAll(parts, i -> -parts[i]);
    }
    return parts;
  }

  /** The same for weights that are whole numbers. */
  public static long[] byLargestRemainder(long whole, long[] weights) {
    return byLargestRemainder(
        whole, Arrays.stream(weights).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
  }
}
