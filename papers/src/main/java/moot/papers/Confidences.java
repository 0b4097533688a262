package moot.papers;

import moot.formation.FormingRules;

/**
 * What a paper may not tell. What one practice thinks of another is told to the engine in
 * confidence; a paper travels further than the table.
 */
final class Confidences {
  private Confidences() {}

  /**
   * Whether a practice's own gain from leaving would tell what it thinks of others: its distances
   * are public, so whatever is left of the gain is its preferences.
   */
  static boolean shapeGains(FormingRules rules) {
    return !rules.preferences().isEmpty() && rules.weights().preferences() > 0;
  }
}
