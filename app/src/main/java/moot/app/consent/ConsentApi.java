package moot.app.consent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import moot.app.access.Seat;
import moot.app.web.Listing;
import moot.app.web.ToldToVisitors;
import moot.formation.Plan;
import moot.papers.PlanGeoJson;
import moot.papers.RegistrationPackData;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

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
    return ProposalBody.of(new ProposalPage(seat, proposals.get(seat, id), today.get()));
  }

  /** The networks as they would be; of a change with the rest of the place around them. */
  @GetMapping("/api/proposals/{id}/map")
  ResponseEntity<StreamingResponseBody> map(Seat seat, @PathVariable long id) {
    Plan plan = packs.getPlan(proposals.get(seat, id), today.get());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/geo+json"))
        .body(out -> PlanGeoJson.write(plan, out));
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
