package moot.formation;

import java.util.List;
import moot.register.PracticeCode;

/**
 * Where a plan is outside the band, and why.
 *
 * @param network the id of the network in the plan
 * @param reason in words that a practice manager understands
 */
public record PlanException(
    Kind kind, String network, List<PracticeCode> practices, int patients, String reason) {
  public enum Kind {
    UNDER_MINIMUM,
    OVER_MAXIMUM,
    NOT_CONNECTED
  }
}
