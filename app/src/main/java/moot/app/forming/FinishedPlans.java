package moot.app.forming;

import java.util.List;
import java.util.Optional;
import moot.formation.Plan;
import moot.papers.Answer;
import moot.register.PlaceCode;
import org.springframework.stereotype.Component;

/** The plans that forming has found, for whoever wants to go on from one. */
@Component
public class FinishedPlans {
  private final RunStore runs;

  FinishedPlans(RunStore runs) {
    this.runs = runs;
  }

  /**
   * One of them.
   *
   * @param run its number
   * @param standing how sure it is, in a few words
   */
  public record Finished(long run, String title, String standing) {}

  /** The plans of a place, newest first. */
  public List<Finished> list(PlaceCode place) {
    return runs.list(place).stream()
        .filter(Run::hasAnswer)
        .map(
            run ->
                new Finished(
                    run.id(),
                    run.title().isBlank() ? "Plan " + run.id() : run.title(),
                    run.standing()))
        .toList();
  }

  public Optional<Plan> findPlan(long run) {
    return runs.findAnswer(run).map(Answer::plan);
  }
}
