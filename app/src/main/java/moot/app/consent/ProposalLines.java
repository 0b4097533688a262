package moot.app.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import moot.app.access.Seat;
import moot.voice.consent.Answer;
import moot.voice.consent.Part;
import org.springframework.stereotype.Component;

/** Draws up the list of proposals as a seat finds it. */
@Component
class ProposalLines {
  private final Proposals proposals;
  private final Today today;

  ProposalLines(Proposals proposals, Today today) {
    this.proposals = proposals;
    this.today = today;
  }

  /** Newest first. */
  List<ProposalLine> list(Seat seat) {
    Map<Long, GivenAnswer> given = proposals.answersOf(seat);
    Map<Long, Part> parts = proposals.partsOf(seat);
    List<ProposalLine> lines = new ArrayList<>();
    for (Proposal proposal : proposals.list(seat)) {
      Part part = parts.get(proposal.id());
      boolean asked = part != null && part.isAsked();
      GivenAnswer mine = given.get(proposal.id());
      lines.add(
          new ProposalLine(
              proposal,
              proposal.isOpen()
                  ? ProposalPage.standing(
                      proposal, proposals.get(seat, proposal.id()).outcome(today.get()))
                  : proposal.state().words(),
              part == Part.TOLD
                  ? "is told"
                  : !asked ? "" : mine == null ? "has said nothing" : said(mine.answer()),
              asked && mine == null && proposal.isOpen()));
    }
    return lines;
  }

  private static String said(Answer answer) {
    return switch (answer) {
      case Answer.Agrees yes -> "agrees";
      case Answer.AgreesOn on -> on.confirmed() ? "agrees" : "agrees on a condition";
      case Answer.Objects no -> "objects";
    };
  }
}
