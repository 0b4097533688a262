package moot.app.consent;

import java.util.Objects;
import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a network's practices name who directs it and who is paid for it. */
@Component
class Naming {
  private static final int LONGEST_NAME = 120;

  private final Proposals proposals;
  private final ProposalStore store;
  private final Journal journal;

  Naming(Proposals proposals, ProposalStore store, Journal journal) {
    this.proposals = proposals;
    this.store = store;
    this.journal = journal;
  }

  /** Names who directs a network and who is paid; empty for not yet named. */
  boolean name(Seat seat, long id, int nr, String director, String payee) {
    String directs = director.strip();
    String paid = payee.strip();
    if (directs.length() > LONGEST_NAME || paid.length() > LONGEST_NAME) {
      throw new ToldToVisitors(
          400,
          "A name has %d characters; expected %d at most. Maybe leave out what is not the name?"
              .formatted(Math.max(directs.length(), paid.length()), LONGEST_NAME));
    }
    return proposals.hold(
        seat,
        id,
        matter -> {
          Proposal proposal = matter.proposal();
          ProposedNetwork network =
              matter
                  .findNetwork(nr)
                  .orElseThrow(
                      () ->
                          new ToldToVisitors(
                              404,
                              "There is no network %d in this proposal. Maybe the link was cut short?"
                                  .formatted(nr)));
          if (!ConsentRights.mayName(seat, matter, network)) {
            throw new ToldToVisitors(
                403,
                "Only %s and its practices name who directs it and who is paid. Maybe ask one of them?"
                    .formatted(network.name()));
          }
          if (!proposal.isOpen() && !proposal.isSealed()) {
            throw new ToldToVisitors(
                409, "This proposal came to nothing. Maybe another one is meant?");
          }
          if (Objects.equals(orNull(directs), network.clinicalDirector())
              && Objects.equals(orNull(paid), network.nominatedPayee())) {
            return false;
          }
          store.name(id, nr, orNull(directs), orNull(paid));
          journal.write(
              seat,
              Deed.open(
                      "network.named",
                      proposal.subject(),
                      proposal.place(),
                      "named who directs %s and who is paid for it".formatted(network.name()))
                  .with("clinicalDirector", directs)
                  .with("nominatedPayee", paid));
          return true;
        });
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
