package moot.funding.income;

/** Whose income it is. */
public enum Scope {
  PRACTICE("practice"),
  NETWORK("network"),
  /** The practices of one commissioner: a sub-ICB location, formerly a CCG. */
  PLACE("place"),
  /** All practices of the statement. */
  ALL("all practices");

  private final String words;

  Scope(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
