package moot.register;

/** How one party stands to another. At any time a party has at most one relation of a kind. */
public enum RelationKind {
  /** A practice is a core network practice of a network. */
  MEMBER_OF(PartyKind.PRACTICE, PartyKind.NETWORK),
  /** A practice belongs to a sub-ICB location. */
  PRACTICE_IN_SUB_LOCATION(PartyKind.PRACTICE, PartyKind.SUB_LOCATION),
  /** A practice belongs to an integrated care board. */
  PRACTICE_IN_BOARD(PartyKind.PRACTICE, PartyKind.BOARD),
  /** A practice's main site lies in a council's area. */
  PRACTICE_IN_COUNCIL(PartyKind.PRACTICE, PartyKind.COUNCIL),
  /** A practice belongs to a place of the table's own. */
  PRACTICE_IN_PLACE(PartyKind.PRACTICE, PartyKind.PLACE),
  /** A practice ended by merging into another, which goes on. */
  PRACTICE_MERGED_INTO(PartyKind.PRACTICE, PartyKind.PRACTICE),
  /** A practice came out of another that was split. */
  PRACTICE_SPLIT_FROM(PartyKind.PRACTICE, PartyKind.PRACTICE),
  /** A network belongs to a sub-ICB location. */
  NETWORK_IN_SUB_LOCATION(PartyKind.NETWORK, PartyKind.SUB_LOCATION),
  /** A sub-ICB location is part of a board. */
  SUB_LOCATION_IN_BOARD(PartyKind.SUB_LOCATION, PartyKind.BOARD),
  /** A board is part of a region. */
  BOARD_IN_REGION(PartyKind.BOARD, PartyKind.REGION);

  private final PartyKind of;
  private final PartyKind to;

  RelationKind(PartyKind of, PartyKind to) {
    this.of = of;
    this.to = to;
  }

  /** Who stands in the relation. */
  public PartyKind of() {
    return of;
  }

  /** To whom. */
  public PartyKind to() {
    return to;
  }
}
