package moot.app.forming;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import moot.app.register.RegisterStore;
import moot.app.web.ToldToVisitors;
import moot.formation.Explanation;
import moot.formation.Forming;
import moot.formation.Plan;
import moot.papers.Answer;
import moot.register.NetworkCode;
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
  private final Sight sight;

  RunPages(RunStore runs, RunDesk desk, RegisterStore register, MapSettings maps, Sight sight) {
    this.sight = sight;
    this.runs = runs;
    this.desk = desk;
    this.register = register;
    this.maps = maps;
  }

  @GetMapping("/forming/runs/{id}")
  String run(
      @PathVariable long id, @RequestParam(defaultValue = "network") String sort, Model model) {
    Run run = getRun(id);
    model.addAttribute("run", run);
    Optional<Answer> answer = runs.findAnswer(id);
    if (answer.isEmpty()) {
      return "forming/run";
    }
    Map<NetworkCode, String> names = register.listNetworkNames();
    Plan plan = answer.get().plan();
    Explanation explanation = answer.get().explanation();
    Explanation explained = explanation == null ? Forming.explain(plan) : explanation;
    NetworkRow.Order order = NetworkRow.Order.of(sort);
    Plan today = Forming.today(plan.place(), plan.rules());
    model.addAttribute("answer", answer.get());
    model.addAttribute("tables", new PlanTables(plan, explained, names));
    model.addAttribute("order", order);
    model.addAttribute(
        "pair",
        today.networks().isEmpty()
            ? null
            : Pair.of(
                new Pair.Side("Today", "/forming/runs/" + id + "/today", "", today),
                new Pair.Side("This plan", "/forming/runs/" + id + "/plan", "", plan),
                names));
    model.addAttribute("others", others(run));
    model.addAttribute("tiles", maps);
    return "forming/answer";
  }

  /** Asks one more thing under the same rules; a run of its own, so that nothing is overwritten. */
  @PostMapping("/forming/runs/{id}/ask")
  String ask(@PathVariable long id, @RequestParam String what) {
    Run run = getRun(id);
    Answer answer =
        runs.findAnswer(id)
            .orElseThrow(
                () ->
                    new ToldToVisitors(
                        404,
                        "Run %d has no answer to ask about. Maybe it is still searching?"
                            .formatted(id)));
    Plan plan = answer.plan();
    int networks = plan.networks().size();
    String name = run.title().isBlank() ? "Plan " + id : run.title();
    // Alternatives are to the cheapest plan, and so are the points of a trade-off.
    Wishes rules = run.wishes().rulesAlone();
    long asked =
        switch (what) {
          case "curve" ->
              desk.ask(
                  plan.place(),
                  name + ": how many networks?",
                  rules.withCurve(Math.max(1, networks - 7), networks + 7));
          case "ties" ->
              desk.ask(plan.place(), name + ": travel against ties", rules.withTiesCurve());
          case "alternatives" ->
              desk.ask(plan.place(), name + ": alternatives", rules.withAlternatives(3));
          case "stability" ->
              desk.ask(plan.place(), name + ": would anyone leave?", rules.withStability());
          case "most-stable" ->
              desk.ask(plan.place(), name + ": the most stable plan", rules.asMostStable());
          default ->
              throw new ToldToVisitors(
                  400,
                  "\"%s\": expected curve, ties, alternatives, stability or most-stable. Maybe the page is of another version?"
                      .formatted(what.length() > 30 ? what.substring(0, 30) + "…" : what));
        };
    return "redirect:/forming/runs/" + asked;
  }

  /** A plan that stands in the answer beside its own, and what differs between the two. */
  @GetMapping("/forming/runs/{id}/beside/{key}")
  String beside(@PathVariable long id, @PathVariable String key, Model model) {
    Run run = getRun(id);
    Answer answer = getAnswer(id);
    Beside beside = Beside.get(answer, key);
    String address = "/forming/runs/" + id;
    Plan other = beside.plan();
    model.addAttribute("run", run);
    model.addAttribute("beside", beside);
    model.addAttribute(
        "pair",
        Pair.of(
            new Pair.Side(name(run), address + "/plan", address, answer.plan()),
            new Pair.Side(beside.heading(), address + "/beside/" + beside.key(), "", other),
            register.listNetworkNames()));
    model.addAttribute("tiles", maps);
    return "forming/beside";
  }

  @PostMapping("/forming/runs/{id}/stop")
  String stop(@PathVariable long id) {
    getRun(id);
    runs.askToStop(id);
    return "redirect:/forming/runs/" + id;
  }

  /** The progress as it comes, until the run ends; the page is then loaded anew. */
  @GetMapping(path = "/forming/runs/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter progress(@PathVariable long id) {
    getRun(id);
    SseEmitter emitter = new SseEmitter(TimeUnit.MINUTES.toMillis(10));
    Thread.startVirtualThread(() -> tell(id, emitter));
    return emitter;
  }

  @GetMapping("/forming/compare")
  String compare(@RequestParam String left, @RequestParam long right, Model model) {
    Run run = getRun(right);
    Answer answer = getAnswer(right);
    Pair.Side of =
        new Pair.Side(
            name(run), "/forming/runs/" + right + "/plan", "/forming/runs/" + right, answer.plan());
    Pair.Side reference;
    if (left.equals("today")) {
      reference =
          new Pair.Side(
              "Today",
              "/forming/runs/" + right + "/today",
              "",
              Forming.today(answer.plan().place(), answer.plan().rules()));
    } else {
      long other = number(left);
      Run against = getRun(other);
      if (!against.place().equals(run.place())) {
        throw new ToldToVisitors(
            400,
            "Plan %d is of %s and plan %d of %s: expected two of one place. Maybe choose them from the page of the place?"
                .formatted(other, against.placeName(), right, run.placeName()));
      }
      reference =
          new Pair.Side(
              name(against),
              "/forming/runs/" + other + "/plan",
              "/forming/runs/" + other,
              getAnswer(other).plan());
    }
    model.addAttribute("run", run);
    model.addAttribute("pair", Pair.of(reference, of, register.listNetworkNames()));
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

  private Run getRun(long id) {
    return runs.find(id)
        .filter(run -> sight.reaches(run.place()))
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404, "There is no run %d. Maybe the link is from another Moot?".formatted(id)));
  }

  private Answer getAnswer(long id) {
    return runs.findAnswer(id)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404, "Run %d has no plan. Maybe it is still searching?".formatted(id)));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new ToldToVisitors(
          400,
          "\"%s\": expected \"today\" or the number of a run. Maybe the link was cut short?"
              .formatted(text.length() > 30 ? text.substring(0, 30) + "…" : text));
    }
  }

  private static String name(Run run) {
    return run.title().isBlank() ? "Plan " + run.id() : run.title() + " (plan " + run.id() + ")";
  }
}
