package moot.app.roleplans;

import java.util.List;
import java.util.Map;
import moot.app.access.PartyKind;
import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import moot.funding.FinancialYear;
import moot.funding.roles.BadRolePlan;
import moot.funding.roles.DonorService;
import moot.funding.roles.Member;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds role plans for those who may see them; makes, changes and shares them for their party. */
@Component
class RolePlanDesk {
  private final RolePlanStore store;
  private final RoleReckoning reckoning;
  private final Journal journal;
  private final TransactionTemplate transaction;

  RolePlanDesk(
      RolePlanStore store,
      RoleReckoning reckoning,
      Journal journal,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.reckoning = reckoning;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Somebody else has changed the plan since; {@link #now} is what holds. */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient KeptPlan now;

    Overtaken(KeptPlan now) {
      super(
          "%s has changed the plan since you opened it: version %d holds now. Nothing of yours was saved; what you wrote stands in the form. Maybe look at what holds and save again?"
              .formatted(now.person(), now.version()));
      this.now = now;
    }

    KeptPlan now() {
      return now;
    }
  }

  List<KeptPlan> list(Seat seat) {
    return store.list(seat.getPlace(), seat.party().id()).stream()
        .map(plan -> plan.asSeenBy(seat))
        .toList();
  }

  /** A plan as somebody on this seat may know it. */
  KeptPlan get(Seat seat, long id) {
    return store
        .find(id)
        .filter(plan -> plan.isSeenBy(seat))
        .map(plan -> plan.asSeenBy(seat))
        .orElseThrow(() -> unknown(id));
  }

  private static ToldToVisitors unknown(long id) {
    return new ToldToVisitors(
        404,
        "There is no role plan %d at your table. Maybe it is another party's own, or the link is old?"
            .formatted(id));
  }

  /** The practice's own network, or the network itself; else the first of the place. */
  NetworkCode usualNetwork(Seat seat) {
    PlaceCode place = seat.getPlace();
    Map<NetworkCode, String> networks = reckoning.networks(place);
    return networks.keySet().stream()
        .filter(network -> network.value().equals(seat.party().code()) || isIn(seat, network))
        .findFirst()
        .orElseGet(
            () ->
                networks.keySet().stream()
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new ToldToVisitors(
                                404,
                                "No practice of your place is in a network. Maybe the register has no memberships yet?")));
  }

  private boolean isIn(Seat seat, NetworkCode network) {
    return seat.party().kind() == PartyKind.PRACTICE
        && reckoning.members(seat.getPlace(), network, reckoning.usualYear()).stream()
            .anyMatch(member -> member.practice().value().equals(seat.party().code()));
  }

  long make(Seat seat, String name, String network) {
    seat.checkEdits();
    PlaceCode place = seat.getPlace();
    String called = PlanForms.name(name);
    NetworkCode of =
        reckoning.networks(seat.getPlace()).keySet().stream()
            .filter(code -> code.value().equals(network))
            .findFirst()
            .orElseThrow(
                () ->
                    Typed.bad(
                        "network",
                        network,
                        "a network of your place, such as "
                            + reckoning.networks(place).keySet().stream().findFirst().orElse(null),
                        "Maybe its practices have left it."));
    FinancialYear year = reckoning.usualYear();
    List<Member> members = reckoning.members(place, of, year);
    String lead =
        members.stream()
            .map(member -> member.practice().value())
            .filter(code -> code.equals(seat.party().code()))
            .findFirst()
            .orElseGet(() -> members.isEmpty() ? "" : members.getFirst().practice().value());
    PlanBody body = PlanBody.empty(lead, year.toString());
    Long id = transaction.execute(status -> store.add(seat, place, of, called, body));
    if (id == null) {
      throw new IllegalStateException("no plan was made");
    }
    return id;
  }

  /**
   * Changes a plan as a form says.
   *
   * @param on the version that the form was filled in on
   * @param fields {@code what} says which form it is: see {@link PlanForms}
   * @return the version that holds now
   * @throws Overtaken when another version holds
   * @throws BadRolePlan for what cannot be read or meant; nothing is saved then
   */
  int change(Seat seat, long id, int on, Map<String, String> fields) {
    seat.checkEdits();
    Sent sent = Sent.of(fields);
    Integer version =
        transaction.execute(
            status -> {
              KeptPlan plan = getOwn(seat, id);
              if (plan.version() != on) {
                throw new Overtaken(plan);
              }
              sent.refuseTooLong();
              PlanForms.Changed changed =
                  PlanForms.read(plan, sent, seat.party().name(), reckoning.listYears());
              check(plan.with(changed.body(), changed.staff()));
              store.add(
                  seat, plan, changed.name(), changed.words(), changed.body(), changed.staff());
              return plan.version() + 1;
            });
    if (version == null) {
      throw new IllegalStateException("no version was made");
    }
    return version;
  }

  /** Has the engine refuse what cannot be meant, before it is kept. */
  private void check(KeptPlan changed) {
    PlanBody body = changed.body();
    FinancialYear year = reckoning.usualYear();
    PlanYear reckoned = reckoning.year(changed, year);
    body.sums().keySet().stream()
        .flatMap(one -> FinancialYear.find(one).stream())
        .forEach(one -> reckoning.year(changed, one));
    body.maxima().stream()
        .flatMap(one -> FinancialYear.find(one.year()).stream())
        .distinct()
        .forEach(one -> reckoning.year(changed, one));
    PlanReader.work(body);
    DonorService.of(List.of(reckoned.plan()), year.from(), List.of(), PlanReader.local(body));
  }

  /** Lets all parties of the table see it, but for ages and service. Cannot be taken back. */
  void share(Seat seat, long id) {
    seat.checkEdits();
    transaction.executeWithoutResult(
        status -> {
          KeptPlan plan = getOwn(seat, id);
          if (!plan.shared()) {
            store.share(id);
            journal.write(
                seat,
                Deed.open(
                        "roles.shared",
                        plan.subject(),
                        plan.place(),
                        "shared the role plan “%s” with the table".formatted(plan.name()))
                    .with("version", Integer.toString(plan.version())));
          }
        });
  }

  private KeptPlan getOwn(Seat seat, long id) {
    KeptPlan plan =
        store.findToChange(id).filter(one -> one.isSeenBy(seat)).orElseThrow(() -> unknown(id));
    if (!plan.isOf(seat)) {
      throw new ToldToVisitors(
          403,
          "The role plan is %s's, and only they change it. Maybe begin one of your own, or say it to them in a comment?"
              .formatted(plan.partyName()));
    }
    return plan;
  }
}
