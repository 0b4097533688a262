package moot.app.consent;

/** Where a proposal stands. */
public enum ProposalState {
  OPEN("Open"),
  SEALED("Sealed"),
  FAILED("Not agreed"),
  WITHDRAWN("Withdrawn");

  private final String words;

  ProposalState(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
