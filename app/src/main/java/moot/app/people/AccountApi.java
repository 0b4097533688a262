package moot.app.people;

import java.util.List;
import moot.app.access.CurrentSeat;
import moot.app.access.PartyKind;
import moot.app.access.Passwords;
import moot.app.access.Role;
import moot.app.access.SeatStore;
import moot.app.access.SecondFactors;
import moot.app.people.OwnAccount.Owner;
import moot.app.web.ToldToVisitors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own account as data, without any secret of it. */
@RestController
class AccountApi {
  private final OwnAccount account;
  private final SecondFactors factors;
  private final Passwords passwords;
  private final SeatStore seats;
  private final CurrentSeat current;

  AccountApi(
      OwnAccount account,
      SecondFactors factors,
      Passwords passwords,
      SeatStore seats,
      CurrentSeat current) {
    this.account = account;
    this.factors = factors;
    this.passwords = passwords;
    this.seats = seats;
    this.current = current;
  }

  /**
   * An account.
   *
   * @param hasPassword whether one can sign in to it with a password
   * @param secondFactor whether signing in asks for a code, too
   * @param recoveryCodes how many are left
   */
  record Account(
      String name,
      String email,
      List<Held> seats,
      boolean hasPassword,
      boolean secondFactor,
      int recoveryCodes) {}

  /** A seat of the person. */
  record Held(String party, PartyKind partyKind, Role role) {}

  @GetMapping("/api/account")
  Account account() {
    Owner owner =
        current
            .findInPerson()
            .flatMap(account::find)
            .orElseThrow(
                () ->
                    new ToldToVisitors(
                        403,
                        "A program has no account: expected a person who is signed in. Maybe ask /api/me?"));
    boolean on = factors.isOn(owner.id());
    return new Account(
        owner.name(),
        owner.email(),
        seats.listOfPerson(owner.id()).stream()
            .map(seat -> new Held(seat.party().name(), seat.party().kind(), seat.role()))
            .toList(),
        passwords.has(owner.id()),
        on,
        on ? factors.countRecoveryCodes(owner.id()) : 0);
  }
}
