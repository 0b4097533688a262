package moot.funding.management;

import moot.funding.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A practice that a scenario is for.
 *
 * @param patients registered, at least 1
 * @param willingness how likely it is to pay when asked for its own money, in percent; null for
 *     what the scenario says of all practices
 * @param headroom the most it can pay a head and year of its own money; null for what the scenario
 *     says of all practices
 */
public record PayingPractice(
    String code, String name, int patients, @Nullable Double willingness, @Nullable Rate headroom) {

  public static PayingPractice of(String code, String name, int patients) {
    return new PayingPractice(code, name, patients, null, null);
  }
}
