package moot.app.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import moot.app.access.Seat;
import moot.app.consent.TallyRow.Piece;
import moot.papers.Wording;
import moot.voice.consent.Answer;
import moot.voice.consent.Ballot;
import moot.voice.consent.Days;
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
    return Days.inWords(day);
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

  public Tally tally() {
    return tally;
  }

  /** The same as lines of a table, with shares. */
  public List<TallyRow> tallyRows() {
    return TallyRow.of(tally);
  }

  public List<Piece> bar(boolean byPatients) {
    return TallyRow.bar(tally, byPatients);
  }

  public Map<String, Tally> byNetwork() {
    return ballot.tallyByNetwork(matter.answers());
  }

  public static String whole(long number) {
    return Wording.whole(number);
  }

  /** Mine first, then those whose network changes, then the others, each by code. */
  public List<PracticeRow> practiceRows() {
    return PracticeRow.of(seat, matter);
  }

  /** The practice for which one may answer, if it is open. */
  public @Nullable ProposedPractice mine() {
    return matter.proposal().isOpen() ? ConsentRights.answersFor(seat, matter).orElse(null) : null;
  }

  public @Nullable GivenAnswer myAnswer() {
    return seat.party().practice().map(matter.given()::get).orElse(null);
  }

  /** The condition or reason of one's own answer; empty for none. */
  public String myWords() {
    GivenAnswer mine = myAnswer();
    return mine == null ? "" : mine.answer().words();
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
