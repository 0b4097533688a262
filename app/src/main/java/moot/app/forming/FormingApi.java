package moot.app.forming;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import moot.app.access.Seat;
import moot.app.register.Membership;
import moot.app.register.PlaceSummary;
import moot.app.register.PracticeNow;
import moot.app.register.RegisterStore;
import moot.app.register.UnknownPlace;
import moot.app.web.Listing;
import moot.app.web.ToldToVisitors;
import moot.formation.FormingPlace;
import moot.formation.Plan;
import moot.formation.PlanStatus;
import moot.papers.Answer;
import moot.papers.Wording;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Places, their practices and networks, and asking for a plan, for programs. */
@RestController
class FormingApi {
  private final RegisterStore register;
  private final RunStore runs;
  private final RunDesk desk;
  private final InSight inSight;
  private final PlaceViews views;

  FormingApi(
      RegisterStore register, RunStore runs, RunDesk desk, InSight inSight, PlaceViews views) {
    this.register = register;
    this.runs = runs;
    this.desk = desk;
    this.inSight = inSight;
    this.views = views;
  }

  /** A practice as it is known today. List sizes in patients. */
  record Practice(
      String code,
      String name,
      @Nullable String leftOutBecause,
      @Nullable String postcode,
      @Nullable Double easting,
      @Nullable Double northing,
      @Nullable Integer registeredList,
      @Nullable Double adjustedList,
      @Nullable Double weightedList,
      @Nullable String network,
      @Nullable String council,
      @Nullable Double need) {
    static Practice of(PracticeNow now) {
      return new Practice(
          now.code().value(),
          now.name(),
          now.leftOutBecause(),
          now.postcode(),
          now.site() == null ? null : now.site().easting(),
          now.site() == null ? null : now.site().northing(),
          now.registeredList(),
          now.adjustedList(),
          now.weightedList(),
          now.network() == null ? null : now.network().value(),
          now.council() == null ? null : now.council().value(),
          now.need());
    }
  }

  /**
   * A practice was in a network.
   *
   * @param until the last day; null when no end is known
   * @param startKnown whether it began on {@code from}, or was only seen then
   * @param source the file or deed that says so
   */
  record Member(
      String practice,
      String network,
      @Nullable String networkName,
      LocalDate from,
      @Nullable LocalDate until,
      boolean startKnown,
      String source) {}

  /**
   * A place: today's networks beside the best plan that there is.
   *
   * @param patients registered with all its practices
   * @param today priced by the rules of the best plan, or of the first offer without one
   * @param best the search that found the best plan; null while there is none
   * @param proof how good that is; null while there is none
   * @param plans today on the left and that plan on the right; null when one of them is missing
   */
  record Place(
      String code,
      String name,
      int practices,
      int patients,
      TwoPlans.Figures today,
      @Nullable Search best,
      @Nullable Proof proof,
      @Nullable TwoPlans plans) {
    static Place of(PlaceView view) {
      return new Place(
          view.place().code().value(),
          view.place().name(),
          view.place().practices().size(),
          Numbers.patients(view.place()),
          TwoPlans.Figures.of(view.today()),
          view.best() == null ? null : Search.of(view.best()),
          view.answer() == null ? null : Proof.of(view.answer()),
          view.pair() == null ? null : TwoPlans.of(view.pair()));
    }
  }

  /**
   * How good a plan is.
   *
   * @param cost in thousand patient-km
   * @param bound no plan under its rules costs less; null for a plan that was only priced by them
   * @param gap the share by which another plan could be cheaper at most; null with {@code bound}
   * @param feasibleNetworks how many networks the rules allow; null when they were not counted
   * @param words the same in sentences
   */
  record Proof(
      PlanStatus status,
      double cost,
      @Nullable Double bound,
      @Nullable Double gap,
      @Nullable Long feasibleNetworks,
      List<String> words) {
    static Proof of(Answer answer) {
      Plan plan = answer.plan();
      boolean searched = plan.status() != PlanStatus.PRICED;
      return new Proof(
          plan.status(),
          plan.cost(),
          searched ? plan.bound() : null,
          searched ? plan.gap() : null,
          plan.feasibleNetworks() < 0 ? null : plan.feasibleNetworks(),
          Wording.proof(answer));
    }
  }

  @GetMapping("/api/places")
  Listing<PlaceSummary> places(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(page, size, inSight.listPlaces());
  }

  @GetMapping("/api/places/{code}")
  Place place(@PathVariable String code) {
    return Place.of(views.of(inSight.getPlace(code)));
  }

  /** Today's networks, as GeoJSON. */
  @GetMapping("/api/places/{code}/map")
  ResponseEntity<StreamingResponseBody> map(@PathVariable String code) {
    return RunApi.map(PlaceViews.today(inSight.getPlace(code)));
  }

  @GetMapping("/api/places/{code}/practices")
  Listing<Practice> practices(
      @PathVariable String code,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(
        page, size, register.listPractices(known(code)).stream().map(Practice::of).toList());
  }

  /**
   * Who is in which network.
   *
   * @param on the day asked about; today without it
   * @param known as it was known on this day; today without it
   */
  @GetMapping("/api/places/{code}/memberships")
  Listing<Member> memberships(
      @PathVariable String code,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate known,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    LocalDate today = LocalDate.now();
    Set<PracticeCode> here =
        register.listPractices(known(code)).stream()
            .map(PracticeNow::code)
            .collect(Collectors.toSet());
    Map<NetworkCode, String> names = register.listNetworkNames();
    List<Membership> all =
        register.listMemberships(on == null ? today : on, known == null ? today : known).stream()
            .filter(one -> here.contains(one.practice()))
            .toList();
    return Listing.of(
        page,
        size,
        all.stream()
            .map(
                one ->
                    new Member(
                        one.practice().value(),
                        one.network().value(),
                        names.get(one.network()),
                        one.span().from(),
                        one.span().to(),
                        one.span().startKnown(),
                        one.source().toString()))
            .toList());
  }

  @GetMapping("/api/places/{code}/runs")
  Listing<Search> runs(
      @PathVariable String code,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(page, size, runs.list(known(code)).stream().map(Search::of).toList());
  }

  /**
   * Asks for a plan. The body holds the fields of the form by their names, as text; those left out
   * are as in the form when it is opened.
   */
  @PostMapping("/api/places/{code}/runs")
  @ResponseStatus(HttpStatus.CREATED)
  Search ask(Seat seat, @PathVariable String code, @RequestBody Map<String, String> sent) {
    FormingPlace place = inSight.getPlace(code);
    Map<String, String> fields = new HashMap<>(WishesForm.of(Wishes.firstOffer()).values());
    fields.putAll(sent);
    WishesForm.Reading reading = WishesForm.read(fields, place);
    return reading
        .wishes()
        .map(
            wishes ->
                desk.ask(seat, place, fields.getOrDefault("title", ""), reading.form(), wishes))
        .flatMap(runs::find)
        .map(Search::of)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    422,
                    reading.form().errors().entrySet().stream()
                        .map(error -> error.getKey() + ": " + error.getValue())
                        .collect(Collectors.joining(" "))));
  }

  private PlaceCode known(String code) {
    PlaceCode place = inSight.getPlaceCode(code);
    if (register.listPractices(place).isEmpty()) {
      throw new UnknownPlace(place);
    }
    return place;
  }
}
