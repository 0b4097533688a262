package moot.app.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import moot.app.access.CurrentSeat;
import moot.app.access.SeatStore;
import moot.app.access.SecondFactors;
import moot.app.access.SigningIn;
import moot.app.access.Totp;
import moot.app.people.OwnAccount.Owner;
import moot.app.web.ToldToVisitors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: the seats one holds, and the second factor. */
@Controller
class AccountPages {
  /** The secret that is being set up, until the first code shows that the telephone has it. */
  private static final String SECRET = "moot.factor";

  private final OwnAccount account;
  private final SecondFactors factors;
  private final SigningIn signing;
  private final SeatStore seats;
  private final CurrentSeat current;

  AccountPages(
      OwnAccount account,
      SecondFactors factors,
      SigningIn signing,
      SeatStore seats,
      CurrentSeat current) {
    this.account = account;
    this.factors = factors;
    this.signing = signing;
    this.seats = seats;
    this.current = current;
  }

  @GetMapping("/account")
  String show(HttpServletRequest request, Model model) {
    return show(request, null, model);
  }

  private String show(HttpServletRequest request, @Nullable String error, Model model) {
    Owner owner = owner();
    boolean on = factors.isOn(owner.id());
    model.addAttribute("owner", owner);
    model.addAttribute("seats", seats.listOfPerson(owner.id()));
    model.addAttribute("on", on);
    model.addAttribute("left", on ? factors.countRecoveryCodes(owner.id()) : 0);
    model.addAttribute("error", error);
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
          "This is not the code of the key above, now. Maybe wait for the next one, and look at the telephone's clock?",
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
          "This code is not right, or was used before: each works once. Maybe wait for the next one?",
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
