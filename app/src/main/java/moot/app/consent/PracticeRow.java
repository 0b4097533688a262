package moot.app.consent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import moot.app.access.Seat;
import moot.voice.consent.Answer;
import moot.voice.consent.Part;
import org.jspecify.annotations.Nullable;

/**
 * A practice and what it said.
 *
 * @param today its network when the proposal was put, and {@code proposed} where it would be
 * @param look how its answer is marked, as in a {@link TallyRow}
 * @param said null for silence, and for those who are only told
 * @param mine whether the seat acts for it
 * @param mayRecord whether the seat may record that its condition is met
 */
public record PracticeRow(
    ProposedPractice practice,
    String today,
    String proposed,
    String saidWords,
    String look,
    @Nullable GivenAnswer said,
    boolean mine,
    boolean mayRecord) {

  /** Mine first, then those whose network changes, then the others, each by code. */
  static List<PracticeRow> of(Seat seat, Matter matter) {
    List<PracticeRow> rows = new ArrayList<>();
    for (ProposedPractice practice : matter.practices()) {
      if (practice.part() == Part.NEW) {
        continue;
      }
      GivenAnswer said = matter.given().get(practice.code());
      String proposed = matter.networkName(practice);
      String today = practice.todayName();
      rows.add(
          new PracticeRow(
              practice,
              today == null ? "none" : today,
              proposed == null ? "none" : proposed,
              words(practice, said),
              look(said),
              said,
              isMine(seat, practice),
              said != null
                  && said.answer() instanceof Answer.AgreesOn on
                  && !on.recorded()
                  && matter.proposal().isOpen()
                  && ConsentRights.mayRecordConditions(seat)));
    }
    rows.sort(
        Comparator.comparing((PracticeRow row) -> !row.mine())
            .thenComparing(row -> !row.practice().changes())
            .thenComparing(row -> row.practice().code()));
    return rows;
  }

  private static boolean isMine(Seat seat, ProposedPractice practice) {
    return seat.party().practice().map(practice.code()::equals).orElse(false);
  }

  private static String words(ProposedPractice practice, @Nullable GivenAnswer said) {
    if (said == null) {
      return practice.isAsked() ? "has said nothing" : "is told, not asked";
    }
    return switch (said.answer()) {
      case Answer.Agrees yes -> "agrees";
      case Answer.AgreesOn on ->
          on.confirmed()
              ? "agrees; its condition is met"
              : on.recorded()
                  ? "agrees on a condition, recorded as met and not yet confirmed"
                  : "agrees on a condition";
      case Answer.Objects no -> "objects";
    };
  }

  private static String look(@Nullable GivenAnswer said) {
    return switch (said == null ? null : said.answer()) {
      case Answer.Agrees yes -> "agree";
      case Answer.AgreesOn on -> on.confirmed() ? "agree" : "condition";
      case Answer.Objects no -> "object";
      case null -> "silent";
    };
  }

  /** The condition or reason; empty for none. */
  public String reason() {
    return said == null ? "" : said.answer().words();
  }
}
