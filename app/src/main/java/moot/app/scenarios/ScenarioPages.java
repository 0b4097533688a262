package moot.app.scenarios;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import moot.app.access.Seat;
import moot.app.scenarios.ScenarioDesk.Overtaken;
import moot.app.web.ToldToVisitors;
import moot.funding.Complaint;
import moot.funding.FinancialYear;
import moot.funding.management.BadScenario;
import moot.funding.management.Confidential;
import moot.funding.management.Presets;
import moot.funding.management.Scenario;
import moot.funding.management.ScenarioFile;
import moot.register.PlaceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of scenarios: the list, a new one, one at work, files in and out. */
@Controller
class ScenarioPages {
  private static final int UNPROCESSABLE = 422;
  private static final int SHOWN_HISTORY = 30;

  private final ScenarioDesk desk;
  private final ScenarioStore scenarios;
  private final Working working;

  ScenarioPages(ScenarioDesk desk, ScenarioStore scenarios, Working working) {
    this.desk = desk;
    this.scenarios = scenarios;
    this.working = working;
  }

  @GetMapping("/funding/scenarios")
  String list(Seat seat, Model model) {
    PlaceCode place = ScenarioDesk.place(seat);
    model.addAttribute("seat", seat);
    model.addAttribute("code", place.value());
    model.addAttribute("placeName", desk.placeName(place));
    model.addAttribute("scenarios", scenarios.list(place, seat.party().id()));
    return "scenarios/list";
  }

  @GetMapping("/funding/scenarios/new")
  String begin(Seat seat, Model model) {
    int year = FinancialYear.of(LocalDate.now()).start() + 1;
    return begin(
        seat,
        new NewScenarioForm(Map.of("first year", new FinancialYear(year).toString(), "years", "5")),
        model);
  }

  private String begin(Seat seat, NewScenarioForm form, Model model) {
    PlaceCode place = ScenarioDesk.place(seat);
    model.addAttribute("seat", seat);
    model.addAttribute("placeName", desk.placeName(place));
    model.addAttribute("form", form);
    model.addAttribute("networks", desk.listNetworks(place));
    model.addAttribute(
        "presets",
        Presets.list(desk.listPractices(place, ""), FinancialYear.of(LocalDate.now()), 5));
    return "scenarios/new";
  }

  @PostMapping("/funding/scenarios/new")
  String add(
      Seat seat,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response) {
    PlaceCode place = ScenarioDesk.place(seat);
    String copied = sent.getOrDefault("copy", "");
    if (!copied.isEmpty()) {
      return "redirect:/funding/scenarios/" + copy(seat, copied);
    }
    NewScenarioForm form = new NewScenarioForm(sent);
    Optional<Scenario> scenario =
        form.read(desk.listPractices(place, sent.getOrDefault("network", "").strip()));
    if (scenario.isEmpty()) {
      response.setStatus(UNPROCESSABLE);
      return begin(seat, form, model);
    }
    return "redirect:/funding/scenarios/"
        + desk.add(
            seat,
            "began with the preset “%s”".formatted(form.value("preset")),
            scenario.orElseThrow());
  }

  private long copy(Seat seat, String copied) {
    if (!copied.matches("[0-9]{1,18}")) {
      throw new ToldToVisitors(
          400,
          "%s is no scenario: expected its number. Maybe the link was cut short?"
              .formatted(copied));
    }
    SavedScenario saved = desk.get(seat, Long.parseLong(copied));
    ScenarioVersion version = desk.getLatest(seat, saved);
    return desk.add(
        seat,
        "began with version %d of “%s”".formatted(version.number(), saved.title()),
        version.scenario().withTitle("Copy of " + saved.title()));
  }

  @GetMapping("/funding/scenarios/file")
  String file(Seat seat, Model model) {
    return file(seat, "", List.of(), model);
  }

  private static String file(Seat seat, String text, List<Complaint> complaints, Model model) {
    ScenarioDesk.place(seat);
    model.addAttribute("text", text);
    model.addAttribute("complaints", complaints);
    return "scenarios/file";
  }

  @PostMapping("/funding/scenarios/file")
  String readFile(
      Seat seat,
      @RequestParam(defaultValue = "") String text,
      Model model,
      HttpServletResponse response) {
    try {
      return "redirect:/funding/scenarios/" + addFile(seat, text);
    } catch (BadScenario e) {
      response.setStatus(UNPROCESSABLE);
      return file(seat, text, e.complaints(), model);
    }
  }

  /** What a file says of other practices' own finances is left out, and the history says so. */
  long addFile(Seat seat, String text) {
    Scenario read = ScenarioFile.read("the file", text);
    @Nullable String own = ScenarioDesk.confidant(seat, null);
    boolean others = Confidential.of(read).stream().anyMatch(code -> !code.equals(own));
    return desk.add(
        seat,
        others
            ? "read it from a file, without what that says of practices' own finances"
            : "read it from a file",
        read);
  }

  @GetMapping("/funding/scenarios/{id}")
  String scenario(
      Seat seat, @PathVariable long id, @RequestParam @Nullable Integer version, Model model) {
    SavedScenario saved = desk.get(seat, id);
    ScenarioVersion shown =
        desk.getVersion(seat, saved, version == null ? saved.latest() : version);
    ScenarioForm form = ScenarioForm.of(shown.scenario(), ScenarioDesk.confidant(seat, saved));
    model.addAttribute("answer", working.full(shown.scenario()));
    return page(seat, saved, shown, form, model);
  }

  private String page(
      Seat seat, SavedScenario saved, ScenarioVersion shown, ScenarioForm form, Model model) {
    model.addAttribute("seat", seat);
    model.addAttribute("saved", saved);
    model.addAttribute("version", shown);
    model.addAttribute("form", form);
    model.addAttribute(
        "history",
        scenarios.history(saved.id(), ScenarioDesk.firstSeen(seat, saved), 0, SHOWN_HISTORY));
    model.addAttribute(
        "others",
        scenarios.list(saved.place(), seat.party().id()).stream()
            .filter(other -> other.id() != saved.id())
            .limit(50)
            .toList());
    return "scenarios/scenario";
  }

  /** A form over the version that it was made on. */
  private record Typed(
      SavedScenario saved, ScenarioVersion version, ScenarioForm form, Optional<Scenario> read) {}

  private Typed typed(Seat seat, long id, Map<String, String> sent) {
    SavedScenario saved = desk.get(seat, id);
    ScenarioVersion version = desk.getVersion(seat, saved, on(sent));
    ScenarioForm form =
        ScenarioForm.typed(sent, version.scenario(), ScenarioDesk.confidant(seat, saved));
    return new Typed(saved, version, form, form.read(seat.party().name()));
  }

  private static int on(Map<String, String> sent) {
    String on = sent.getOrDefault("on", "");
    if (!on.matches("[0-9]{1,9}")) {
      throw new ToldToVisitors(
          400,
          "No version in “on”: expected the number of the one that was changed. Maybe load the page again?");
    }
    return Integer.parseInt(on);
  }

  @PostMapping("/funding/scenarios/{id}")
  String save(
      Seat seat,
      @PathVariable long id,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response) {
    Typed typed = typed(seat, id, sent);
    if (typed.read().isEmpty()) {
      response.setStatus(UNPROCESSABLE);
      return page(seat, typed.saved(), typed.version(), typed.form(), model);
    }
    try {
      desk.save(
          seat,
          id,
          typed.version().number(),
          sent.getOrDefault("words", ""),
          typed.read().orElseThrow());
      return "redirect:/funding/scenarios/" + id;
    } catch (Overtaken e) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      SavedScenario now = desk.get(seat, id);
      ScenarioVersion holds = desk.getLatest(seat, now);
      // What was typed stays in the form, beside what holds; saving again is on what holds.
      model.addAttribute("told", e.words());
      model.addAttribute("differs", typed.form().differs(holds.scenario()));
      model.addAttribute("answer", working.quick(typed.read().orElseThrow()));
      return page(seat, now, holds, typed.form(), model);
    }
  }

  /** The answer to what was typed, kept nowhere. */
  @PostMapping("/funding/scenarios/{id}/try")
  String attempt(
      Seat seat,
      @PathVariable long id,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response) {
    Typed typed = typed(seat, id, sent);
    if (typed.read().isEmpty()) {
      response.setStatus(UNPROCESSABLE);
    } else {
      model.addAttribute("answer", working.full(typed.read().orElseThrow()));
    }
    model.addAttribute("unsaved", true);
    return page(seat, typed.saved(), typed.version(), typed.form(), model);
  }

  /** The same for the page's script: the answer alone, or what is wrong, from fewer draws. */
  @PostMapping("/funding/scenarios/{id}/answer")
  String answer(
      Seat seat,
      @PathVariable long id,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response) {
    Typed typed = typed(seat, id, sent);
    if (typed.read().isEmpty()) {
      response.setStatus(UNPROCESSABLE);
      model.addAttribute("form", typed.form());
      return "scenarios/wrong";
    }
    model.addAttribute(
        "answer",
        working
            .quick(typed.read().orElseThrow())
            .withOnly(Set.of(sent.getOrDefault("open", "").split(","))));
    return "scenarios/answer";
  }

  @PostMapping("/funding/scenarios/{id}/share")
  String share(Seat seat, @PathVariable long id) {
    desk.share(seat, id);
    return "redirect:/funding/scenarios/" + id;
  }

  @GetMapping("/funding/scenarios/{id}/scenario.yaml")
  ResponseEntity<String> yaml(
      Seat seat, @PathVariable long id, @RequestParam @Nullable Integer version) {
    SavedScenario saved = desk.get(seat, id);
    return download(
        ScenarioFile.yaml(shown(seat, saved, version)), "application/yaml", id + ".yaml");
  }

  @GetMapping("/funding/scenarios/{id}/scenario.json")
  ResponseEntity<String> json(
      Seat seat, @PathVariable long id, @RequestParam @Nullable Integer version) {
    SavedScenario saved = desk.get(seat, id);
    return download(
        ScenarioFile.json(shown(seat, saved, version)), "application/json", id + ".json");
  }

  private Scenario shown(Seat seat, SavedScenario saved, @Nullable Integer version) {
    return desk.getVersion(seat, saved, version == null ? saved.latest() : version).scenario();
  }

  private static ResponseEntity<String> download(String text, String type, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("scenario-" + name).build().toString())
        .body(text);
  }
}
