package moot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import moot.papers.Answer;
import moot.papers.PlanJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C at a running plan, in a process of its own. */
class StoppingTest {
  @TempDir Path folder = Path.of("");

  @Test
  void ctrl_c_keeps_the_best_so_far_and_writes_it() throws Exception {
    Path table = Table.write(folder, "practices.csv", crowded());
    Process process = start("plan", table.toString(), "--out", folder.resolve("out").toString());
    StringBuilder said = new StringBuilder();
    try (BufferedReader err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      said.append(err.readLine()).append('\n');
      Thread.sleep(700);
      int kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(kill).isZero();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said.toString()).isTrue();
      err.lines().forEach(line -> said.append(line).append('\n'));
    } finally {
      process.destroyForcibly();
    }

    assertThat(process.exitValue()).as(said.toString()).isEqualTo(ExitCode.GAP_LEFT);
    assertThat(said).contains("Stopping. The best so far is kept and written.");
    Answer answer = read(folder.resolve("out"));
    assertThat(answer.plan().networks().stream().mapToInt(n -> n.practices().size()).sum())
        .isEqualTo(500);
    assertThat(answer.plan().gap()).isPositive();
  }

  private static Answer read(Path out) throws IOException {
    try (var in = Files.newInputStream(out.resolve("plan.json"))) {
      return PlanJson.read(in);
    }
  }

  /** A large place: far more than a second of work. */
  private static String crowded() {
    return Table.strewn(500, "QAA", 4, 26);
  }

  private static Process start(String... args) throws IOException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "moot.cli.Moot"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }
}
