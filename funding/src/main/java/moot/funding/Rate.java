package moot.funding;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Money for one unit of something, in whole micro-pounds, so that a rate such as £0.022142 is
 * exact.
 */
public record Rate(long microPounds) implements Comparable<Rate> {
  private static final int DECIMALS = 6;

  /**
   * @throws ArithmeticException for more than six decimals
   */
  public static Rate ofPounds(BigDecimal pounds) {
    return new Rate(pounds.movePointRight(DECIMALS).longValueExact());
  }

  /** For example {@code Rate.ofPounds("1.761")}. */
  public static Rate ofPounds(String pounds) {
    return ofPounds(new BigDecimal(pounds));
  }

  public BigDecimal inPounds() {
    return BigDecimal.valueOf(microPounds, DECIMALS);
  }

  @Override
  public int compareTo(Rate other) {
    return Long.compare(microPounds, other.microPounds);
  }

  /**
   * Pounds with as many decimals as it has, at least two: {@code £1.50}, {@code £0.045}, {@code
   * £62,340.00}.
   */
  @Override
  public String toString() {
    BigDecimal pounds = inPounds().abs().stripTrailingZeros();
    return (microPounds < 0 ? "−£" : "£")
        + String.format(Locale.UK, "%%,.%df".formatted(Math.max(2, pounds.scale())), pounds);
  }
}
