package moot.app.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import moot.app.access.Seat;
import moot.papers.Wording;
import moot.voice.consent.Answer;
import moot.voice.consent.Ballot;
import moot.voice.consent.Count;
import moot.voice.consent.Outcome;
import moot.voice.consent.Tally;
import org.jspecify.annotations.Nullable;

/** What the page of one proposal says; the template only lays it out. */
public final class ProposalPage {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  private final Seat seat;
  private final Matter matter;
  private final Ballot ballot;
  private final Outcome outcome;
  private final Tally tally;

  ProposalPage(Seat seat, Matter matter, LocalDate today) {
    this.seat = seat;
    this.matter = matter;
    this.ballot = matter.ballot();
    this.outcome = matter.outcome(today);
    this.tally = ballot.tally(matter.answers());
  }

  public Matter matter() {
    return matter;
  }

  public Proposal proposal() {
    return matter.proposal();
  }

  public static String day(LocalDate day) {
    return day.format(Putting.DAY);
  }

  public static String time(Instant instant) {
    return WHEN.format(instant);
  }

  /** How it stands, in a few words. */
  public String standing() {
    return standing(matter.proposal(), outcome);
  }

  static String standing(Proposal proposal, Outcome outcome) {
    return switch (proposal.state()) {
      case SEALED -> "Sealed: the rule is met";
      case FAILED -> "Not agreed";
      case WITHDRAWN -> "Withdrawn";
      case OPEN ->
          outcome instanceof Outcome.OutOfReach
              ? "The rule cannot be met any more, unless somebody answers otherwise"
              : "Open until " + day(proposal.terms().closes());
    };
  }

  public boolean isGood() {
    return matter.proposal().isSealed();
  }

  /** Why it stands so. */
  public List<String> reasons() {
    return matter.proposal().isOpen() ? outcome.reasons() : matter.proposal().endedWords();
  }

  /** A line of the tally. */
  public record TallyRow(
      String what, String look, Count count, String practices, String patients) {}

  public List<TallyRow> tallyRows() {
    return List.of(
        row("Agree", "agree", tally.agree()),
        row("Agree on a condition that is open", "condition", tally.onCondition()),
        row("Object", "object", tally.object()),
        row("Have said nothing", "silent", tally.silent()));
  }

  private TallyRow row(String what, String look, Count count) {
    return new TallyRow(
        what,
        look,
        count,
        ofAll(count.practices(), tally.asked().practices()),
        ofAll(count.patients(), tally.asked().patients()));
  }

  private static String ofAll(long part, long whole) {
    return whole == 0 ? "" : Math.round(100.0 * part / whole) + " %";
  }

  public Tally tally() {
    return tally;
  }

  /** Part of a bar, in thousandths of its length. */
  public record Piece(String look, long from, long length) {}

  public List<Piece> bar(boolean byPatients) {
    List<Piece> pieces = new ArrayList<>();
    long whole = byPatients ? tally.asked().patients() : tally.asked().practices();
    long done = 0;
    for (TallyRow row : tallyRows()) {
      long part = byPatients ? row.count().patients() : row.count().practices();
      if (part > 0 && whole > 0) {
        long from = 1000 * done / whole;
        pieces.add(new Piece(row.look(), from, 1000 * (done + part) / whole - from));
      }
      done += part;
    }
    return pieces;
  }

  public Map<String, Tally> byNetwork() {
    return ballot.tallyByNetwork(matter.answers());
  }

  public static String whole(long number) {
    return Wording.whole(number);
  }

  /**
   * A practice and what it said.
   *
   * @param said null for silence, and for those who are only told
   */
  public record PracticeRow(
      ProposedPractice practice,
      String today,
      String proposed,
      String saidWords,
      String look,
      @Nullable GivenAnswer said,
      boolean mine,
      boolean mayRecord) {}

  /** Mine first, then those whose network changes, then the others, each by code. */
  public List<PracticeRow> practiceRows() {
    List<PracticeRow> rows = new ArrayList<>();
    for (ProposedPractice practice : matter.practices()) {
      if (practice.part() == ProposedPractice.Part.NEW) {
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
              isMine(practice),
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

  private boolean isMine(ProposedPractice practice) {
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
  public static String reason(@Nullable GivenAnswer said) {
    return switch (said == null ? null : said.answer()) {
      case Answer.AgreesOn on -> on.condition();
      case Answer.Objects no -> no.reason();
      case Answer.Agrees yes -> "";
      case null -> "";
    };
  }

  /** The practice for which one may answer, if it is open. */
  public @Nullable ProposedPractice mine() {
    return matter.proposal().isOpen() ? ConsentRights.answersFor(seat, matter).orElse(null) : null;
  }

  public @Nullable GivenAnswer myAnswer() {
    return seat.party().practice().map(matter.given()::get).orElse(null);
  }

  public boolean said(String answer) {
    GivenAnswer mine = myAnswer();
    return mine != null
        && switch (mine.answer()) {
          case Answer.Agrees yes -> answer.equals("AGREES");
          case Answer.AgreesOn on -> answer.equals("AGREES_ON");
          case Answer.Objects no -> answer.equals("OBJECTS");
        };
  }

  /** Whether one's own condition was recorded as met and waits for one's word. */
  public boolean mayConfirm() {
    GivenAnswer mine = myAnswer();
    return mine() != null
        && mine != null
        && mine.answer() instanceof Answer.AgreesOn on
        && on.recorded()
        && !on.confirmed();
  }

  public boolean mayWithdraw() {
    return matter.proposal().isOpen() && ConsentRights.mayWithdraw(seat, matter.proposal());
  }

  public boolean mayName(ProposedNetwork network) {
    return (matter.proposal().isOpen() || matter.proposal().isSealed())
        && ConsentRights.mayName(seat, matter, network);
  }

  public List<ProposedPractice> members(ProposedNetwork network) {
    return matter.practices().stream()
        .filter(practice -> practice.network() != null && practice.network() == network.nr())
        .toList();
  }

  public long patients(ProposedNetwork network) {
    return members(network).stream().mapToLong(ProposedPractice::patients).sum();
  }

  public List<String> steps() {
    return Sealing.steps(matter);
  }

  public boolean hasMap() {
    return matter.practices().stream()
        .anyMatch(practice -> practice.site() != null && practice.network() != null);
  }
}
