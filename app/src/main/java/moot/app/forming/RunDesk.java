package moot.app.forming;

import moot.app.access.Seat;
import moot.app.jobs.JobQueue;
import moot.app.web.ToldToVisitors;
import moot.app.wishes.Answers;
import moot.formation.FormingPlace;
import moot.papers.Answer;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes runs in and sees that none is forgotten. */
@Component
public class RunDesk {
  private static final int LONGEST_TITLE = 100;

  private final RunStore runs;
  private final JobQueue queue;
  private final Answers answers;

  RunDesk(RunStore runs, JobQueue queue, Answers answers) {
    this.answers = answers;
    this.runs = runs;
    this.queue = queue;
  }

  /** Asks for the first offer at a place of which nothing was asked yet. */
  public void offer(FormingPlace place) {
    if (runs.list(place.code()).isEmpty()) {
      ask(place, "First offer", Wishes.firstOffer());
    }
  }

  /**
   * Asks for what stands in a form; with what practices want, when that is ticked.
   *
   * @throws moot.app.web.ToldToVisitors when the seat may not have that counted
   */
  long ask(Seat seat, FormingPlace place, String title, WishesForm form, Wishes wishes) {
    if (!form.isTicked(WishesForm.COUNTS_ANSWERS)) {
      return ask(place, title, wishes);
    }
    long round =
        answers.ask(
            seat,
            wishes.free(place),
            "place:" + place.code(),
            "asked for a plan of %s with what practices want".formatted(place.name()));
    return ask(place, title, wishes.counting(round));
  }

  /**
   * Asks one more thing under the same rules; a run of its own, so that nothing is overwritten.
   *
   * @param what curve, ties, alternatives, stability or most-stable
   * @return the number of the new run
   */
  long askMore(Run run, Answer answer, String what) {
    FormingPlace place = answer.plan().place();
    int networks = answer.plan().networks().size();
    String name = run.title().isBlank() ? "Plan " + run.id() : run.title();
    // Alternatives are to the cheapest plan, and so are the points of a trade-off.
    Wishes rules = run.wishes().rulesAlone();
    return switch (what) {
      case "curve" ->
          ask(
              place,
              name + ": how many networks?",
              rules.withCurve(Math.max(1, networks - 7), networks + 7));
      case "ties" -> ask(place, name + ": travel against ties", rules.withTiesCurve());
      case "alternatives" -> ask(place, name + ": alternatives", rules.withAlternatives(3));
      case "stability" -> ask(place, name + ": would anyone leave?", rules.withStability());
      case "most-stable" -> ask(place, name + ": the most stable plan", rules.asMostStable());
      default ->
          throw new ToldToVisitors(
              400,
              "\"%s\": expected curve, ties, alternatives, stability or most-stable. Maybe the page is of another version?"
                  .formatted(what.length() > 30 ? what.substring(0, 30) + "…" : what));
    };
  }

  /** Puts a run into the queue and gives its number. */
  long ask(FormingPlace place, String title, Wishes wishes) {
    String called = title.strip();
    if (called.length() > LONGEST_TITLE) {
      called = called.substring(0, LONGEST_TITLE);
    }
    long run = runs.add(place.code(), place.name(), called, wishes);
    queue.add(RunJob.NAME, Long.toString(run));
    return run;
  }

  /** A run is written down before it is queued, so Moot may have ended in between. */
  @EventListener(ApplicationReadyEvent.class)
  void queueTheUnfinished() {
    for (Run run : runs.listUnfinished()) {
      queue.add(RunJob.NAME, Long.toString(run.id()));
    }
  }
}
