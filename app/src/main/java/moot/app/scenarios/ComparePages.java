package moot.app.scenarios;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import moot.app.access.Seat;
import moot.funding.management.MixFinder;
import moot.funding.management.Scenario;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Scenarios side by side, and the best mix of one within limits. */
@Controller
class ComparePages {
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
      @RequestParam(defaultValue = "gap") String figure,
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
    Scenario scenario = desk.getLatest(seat, saved).scenario();
    MixForm form = new MixForm(typed, scenario);
    if (form.asked()) {
      form.find()
          .ifPresentOrElse(
              found -> {
                if (found instanceof MixFinder.Mix mix) {
                  model.addAttribute("mix", mix);
                } else if (found instanceof MixFinder.Conflict conflict) {
                  model.addAttribute("conflict", conflict);
                }
              },
              () -> response.setStatus(422));
    }
    model.addAttribute("saved", saved);
    model.addAttribute("scenario", scenario);
    model.addAttribute("form", form);
    return "scenarios/mix";
  }
}
