package moot.app.consent;

import java.util.List;
import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import org.springframework.stereotype.Component;

/** Takes back what was put, with a reason that all read. */
@Component
class Withdrawing {
  private static final int LONGEST_REASON = 1_000;

  private final Proposals proposals;
  private final ProposalStore store;
  private final Journal journal;
  private final Today today;

  Withdrawing(Proposals proposals, ProposalStore store, Journal journal, Today today) {
    this.proposals = proposals;
    this.store = store;
    this.journal = journal;
    this.today = today;
  }

  /** Ends a proposal without a result. */
  boolean withdraw(Seat seat, long id, String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw new ToldToVisitors(
          400,
          "The reason has %d characters; expected 1 to %,d. Maybe say in a sentence why it is withdrawn?"
              .formatted(why.length(), LONGEST_REASON));
    }
    return proposals.hold(
        seat,
        id,
        matter -> {
          Proposal proposal = matter.proposal();
          if (!ConsentRights.mayWithdraw(seat, proposal)) {
            throw new ToldToVisitors(
                403,
                "Only the party that put it (%s) or the facilitator can withdraw it. Maybe ask them?"
                    .formatted(proposal.putBy()));
          }
          if (proposal.state() == ProposalState.WITHDRAWN) {
            return false;
          }
          proposal.requireOpen();
          store.end(
              id,
              ProposalState.WITHDRAWN,
              today.get(),
              List.of("Withdrawn by %s: %s".formatted(InWhoseName.of(seat), why)),
              null);
          journal.write(
              seat,
              Deed.open(
                      "consent.withdrawn",
                      proposal.subject(),
                      proposal.place(),
                      "withdrew “%s”".formatted(proposal.title()))
                  .with("reason", why));
          return true;
        });
  }
}
