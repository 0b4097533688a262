package moot.app.scenarios;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import moot.app.access.Seat;
import moot.app.scenarios.ScenarioAsData.ComparedBody;
import moot.app.scenarios.ScenarioAsData.MixBody;
import moot.app.scenarios.ScenarioAsData.ScenarioBody;
import moot.app.scenarios.ScenarioAsData.ScenarioSummary;
import moot.app.scenarios.ScenarioDesk.Overtaken;
import moot.app.web.JsonForm;
import moot.app.web.Listing;
import moot.app.web.Problems;
import moot.app.web.ToldToVisitors;
import moot.funding.Complaint;
import moot.funding.management.BadScenario;
import moot.funding.management.MixFinder;
import moot.funding.management.Scenario;
import moot.funding.management.ScenarioFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Scenarios for programs: what their pages show, and what can be done there. */
@RestController
class ScenarioApi {
  private static final int UNPROCESSABLE = 422;

  private final ScenarioDesk desk;
  private final ScenarioStore scenarios;
  private final ScenarioPages pages;
  private final CompareDesk compare;
  private final Working working;

  ScenarioApi(
      ScenarioDesk desk,
      ScenarioStore scenarios,
      ScenarioPages pages,
      CompareDesk compare,
      Working working) {
    this.desk = desk;
    this.scenarios = scenarios;
    this.pages = pages;
    this.compare = compare;
    this.working = working;
  }

  /**
   * A scenario to be made: from a preset, or from a file.
   *
   * @param network of one network's practices alone; all of the place without it
   * @param file the text of a scenario file; then nothing else is looked at
   */
  record NewScenario(
      @Nullable String preset,
      @Nullable String title,
      @Nullable String firstYear,
      @Nullable String years,
      @Nullable String network,
      @Nullable String file) {}

  /**
   * A new version of a scenario.
   *
   * @param on the version that it is made on
   * @param file the text of the whole scenario file
   * @param words what was changed
   */
  record NewVersion(@Nullable Integer on, @Nullable String file, @Nullable String words) {}

  /**
   * @param version the number of the version that holds now
   */
  record Saved(int version) {}

  @GetMapping("/api/scenarios")
  Listing<ScenarioSummary> scenarios(
      Seat seat,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(
        page,
        size,
        scenarios.list(ScenarioDesk.place(seat), seat.party().id()).stream()
            .map(ScenarioSummary::of)
            .toList());
  }

  @PostMapping("/api/scenarios")
  @ResponseStatus(HttpStatus.CREATED)
  ScenarioSummary make(Seat seat, @RequestBody NewScenario sent) {
    String file = sent.file();
    if (file != null) {
      return ScenarioSummary.of(desk.get(seat, pages.addFile(seat, file)));
    }
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("preset", text(sent.preset()));
    typed.put("title", text(sent.title()));
    typed.put("first year", text(sent.firstYear()));
    typed.put("years", text(sent.years()));
    NewScenarioForm form = new NewScenarioForm(typed);
    Scenario scenario =
        form.read(desk.listPractices(ScenarioDesk.place(seat), text(sent.network())))
            .orElseThrow(() -> new BadScenario("the request", form.complaints()));
    return ScenarioSummary.of(
        desk.get(
            seat, desk.add(seat, "began with the preset “%s”".formatted(sent.preset()), scenario)));
  }

  @GetMapping("/api/scenarios/{id}")
  ScenarioBody scenario(Seat seat, @PathVariable long id, @RequestParam @Nullable Integer version) {
    SavedScenario saved = desk.get(seat, id);
    ScenarioVersion shown =
        desk.getVersion(seat, saved, version == null ? saved.latest() : version);
    return ScenarioBody.of(saved, shown, working.full(shown.scenario()));
  }

  @GetMapping("/api/scenarios/{id}/versions")
  Listing<ScenarioVersion.Line> versions(
      Seat seat,
      @PathVariable long id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    SavedScenario saved = desk.get(seat, id);
    int first = ScenarioDesk.firstSeen(seat, saved);
    return Listing.of(
        page,
        size,
        saved.latest() - first + 1,
        (offset, limit) -> scenarios.history(id, first, offset, limit));
  }

  /** Answers 409 with the version that holds when somebody else was there first. */
  @PostMapping("/api/scenarios/{id}/versions")
  @ResponseStatus(HttpStatus.CREATED)
  Saved save(Seat seat, @PathVariable long id, @RequestBody NewVersion sent) {
    desk.get(seat, id);
    Integer on = sent.on();
    if (on == null) {
      throw new ToldToVisitors(
          400,
          "No version in \"on\": expected the one that was changed. Maybe read the scenario first?");
    }
    return new Saved(
        desk.save(
            seat, id, on, text(sent.words()), ScenarioFile.read("the file", text(sent.file()))));
  }

  @PostMapping("/api/scenarios/{id}/share")
  ScenarioSummary share(Seat seat, @PathVariable long id) {
    desk.share(seat, id);
    return ScenarioSummary.of(desk.get(seat, id));
  }

  @GetMapping("/api/scenarios/compare")
  ComparedBody compare(
      Seat seat,
      @RequestParam(defaultValue = "") List<Long> with,
      @RequestParam(defaultValue = "gap") String figure) {
    return ComparedBody.of(compare.compare(seat, with, figure));
  }

  /** Limits as the page of the mix has them: {@code per head}, {@code short} and so on. */
  @GetMapping("/api/scenarios/{id}/mix")
  MixBody mix(Seat seat, @PathVariable long id, @RequestParam Map<String, String> limits) {
    SavedScenario saved = desk.get(seat, id);
    MixForm form = new MixForm(limits, desk.getLatest(seat, saved).scenario());
    return form.find()
        .map(MixBody::of)
        .orElseThrow(() -> new BadScenario("the limits", form.complaints()));
  }

  /** Keeps the mix within these limits as a scenario; where there is none, says why. */
  @PostMapping("/api/scenarios/{id}/mix")
  @ResponseStatus(HttpStatus.CREATED)
  ScenarioSummary keepMix(
      Seat seat, @PathVariable long id, @RequestBody Map<String, Object> limits) {
    SavedScenario saved = desk.get(seat, id);
    MixForm form = new MixForm(JsonForm.fields(limits), desk.getLatest(seat, saved).scenario());
    return switch (form.find()
        .orElseThrow(() -> new BadScenario("the limits", form.complaints()))) {
      case MixFinder.Mix mix -> ScenarioSummary.of(desk.get(seat, compare.keep(seat, saved, mix)));
      case MixFinder.Conflict conflict ->
          throw new ToldToVisitors(
              UNPROCESSABLE,
              "No mix keeps to all limits. %s. Maybe leave one of them out?"
                  .formatted(String.join(". ", conflict.words())));
    };
  }

  /** In the shape of all errors, with each thing that is wrong. */
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> bad(BadScenario error, HttpServletRequest request) {
    return Problems.saying(
        request,
        UNPROCESSABLE,
        error.complaints().stream().map(Complaint::what).collect(Collectors.joining(" ")),
        "complaints",
        error.complaints());
  }

  /** In the shape of all errors, with the version that holds. */
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> overtaken(Overtaken error, HttpServletRequest request) {
    return Problems.saying(
        request, HttpServletResponse.SC_CONFLICT, error.words(), "version", error.version());
  }

  private static String text(@Nullable String sent) {
    return Objects.requireNonNullElse(sent, "");
  }
}
