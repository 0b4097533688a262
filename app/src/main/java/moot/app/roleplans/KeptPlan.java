package moot.app.roleplans;

import java.time.Instant;
import moot.app.access.Seat;
import moot.register.NetworkCode;
import moot.register.PlaceCode;

/**
 * A plan, as its version that holds says.
 *
 * @param party whose it is
 * @param version from 1
 * @param person who made that version
 * @param staff as the party entered it; {@link Staff#UNKNOWN} for everybody else
 */
public record KeptPlan(
    long id,
    PlaceCode place,
    NetworkCode network,
    long party,
    String partyName,
    String name,
    boolean shared,
    int version,
    Instant changedAt,
    String person,
    PlanBody body,
    Staff staff) {

  boolean isSeenBy(Seat seat) {
    return seat.party().sitsAt(place) && (shared || isOf(seat));
  }

  public boolean isOf(Seat seat) {
    return seat.party().id() == party;
  }

  public String subject() {
    return "roleplan:" + id;
  }

  /** As somebody on this seat may know it. */
  KeptPlan asSeenBy(Seat seat) {
    return isOf(seat) ? this : with(body, Staff.UNKNOWN);
  }

  KeptPlan with(PlanBody other, Staff known) {
    return new KeptPlan(
        id, place, network, party, partyName, name, shared, version, changedAt, person, other,
        known);
  }
}
