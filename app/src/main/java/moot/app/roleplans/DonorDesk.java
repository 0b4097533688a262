package moot.app.roleplans;

import java.util.List;
import java.util.Map;
import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import moot.funding.roles.BadRolePlan;
import moot.funding.roles.DonorService;
import moot.register.PlaceCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The services whose staff new roles may draw, and how much of it the system lets go. */
@Component
class DonorDesk {
  private static final int MOST = 200;

  private final DonorStore store;
  private final Journal journal;
  private final TransactionTemplate transaction;

  DonorDesk(DonorStore store, Journal journal, PlatformTransactionManager transactions) {
    this.store = store;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  List<KeptDonor> list(Seat seat) {
    return store.list(seat.getPlace());
  }

  /**
   * Sets how much of a service's staff the system lets go.
   *
   * @throws BadRolePlan for what cannot be read or meant
   */
  void set(Seat seat, Map<String, String> fields) {
    seat.checkEdits();
    PlaceCode place = seat.getPlace();
    Sent sent = Sent.of(fields);
    sent.refuseTooLong();
    String name = sent.get("name");
    String role = sent.get("role");
    Typed typed = new Typed();
    if (name.isEmpty()) {
      typed.complain("name", name, "the service's name", "Maybe it was left out.");
    }
    if (!RoleTitles.all().containsKey(role)) {
      typed.complain("role", role, "one of the roles", "Maybe none was chosen.");
    }
    var staff = typed.quantity("staff", sent.get("staff"));
    var threshold = typed.quantity("threshold", sent.get("threshold"));
    typed.raise();
    DonorService service = new DonorService(name, role, staff, threshold);
    transaction.executeWithoutResult(
        status -> {
          if (store.list(place).size() >= MOST) {
            throw Typed.bad("services", "one more", "at most " + MOST, "Maybe remove some.");
          }
          store.set(seat, place, service);
          journal.write(
              seat,
              Deed.open(
                  "roles.threshold",
                  "place:" + place.value(),
                  place,
                  "set that new roles may draw %s %% of the staff of %s in the role %s"
                      .formatted(threshold, name, RoleTitles.of(role))));
        });
  }

  void remove(Seat seat, long id) {
    seat.checkEdits();
    PlaceCode place = seat.getPlace();
    transaction.executeWithoutResult(
        status -> {
          if (!store.remove(place, id)) {
            throw new ToldToVisitors(
                404, "There is no service %d at your table. Maybe it was removed?".formatted(id));
          }
          journal.write(
              seat,
              Deed.open(
                  "roles.threshold",
                  "place:" + place.value(),
                  place,
                  "took a service off the list of those whose staff new roles draw"));
        });
  }
}
