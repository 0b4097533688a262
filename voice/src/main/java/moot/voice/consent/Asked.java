package moot.voice.consent;

import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * A practice that is asked.
 *
 * @param patients its registered list on the day that the proposal names, 0 or more
 * @param network the network of the proposal in which it would be; null for none
 * @param changes whether its network would be another than today
 * @param must whether nothing goes ahead without its agreement, whatever the rule
 */
public record Asked(
    PracticeCode practice,
    String name,
    int patients,
    @Nullable String network,
    boolean changes,
    boolean must) {
  public Asked {
    if (patients < 0) {
      throw new IllegalArgumentException(
          "%s: %d patients: expected 0 or more. Maybe the columns are shifted?"
              .formatted(practice, patients));
    }
  }
}
