package moot.app.api;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import moot.app.access.Role;
import moot.app.access.Seat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A party's tokens. */
@Controller
class TokenPages {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).withZone(ZoneId.of("Europe/London"));

  private final Tokens tokens;

  TokenPages(Tokens tokens) {
    this.tokens = tokens;
  }

  @GetMapping("/tokens")
  String tokens(Seat seat, Model model) {
    return page(seat, "", model);
  }

  /** The secret is on this one page, and nowhere else ever again. */
  @PostMapping("/tokens")
  String make(
      Seat seat,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "VIEWER") Role role,
      @RequestParam(defaultValue = "90") int days,
      Model model) {
    return page(seat, tokens.make(seat, name, role, days), model);
  }

  @PostMapping("/tokens/{id}/revoke")
  String revoke(Seat seat, @PathVariable long id) {
    tokens.revoke(seat, id);
    return "redirect:/tokens";
  }

  private String page(Seat seat, String secret, Model model) {
    model.addAttribute("seat", seat);
    model.addAttribute("secret", secret);
    model.addAttribute("tokens", tokens.list(seat));
    model.addAttribute("day", DAY);
    return "api/tokens";
  }
}
