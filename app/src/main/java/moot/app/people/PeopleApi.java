package moot.app.people;

import java.time.Instant;
import java.util.List;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who acts for one's own party, for programs. */
@RestController
class PeopleApi {
  private final SeatStore seats;
  private final Invitations invitations;

  PeopleApi(SeatStore seats, Invitations invitations) {
    this.seats = seats;
    this.invitations = invitations;
  }

  /**
   * Who acts for a party.
   *
   * @param invited who was invited and has not come yet; empty for those who may not invite
   */
  record Acting(
      String party, PartyKind partyKind, List<ActingPerson> people, List<Invited> invited) {}

  /** Somebody who acts for a party. */
  record ActingPerson(String name, Role role) {}

  /**
   * Somebody who was invited.
   *
   * @param name empty when not known
   */
  record Invited(String name, String email, Role role, Instant expires) {}

  @GetMapping("/api/people")
  Acting people(Seat seat) {
    return new Acting(
        seat.party().name(),
        seat.party().kind(),
        seats.listOfParty(seat.party().id()).stream()
            .map(one -> new ActingPerson(one.personName(), one.role()))
            .toList(),
        PeopleDesk.mayInvite(seat, seat.party())
            ? invitations.listOpen(seat.party()).stream()
                .map(one -> new Invited(one.name(), one.email(), one.role(), one.expires()))
                .toList()
            : List.of());
  }
}
