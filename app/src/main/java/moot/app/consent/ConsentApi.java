package moot.app.consent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import moot.app.access.Seat;
import moot.app.web.Listing;
import moot.app.web.ToldToVisitors;
import moot.papers.RegistrationPackData;
import moot.voice.consent.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposals for programs. Nobody answers by a token: that binds a practice, and takes a person. */
@RestController
class ConsentApi {
  private final Proposals proposals;
  private final Answering answering;
  private final ProposalLines lines;
  private final PackDesk packs;
  private final Today today;

  ConsentApi(
      Proposals proposals, Answering answering, ProposalLines lines, PackDesk packs, Today today) {
    this.proposals = proposals;
    this.answering = answering;
    this.lines = lines;
    this.packs = packs;
    this.today = today;
  }

  /**
   * A proposal in the list.
   *
   * @param standing in words
   * @param mine what the seat's practice said, in words; empty when it is neither asked nor told
   * @param waits whether its answer is asked and not given
   */
  record ProposalSummary(
      long id,
      String title,
      ProposalKind kind,
      ProposalState state,
      String standing,
      LocalDate closes,
      LocalDate effective,
      String mine,
      boolean waits) {
    static ProposalSummary of(ProposalLine line) {
      Proposal proposal = line.proposal();
      return new ProposalSummary(
          proposal.id(),
          proposal.title(),
          proposal.kind(),
          proposal.state(),
          line.standing(),
          proposal.terms().closes(),
          proposal.terms().effective(),
          line.mine(),
          line.waits());
    }
  }

  /**
   * A proposal, and who says what to it.
   *
   * @param words what is asked
   * @param origin the draft that it was, in words; null for a change
   * @param standing how it stands, in words, and {@code reasons} why
   * @param closes the last day on which an answer counts
   * @param effective the first day on which it would hold
   * @param endedOn null while it is open
   * @param listsWords by which registered lists patients are counted
   * @param byNetwork the tally of each network by its name
   * @param steps who would go where, in words
   */
  record ProposalBody(
      long id,
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
      Tally tally,
      Map<String, Tally> byNetwork,
      List<String> steps,
      List<NetworkOfProposal> networks,
      List<PracticeOfProposal> practices) {}

  /**
   * @param provisional whether the code is one of our own, until ODS gives one
   * @param practices codes of its members
   */
  record NetworkOfProposal(
      int nr,
      String name,
      String code,
      boolean provisional,
      @Nullable String clinicalDirector,
      @Nullable String nominatedPayee,
      long patients,
      List<String> practices) {}

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
      @Nullable String metConfirmed) {
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
          said == null ? null : said.confirmedBy());
    }
  }

  /**
   * An answer.
   *
   * @param answer AGREES, AGREES_ON or OBJECTS
   * @param words the condition or reason
   * @param after the number of the practice's answer so far; none or 0 when it has not answered
   */
  record NewAnswer(@Nullable String answer, @Nullable String words, @Nullable Long after) {}

  /**
   * @param changed false when the same was said before
   */
  record Answered(boolean changed) {}

  @GetMapping("/api/proposals")
  Listing<ProposalSummary> proposals(
      Seat seat,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(page, size, lines.list(seat).stream().map(ProposalSummary::of).toList());
  }

  @GetMapping("/api/proposals/{id}")
  ProposalBody proposal(Seat seat, @PathVariable long id) {
    Matter matter = proposals.get(seat, id);
    Proposal proposal = matter.proposal();
    ProposalPage page = new ProposalPage(seat, matter, today.get());
    return new ProposalBody(
        proposal.id(),
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
        page.tally(),
        page.byNetwork(),
        page.steps(),
        matter.networks().stream()
            .map(
                network ->
                    new NetworkOfProposal(
                        network.nr(),
                        network.name(),
                        network.code(),
                        network.provisional(),
                        network.clinicalDirector(),
                        network.nominatedPayee(),
                        page.patients(network),
                        page.members(network).stream()
                            .map(practice -> practice.code().value())
                            .toList()))
            .toList(),
        page.practiceRows().stream().map(PracticeOfProposal::of).toList());
  }

  @PostMapping("/api/proposals/{id}/answer")
  Answered answer(Seat seat, @PathVariable long id, @RequestBody NewAnswer sent) {
    Long after = sent.after();
    AnswerForm form = new AnswerForm(text(sent.answer()), text(sent.words()));
    if (!form.problem().isEmpty()) {
      throw new ToldToVisitors(422, form.problem());
    }
    return new Answered(answering.answer(seat, id, form.answer(), after == null ? 0 : after));
  }

  @GetMapping("/api/proposals/{id}/registration-pack")
  ResponseEntity<byte[]> pack(Seat seat, @PathVariable long id) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RegistrationPackData.writeJson(
        packs.getSealed(seat, proposals.get(seat, id), today.get()), out);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(out.toByteArray());
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent;
  }
}
