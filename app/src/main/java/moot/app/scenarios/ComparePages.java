package moot.app.scenarios;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.app.access.Seat;
import moot.funding.management.MixFinder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Scenarios side by side, and the best mix of one within limits. */
@Controller
class ComparePages {
  private static final int UNPROCESSABLE = 422;

  private final CompareDesk compare;
  private final ScenarioDesk desk;

  ComparePages(CompareDesk compare, ScenarioDesk desk) {
    this.compare = compare;
    this.desk = desk;
  }

  @GetMapping("/funding/scenarios/compare")
  String compare(
      Seat seat,
      @RequestParam(defaultValue = "") List<Long> with,
      @RequestParam(defaultValue = "short") String figure,
      Model model) {
    model.addAttribute("compared", compare.compare(seat, with, figure));
    return "scenarios/compare";
  }

  @GetMapping("/funding/scenarios/{id}/mix")
  String mix(
      Seat seat,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    SavedScenario saved = desk.get(seat, id);
    MixForm form = new MixForm(typed, desk.getLatest(seat, saved).scenario());
    return mix(seat, saved, form, form.asked() ? form.find() : Optional.empty(), model, response);
  }

  /** Keeps the mix within the limits as a scenario; where there is none, says why. */
  @PostMapping("/funding/scenarios/{id}/mix")
  String keep(
      Seat seat,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    SavedScenario saved = desk.get(seat, id);
    MixForm form = new MixForm(typed, desk.getLatest(seat, saved).scenario());
    Optional<MixFinder.Answer> found = form.find();
    if (found.orElse(null) instanceof MixFinder.Mix mix) {
      return "redirect:/funding/scenarios/" + compare.keep(seat, saved, mix);
    }
    response.setStatus(UNPROCESSABLE);
    return mix(seat, saved, form, found, model, response);
  }

  private static String mix(
      Seat seat,
      SavedScenario saved,
      MixForm form,
      Optional<MixFinder.Answer> found,
      Model model,
      HttpServletResponse response) {
    found.ifPresent(
        answer -> {
          switch (answer) {
            case MixFinder.Mix mix -> model.addAttribute("mix", mix);
            case MixFinder.Conflict conflict -> model.addAttribute("conflict", conflict);
          }
        });
    if (!form.complaints().isEmpty()) {
      response.setStatus(UNPROCESSABLE);
    }
    model.addAttribute("seat", seat);
    model.addAttribute("saved", saved);
    model.addAttribute("scenario", form.scenario());
    model.addAttribute("form", form);
    return "scenarios/mix";
  }
}
