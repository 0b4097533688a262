package moot.app.access;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody whose password was right and who still owes a code; kept in the session.
 *
 * @param next the page to go to then
 */
record Halfway(long person, Instant since, String next) implements Serializable {
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  boolean isOver(Instant now) {
    return now.isAfter(since.plus(GOOD_FOR));
  }
}
