package moot.app.forming;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import moot.app.access.Seat;
import moot.app.register.PlaceSummary;
import moot.app.register.RegisterStore;
import moot.app.register.UnknownPlace;
import moot.app.web.NavigationItem;
import moot.app.web.ToldToVisitors;
import moot.app.wishes.Answers;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.Plan;
import moot.papers.Answer;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of places: which there are, today's networks beside the best plan, the form. */
@Controller
class FormingPages {
  private static final int NEWEST_SHOWN = 10;

  private final RegisterStore register;
  private final RunStore runs;
  private final RunDesk desk;
  private final MapSettings maps;
  private final Sight sight;

  FormingPages(RegisterStore register, RunStore runs, RunDesk desk, MapSettings maps, Sight sight) {
    this.sight = sight;
    this.register = register;
    this.runs = runs;
    this.desk = desk;
    this.maps = maps;
  }

  @Bean
  static NavigationItem formingNavigation() {
    return new NavigationItem(10, "Forming", "/forming");
  }

  @GetMapping("/forming")
  String places(Model model) {
    List<PlaceSummary> places = places();
    // The same practices are listed as a board and as its locations; one board is one place.
    List<PlaceSummary> largest =
        places.stream().filter(p -> !p.kind().contains("sub-ICB")).toList();
    if (largest.size() == 1) {
      return place(largest.getFirst().code().value(), model);
    }
    model.addAttribute("places", places);
    model.addAttribute("runs", newest());
    return "forming/places";
  }

  private List<PlaceSummary> places() {
    Predicate<PlaceCode> reach = sight.reach();
    return register.listPlaces().stream().filter(place -> reach.test(place.code())).toList();
  }

  private List<Run> newest() {
    Predicate<PlaceCode> reach = sight.reach();
    return runs.listNewest(200).stream()
        .filter(run -> reach.test(run.place()))
        .limit(NEWEST_SHOWN)
        .toList();
  }

  @GetMapping("/forming/places")
  String allPlaces(Model model) {
    model.addAttribute("places", places());
    model.addAttribute("runs", newest());
    return "forming/places";
  }

  @GetMapping("/forming/places/{code}")
  String place(@PathVariable String code, Model model) {
    FormingPlace place = getPlace(code);
    Map<NetworkCode, String> names = register.listNetworkNames();
    Optional<Run> best = runs.findBest(place.code());
    Optional<Answer> answer = best.flatMap(run -> runs.findAnswer(run.id()));
    Plan today =
        answer
            .map(a -> Forming.today(a.plan().place(), a.plan().rules()))
            .orElseGet(() -> Forming.today(place, Wishes.firstOffer().rules()));
    String todayMap = "/forming/places/" + place.code() + "/today";
    model.addAttribute("place", place);
    model.addAttribute("patients", Numbers.patients(place));
    model.addAttribute("today", new PlanTables(today, Forming.explain(today), names));
    model.addAttribute("todayMap", todayMap);
    model.addAttribute("best", best.orElse(null));
    model.addAttribute(
        "pair",
        answer.isEmpty() || today.networks().isEmpty()
            ? null
            : Pair.of(
                new Pair.Side("Today", todayMapOf(best.get()), "", today),
                new Pair.Side(
                    best.get().proved() ? "The proved plan" : "The best plan found",
                    "/forming/runs/" + best.get().id() + "/plan",
                    "/forming/runs/" + best.get().id(),
                    answer.get().plan()),
                names));
    model.addAttribute("answer", answer.orElse(null));
    model.addAttribute("runs", runs.list(place.code()));
    model.addAttribute("tiles", maps);
    return "forming/place";
  }

  @GetMapping("/forming/places/{code}/new")
  String form(
      Seat seat,
      @PathVariable String code,
      @RequestParam(required = false) Long like,
      Model model) {
    FormingPlace place = getPlace(code);
    Wishes wishes =
        like == null
            ? Wishes.firstOffer()
            : runs.find(like)
                .filter(run -> sight.reaches(run.place()))
                .map(Run::wishes)
                .orElseGet(Wishes::firstOffer);
    return form(seat, place, WishesForm.of(wishes), model);
  }

  @PostMapping("/forming/places/{code}/new")
  String ask(
      Seat seat, @PathVariable String code, @RequestParam Map<String, String> sent, Model model) {
    FormingPlace place = getPlace(code);
    WishesForm.Reading reading = WishesForm.read(sent, place);
    if (reading.wishes().isEmpty()) {
      return form(seat, place, reading.form(), model);
    }
    long run =
        desk.ask(
            seat, place, sent.getOrDefault("title", ""), reading.form(), reading.wishes().get());
    return "redirect:/forming/runs/" + run;
  }

  private static String form(Seat seat, FormingPlace place, WishesForm form, Model model) {
    model.addAttribute("place", place);
    model.addAttribute("form", form);
    model.addAttribute("mayCountAnswers", Answers.mayBeAskedFor(seat));
    return "forming/form";
  }

  private FormingPlace getPlace(String code) {
    try {
      PlaceCode place = new PlaceCode(code);
      if (!sight.reaches(place)) {
        throw new UnknownPlace(place);
      }
      return register.getFormingPlace(place);
    } catch (IllegalArgumentException | UnknownPlace e) {
      throw new ToldToVisitors(404, String.valueOf(e.getMessage()));
    }
  }

  private static String todayMapOf(Run run) {
    return "/forming/runs/" + run.id() + "/today";
  }
}
