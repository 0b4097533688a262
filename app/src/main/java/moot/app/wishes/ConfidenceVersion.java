package moot.app.wishes;

import java.time.Instant;

/**
 * One version of what a practice says in confidence.
 *
 * @param number from 1; 0 as long as it has said nothing
 */
record ConfidenceVersion(int number, Instant madeAt, String person, Confidence said) {
  static final ConfidenceVersion NONE =
      new ConfidenceVersion(0, Instant.EPOCH, "", Confidence.NOTHING);
}
