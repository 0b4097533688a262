package moot.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import moot.app.web.ToldToVisitors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out, picking the seat, and the table of who may do what. */
@Controller
class SignInPages {
  /** Why somebody is back at the sign-in: the other provider knows them and Moot does not. */
  static final String UNKNOWN = "unknown";

  /** The other provider signed nobody in. */
  static final String GIVEN_UP = "given-up";

  private static final Map<String, String> WHY =
      Map.of(
          UNKNOWN,
          "You are signed in there, but no account here has that e-mail address, or the provider has not verified it. Maybe the invitation went to another of your addresses?",
          GIVEN_UP,
          "You were not signed in there, so you are not here. Maybe try again?");

  private final SeatStore seats;
  private final Passwords accounts;
  private final SigningIn signing;
  private final CurrentSeat current;
  private final Attempts attempts;
  private final Providers providers;
  private final boolean demo;

  SignInPages(
      SeatStore seats,
      Passwords accounts,
      SigningIn signing,
      CurrentSeat current,
      Attempts attempts,
      Providers providers,
      @Value("${moot.demo}") boolean demo) {
    this.seats = seats;
    this.accounts = accounts;
    this.signing = signing;
    this.current = current;
    this.attempts = attempts;
    this.providers = providers;
    this.demo = demo;
  }

  @GetMapping("/sign-in")
  String signIn(
      @RequestParam(defaultValue = "") String next,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String why,
      Model model) {
    model.addAttribute("next", ownPage(next));
    if (demo) {
      model.addAttribute("who", who);
      model.addAttribute("groups", groups(who));
      return "access/whoareyou";
    }
    return form("", WHY.get(why), model);
  }

  private String form(String email, @Nullable String error, Model model) {
    model.addAttribute("email", email);
    model.addAttribute("error", error);
    model.addAttribute("providers", providers.list());
    model.addAttribute("administered", seats.hasAdministrator());
    return "access/signin";
  }

  /** The people of the demo, party by party; all that was typed has to be found somewhere. */
  private Map<PartyKind, Map<String, List<Seat>>> groups(String who) {
    List<String> words = List.of(who.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    return seats.list().stream()
        .filter(
            seat -> {
              String all =
                  String.join(
                          " ",
                          seat.personName(),
                          seat.party().name(),
                          seat.party().code(),
                          seat.party().kind().words(),
                          seat.role().words())
                      .toLowerCase(Locale.ROOT);
              return words.stream().allMatch(all::contains);
            })
        .collect(
            Collectors.groupingBy(
                seat -> seat.party().kind(),
                LinkedHashMap::new,
                Collectors.groupingBy(
                    seat -> seat.party().name(), LinkedHashMap::new, Collectors.toList())));
  }

  @PostMapping("/sign-in")
  String signIn(
      @RequestParam String email,
      @RequestParam String password,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("next", ownPage(next));
    try {
      attempts.count(request.getRemoteAddr(), email);
    } catch (ToldToVisitors tooMany) {
      response.setStatus(tooMany.status());
      return form(email, tooMany.getMessage(), model);
    }
    Optional<SignedInPerson> person = demo ? Optional.empty() : accounts.find(email, password);
    if (person.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return form(
          email,
          "This e-mail address and this password do not belong together here. Maybe one of them is mistyped?",
          model);
    }
    attempts.succeeded(email);
    return "redirect:" + signing.recognise(person.get(), ownPage(next), request, response);
  }

  @GetMapping("/sign-in/code")
  String code(HttpServletRequest request, Model model) {
    if (signing.findHalfway(request).isEmpty()) {
      return "redirect:/sign-in";
    }
    return askForCode(null, model);
  }

  private static String askForCode(@Nullable String error, Model model) {
    model.addAttribute("error", error);
    return "access/code";
  }

  @PostMapping("/sign-in/code")
  String code(
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<Halfway> halfway = signing.findHalfway(request);
    if (halfway.isEmpty()) {
      return "redirect:/sign-in";
    }
    try {
      signing.countCode(halfway.get().person(), request);
    } catch (ToldToVisitors tooMany) {
      response.setStatus(tooMany.status());
      return askForCode(tooMany.getMessage(), model);
    }
    Optional<String> page = signing.complete(halfway.get(), code, request, response);
    if (page.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return askForCode(
          "This code is not right, or was used before: each works once. Maybe wait for the next one, and look at the telephone's clock?",
          model);
    }
    signing.codeWasRight(halfway.get().person());
    return "redirect:" + page.get();
  }

  @PostMapping("/sign-in/as")
  String signInAs(
      @RequestParam long seat,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!demo) {
      throw new ToldToVisitors(
          404, "Only the demo lets anyone in as anybody. Maybe you look for /sign-in?");
    }
    Seat picked = seats.find(seat).orElseThrow(() -> noSeat(seat));
    signing.begin(
        new SignedInPerson(picked.personId(), picked.personName()),
        Optional.of(picked),
        request,
        response);
    return "redirect:" + ownPage(next);
  }

  @PostMapping("/sign-out")
  String signOut(HttpServletRequest request, HttpServletResponse response) {
    signing.end(request, response);
    return "redirect:/sign-in";
  }

  @GetMapping("/seats")
  String seats(
      @RequestParam(defaultValue = "") String next, HttpServletRequest request, Model model) {
    model.addAttribute("next", ownPage(next));
    model.addAttribute(
        "seats",
        current.findPerson().map(person -> seats.listOfPerson(person.id())).orElse(List.of()));
    model.addAttribute("held", current.find(request).map(Seat::id).orElse(-1L));
    return "access/seats";
  }

  @PostMapping("/seats")
  String pick(
      @RequestParam long seat,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request) {
    long person = current.findPerson().map(SignedInPerson::id).orElseThrow(() -> noSeat(seat));
    current.pick(request, seats.find(person, seat).orElseThrow(() -> noSeat(seat)));
    return "redirect:" + ownPage(next);
  }

  @GetMapping("/roles")
  String roles(Model model) {
    model.addAttribute("routes", AccessTable.ROUTES);
    return "access/roles";
  }

  /** Another site's address would make Moot's sign-in a way to somewhere else. */
  private static String ownPage(String next) {
    return next.startsWith("/")
            && next.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
            && !next.startsWith("//")
            && !next.startsWith("/sign-")
        ? next
        : "/";
  }

  private static ToldToVisitors noSeat(long seat) {
    return new ToldToVisitors(
        404, "There is no seat %d for you. Maybe it was ended meanwhile?".formatted(seat));
  }
}
