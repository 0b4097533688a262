package moot.app.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who asks, and what each role may do. */
@RestController
class AccessApi {
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

  /** A row of the table of who may do what. */
  record Row(String method, String path, String who, String what) {}

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
