package moot.app.scenarios;

import java.time.Instant;
import moot.app.access.Seat;
import moot.register.PlaceCode;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that somebody keeps, without its versions.
 *
 * @param partyId whose it is
 * @param title of the version that holds
 * @param sharedFrom from which version on the whole table sees it; null until it is shared
 * @param latest the number of the version that holds
 * @param changedAt when that was made
 */
public record SavedScenario(
    long id,
    PlaceCode place,
    long partyId,
    String partyName,
    String title,
    @Nullable Integer sharedFrom,
    int latest,
    Instant changedAt) {

  public boolean shared() {
    return sharedFrom != null;
  }

  public boolean isOf(Seat seat) {
    return seat.party().id() == partyId;
  }

  /** Whether somebody on this seat may see it as it is. */
  public boolean isSeenBy(Seat seat) {
    return seat.party().sitsAt(place) && (shared() || isOf(seat));
  }

  /** Versions from before it was shared stay with the party whose it is. */
  public boolean isSeenBy(Seat seat, int version) {
    return isSeenBy(seat) && (isOf(seat) || sharedFrom != null && version >= sharedFrom);
  }

  /** What the journal calls it. */
  String subject() {
    return "scenario:" + id;
  }
}
