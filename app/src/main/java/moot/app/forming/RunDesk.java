package moot.app.forming;

import moot.app.jobs.JobQueue;
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

  RunDesk(RunStore runs, JobQueue queue) {
    this.runs = runs;
    this.queue = queue;
  }

  /** Asks for the first offer at a place of which nothing was asked yet. */
  public void offer(FormingPlace place) {
    if (runs.list(place.code()).isEmpty()) {
      ask(place, "First offer", Wishes.firstOffer());
    }
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
