package moot.funding.roles;

import java.math.BigInteger;

/**
 * Rounds a sequence of exact amounts to pence so that what was given never strays from their sum by
 * more than half a penny: months add up to the year.
 */
final class Running {
  private final BigInteger denominator;
  private BigInteger sum = BigInteger.ZERO;
  private long given;

  /**
   * @param denominator of all amounts
   */
  Running(BigInteger denominator) {
    this.denominator = denominator;
  }

  /** The next amount in pence; numerators are not negative. */
  long next(BigInteger numerator) {
    sum = sum.add(numerator);
    long all = sum.shiftLeft(1).add(denominator).divide(denominator.shiftLeft(1)).longValueExact();
    long now = all - given;
    given = all;
    return now;
  }
}
