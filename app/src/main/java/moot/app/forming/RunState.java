package moot.app.forming;

/** How far a run is. */
public enum RunState {
  WAITING("Waiting", false),
  RUNNING("Searching", false),
  DONE("Done", true),
  STOPPED("Stopped", true),
  CONTRADICTION("Rules contradict", true),
  FAILED("Failed", true);

  private final String words;
  private final boolean ended;

  RunState(String words, boolean ended) {
    this.words = words;
    this.ended = ended;
  }

  public String words() {
    return words;
  }

  public boolean ended() {
    return ended;
  }
}
