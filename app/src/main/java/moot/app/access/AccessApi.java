package moot.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who asks, and what each role may do. */
@RestController
class AccessApi {
  private final SeatStore seats;
  private final CurrentSeat current;

  AccessApi(SeatStore seats, CurrentSeat current) {
    this.seats = seats;
    this.current = current;
  }

  /**
   * For whom a request is answered.
   *
   * @param place the code of the place at whose table the party sits
   */
  record Me(
      String person,
      String party,
      PartyKind partyKind,
      String partyCode,
      @Nullable String place,
      Role role) {}

  /**
   * A party that one may act for.
   *
   * @param now whether one acts for it now
   */
  record Choice(String party, PartyKind partyKind, Role role, boolean now) {}

  /** A row of the table of who may do what. */
  record Row(String method, String path, String who, String what) {}

  /** A program has the one seat that its token gives it. */
  @GetMapping("/api/seats")
  List<Choice> seats(HttpServletRequest request) {
    Optional<Seat> held = current.find(request);
    return current
        .findInPerson()
        .map(seats::listOfPerson)
        .orElseGet(() -> held.stream().toList())
        .stream()
        .map(
            seat ->
                new Choice(
                    seat.party().name(),
                    seat.party().kind(),
                    seat.role(),
                    held.filter(now -> now.id() == seat.id()).isPresent()))
        .toList();
  }

  @GetMapping("/api/me")
  Me me(Seat seat) {
    return new Me(
        seat.personName(),
        seat.party().name(),
        seat.party().kind(),
        seat.party().code(),
        seat.party().place() == null ? null : seat.party().place().value(),
        seat.role());
  }

  @GetMapping("/api/roles")
  List<Row> roles() {
    return AccessTable.ROUTES.stream()
        .map(
            route ->
                new Row(
                    route.method(),
                    route.pattern().getPatternString(),
                    route.who().words(),
                    route.what()))
        .toList();
  }
}
