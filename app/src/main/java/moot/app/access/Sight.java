package moot.app.access;

import java.util.function.Predicate;
import moot.app.register.RegisterStore;
import moot.register.PlaceCode;
import org.springframework.stereotype.Component;

/**
 * Which places the visitor may look at: the one at whose table the party sits, and what lies within
 * it; the installation sees all.
 */
@Component
public class Sight {
  private final CurrentSeat seat;
  private final RegisterStore register;

  Sight(CurrentSeat seat, RegisterStore register) {
    this.seat = seat;
    this.register = register;
  }

  /** Of the visitor whose request this thread answers. */
  public boolean reaches(PlaceCode place) {
    return reach().test(place);
  }

  /** The same as a question to ask of many. */
  public Predicate<PlaceCode> reach() {
    Seat asking = seat.get();
    PlaceCode table = asking.party().place();
    return asking.party().kind() == PartyKind.INSTALLATION
        ? place -> true
        : place -> table != null && register.isWithin(place, table);
  }
}
