package moot.app.consent;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import moot.app.access.Seat;
import moot.app.web.ToldToVisitors;
import moot.register.PlaceCode;
import moot.voice.consent.Part;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The proposals of the table at which somebody sits, to look at or to work on. Whoever asks finds
 * those ended that are over.
 */
@Component
class Proposals {
  private final ProposalStore store;
  private final AnswerStore answers;
  private final Settling settling;
  private final TransactionTemplate transaction;

  Proposals(
      ProposalStore store,
      AnswerStore answers,
      Settling settling,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.answers = answers;
    this.settling = settling;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Newest first. */
  List<Proposal> list(Seat seat) {
    settling.settleOverdue();
    return store.list(place(seat));
  }

  Matter get(Seat seat, long id) {
    settling.settleOverdue();
    return store.matter(ofThisTable(seat, id, store.find(id)));
  }

  /** Works on a proposal in one transaction, in which nobody else changes it. */
  <T> T hold(Seat seat, long id, Function<Matter, T> work) {
    settling.settleOverdue();
    return Objects.requireNonNull(
        transaction.execute(
            status -> work.apply(store.matter(ofThisTable(seat, id, store.findAndHold(id))))));
  }

  /** What this seat's practice said, by proposal; nothing for other parties. */
  Map<Long, GivenAnswer> answersOf(Seat seat) {
    return seat.party()
        .practice()
        .map(practice -> answers.listOf(practice, place(seat)))
        .orElse(Map.of());
  }

  /** What this seat's practice has to do with which proposal; nothing for other parties. */
  Map<Long, Part> partsOf(Seat seat) {
    return seat.party()
        .practice()
        .map(practice -> store.partsOf(practice, place(seat)))
        .orElse(Map.of());
  }

  /** The same words whether there is none or it is at another table. */
  private static Proposal ofThisTable(Seat seat, long id, Optional<Proposal> proposal) {
    return proposal
        .filter(each -> each.place().equals(seat.party().place()))
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "There is no proposal %d at this table. Maybe you act for a party of another place?"
                        .formatted(id)));
  }

  static PlaceCode place(Seat seat) {
    PlaceCode place = seat.party().place();
    if (place == null) {
      throw new ToldToVisitors(
          404,
          "%s sits at no table, so nothing is put to practices here. Maybe act for another party?"
              .formatted(seat.party().name()));
    }
    return place;
  }
}
