package moot.app.forming;

import java.util.function.Predicate;
import moot.app.access.CurrentSeat;
import moot.app.access.PartyKind;
import moot.app.access.Seat;
import moot.app.register.RegisterStore;
import moot.register.PlaceCode;
import org.springframework.stereotype.Component;

/**
 * Which places the visitor may look at: the one at whose table the party sits, and what lies within
 * it; the installation sees all.
 */
@Component
class Sight {
  private final CurrentSeat seat;
  private final RegisterStore register;

  Sight(CurrentSeat seat, RegisterStore register) {
    this.seat = seat;
    this.register = register;
  }

  /** Of the visitor whose request this thread answers. */
  boolean reaches(PlaceCode place) {
    return reach().test(place);
  }

  /** The same as a question to ask of many. */
  Predicate<PlaceCode> reach() {
    Seat asking = seat.get();
    PlaceCode table = asking.party().place();
    return asking.party().kind() == PartyKind.INSTALLATION
        ? place -> true
        : place -> table != null && register.isWithin(place, table);
  }
}
