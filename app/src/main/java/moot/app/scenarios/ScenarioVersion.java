package moot.app.scenarios;

import java.time.Instant;
import moot.funding.management.Scenario;

/**
 * A version of a scenario.
 *
 * @param words what was done to make it, as in "began with a preset"
 */
public record ScenarioVersion(
    int number, Instant madeAt, String person, String party, String words, Scenario scenario) {

  /** One line of a scenario's history. */
  public record Line(int number, Instant madeAt, String person, String party, String words) {}
}
