package moot.app.consent;

import moot.app.access.Seat;

/** Who puts or answers something, as it is kept beside it and as all read it. */
final class InWhoseName {
  private InWhoseName() {}

  /** "Kim Osei for Millbrook Surgery". */
  static String of(Seat seat) {
    return seat.personName() + " for " + seat.party().name();
  }
}
