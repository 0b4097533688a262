package moot.funding.management;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a practice says of its own finances: its willingness and headroom. They may stand in a
 * scenario of that practice alone, and never in one that others see.
 */
public final class Confidential {
  private Confidential() {}

  /** The same with no practice's own figures. */
  public static Scenario without(Scenario scenario) {
    return only(scenario, null);
  }

  /**
   * The same with the own figures of one practice alone.
   *
   * @param code of the practice whose scenario it is; null for none
   */
  public static Scenario only(Scenario scenario, @Nullable String code) {
    return scenario.withPractices(
        scenario.practices().stream()
            .map(
                p ->
                    p.code().equals(code) ? p : PayingPractice.of(p.code(), p.name(), p.patients()))
            .toList());
  }

  /** Codes of the practices of which something confidential is in it. */
  public static List<String> of(Scenario scenario) {
    return scenario.practices().stream()
        .filter(p -> p.willingness() != null || p.headroom() != null)
        .map(PayingPractice::code)
        .toList();
  }
}
