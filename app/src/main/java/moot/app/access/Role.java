package moot.app.access;

/** What somebody may do for a party. */
public enum Role {
  /** Sees what the party may see. */
  VIEWER("viewer"),
  /** Also works: drafts, comments, the party's own confidential entries. */
  EDITOR("editor"),
  /** Also binds the party: consents, publishes, signs. */
  SIGNATORY("authorised signatory"),
  /** Works as an editor does, and decides who else acts for the party; does not bind it. */
  ADMINISTRATOR("administrator");

  private final String words;

  Role(String words) {
    this.words = words;
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
