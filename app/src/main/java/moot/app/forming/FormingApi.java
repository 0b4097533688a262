package moot.app.forming;

import java.time.Instant;
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
import moot.app.web.Listing;
import moot.app.web.ToldToVisitors;
import moot.formation.FormingPlace;
import moot.papers.Answer;
import moot.papers.PlanGeoJson;
import moot.papers.PlanJson;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Places, their practices and networks, searches and their plans, for programs. */
@RestController
class FormingApi {
  private final RegisterStore register;
  private final RunStore runs;
  private final RunDesk desk;
  private final Sight sight;

  FormingApi(RegisterStore register, RunStore runs, RunDesk desk, Sight sight) {
    this.register = register;
    this.runs = runs;
    this.desk = desk;
    this.sight = sight;
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

  /** A search. Costs in thousand patient-km. */
  record Search(
      long id,
      String place,
      String title,
      RunState state,
      Instant askedAt,
      String standing,
      @Nullable Double bestSoFar,
      @Nullable Double bound,
      @Nullable Double seconds,
      Run.@Nullable Summary answer,
      @Nullable String message) {
    static Search of(Run run) {
      return new Search(
          run.id(),
          run.place().value(),
          run.title(),
          run.state(),
          run.askedAt(),
          run.standing(),
          number(run.incumbent()),
          number(run.bound()),
          run.seconds(),
          run.summary(),
          run.message());
    }

    private static @Nullable Double number(@Nullable Double value) {
      return value == null || value.isNaN() || value.isInfinite() ? null : value;
    }
  }

  @GetMapping("/api/places")
  Listing<PlaceSummary> places(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    var reach = sight.reach();
    return Listing.of(
        page, size, register.listPlaces().stream().filter(p -> reach.test(p.code())).toList());
  }

  @GetMapping("/api/places/{code}/practices")
  Listing<Practice> practices(
      @PathVariable String code,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(
        page, size, register.listPractices(place(code)).stream().map(Practice::of).toList());
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
        register.listPractices(place(code)).stream()
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
    return Listing.of(page, size, runs.list(place(code)).stream().map(Search::of).toList());
  }

  /**
   * Asks for a plan. The body holds the fields of the form by their names, as text; those left out
   * are as in the form when it is opened.
   */
  @PostMapping("/api/places/{code}/runs")
  @ResponseStatus(HttpStatus.CREATED)
  Search ask(Seat seat, @PathVariable String code, @RequestBody Map<String, String> sent) {
    FormingPlace place = register.getFormingPlace(place(code));
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

  @GetMapping("/api/runs/{id}")
  Search run(@PathVariable long id) {
    return Search.of(getRun(id));
  }

  /** The whole answer, as {@code plan.json} of the terminal has it. */
  @GetMapping("/api/runs/{id}/plan")
  ResponseEntity<StreamingResponseBody> plan(@PathVariable long id) {
    Answer answer = getAnswer(id);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(out -> PlanJson.write(answer, out));
  }

  @GetMapping("/api/runs/{id}/map")
  ResponseEntity<StreamingResponseBody> map(@PathVariable long id) {
    Answer answer = getAnswer(id);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/geo+json"))
        .body(out -> PlanGeoJson.write(answer.plan(), out));
  }

  private PlaceCode place(String code) {
    PlaceCode place = placeCode(code);
    if (!sight.reaches(place) || register.listPractices(place).isEmpty()) {
      throw new ToldToVisitors(
          404,
          "There is no place %s that you may see. Maybe the code is mistyped?".formatted(code));
    }
    return place;
  }

  private static PlaceCode placeCode(String code) {
    try {
      return new PlaceCode(code);
    } catch (IllegalArgumentException e) {
      throw new ToldToVisitors(404, String.valueOf(e.getMessage()));
    }
  }

  private Run getRun(long id) {
    return runs.find(id)
        .filter(run -> sight.reaches(run.place()))
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404, "There is no run %d. Maybe the link is old?".formatted(id)));
  }

  private Answer getAnswer(long id) {
    getRun(id);
    return runs.findAnswer(id)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404, "Run %d has no plan yet. Maybe ask again in a moment?".formatted(id)));
  }
}
