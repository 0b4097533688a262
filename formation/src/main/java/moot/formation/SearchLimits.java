package moot.formation;

import java.time.Duration;

/**
 * What a search may spend.
 *
 * @param time wall time
 * @param acceptGap stop as soon as the gap is at most this share; 0 for proof
 * @param maxHeldNetworks feasible networks held in memory at most; beyond it they are walked anew
 *     for each pricing
 * @param seed the same seed, input and limits give the same plan, as long as the time limit is not
 *     what ended it
 */
public record SearchLimits(Duration time, double acceptGap, long maxHeldNetworks, long seed) {
  public static final SearchLimits DEFAULT =
      new SearchLimits(Duration.ofMinutes(5), 0, 20_000_000, 1);
}
