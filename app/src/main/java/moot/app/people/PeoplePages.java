package moot.app.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import moot.app.access.Party;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.app.web.NavigationItem;
import moot.app.web.ToldToVisitors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who acts for a party; inviting people, changing their role, ending their seat. */
@Controller
class PeoplePages {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_EMAIL = 200;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  private final PeopleDesk desk;
  private final Invitations invitations;
  private final SeatStore seats;
  private final LookedAfter lookedAfter;

  PeoplePages(PeopleDesk desk, Invitations invitations, SeatStore seats, LookedAfter lookedAfter) {
    this.lookedAfter = lookedAfter;
    this.desk = desk;
    this.invitations = invitations;
    this.seats = seats;
  }

  @Bean
  static NavigationItem peopleNavigation() {
    return new NavigationItem(90, "People", "/people");
  }

  @GetMapping("/people")
  String own(Seat seat, Model model) {
    return show(seat, seat.party(), Map.of(), Map.of(), model);
  }

  @GetMapping("/people/parties/{party}")
  String other(Seat seat, @PathVariable long party, Model model) {
    return show(seat, lookedAfter.getParty(seat, party), Map.of(), Map.of(), model);
  }

  private String show(
      Seat seat, Party party, Map<String, String> errors, Map<String, String> typed, Model model) {
    boolean invites = PeopleDesk.mayInvite(seat, party);
    model.addAttribute("own", seat);
    model.addAttribute("party", party);
    model.addAttribute("seats", seats.listOfParty(party.id()));
    model.addAttribute("invites", invites);
    model.addAttribute("manages", PeopleDesk.mayManage(seat, party));
    model.addAttribute("open", invites ? invitations.listOpen(party) : List.of());
    model.addAttribute("roles", PeopleDesk.roles(party.kind()));
    model.addAttribute("errors", errors);
    model.addAttribute("typed", typed);
    model.addAttribute("day", DAY);
    return "people/people";
  }

  @PostMapping("/people/parties/{party}/invitations")
  String invite(
      Seat seat,
      @PathVariable("party") long id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String role,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Party party = lookedAfter.getParty(seat, id);
    String named = name.strip();
    String address = email.strip().toLowerCase(Locale.ROOT);
    Optional<Role> wanted =
        PeopleDesk.roles(party.kind()).stream().filter(r -> r.name().equals(role)).findFirst();
    Map<String, String> errors = check(named, address, wanted);
    if (errors.isEmpty()) {
      Optional<String> secret =
          invitations.invite(seat, party, wanted.orElseThrow(), named, address);
      if (secret.isPresent()) {
        model.addAttribute("party", party);
        model.addAttribute("role", wanted.get());
        model.addAttribute("email", address);
        model.addAttribute("days", Invitations.GOOD_FOR.toDays());
        model.addAttribute("back", page(seat, party));
        model.addAttribute(
            "link",
            ServletUriComponentsBuilder.fromContextPath(request)
                .path("/invitations/{secret}")
                .buildAndExpand(secret.get())
                .toUriString());
        return "people/link";
      }
      errors.put(
          "email",
          "%s acts for %s already. Maybe change the role instead?"
              .formatted(address, party.name()));
    }
    response.setStatus(422);
    return show(
        seat, party, errors, Map.of("name", named, "email", email.strip(), "role", role), model);
  }

  private static Map<String, String> check(String name, String email, Optional<Role> role) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (name.length() > LONGEST_NAME) {
      errors.put(
          "name",
          "%d letters: expected at most %d. Maybe the title is enough without degrees?"
              .formatted(name.length(), LONGEST_NAME));
    }
    if (!email.matches("[^@\\s]+@[^@\\s]+") || email.length() > LONGEST_EMAIL) {
      errors.put(
          "email",
          "“%s”: expected an e-mail address such as a.osei@example.org. Maybe a part is missing?"
              .formatted(email));
    }
    if (role.isEmpty()) {
      errors.put("role", "No role is chosen: expected one. Maybe begin with editor?");
    }
    return errors;
  }

  @PostMapping("/people/invitations/{id}/withdraw")
  String withdraw(Seat seat, @PathVariable long id) {
    Party party =
        invitations
            .findParty(id)
            .filter(of -> PeopleDesk.mayInvite(seat, of))
            .orElseThrow(PeoplePages::noInvitation);
    if (!invitations.withdraw(seat, id, party)) {
      throw noInvitation();
    }
    return "redirect:" + page(seat, party);
  }

  @PostMapping("/people/seats/{id}/role")
  String role(Seat seat, @PathVariable long id, @RequestParam Role role) {
    String back = pageOf(seat, id);
    desk.changeRole(seat, id, role);
    return "redirect:" + back;
  }

  @PostMapping("/people/seats/{id}/end")
  String end(Seat seat, @PathVariable long id) {
    String back = pageOf(seat, id);
    desk.end(seat, id);
    return "redirect:" + back;
  }

  private String pageOf(Seat asking, long seat) {
    return seats.find(seat).map(of -> page(asking, of.party())).orElse("/people");
  }

  private static String page(Seat seat, Party party) {
    return seat.party().id() == party.id() ? "/people" : "/people/parties/" + party.id();
  }

  private static ToldToVisitors noInvitation() {
    return new ToldToVisitors(
        404, "There is no such invitation that can be withdrawn. Maybe it was used meanwhile?");
  }
}
