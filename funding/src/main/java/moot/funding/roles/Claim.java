package moot.funding.roles;

import moot.funding.Money;
import moot.funding.roles.RoleAccount.Parts;

/**
 * What one post asks for in one month, in pence.
 *
 * @param dueAtMost what is reimbursed if the maximum allows it and the sum suffices
 * @param rateKnown whether the maximum is known
 * @param sumKnown whether a sum is
 */
record Claim(
    long cost,
    long share,
    long aboveNumber,
    long aboveMaximum,
    long dueAtMost,
    boolean rateKnown,
    boolean sumKnown) {

  /** What is known to be due. */
  long due() {
    return rateKnown && sumKnown ? dueAtMost : 0;
  }

  Parts parts(long paid) {
    return new Parts(
        new Money(cost),
        new Money(paid),
        new Money(share),
        new Money(aboveMaximum),
        new Money(aboveNumber),
        new Money(dueAtMost - due()),
        new Money(due() - paid));
  }
}
