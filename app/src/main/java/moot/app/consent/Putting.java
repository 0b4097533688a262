package moot.app.consent;

import java.util.List;
import java.util.Objects;
import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import moot.register.PlaceCode;
import moot.voice.consent.Change;
import moot.voice.consent.Terms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts drafts and changes to practices: as a copy, in one transaction that writes the journal. */
@Component
class Putting {
  private final ProposalStore store;
  private final FreezingPlans freezingPlans;
  private final FreezingChanges freezingChanges;
  private final Journal journal;
  private final ProposedPlans drafts;
  private final TransactionTemplate transaction;
  private final Today today;

  Putting(
      ProposalStore store,
      FreezingPlans freezingPlans,
      FreezingChanges freezingChanges,
      Journal journal,
      ProposedPlans drafts,
      PlatformTransactionManager transactions,
      Today today) {
    this.store = store;
    this.freezingPlans = freezingPlans;
    this.freezingChanges = freezingChanges;
    this.journal = journal;
    this.drafts = drafts;
    this.transaction = new TransactionTemplate(transactions);
    this.today = today;
  }

  /** The drafts that can be put. */
  List<ProposedPlans.Shared> listDrafts(Seat seat) {
    return ConsentRights.mayPut(seat) ? drafts.listShared(seat) : List.of();
  }

  long plan(Seat seat, long draft, Terms terms) {
    ConsentRights.requireMayPut(seat);
    check(terms);
    ProposedPlans.Assignment assignment =
        drafts
            .findShared(seat, draft)
            .orElseThrow(
                () ->
                    new ToldToVisitors(
                        404,
                        "There is no shared draft %d at this table. Maybe it is not shared yet?"
                            .formatted(draft)));
    PlaceCode place = Proposals.place(seat);
    return put(
        seat,
        place,
        terms,
        freezingPlans.freeze(place, assignment, today.get(), terms.effective()));
  }

  long change(Seat seat, Change change, Terms terms) {
    ConsentRights.requireMayPut(seat);
    check(terms);
    PlaceCode place = Proposals.place(seat);
    return put(
        seat, place, terms, freezingChanges.freeze(place, change, today.get(), terms.effective()));
  }

  private long put(Seat seat, PlaceCode place, Terms terms, Frozen frozen) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              long id = store.add(place, frozen, terms, today.get(), seat);
              journal.write(
                  seat,
                  Deed.open(
                          "consent.put",
                          Proposal.subject(id),
                          place,
                          "put “%s” to %d practices".formatted(terms.title(), frozen.asked()))
                      .with("asked", frozen.words())
                      .with("rule", terms.rule().inFull())
                      .with("closes", terms.closes().toString())
                      .with("effective", terms.effective().toString()));
              return id;
            }));
  }

  private void check(Terms terms) {
    terms
        .problem(today.get())
        .ifPresent(
            problem -> {
              throw new ToldToVisitors(400, problem);
            });
  }
}
