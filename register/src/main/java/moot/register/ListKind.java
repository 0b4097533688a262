package moot.register;

/** Which count of a practice's patients. */
public enum ListKind {
  /** Patients registered at the practice. */
  REGISTERED,
  /** The registered list adjusted for the network contract (PCN adjusted population). */
  ADJUSTED,
  /** The registered list weighted by the global sum formula. */
  WEIGHTED
}
