package moot.app.people;

import java.time.Instant;
import java.util.List;
import moot.app.access.Party;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.app.web.Listing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who acts for whom, for programs. */
@RestController
class PeopleApi {
  private final SeatStore seats;
  private final Invitations invitations;
  private final PeopleDesk desk;
  private final LookedAfter lookedAfter;

  PeopleApi(SeatStore seats, Invitations invitations, PeopleDesk desk, LookedAfter lookedAfter) {
    this.seats = seats;
    this.invitations = invitations;
    this.desk = desk;
    this.lookedAfter = lookedAfter;
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

  /**
   * A party at a place.
   *
   * @param id its number in addresses
   * @param people how many act for it
   */
  record Attending(long id, PartyKind kind, String code, String name, int people) {}

  @GetMapping("/api/people")
  Acting people(Seat seat) {
    return acting(seat, seat.party());
  }

  /**
   * The parties of a place.
   *
   * @param place its code; may be left out by whoever looks after one place alone
   */
  @GetMapping("/api/people/parties")
  Listing<Attending> parties(
      Seat seat,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(
        page,
        size,
        desk.listParties(lookedAfter.getPlace(seat, place).code()).stream()
            .map(
                one ->
                    new Attending(
                        one.party().id(),
                        one.party().kind(),
                        one.party().code(),
                        one.party().name(),
                        one.people()))
            .toList());
  }

  @GetMapping("/api/people/parties/{party}")
  Acting people(Seat seat, @PathVariable long party) {
    return acting(seat, lookedAfter.getParty(seat, party));
  }

  /**
   * All accounts, by name.
   *
   * @param who a part of the name or the e-mail address
   */
  @GetMapping("/api/people/accounts")
  Listing<PeopleDesk.Account> accounts(
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    String part = who.strip();
    return Listing.of(
        page,
        size,
        desk.countAccounts(part),
        (offset, limit) -> desk.listAccounts(part, offset, limit));
  }

  private Acting acting(Seat seat, Party party) {
    return new Acting(
        party.name(),
        party.kind(),
        seats.listOfParty(party.id()).stream()
            .map(one -> new ActingPerson(one.personName(), one.role()))
            .toList(),
        PeopleDesk.mayInvite(seat, party)
            ? invitations.listOpen(party).stream()
                .map(one -> new Invited(one.name(), one.email(), one.role(), one.expires()))
                .toList()
            : List.of());
  }
}
