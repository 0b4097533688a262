package moot.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * How much of a basis there is (patients, weighted patients, beds, points), in hundredths: weighted
 * lists are published with two decimals.
 */
public record Quantity(long hundredths) implements Comparable<Quantity> {
  public static final Quantity ZERO = new Quantity(0);

  public static Quantity of(long whole) {
    return new Quantity(Math.multiplyExact(whole, 100L));
  }

  /** Rounded to the nearest hundredth. */
  public static Quantity of(BigDecimal amount) {
    return new Quantity(
        amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /** Rounded to the nearest hundredth. */
  public static Quantity of(double amount) {
    return of(BigDecimal.valueOf(amount));
  }

  public Quantity plus(Quantity other) {
    return new Quantity(Math.addExact(hundredths, other.hundredths));
  }

  public BigDecimal amount() {
    return BigDecimal.valueOf(hundredths, 2);
  }

  @Override
  public int compareTo(Quantity other) {
    return Long.compare(hundredths, other.hundredths);
  }

  /** Without decimals where it has none: {@code 50,000}, {@code 4,579.78}. */
  @Override
  public String toString() {
    return String.format(Locale.UK, hundredths % 100 == 0 ? "%,.0f" : "%,.2f", amount());
  }
}
