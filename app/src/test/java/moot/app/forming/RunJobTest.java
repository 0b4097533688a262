package moot.app.forming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import moot.app.ServedTable;
import moot.app.register.RegisterStore;
import moot.app.wishes.Answers;
import moot.formation.Contradiction;
import moot.formation.Forming;
import moot.formation.PlanStatus;
import moot.formation.Progress;
import moot.papers.Answer;
import moot.sample.Mereshire;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a run that is stopped, cannot succeed, or is cut off. */
class RunJobTest {
  private final RunStore runs = ServedTable.bean(RunStore.class);
  private final RegisterStore register = ServedTable.bean(RegisterStore.class);

  @Test
  void aRunThatIsStoppedKeepsTheBestSoFar() {
    long id = add();
    List<String> asked = new ArrayList<>();
    Engine slow =
        (place, rules, limits, listener) -> {
          // Searches until it is told to stop, as a hard place does; then gives what it has.
          while (listener.goOn(new Progress("searching", 2000, 1500, 1))) {
            if (asked.isEmpty()) {
              asked.add(runs.find(id).orElseThrow().progress());
              runs.askToStop(id);
            }
          }
          return Forming.today(place, rules);
        };
    job(slow).run(Long.toString(id), () -> false);

    Run run = runs.find(id).orElseThrow();
    assertThat(run.state()).isEqualTo(RunState.STOPPED);
    assertThat(asked.getFirst()).contains("2,000.000", "1,500.000", "25.00 %");
    Answer kept = runs.findAnswer(id).orElseThrow();
    assertThat(kept.plan().status()).isEqualTo(PlanStatus.PRICED);
    assertThat(kept.plan().networks()).hasSize(16);
  }

  @Test
  void aRunCutOffByTheEndOfMootStaysUnfinished_andIsDoneByTheNext() {
    long id = add();
    AtomicBoolean ending = new AtomicBoolean();
    Engine cutOff =
        (place, rules, limits, listener) -> {
          ending.set(true);
          assertThat(listener.goOn(new Progress("searching", Double.NaN, 0, 1))).isFalse();
          return Forming.today(place, rules);
        };
    job(cutOff).run(Long.toString(id), ending::get);
    assertThat(runs.find(id).orElseThrow().state()).isEqualTo(RunState.RUNNING);
    assertThat(runs.findAnswer(id)).isEmpty();

    job(Forming::best).run(Long.toString(id), () -> false);
    Run run = runs.find(id).orElseThrow();
    assertThat(run.state()).isEqualTo(RunState.DONE);
    assertThat(run.proved()).isTrue();
    assertThat(run.attempts()).isEqualTo(2);
  }

  @Test
  void anOlderAttemptDoesNotOverwriteTheNewer() {
    long id = add();
    Engine overtaken =
        (place, rules, limits, listener) -> {
          job(Forming::best).run(Long.toString(id), () -> false);
          return Forming.today(place, rules);
        };
    job(overtaken).run(Long.toString(id), () -> false);
    assertThat(runs.findAnswer(id).orElseThrow().plan().status())
        .isEqualTo(PlanStatus.PROVED_OPTIMAL);
  }

  @Test
  void aRunThatEndsMootAgainAndAgainIsGivenUp() {
    long id = add();
    Engine deadly =
        (place, rules, limits, listener) -> {
          throw new OutOfMemoryError("as if");
        };
    for (int start = 0; start < 3; start++) {
      job(deadly).run(Long.toString(id), () -> true);
    }
    job(deadly).run(Long.toString(id), () -> false);
    Run run = runs.find(id).orElseThrow();
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.message()).contains("3 times", "Maybe");
  }

  @Test
  void rulesThatContradictAreKeptOneByOne() {
    long id = add();
    Engine impossible =
        (place, rules, limits, listener) -> {
          throw new Contradiction(List.of("together: A, B", "apart: A, B"));
        };
    job(impossible).run(Long.toString(id), () -> false);
    Run run = runs.find(id).orElseThrow();
    assertThat(run.state()).isEqualTo(RunState.CONTRADICTION);
    assertThat(run.message()).isEqualTo("together: A, B\napart: A, B");
  }

  @Test
  void theMostStablePlanIsNotShownAsTheBestOfItsPlace() {
    long best = add();
    job(Forming::best).run(Long.toString(best), () -> false);
    long stable =
        runs.add(Mereshire.PLACE, "Mereshire", "test", Wishes.firstOffer().asMostStable());
    job(Forming::best).run(Long.toString(stable), () -> false);

    Run run = runs.find(stable).orElseThrow();
    assertThat(run.standing()).isEqualTo("Most stable: proved");
    Answer answer = runs.findAnswer(stable).orElseThrow();
    assertThat(answer.mostStable()).isTrue();
    assertThat(answer.stability()).isNotNull();
    Answer.Alternative cheapest = Objects.requireNonNull(answer.cheapest());
    assertThat(cheapest.plan().cost()).isLessThanOrEqualTo(answer.plan().cost());
    assertThat(runs.findBest(Mereshire.PLACE).orElseThrow().id()).isLessThan(stable);
  }

  @Test
  void aRunFromBeforeAWishCouldBeMadeHasNoneOfIt() {
    long id = add();
    ServedTable.bean(JdbcClient.class)
        .sql("update forming.run set wishes = wishes - 'mostStable' - 'tiesCurve' where id = :id")
        .param("id", id)
        .update();
    assertThat(runs.find(id).orElseThrow().wishes()).isEqualTo(Wishes.firstOffer());
  }

  private long add() {
    return runs.add(Mereshire.PLACE, "Mereshire", "test", Wishes.firstOffer());
  }

  private RunJob job(Engine engine) {
    return new RunJob(runs, register, engine, ServedTable.bean(Answers.class));
  }
}
