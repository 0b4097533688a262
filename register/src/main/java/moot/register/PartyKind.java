package moot.register;

/** What sort of body a party is. */
public enum PartyKind {
  /** A general practice, or another body that ODS lists beside practices. */
  PRACTICE("practice"),
  /** A primary care network. */
  NETWORK("primary care network"),
  /** An integrated care board. */
  BOARD("integrated care board"),
  /** A sub-ICB location, before July 2022 a clinical commissioning group. */
  SUB_LOCATION("sub-ICB location"),
  /** A commissioning region of NHS England. */
  REGION("region"),
  /** A local authority district. */
  COUNCIL("council"),
  /** A place of the table's own, named in its own files. */
  PLACE("place");

  private final String words;

  PartyKind(String words) {
    this.words = words;
  }

  /** In words, lower case, singular. */
  public String words() {
    return words;
  }
}
