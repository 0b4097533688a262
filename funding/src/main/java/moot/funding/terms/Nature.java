package moot.funding.terms;

/** How certain it is that what a term comes to is paid. */
public enum Nature {
  /** Paid to whoever is in the contract. */
  PAID,
  /** The most that can be paid: for what was achieved, or against costs that were claimed. */
  AT_MOST,
  /** An allowance that somebody may use, and that is not paid to practices. */
  ALLOWANCE
}
