package moot.app.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import moot.app.access.Seat;
import moot.app.people.PasswordLinks.Made;
import moot.app.web.ToldToVisitors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** For a password that was forgotten: making the link, and choosing a new one with it. */
@Controller
class PasswordPages {
  private final PasswordLinks links;

  PasswordPages(PasswordLinks links) {
    this.links = links;
  }

  @PostMapping("/people/accounts/{id}/password-link")
  String make(Seat seat, @PathVariable long id, HttpServletRequest request, Model model) {
    Made made = links.make(seat, id);
    model.addAttribute("account", made.link());
    model.addAttribute("hours", PasswordLinks.GOOD_FOR.toHours());
    model.addAttribute(
        "link",
        ServletUriComponentsBuilder.fromContextPath(request)
            .path("/passwords/{secret}")
            .buildAndExpand(made.secret())
            .toUriString());
    return "people/passwordlink";
  }

  @GetMapping("/passwords/{secret}")
  String show(@PathVariable String secret, Model model) {
    return show(secret, get(secret), Map.of(), model);
  }

  private static String show(
      String secret, PasswordLink account, Map<String, String> errors, Model model) {
    model.addAttribute("secret", secret);
    model.addAttribute("account", account);
    model.addAttribute("errors", errors);
    return "people/newpassword";
  }

  /** Signs nobody in: whoever has a second factor still owes its code. */
  @PostMapping("/passwords/{secret}")
  String choose(
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      HttpServletResponse response,
      Model model) {
    PasswordLink account = get(secret);
    Map<String, String> errors = new ChosenPassword(password, again).check(account.email());
    if (!errors.isEmpty()) {
      response.setStatus(422);
      return show(secret, account, errors, model);
    }
    model.addAttribute("account", links.use(secret, password).orElseThrow(PasswordPages::gone));
    return "people/passwordchosen";
  }

  private PasswordLink get(String secret) {
    return links.find(secret).orElseThrow(PasswordPages::gone);
  }

  /** The same words whether it never was, was used, was withdrawn or has expired. */
  private static ToldToVisitors gone() {
    return new ToldToVisitors(
        404,
        "This link cannot be used: expected the newest one made for the account, not used before and not older than %d hours. Maybe ask who looks after this installation for another?"
            .formatted(PasswordLinks.GOOD_FOR.toHours()));
  }
}
