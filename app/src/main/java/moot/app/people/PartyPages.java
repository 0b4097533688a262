package moot.app.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import moot.app.access.PartyKind;
import moot.app.access.Seat;
import moot.app.register.PlaceSummary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The parties of a place, letting them in; and the accounts of the installation. */
@Controller
class PartyPages {
  private static final int LONGEST_NAME = 150;
  private static final int MOST_ACCOUNTS = 100;

  private final PeopleDesk desk;
  private final LookedAfter lookedAfter;

  PartyPages(PeopleDesk desk, LookedAfter lookedAfter) {
    this.desk = desk;
    this.lookedAfter = lookedAfter;
  }

  @GetMapping("/people/parties")
  String parties(
      Seat seat,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "-1") int added,
      Model model) {
    List<PlaceSummary> places = lookedAfter.listPlaces(seat);
    if (place.isEmpty() && places.size() != 1) {
      model.addAttribute("places", places);
      return "people/places";
    }
    return show(lookedAfter.getPlace(seat, place), added, Map.of(), "", "", model);
  }

  private String show(
      PlaceSummary place,
      int added,
      Map<String, String> errors,
      String name,
      String kind,
      Model model) {
    model.addAttribute("place", place);
    model.addAttribute("added", added);
    model.addAttribute(
        "groups",
        desk.listParties(place.code()).stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.party().kind(), LinkedHashMap::new, Collectors.toList())));
    model.addAttribute("kinds", PeopleDesk.NAMED_BY_HAND);
    model.addAttribute("errors", errors);
    model.addAttribute("name", name);
    model.addAttribute("kind", kind);
    return "people/parties";
  }

  @PostMapping("/people/parties/register")
  String letIn(Seat seat, @RequestParam(defaultValue = "") String place) {
    PlaceSummary at = lookedAfter.getPlace(seat, place);
    int added = desk.letIn(seat, at.code(), at.name());
    return "redirect:/people/parties?place=%s&added=%d".formatted(at.code(), added);
  }

  @PostMapping("/people/parties")
  String letIn(
      Seat seat,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String kind,
      HttpServletResponse response,
      Model model) {
    PlaceSummary at = lookedAfter.getPlace(seat, place);
    String named = name.strip();
    Optional<PartyKind> wanted =
        PeopleDesk.NAMED_BY_HAND.stream().filter(one -> one.name().equals(kind)).findFirst();
    Map<String, String> errors = new LinkedHashMap<>();
    if (named.isEmpty() || named.length() > LONGEST_NAME) {
      errors.put(
          "name",
          "%d letters: expected a name of 1 to %d. Maybe the usual short form?"
              .formatted(named.length(), LONGEST_NAME));
    }
    if (wanted.isEmpty()) {
      errors.put(
          "kind",
          "No kind of party is chosen: expected one. Maybe it is a practice, which comes from the register?");
    }
    if (!errors.isEmpty()) {
      response.setStatus(422);
      return show(at, -1, errors, named, kind, model);
    }
    desk.letIn(seat, at.code(), wanted.orElseThrow(), named);
    return "redirect:/people/parties?place=%s&added=1".formatted(at.code());
  }

  @GetMapping("/people/accounts")
  String accounts(@RequestParam(defaultValue = "") String who, Model model) {
    model.addAttribute("who", who);
    model.addAttribute("accounts", desk.listAccounts(who.strip(), 0, MOST_ACCOUNTS));
    model.addAttribute("most", MOST_ACCOUNTS);
    return "people/accounts";
  }

  @PostMapping("/people/accounts/{id}/second-factor/reset")
  String reset(Seat seat, @PathVariable long id) {
    desk.resetFactor(seat, id);
    return "redirect:/people/accounts";
  }
}
