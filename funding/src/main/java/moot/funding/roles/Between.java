package moot.funding.roles;

import moot.funding.Money;

/**
 * An amount that lies between two, both included, since something that it depends on is not known.
 *
 * @param from at least
 * @param to at most
 */
public record Between(Money from, Money to) {
  public Between {
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException("at least %s, at most %s".formatted(from, to));
    }
  }

  /** An amount that is known. */
  static Between exactly(Money money) {
    return new Between(money, money);
  }

  /** Whether both are the same. */
  public boolean isExact() {
    return from.equals(to);
  }

  /** For example {@code £1.00} or {@code £1.00 to £2.00}. */
  @Override
  public String toString() {
    return isExact() ? from.toString() : "%s to %s".formatted(from, to);
  }
}
