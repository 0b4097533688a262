package moot.app.drafts;

import java.util.Map;
import java.util.Set;
import moot.app.access.Seat;
import moot.app.drafts.DraftStore.Hand;
import moot.app.drafts.Rooms.Room;
import moot.app.forming.FinishedPlans;
import moot.app.web.ToldToVisitors;
import moot.formation.FirstOffer;
import moot.formation.NetworkNames;
import moot.formation.Plan;
import moot.papers.Wording;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins drafts: with today's networks, with a plan, with a version of another draft. */
@Component
class NewDrafts {
  private final DraftStore drafts;
  private final DraftDesk desk;
  private final Rooms rooms;
  private final FinishedPlans plans;
  private final TransactionTemplate transaction;

  NewDrafts(
      DraftStore drafts,
      DraftDesk desk,
      Rooms rooms,
      FinishedPlans plans,
      PlatformTransactionManager transactions) {
    this.drafts = drafts;
    this.desk = desk;
    this.rooms = rooms;
    this.plans = plans;
    this.transaction = new TransactionTemplate(transactions);
  }

  long fromToday(Seat seat, String name) {
    PlaceCode place = seat.getPlace();
    DraftRules rules = DraftRules.of(FirstOffer.RULES);
    Room room = rooms.at(place, rules);
    return add(
        seat,
        place,
        name,
        rules,
        "began with today's networks",
        DraftState.of(NetworkNames.today(room.place())),
        null);
  }

  long fromPlan(Seat seat, String name, long run) {
    PlaceCode place = seat.getPlace();
    Plan plan =
        plans
            .findPlan(run)
            .filter(found -> found.place().code().equals(place))
            .orElseThrow(
                () ->
                    new ToldToVisitors(
                        404,
                        "There is no plan %d of your place. Maybe its run is still searching?"
                            .formatted(run)));
    DraftRules rules = DraftRules.of(plan.rules());
    Room room = rooms.at(place, rules);
    Map<PracticeCode, String> networkOf =
        room.drafting().named(plan, NetworkNames.today(room.place()), Set.of());
    return add(
        seat,
        place,
        name,
        rules,
        "began with plan %d (%s)".formatted(run, Wording.status(plan)),
        DraftState.of(networkOf),
        null);
  }

  long fromDraft(Seat seat, String name, long other, int version) {
    Draft from = desk.get(seat, other);
    DraftVersion of = desk.getVersion(from, version);
    return add(
        seat,
        from.place(),
        name,
        from.rules(),
        "began with version %d of the draft “%s”".formatted(version, from.name()),
        of.state(),
        of.proof());
  }

  private long add(
      Seat seat,
      PlaceCode place,
      String name,
      DraftRules rules,
      String words,
      DraftState state,
      DraftVersion.@Nullable Proof proof) {
    seat.checkEdits();
    String called = DraftDesk.name(name);
    Long id =
        transaction.execute(
            status ->
                drafts.add(
                    place, seat.party().id(), called, rules, Hand.of(seat), words, state, proof));
    if (id == null) {
      throw new IllegalStateException("no draft was made");
    }
    return id;
  }
}
