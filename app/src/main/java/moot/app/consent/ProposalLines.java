package moot.app.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moot.app.access.Seat;
import moot.voice.consent.Answer;
import org.springframework.stereotype.Component;

/** Draws up the list of proposals as a seat finds it. */
@Component
class ProposalLines {
  private final ConsentDesk desk;

  ProposalLines(ConsentDesk desk) {
    this.desk = desk;
  }

  /** Newest first. */
  List<ProposalLine> list(Seat seat) {
    Map<Long, GivenAnswer> given = desk.answersOf(seat);
    Set<Long> asking = desk.listAsking(seat);
    List<ProposalLine> lines = new ArrayList<>();
    for (Proposal proposal : desk.list(seat)) {
      boolean asked = asking.contains(proposal.id());
      GivenAnswer mine = given.get(proposal.id());
      lines.add(
          new ProposalLine(
              proposal,
              proposal.isOpen()
                  ? ProposalPage.standing(
                      proposal, desk.get(seat, proposal.id()).outcome(desk.today()))
                  : proposal.state().words(),
              !asked ? "" : mine == null ? "has said nothing" : said(mine.answer()),
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
