package moot.register;

/** What a party of one kind does; of two practices only one may be a general practice. */
public enum Role {
  /** A practice with patients of its own (ODS prescribing setting 4). */
  GP_PRACTICE,
  /**
   * A body with a practice code that prescribes but is not a general practice: a walk-in centre, a
   * community service, a prison (any other ODS prescribing setting).
   */
  OTHER_PRESCRIBING_CENTRE,
  /** A network that holds, or held, the network contract. */
  PRIMARY_CARE_NETWORK
}
