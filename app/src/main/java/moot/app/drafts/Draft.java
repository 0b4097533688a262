package moot.app.drafts;

import java.time.Instant;
import moot.app.access.Seat;
import moot.register.PlaceCode;

/**
 * A draft, without its versions.
 *
 * @param partyId whose it is
 * @param shared with all parties of the place's table
 * @param current the number of the version that holds
 * @param latest the number of the last version there is
 * @param changedAt when the current version was made
 */
public record Draft(
    long id,
    PlaceCode place,
    long partyId,
    String partyName,
    String name,
    boolean shared,
    DraftRules rules,
    int current,
    int latest,
    Instant changedAt) {

  /** Whether somebody on this seat may see it. */
  public boolean isSeenBy(Seat seat) {
    return seat.party().sitsAt(place) && (shared || seat.party().id() == partyId);
  }

  public boolean isOf(Seat seat) {
    return seat.party().id() == partyId;
  }

  /** What the journal calls it. */
  String subject() {
    return "draft:" + id;
  }
}
