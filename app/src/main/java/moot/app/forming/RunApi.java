package moot.app.forming;

import java.util.List;
import moot.app.web.Listing;
import moot.formation.Forming;
import moot.formation.Plan;
import moot.papers.Answer;
import moot.papers.PlanGeoJson;
import moot.papers.PlanJson;
import org.jspecify.annotations.Nullable;
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

/** Searches, their plans and what stands beside them, for programs. */
@RestController
class RunApi {
  private final RunStore runs;
  private final RunDesk desk;
  private final InSight inSight;
  private final Pairs pairs;

  RunApi(RunStore runs, RunDesk desk, InSight inSight, Pairs pairs) {
    this.runs = runs;
    this.desk = desk;
    this.inSight = inSight;
    this.pairs = pairs;
  }

  /**
   * A plan that stands in an answer beside its own: an alternative, a point of a trade-off.
   *
   * @param key its name in addresses
   * @param standing how sure it is that it is the best of its kind, in words
   * @param cost by its own rules, thousand patient-km
   */
  record BesideLine(String key, String heading, String standing, double cost, int networks) {
    static BesideLine of(Beside beside) {
      return new BesideLine(
          beside.key(),
          beside.heading(),
          beside.standing(),
          beside.plan().cost(),
          beside.plan().networks().size());
    }
  }

  /**
   * The same with what differs.
   *
   * @param plans the answer's own plan on the left, this one on the right
   */
  record BesideView(String key, String heading, String standing, double cost, TwoPlans plans) {}

  /**
   * What else is asked.
   *
   * @param what curve, ties, alternatives, stability or most-stable
   */
  record Question(@Nullable String what) {}

  /** The newest 200 searches of the places in sight, newest first. */
  @GetMapping("/api/runs")
  Listing<Search> runs(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(page, size, inSight.listNewestRuns().stream().map(Search::of).toList());
  }

  @GetMapping("/api/runs/{id}")
  Search run(@PathVariable long id) {
    return Search.of(inSight.getRun(id));
  }

  /** The whole answer, as {@code plan.json} of the terminal has it. */
  @GetMapping("/api/runs/{id}/plan")
  ResponseEntity<StreamingResponseBody> plan(@PathVariable long id) {
    Answer answer = inSight.getAnswer(id);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(out -> PlanJson.write(answer, out));
  }

  @GetMapping("/api/runs/{id}/map")
  ResponseEntity<StreamingResponseBody> map(@PathVariable long id) {
    return map(inSight.getAnswer(id).plan());
  }

  /** Today's networks as they were when the search was asked for, as GeoJSON. */
  @GetMapping("/api/runs/{id}/today")
  ResponseEntity<StreamingResponseBody> today(@PathVariable long id) {
    Plan plan = inSight.getAnswer(id).plan();
    return map(Forming.today(plan.place(), plan.rules()));
  }

  /** The plans that an answer has beside its own. */
  @GetMapping("/api/runs/{id}/beside")
  Listing<BesideLine> beside(
      @PathVariable long id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    List<Beside> all = Beside.list(inSight.getAnswer(id));
    return Listing.of(page, size, all.stream().map(BesideLine::of).toList());
  }

  @GetMapping("/api/runs/{id}/beside/{key}")
  BesideView beside(@PathVariable long id, @PathVariable String key) {
    Run run = inSight.getRun(id);
    Answer answer = inSight.getAnswer(id);
    Beside beside = Beside.get(answer, key);
    return new BesideView(
        beside.key(),
        beside.heading(),
        beside.standing(),
        beside.plan().cost(),
        TwoPlans.of(pairs.beside(run, answer, beside)));
  }

  @GetMapping("/api/runs/{id}/beside/{key}/map")
  ResponseEntity<StreamingResponseBody> besideMap(@PathVariable long id, @PathVariable String key) {
    return map(Beside.get(inSight.getAnswer(id), key).plan());
  }

  /**
   * The plans of two searches of one place side by side.
   *
   * @param left the number of a search, or "today" for the networks that the right one began from
   * @param right the number of a search
   */
  @GetMapping("/api/compare")
  TwoPlans compare(@RequestParam String left, @RequestParam long right) {
    return TwoPlans.of(pairs.compare(left, inSight.getRun(right)));
  }

  /** Asks a search to end with the best plan so far; one that has ended stays as it is. */
  @PostMapping("/api/runs/{id}/stop")
  Search stop(@PathVariable long id) {
    inSight.getRun(id);
    runs.askToStop(id);
    return Search.of(inSight.getRun(id));
  }

  /** Asks one more thing under the same rules, which is a search of its own. */
  @PostMapping("/api/runs/{id}/ask")
  @ResponseStatus(HttpStatus.CREATED)
  Search ask(@PathVariable long id, @RequestBody Question question) {
    String what = question.what() == null ? "" : question.what();
    return Search.of(inSight.getRun(desk.askMore(inSight.getRun(id), inSight.getAnswer(id), what)));
  }

  static ResponseEntity<StreamingResponseBody> map(Plan plan) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/geo+json"))
        .body(out -> PlanGeoJson.write(plan, out));
  }
}
