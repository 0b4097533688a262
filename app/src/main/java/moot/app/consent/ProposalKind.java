package moot.app.consent;

/** What is put to practices. */
public enum ProposalKind {
  PLAN("Plan of all networks"),
  JOIN("A practice joins a network"),
  LEAVE("A practice leaves its network"),
  MOVE("A practice moves to another network"),
  MERGE("Practices merge"),
  SPLIT("A practice splits");

  private final String words;

  ProposalKind(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
