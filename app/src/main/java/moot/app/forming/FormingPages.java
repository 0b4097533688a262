package moot.app.forming;

import java.util.List;
import java.util.Map;
import moot.app.access.Seat;
import moot.app.register.PlaceSummary;
import moot.app.register.RegisterStore;
import moot.app.web.NavigationItem;
import moot.app.wishes.Answers;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.Plan;
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
  private final InSight inSight;
  private final PlaceViews views;

  FormingPages(
      RegisterStore register,
      RunStore runs,
      RunDesk desk,
      MapSettings maps,
      Sight sight,
      InSight inSight,
      PlaceViews views) {
    this.sight = sight;
    this.inSight = inSight;
    this.views = views;
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
    // The same practices are listed as a board and as its locations; one board is one place.
    List<PlaceSummary> largest =
        inSight.listPlaces().stream().filter(p -> !p.kind().contains("sub-ICB")).toList();
    return largest.size() == 1 ? place(largest.getFirst().code().value(), model) : allPlaces(model);
  }

  @GetMapping("/forming/places")
  String allPlaces(Model model) {
    model.addAttribute("places", inSight.listPlaces());
    model.addAttribute("runs", inSight.listNewestRuns().stream().limit(NEWEST_SHOWN).toList());
    return "forming/places";
  }

  @GetMapping("/forming/places/{code}")
  String place(@PathVariable String code, Model model) {
    PlaceView view = views.of(inSight.getPlace(code));
    FormingPlace place = view.place();
    Plan today = view.today();
    model.addAttribute("place", place);
    model.addAttribute("patients", Numbers.patients(place));
    model.addAttribute(
        "today", new PlanTables(today, Forming.explain(today), register.listNetworkNames()));
    model.addAttribute("todayMap", "/forming/places/" + place.code() + "/today");
    model.addAttribute("best", view.best());
    model.addAttribute("pair", view.pair());
    model.addAttribute("answer", view.answer());
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
    FormingPlace place = inSight.getPlace(code);
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
    FormingPlace place = inSight.getPlace(code);
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
}
