package moot.app.access;

/** What somebody may do for a party. */
public enum Role {
  /** Sees what the party may see. */
  VIEWER("viewer", "sees what the party may see"),
  /** Also works: drafts, comments, the party's own confidential entries. */
  EDITOR("editor", "also works: drafts, comments, the party's own confidential entries"),
  /** Also binds the party: consents, publishes, signs. */
  SIGNATORY("authorised signatory", "also binds the party: consents, publishes, signs"),
  /** Works as an editor does, and decides who else acts for the party; does not bind it. */
  ADMINISTRATOR(
      "administrator",
      "works as an editor does, and decides who else acts for the party; does not bind it");

  private final String words;
  private final String duties;

  Role(String words, String duties) {
    this.words = words;
    this.duties = duties;
  }

  /** What it may do, in a few words. */
  public String duties() {
    return duties;
  }

  public String words() {
    return words;
  }

  public boolean edits() {
    return this != VIEWER;
  }

  public boolean signs() {
    return this == SIGNATORY;
  }

  public boolean administers() {
    return this == ADMINISTRATOR;
  }
}
