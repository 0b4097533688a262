package moot.app.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The copy that is put to practices, but for its number.
 *
 * @param words what is asked
 * @param origin the draft that it was, in words; null for a change
 * @param listsWords by which registered lists patients are counted
 * @param networks those without a code of today have none yet: {@link ProposedNetwork#in} gives it
 */
record Frozen(
    ProposalKind kind,
    String placeName,
    String words,
    @Nullable String origin,
    String listsWords,
    List<ProposedNetwork> networks,
    List<ProposedPractice> practices) {
  Frozen {
    networks = List.copyOf(networks);
    practices = List.copyOf(practices);
  }

  long asked() {
    return practices.stream().filter(ProposedPractice::isAsked).count();
  }
}
