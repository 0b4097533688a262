package moot.app.consent;

import moot.register.NetworkCode;
import moot.register.Position;
import moot.register.PracticeCode;
import moot.voice.consent.Part;
import org.jspecify.annotations.Nullable;

/**
 * A practice as it was when the proposal was put.
 *
 * @param patients its registered list then
 * @param today its network then, and {@code todayName} what that is called
 * @param network of the proposal; null for none
 * @param relative of a practice that ends by merging, the one that goes on; of a new one, the one
 *     that it comes from
 */
public record ProposedPractice(
    PracticeCode code,
    String name,
    @Nullable Position site,
    int patients,
    @Nullable NetworkCode today,
    @Nullable String todayName,
    @Nullable Integer network,
    boolean changes,
    Part part,
    @Nullable PracticeCode relative) {

  boolean isAsked() {
    return part.isAsked();
  }
}
