package moot.funding.roles;

import moot.funding.Money;
import moot.funding.roles.RoleAccount.Parts;

/** What one post asks for in one month, in pence, and what it gets. */
final class Claim {
  private final long cost;
  private final long share;
  private final long aboveNumber;
  private final long asked;
  private final long limit;
  private final boolean known;
  private long paid;

  Claim(long cost, long share, long aboveNumber, long asked, long limit) {
    this(cost, share, aboveNumber, asked, limit, true);
  }

  private Claim(long cost, long share, long aboveNumber, long asked, long limit, boolean known) {
    this.cost = cost;
    this.share = share;
    this.aboveNumber = aboveNumber;
    this.asked = asked;
    this.limit = limit;
    this.known = known;
  }

  static Claim withoutMaximum(long cost) {
    return new Claim(cost, 0, 0, cost, 0, false);
  }

  void pay(long pence) {
    paid = pence;
  }

  /** What is to be paid, had the sums no end. */
  long due() {
    return Math.min(asked, limit);
  }

  Parts parts() {
    return new Parts(
        new Money(cost),
        new Money(paid),
        new Money(share),
        new Money(known ? asked - due() : 0),
        new Money(aboveNumber),
        new Money(known ? 0 : asked),
        new Money(due() - paid));
  }
}
