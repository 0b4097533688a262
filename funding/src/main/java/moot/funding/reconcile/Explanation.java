package moot.funding.reconcile;

/** What a difference is put down to. A class of differences, not a finding about a practice. */
public enum Explanation {
  AS_EXPECTED("as expected"),
  /** All practices of the commissioner differ alike. */
  COMMISSIONERS_MONTHS("months of the commissioner"),
  LIST_OF_LATER_DATE("list of a later date"),
  LIST_CHANGED("list changed"),
  OTHER_RATE("other rate"),
  CLOSED("closed"),
  OPENED("opened"),
  JOINED_OR_LEFT("joined or left"),
  PART_OF_YEAR("part of the year"),
  MORE_THAN_A_YEAR("more than the year"),
  TAKEN_BACK("taken back"),
  NO_PARTICIPATION("no participation"),
  NOTHING_PAID("nothing paid"),
  NO_LIST("no list"),
  OTHER_CONTRACT("other contract"),
  UNUSUAL_LIST("unusual list"),
  UNEXPLAINED("unexplained");

  private final String words;

  Explanation(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public boolean isExplained() {
    return this != UNEXPLAINED;
  }
}
