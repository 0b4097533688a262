package moot.app.drafts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a draft.
 *
 * @param stateOf the version whose state this is: itself, except after undoing and redoing
 * @param madeFrom the version whose state was changed into that of {@code stateOf}; null for the
 *     first
 * @param words what was changed, as a sentence without its subject
 */
public record DraftVersion(
    int number,
    int stateOf,
    @Nullable Integer madeFrom,
    Instant madeAt,
    String person,
    String party,
    String words,
    DraftState state,
    @Nullable Proof proof) {

  /**
   * How sure it is that nothing better respects what was kept.
   *
   * @param bound no such plan costs less, thousand patient-km
   * @param gap the share by which another could be cheaper at most, 0 to 1
   */
  public record Proof(
      boolean proved, double cost, double bound, double gap, double seconds, String words) {}
}
