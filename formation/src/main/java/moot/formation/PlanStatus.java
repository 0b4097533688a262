package moot.formation;

/** How sure we are that no plan is better. */
public enum PlanStatus {
  /** The bound meets the cost: nothing better exists under these rules. */
  PROVED_OPTIMAL,
  /** The best plan found so far; the gap says how much better another could be at most. */
  BEST_FOUND,
  /**
   * Not the answer of a search: today's networks, or a plan made by hand, priced by the same rules.
   */
  PRICED
}
