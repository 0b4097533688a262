package moot.app.consent;

import moot.register.NetworkCode;
import moot.register.Position;
import moot.register.PracticeCode;
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

  /** What a practice has to do with a proposal. */
  enum Part {
    /** Its consent is asked. */
    ASKED,
    /** The same, and nothing goes ahead without it. */
    MUST,
    /** It is given notice. */
    TOLD,
    /** It comes out of a split. */
    NEW
  }

  boolean isAsked() {
    return part == Part.ASKED || part == Part.MUST;
  }
}
