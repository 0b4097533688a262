package moot.app.forming;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import moot.app.jobs.Job;
import moot.app.register.RegisterStore;
import moot.app.register.UnknownPlace;
import moot.app.wishes.Answers;
import moot.formation.Contradiction;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.Progress;
import moot.formation.SearchLimits;
import moot.papers.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does what a run asks for: the best plan, why it is so, and whatever else was wished. */
@Component
class RunJob implements Job {
  static final String NAME = "forming-run";

  /** A run that took Moot down with it this often is not tried again. */
  private static final int MOST_ATTEMPTS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);

  private final RunStore runs;
  private final RegisterStore register;
  private final Engine engine;
  private final Answers answers;

  RunJob(RunStore runs, RegisterStore register, Engine engine, Answers answers) {
    this.answers = answers;
    this.runs = runs;
    this.register = register;
    this.engine = engine;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String id, BooleanSupplier ending) {
    long number = Long.parseLong(id);
    Optional<Run> run = runs.find(number);
    Optional<Integer> begun = runs.begin(number);
    if (run.isEmpty() || begun.isEmpty()) {
      return;
    }
    int attempt = begun.get();
    if (attempt > MOST_ATTEMPTS) {
      runs.fail(
          number,
          attempt,
          RunState.FAILED,
          "Moot ended %d times while this was running. Maybe the machine has too little memory for this place?"
              .formatted(MOST_ATTEMPTS));
      return;
    }
    try {
      answer(run.get(), attempt, ending);
    } catch (Contradiction e) {
      runs.fail(number, attempt, RunState.CONTRADICTION, String.join("\n", e.rules()));
    } catch (UnknownPlace | IllegalArgumentException e) {
      runs.fail(number, attempt, RunState.FAILED, said(e));
    } catch (RuntimeException | OutOfMemoryError e) {
      if (ending.getAsBoolean()) {
        return;
      }
      LOG.error("run {}", number, e);
      runs.fail(
          number,
          attempt,
          RunState.FAILED,
          "Something went wrong here (%s). The terminal in which Moot runs says more."
              .formatted(said(e)));
    }
  }

  private void answer(Run run, int attempt, BooleanSupplier ending) {
    Wishes wishes = run.wishes();
    FormingPlace place = register.getFormingPlace(run.place());
    Long round = wishes.round();
    FormingRules rules = round == null ? wishes.rules() : answers.counting(wishes.rules(), round);
    SearchLimits limits =
        new SearchLimits(
            Duration.ofMinutes(wishes.minutes()),
            0,
            SearchLimits.DEFAULT.maxHeldNetworks(),
            SearchLimits.DEFAULT.seed());
    Reporter reporter = new Reporter(run.id(), attempt, ending, round != null);
    Plan plan =
        wishes.mostStable()
            ? engine.mostStable(place, rules, limits, reporter)
            : engine.best(place, rules, limits, reporter);
    if (round != null) {
      plan = Forming.withoutPreferences(plan);
    }
    Answer answer = Answer.of(plan).with(limits).with(Forming.explain(plan));
    if (wishes.mostStable()) {
      answer = answer.asMostStable();
    }
    if (wishes.asksMore() && !ending.getAsBoolean()) {
      runs.keep(run.id(), attempt, answer);
      answer = new Questions(answer, wishes, limits, reporter).answered();
    }
    if (!ending.getAsBoolean()) {
      runs.finish(run.id(), attempt, runs.isStopAsked(run.id()), answer);
    }
  }

  private static String said(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** Writes the progress down now and then, and passes on that the run is to stop. */
  private final class Reporter implements Progress.Listener {
    private static final long PAUSE_NANOS = 400_000_000;

    private final long run;
    private final int attempt;
    private final BooleanSupplier ending;
    private final boolean confidential;
    private long last = System.nanoTime() - PAUSE_NANOS;
    private boolean goOn = true;

    Reporter(long run, int attempt, BooleanSupplier ending, boolean confidential) {
      this.confidential = confidential;
      this.run = run;
      this.attempt = attempt;
      this.ending = ending;
    }

    @Override
    public synchronized boolean goOn(Progress progress) {
      if (ending.getAsBoolean()) {
        goOn = false;
      } else if (goOn && System.nanoTime() - last >= PAUSE_NANOS) {
        last = System.nanoTime();
        goOn =
            runs.report(
                run,
                attempt,
                confidential
                    // Its costs have what practices want in them.
                    ? new Progress(progress.phase(), Double.NaN, 0, progress.seconds())
                    : progress);
      }
      return goOn;
    }
  }
}
