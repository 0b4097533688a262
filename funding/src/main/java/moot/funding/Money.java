package moot.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * An amount of money in whole pence.
 *
 * @param pence negative for what is owed back
 */
public record Money(long pence) implements Comparable<Money> {
  public static final Money ZERO = new Money(0);

  public static Money ofPounds(long pounds) {
    return new Money(Math.multiplyExact(pounds, 100L));
  }

  /** Pounds rounded to the nearest penny, halves away from zero. */
  public static Money ofPounds(BigDecimal pounds) {
    return new Money(pounds.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(pence, other.pence));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(pence, other.pence));
  }

  public Money negated() {
    return new Money(Math.negateExact(pence));
  }

  public boolean isZero() {
    return pence == 0;
  }

  /** Pounds with two decimals. */
  public BigDecimal inPounds() {
    return BigDecimal.valueOf(pence, 2);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(pence, other.pence);
  }

  /** For example {@code £1,234.50} or {@code −£3.00}. */
  @Override
  public String toString() {
    BigDecimal pounds = inPounds();
    return (pence < 0 ? "−£" : "£") + String.format(Locale.UK, "%,.2f", pounds.abs());
  }
}
