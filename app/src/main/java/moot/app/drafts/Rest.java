package moot.app.drafts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of completing a draft.
 *
 * @param madeFrom the version that is completed
 * @param keep the networks that stay as they are
 * @param round the answers of practices that are counted; null for none
 * @param progress how far it is, in words
 * @param message what became of it, in words
 * @param version what it became; null while it is none
 * @param most how many practices may move; null for any number
 * @param gains what other numbers would have brought, by rising number; empty until that is known
 */
public record Rest(
    long id,
    long draft,
    int madeFrom,
    DraftStore.Hand hand,
    Set<String> keep,
    @Nullable Long round,
    String state,
    int attempts,
    @Nullable String progress,
    @Nullable String message,
    @Nullable Integer version,
    @Nullable Integer most,
    List<Gain> gains) {

  /**
   * The best plan with so many moves.
   *
   * @param most how many practices may move
   * @param moved how many do
   * @param cost thousand patient-km
   */
  public record Gain(int most, int moved, double cost, boolean proved) {}

  public boolean ended() {
    return state.equals("DONE") || state.equals("FAILED");
  }

  public boolean failed() {
    return state.equals("FAILED");
  }
}
