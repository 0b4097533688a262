package moot.app.access;

/** What sort of party somebody acts for. */
public enum PartyKind {
  PRACTICE("practice"),
  NETWORK("network"),
  FEDERATION("federation"),
  LMC("local medical committee"),
  SYSTEM("integrated care board"),
  FACILITATOR("facilitator"),
  /** Those who keep this installation of Moot running: they let parties in, and have no say. */
  INSTALLATION("this installation");

  private final String words;

  PartyKind(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
