package moot.app.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import moot.app.access.SigningIn;
import moot.app.web.ToldToVisitors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking a seat that is offered. */
@Controller
class InvitationPages {
  private static final int LONGEST_NAME = 100;

  private final Accepting accepting;
  private final SigningIn signing;

  InvitationPages(Accepting accepting, SigningIn signing) {
    this.accepting = accepting;
    this.signing = signing;
  }

  @GetMapping("/invitations/{secret}")
  String show(@PathVariable String secret, Model model) {
    Invitation offer = get(secret);
    return show(secret, offer, offer.name(), Map.of(), model);
  }

  private String show(
      String secret, Invitation offer, String name, Map<String, String> errors, Model model) {
    Optional<Long> person = accepting.findPerson(offer.email());
    model.addAttribute("secret", secret);
    model.addAttribute("offer", offer);
    model.addAttribute("name", name);
    model.addAttribute("errors", errors);
    model.addAttribute("known", person.isPresent());
    model.addAttribute("itself", person.isPresent() && person.equals(signing.find()));
    return "people/invitation";
  }

  @PostMapping("/invitations/{secret}")
  String accept(
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Invitation offer = get(secret);
    Optional<Long> known = accepting.findPerson(offer.email());
    if (known.isPresent()) {
      if (!known.equals(signing.find())) {
        return show(secret, offer, name, Map.of(), model);
      }
      if (accepting.accept(secret, known.get()).isEmpty()) {
        throw gone();
      }
      return "redirect:/seats";
    }
    Map<String, String> errors = check(offer, name.strip(), password, again);
    if (!errors.isEmpty()) {
      return show(secret, offer, name, errors, model);
    }
    long person =
        accepting.acceptAsNew(secret, name.strip(), password).orElseThrow(InvitationPages::gone);
    signing.begin(person, request, response);
    return "redirect:/";
  }

  private static Map<String, String> check(
      Invitation offer, String name, String password, String again) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      errors.put(
          "name",
          "%d letters: expected a name of 1 to %d. Maybe the title is enough without degrees?"
              .formatted(name.length(), LONGEST_NAME));
    }
    errors.putAll(new ChosenPassword(password, again).check(offer.email()));
    return errors;
  }

  private Invitation get(String secret) {
    return accepting.find(secret).orElseThrow(InvitationPages::gone);
  }

  /** The same words whether it never was, was used, was withdrawn or has expired. */
  private static ToldToVisitors gone() {
    return new ToldToVisitors(
        404,
        "This invitation cannot be used. An invitation works once, and for %d days. Maybe ask for another?"
            .formatted(Invitations.GOOD_FOR.toDays()));
  }
}
