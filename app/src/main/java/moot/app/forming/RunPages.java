package moot.app.forming;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import moot.app.register.RegisterStore;
import moot.formation.Explanation;
import moot.formation.Forming;
import moot.formation.Plan;
import moot.papers.Answer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** The pages of runs: how far one is, what came of it, two side by side. */
@Controller
class RunPages {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RunStore runs;
  private final RunDesk desk;
  private final RegisterStore register;
  private final MapSettings maps;
  private final InSight inSight;
  private final Pairs pairs;

  RunPages(
      RunStore runs,
      RunDesk desk,
      RegisterStore register,
      MapSettings maps,
      InSight inSight,
      Pairs pairs) {
    this.inSight = inSight;
    this.pairs = pairs;
    this.runs = runs;
    this.desk = desk;
    this.register = register;
    this.maps = maps;
  }

  @GetMapping("/forming/runs/{id}")
  String run(
      @PathVariable long id, @RequestParam(defaultValue = "network") String sort, Model model) {
    Run run = inSight.getRun(id);
    model.addAttribute("run", run);
    Optional<Answer> answer = runs.findAnswer(id);
    if (answer.isEmpty()) {
      return "forming/run";
    }
    Plan plan = answer.get().plan();
    Explanation explanation = answer.get().explanation();
    Explanation explained = explanation == null ? Forming.explain(plan) : explanation;
    model.addAttribute("answer", answer.get());
    model.addAttribute("tables", new PlanTables(plan, explained, register.listNetworkNames()));
    model.addAttribute("order", NetworkRow.Order.of(sort));
    model.addAttribute("pair", pairs.besideToday(id, plan, "This plan", "").orElse(null));
    model.addAttribute("others", others(run));
    model.addAttribute("tiles", maps);
    return "forming/answer";
  }

  @PostMapping("/forming/runs/{id}/ask")
  String ask(@PathVariable long id, @RequestParam String what) {
    return "redirect:/forming/runs/"
        + desk.askMore(inSight.getRun(id), inSight.getAnswer(id), what);
  }

  /** A plan that stands in the answer beside its own, and what differs between the two. */
  @GetMapping("/forming/runs/{id}/beside/{key}")
  String beside(@PathVariable long id, @PathVariable String key, Model model) {
    Run run = inSight.getRun(id);
    Answer answer = inSight.getAnswer(id);
    Beside beside = Beside.get(answer, key);
    model.addAttribute("run", run);
    model.addAttribute("beside", beside);
    model.addAttribute("pair", pairs.beside(run, answer, beside));
    model.addAttribute("tiles", maps);
    return "forming/beside";
  }

  @PostMapping("/forming/runs/{id}/stop")
  String stop(@PathVariable long id) {
    inSight.getRun(id);
    runs.askToStop(id);
    return "redirect:/forming/runs/" + id;
  }

  /** The progress as it comes, until the run ends; the page is then loaded anew. */
  @GetMapping(path = "/forming/runs/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter progress(@PathVariable long id) {
    inSight.getRun(id);
    SseEmitter emitter = new SseEmitter(TimeUnit.MINUTES.toMillis(10));
    Thread.startVirtualThread(() -> tell(id, emitter));
    return emitter;
  }

  @GetMapping("/forming/compare")
  String compare(@RequestParam String left, @RequestParam long right, Model model) {
    Run run = inSight.getRun(right);
    model.addAttribute("run", run);
    model.addAttribute("pair", pairs.compare(left, run));
    model.addAttribute("leftId", left);
    model.addAttribute("others", runs.list(run.place()).stream().filter(Run::hasAnswer).toList());
    model.addAttribute("tiles", maps);
    return "forming/compare";
  }

  private void tell(long id, SseEmitter emitter) {
    try {
      while (true) {
        Optional<Run> run = runs.find(id);
        if (run.isEmpty() || run.get().state().ended()) {
          emitter.send(SseEmitter.event().name("ended").data("ended"));
          emitter.complete();
          return;
        }
        Run now = run.get();
        Double seconds = now.seconds();
        emitter.send(
            SseEmitter.event()
                .name("progress")
                .data(
                    JSON.writeValueAsString(
                        Map.of(
                            "words",
                            now.progress(),
                            "seconds",
                            seconds == null ? 0 : seconds,
                            "closed",
                            1 - now.gap()))));
        TimeUnit.MILLISECONDS.sleep(600);
      }
    } catch (IOException | IllegalStateException e) {
      emitter.complete(); // the visitor has gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.complete();
    }
  }

  private List<Run> others(Run run) {
    return runs.list(run.place()).stream()
        .filter(other -> other.id() != run.id() && other.hasAnswer())
        .limit(20)
        .toList();
  }
}
