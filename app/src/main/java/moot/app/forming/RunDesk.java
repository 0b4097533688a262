package moot.app.forming;

import moot.app.access.Seat;
import moot.app.jobs.JobQueue;
import moot.app.wishes.Answers;
import moot.formation.FormingPlace;
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
