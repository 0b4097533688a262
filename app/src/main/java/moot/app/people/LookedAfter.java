package moot.app.people;

import java.util.List;
import java.util.stream.Collectors;
import moot.app.access.Party;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.app.register.PlaceSummary;
import moot.app.register.RegisterStore;
import moot.app.web.ToldToVisitors;
import moot.register.PlaceCode;
import org.springframework.stereotype.Component;

/** The places and parties that a seat looks after; others are not found. */
@Component
class LookedAfter {
  private final RegisterStore register;
  private final SeatStore seats;

  LookedAfter(RegisterStore register, SeatStore seats) {
    this.register = register;
    this.seats = seats;
  }

  /** The places at which a seat may let parties in. */
  List<PlaceSummary> listPlaces(Seat seat) {
    return register.listPlaces().stream()
        .filter(place -> PeopleDesk.mayLetIn(seat, place.code()))
        .toList();
  }

  /**
   * One of them.
   *
   * @param code may be empty where the seat leaves no choice
   */
  PlaceSummary getPlace(Seat seat, String code) {
    PlaceCode own = seat.party().place();
    String wanted = code.isEmpty() && own != null ? own.value() : code;
    List<PlaceSummary> places = listPlaces(seat);
    if (wanted.isEmpty() && places.size() == 1) {
      return places.getFirst();
    }
    if (wanted.isEmpty() && !places.isEmpty()) {
      throw new ToldToVisitors(
          400,
          "No place is named: expected one of %s. Maybe add ?place=%s?"
              .formatted(
                  places.stream()
                      .limit(10)
                      .map(place -> place.code().value())
                      .collect(Collectors.joining(", ")),
                  places.getFirst().code()));
    }
    return places.stream()
        .filter(place -> place.code().value().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "There is no place “%s” at which you let parties in. Maybe its practices are not imported yet?"
                        .formatted(wanted)));
  }

  /** A party to which a seat may invite people. */
  Party getParty(Seat seat, long party) {
    return seats
        .findParty(party)
        .filter(of -> PeopleDesk.mayInvite(seat, of))
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "There is no party %d that is yours to look after. Maybe it sits at another table?"
                        .formatted(party)));
  }
}
