package moot.app.wishes;

/** What a practice thinks of forming networks anew at all. */
public enum Stance {
  WILLING("willing"),
  UNDECIDED("undecided"),
  RELUCTANT("reluctant");

  private final String words;

  Stance(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
