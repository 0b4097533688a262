package moot.funding.pricing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import moot.funding.terms.Term;

/** An exact number of pence. */
record Fraction(BigInteger numerator, BigInteger denominator) {
  static final Fraction ZERO = of(0);

  Fraction {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("a denominator of " + denominator);
    }
  }

  static Fraction of(long whole) {
    return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  static Fraction of(BigDecimal amount) {
    BigDecimal scaled = amount.scale() < 0 ? amount.setScale(0) : amount;
    return new Fraction(scaled.unscaledValue(), BigInteger.TEN.pow(scaled.scale()));
  }

  Fraction times(long by) {
    return new Fraction(numerator.multiply(BigInteger.valueOf(by)), denominator);
  }

  Fraction times(Fraction other) {
    return new Fraction(
            numerator.multiply(other.numerator), denominator.multiply(other.denominator))
        .reduced();
  }

  Fraction over(long by) {
    return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(by)));
  }

  Fraction plus(Fraction other) {
    if (denominator.equals(other.denominator)) {
      return new Fraction(numerator.add(other.numerator), denominator);
    }
    return new Fraction(
            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
            denominator.multiply(other.denominator))
        .reduced();
  }

  private Fraction reduced() {
    BigInteger common = numerator.gcd(denominator);
    return common.signum() == 0 || common.equals(BigInteger.ONE)
        ? this
        : new Fraction(numerator.divide(common), denominator.divide(common));
  }

  long rounded(Term.Rounding rounding) {
    return new BigDecimal(numerator)
        .divide(
            new BigDecimal(denominator),
            0,
            rounding == Term.Rounding.DOWN ? RoundingMode.DOWN : RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** With at most {@code decimals} decimals. */
  BigDecimal toDecimal(int decimals) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
        .setScale(decimals, RoundingMode.HALF_UP);
  }
}
