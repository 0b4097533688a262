package moot.app.access;

/** What sort of party somebody acts for. */
public enum PartyKind {
  PRACTICE("practice", "Practices"),
  NETWORK("network", "Networks"),
  FEDERATION("federation", "Federations"),
  LMC("local medical committee", "Local medical committees"),
  SYSTEM("integrated care board", "Integrated care boards"),
  FACILITATOR("facilitator", "Facilitators"),
  /** Those who keep this installation of Moot running: they let parties in, and have no say. */
  INSTALLATION("this installation", "This installation");

  private final String words;
  private final String heading;

  PartyKind(String words, String heading) {
    this.words = words;
    this.heading = heading;
  }

  public String words() {
    return words;
  }

  /** Above a list of such parties. */
  public String heading() {
    return heading;
  }
}
