package moot.app.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.voice.consent.Count;
import moot.voice.consent.Tally;
import org.jspecify.annotations.Nullable;

/**
 * A proposal for programs, and who says what to it: what its page shows to the same seat.
 *
 * @param subject under which comments and the journal know it
 * @param words what is asked
 * @param origin the draft that it was, in words; null for a change
 * @param standing how it stands, in words, and {@code reasons} why
 * @param closes the last day on which an answer counts
 * @param effective the first day on which it would hold
 * @param endedOn null while it is open
 * @param listsWords by which registered lists patients are counted
 * @param byNetwork the tally of each network by its name
 * @param steps who would go where, in words
 * @param hasMap whether there is a map of the networks as they would be
 */
record ProposalBody(
    long id,
    String subject,
    String place,
    String placeName,
    String title,
    ProposalKind kind,
    String words,
    @Nullable String origin,
    ProposalState state,
    String standing,
    List<String> reasons,
    String rule,
    String putBy,
    Instant putAt,
    LocalDate closes,
    LocalDate effective,
    @Nullable LocalDate endedOn,
    String listsWords,
    TallyOfProposal tally,
    Map<String, TallyOfProposal> byNetwork,
    List<String> steps,
    boolean hasMap,
    List<NetworkOfProposal> networks,
    List<PracticeOfProposal> practices,
    You you) {

  static ProposalBody of(ProposalPage page) {
    Proposal proposal = page.proposal();
    Map<String, TallyOfProposal> byNetwork = new LinkedHashMap<>();
    page.byNetwork().forEach((name, tally) -> byNetwork.put(name, TallyOfProposal.of(tally)));
    return new ProposalBody(
        proposal.id(),
        proposal.subject(),
        proposal.place().value(),
        proposal.placeName(),
        proposal.title(),
        proposal.kind(),
        proposal.words(),
        proposal.origin(),
        proposal.state(),
        page.standing(),
        page.reasons(),
        proposal.terms().rule().inFull(),
        proposal.putBy(),
        proposal.putAt(),
        proposal.terms().closes(),
        proposal.terms().effective(),
        proposal.endedOn(),
        proposal.listsWords(),
        TallyOfProposal.of(page.tally()),
        byNetwork,
        page.steps(),
        page.hasMap(),
        page.matter().networks().stream()
            .map(network -> NetworkOfProposal.of(page, network))
            .toList(),
        page.practiceRows().stream().map(PracticeOfProposal::of).toList(),
        You.of(page));
  }

  /** Who said what; the four others make up all that are asked. */
  record TallyOfProposal(
      Portion asked, Portion agree, Portion onCondition, Portion object, Portion silent) {
    static TallyOfProposal of(Tally tally) {
      Count asked = tally.asked();
      return new TallyOfProposal(
          Portion.of(asked, asked),
          Portion.of(tally.agree(), asked),
          Portion.of(tally.onCondition(), asked),
          Portion.of(tally.object(), asked),
          Portion.of(tally.silent(), asked));
    }
  }

  /**
   * So many practices, and so many patients registered with them.
   *
   * @param percentOfPractices of all that are asked, rounded; null when none are
   * @param percentOfPatients of those of all that are asked, rounded; null when there are none
   */
  record Portion(
      int practices,
      long patients,
      @Nullable Long percentOfPractices,
      @Nullable Long percentOfPatients) {
    static Portion of(Count count, Count asked) {
      return new Portion(
          count.practices(),
          count.patients(),
          TallyRow.percent(count.practices(), asked.practices()),
          TallyRow.percent(count.patients(), asked.patients()));
    }
  }

  /**
   * A network as it would be.
   *
   * @param provisional whether the code is one of our own, until ODS gives one
   * @param clinicalDirector null until named
   * @param nominatedPayee null until named
   * @param practices codes of its members
   * @param mayName whether the seat may name who directs it and who is paid
   */
  record NetworkOfProposal(
      int nr,
      String name,
      String code,
      boolean provisional,
      @Nullable String clinicalDirector,
      @Nullable String nominatedPayee,
      long patients,
      List<String> practices,
      boolean mayName) {
    static NetworkOfProposal of(ProposalPage page, ProposedNetwork network) {
      return new NetworkOfProposal(
          network.nr(),
          network.name(),
          network.code(),
          network.provisional(),
          network.clinicalDirector(),
          network.nominatedPayee(),
          page.patients(network),
          page.members(network).stream().map(practice -> practice.code().value()).toList(),
          page.mayName(network));
    }
  }

  /**
   * A practice and what it says.
   *
   * @param patients its registered list when the proposal was put
   * @param asked whether its consent is asked; else it is told
   * @param says in words
   * @param reason its condition or reason; empty for none
   * @param answer the number of its answer; null for silence
   * @param by in whose name it was given
   * @param metSays who recorded that its condition is met, and {@code metConfirmed} who confirmed
   * @param mine whether the seat acts for it
   * @param mayRecord whether the seat may record that its condition is met
   */
  record PracticeOfProposal(
      String code,
      String name,
      int patients,
      String today,
      String proposed,
      boolean changes,
      boolean asked,
      String says,
      String reason,
      @Nullable Long answer,
      @Nullable String by,
      @Nullable Instant at,
      @Nullable String metSays,
      @Nullable String metConfirmed,
      boolean mine,
      boolean mayRecord) {
    static PracticeOfProposal of(PracticeRow row) {
      ProposedPractice practice = row.practice();
      GivenAnswer said = row.said();
      return new PracticeOfProposal(
          practice.code().value(),
          practice.name(),
          practice.patients(),
          row.today(),
          row.proposed(),
          practice.changes(),
          practice.isAsked(),
          row.saidWords(),
          row.reason(),
          said == null ? null : said.id(),
          said == null ? null : said.by(),
          said == null ? null : said.at(),
          said == null ? null : said.recordedBy(),
          said == null ? null : said.confirmedBy(),
          row.mine(),
          row.mayRecord());
    }
  }

  /**
   * What the seat that asks may do.
   *
   * @param answersFor the code of the practice for which it may answer now; null for none
   * @param mayConfirm whether that practice's condition was recorded as met and waits for its word
   */
  record You(@Nullable String answersFor, boolean mayConfirm, boolean mayWithdraw) {
    static You of(ProposalPage page) {
      ProposedPractice mine = page.mine();
      return new You(
          mine == null ? null : mine.code().value(), page.mayConfirm(), page.mayWithdraw());
    }
  }
}
