package moot.app.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import moot.app.web.ToldToVisitors;
import moot.register.PlaceCode;
import moot.voice.consent.Days;
import moot.voice.consent.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Something that was put to practices.
 *
 * @param words what is asked
 * @param origin the draft that it was, in words; null for a change
 * @param listsWords by which registered lists patients are counted
 * @param putByParty the party that put it, and {@code putBy} the person and party in words
 * @param endedWords why it ended as it did, in sentences
 * @param source of the register, once it is sealed
 */
public record Proposal(
    long id,
    PlaceCode place,
    String placeName,
    ProposalKind kind,
    Terms terms,
    String words,
    @Nullable String origin,
    LocalDate putOn,
    String listsWords,
    long putByParty,
    String putBy,
    Instant putAt,
    ProposalState state,
    @Nullable LocalDate endedOn,
    List<String> endedWords,
    @Nullable Integer source) {
  public Proposal {
    endedWords = List.copyOf(endedWords);
  }

  public String title() {
    return terms.title();
  }

  public boolean isOpen() {
    return state == ProposalState.OPEN;
  }

  public boolean isSealed() {
    return state == ProposalState.SEALED;
  }

  void requireOpen() {
    if (!isOpen()) {
      throw new ToldToVisitors(
          409,
          "“%s” has ended (%s on %s), so nothing was changed. Maybe the page was open for long?"
              .formatted(
                  title(),
                  state.words().toLowerCase(Locale.ROOT),
                  endedOn == null ? "" : Days.inWords(endedOn)));
    }
  }

  /** Under which name the journal knows it. */
  String subject() {
    return subject(id);
  }

  static String subject(long id) {
    return "proposal:" + id;
  }
}
