package moot.funding.roles;

import java.util.Map;
import moot.register.PracticeCode;

/**
 * How what the practices bear together is divided among them, to the penny by largest remainder.
 */
public sealed interface Split {
  /** In proportion to registered lists. */
  record ByList() implements Split {}

  /**
   * As the practices agreed.
   *
   * @param weights each member's part, in any unit: percent, sessions, shares
   */
  record AsAgreed(Map<PracticeCode, Long> weights) implements Split {
    public AsAgreed {
      weights = Map.copyOf(weights);
    }
  }
}
