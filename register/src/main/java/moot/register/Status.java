package moot.register;

/** Whether a party works. */
public enum Status {
  ACTIVE,
  /** Still on the register without being at work. */
  DORMANT,
  CLOSED,
  /** On the register before it opens. */
  PROPOSED
}
