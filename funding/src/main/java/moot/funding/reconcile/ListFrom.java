package moot.funding.reconcile;

/** Where the list was taken from by which the expected amount is worked out. */
public enum ListFrom {
  /** The list on 1 January before the year, as the statement of the year before gives it. */
  YEAR_BEFORE("the statement of the year before"),
  /** The registered list on 1 January before the year, read back from what was paid by it. */
  READ_BACK("another payment of the year"),
  /** The same, weighted as the statement weighs the practice's patients about a year later. */
  READ_BACK_AND_WEIGHTED("another payment of the year, weighted as in this statement"),
  /** The statement's own. */
  THIS_YEAR("this statement"),
  /** The statement's own where an earlier one counts: about a year too late. */
  THIS_YEAR_TOO_LATE("this statement, about a year later than the one that counts"),
  /**
   * The statement's own, carried a year back by how the registered list changed to the year after:
   * an assumption of Moot's.
   */
  CARRIED_BACK("this statement, carried back a year by its own trend");

  private final String words;

  ListFrom(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Whether it is the list that counts, and not one that stands in for it. */
  public boolean isTheOneThatCounts() {
    return this == YEAR_BEFORE || this == READ_BACK || this == THIS_YEAR;
  }

  /** Whether it is of 1 January before the year, weighted then or later. */
  public boolean isOfTheDayBefore() {
    return this == YEAR_BEFORE || this == READ_BACK || this == READ_BACK_AND_WEIGHTED;
  }
}
