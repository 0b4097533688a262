package moot.app.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.app.access.CurrentSeat;
import moot.app.access.Passwords;
import moot.app.access.SeatStore;
import moot.app.access.SecondFactors;
import moot.app.access.SigningIn;
import moot.app.access.Totp;
import moot.app.people.OwnAccount.Owner;
import moot.app.web.ToldToVisitors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: the seats one holds, the password and the second factor. */
@Controller
class AccountPages {
  /** The secret that is being set up, until the first code shows that the telephone has it. */
  private static final String SECRET = "moot.factor";

  private final OwnAccount account;
  private final SecondFactors factors;
  private final SigningIn signing;
  private final Passwords passwords;
  private final SeatStore seats;
  private final CurrentSeat current;

  AccountPages(
      OwnAccount account,
      SecondFactors factors,
      SigningIn signing,
      Passwords passwords,
      SeatStore seats,
      CurrentSeat current) {
    this.account = account;
    this.factors = factors;
    this.signing = signing;
    this.passwords = passwords;
    this.seats = seats;
    this.current = current;
  }

  @GetMapping("/account")
  String show(HttpServletRequest request, Model model) {
    return show(request, Map.of(), model);
  }

  private String show(HttpServletRequest request, Map<String, String> errors, Model model) {
    Owner owner = owner();
    boolean on = factors.isOn(owner.id());
    model.addAttribute("owner", owner);
    model.addAttribute("seats", seats.listOfPerson(owner.id()));
    model.addAttribute("on", on);
    model.addAttribute("left", on ? factors.countRecoveryCodes(owner.id()) : 0);
    model.addAttribute("errors", errors);
    model.addAttribute("hasPassword", passwords.has(owner.id()));
    model.addAttribute("changed", errors.isEmpty() && request.getParameter("changed") != null);
    if (!on) {
      byte[] secret = secret(request.getSession());
      model.addAttribute("qr", QrCode.of(Totp.address(secret, owner.email())));
      model.addAttribute(
          "key", String.join(" ", List.of(Totp.base32(secret).split("(?<=\\G.{4})"))));
    }
    return "people/account";
  }

  /** The same until it is used, so that the picture stays when the page is loaded again. */
  private static byte[] secret(HttpSession session) {
    if (session.getAttribute(SECRET) instanceof byte[] known) {
      return known;
    }
    byte[] secret = Totp.newSecret();
    session.setAttribute(SECRET, secret);
    return secret;
  }

  @PostMapping("/account/password")
  String changePassword(
      @RequestParam(name = "current", defaultValue = "") String until,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Owner owner = owner();
    if (!passwords.has(owner.id())) {
      throw new ToldToVisitors(
          409,
          "Your account has no password that could be changed. Maybe ask who looks after this installation for a link on which to choose one?");
    }
    Map<String, String> errors = new LinkedHashMap<>();
    errors.putAll(new ChosenPassword(password, again).check(owner.email()));
    // What is wrong with the new one is said first: a try at the old one counts.
    if (errors.isEmpty()) {
      try {
        signing.countPassword(owner.email(), request);
      } catch (ToldToVisitors tooMany) {
        response.setStatus(tooMany.status());
        return show(request, Map.of("current", tooMany.getMessage()), model);
      }
      if (!passwords.isRight(owner.id(), until)) {
        errors.put(
            "current",
            "This is not your password: expected the one with which you sign in until now. Maybe a slip of the key?");
      }
    }
    if (!errors.isEmpty()) {
      response.setStatus(422);
      return show(request, errors, model);
    }
    account.changePassword(
        owner, current.find(request), Passwords.encode(password), request.getSession().getId());
    // Whoever had a copy of this session's cookie has it in vain.
    request.changeSessionId();
    return "redirect:/account?changed";
  }

  @PostMapping("/account/second-factor")
  String switchOn(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    HttpSession session = request.getSession();
    Optional<List<String>> recovery =
        session.getAttribute(SECRET) instanceof byte[] secret
            ? account.switchOn(owner(), current.find(request), secret, code, session.getId())
            : Optional.empty();
    if (recovery.isEmpty()) {
      response.setStatus(422);
      return show(
          request,
          Map.of(
              "code",
              "This is not the code of the key above, now. Maybe wait for the next one, and look at the telephone's clock?"),
          model);
    }
    session.removeAttribute(SECRET);
    model.addAttribute("codes", recovery.get());
    return "people/recovery";
  }

  @PostMapping("/account/second-factor/off")
  String switchOff(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    signing.countCode(owner().id(), request);
    if (!account.switchOff(owner(), current.find(request), code)) {
      response.setStatus(422);
      return show(
          request,
          Map.of(
              "code",
              "This code is not right, or was used before: each works once. Maybe wait for the next one?"),
          model);
    }
    signing.codeWasRight(owner().id());
    return "redirect:/account";
  }

  private Owner owner() {
    return signing
        .find()
        .flatMap(account::find)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    401, "Nobody is signed in. Maybe your session has ended? Sign in again."));
  }
}
