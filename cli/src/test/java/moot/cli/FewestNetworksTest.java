package moot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import moot.formation.PlanStatus;
import moot.papers.Answer;
import moot.papers.PlanJson;
import moot.sample.Mereshire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mereshire at the fewest networks that it can have: there the relaxation is far below the best
 * plan, and what proves it is that nearly every choice leaves no room for the rest.
 */
class FewestNetworksTest {
  @TempDir Path dir;

  private final Terminal terminal = new Terminal();

  @Test
  void twelveAreProvedSoon() throws IOException {
    assertThat(plan("12")).as(terminal.err()).isEqualTo(ExitCode.DONE);

    Answer answer;
    try (var in = Files.newInputStream(dir.resolve("out").resolve("plan.json"))) {
      answer = PlanJson.read(in);
    }
    assertThat(answer.plan().status()).isEqualTo(PlanStatus.PROVED_OPTIMAL);
    assertThat(answer.plan().cost()).isCloseTo(2_643.381, within(0.0005));
    assertThat(answer.plan().networks()).hasSize(12);
    assertThat(answer.plan().seconds()).isLessThan(45);
  }

  @Test
  void elevenAreToldToBeImpossible_andWhichRulesForbidThem() throws IOException {
    assertThat(plan("11")).isEqualTo(ExitCode.BAD_INPUT);

    assertThat(terminal.err())
        .contains("contradict", "exactly 11", "at most 50,000 patients", "Maybe");
    assertThat(dir.resolve("out").resolve("plan.json")).doesNotExist();
  }

  private int plan(String networks) throws IOException {
    Mereshire.generate(Mereshire.SEED).writeFiles(dir);
    return terminal.type(
        "plan",
        dir.resolve("practices.csv").toString(),
        "--weights",
        "travel=1,shortfall=20,ties=2,perNetwork=50",
        "--networks",
        networks,
        "--out",
        dir.resolve("out").toString());
  }
}
