package moot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandTest {
  @TempDir Path dir;

  @Test
  void mereshireIsWrittenWhereAskedFor() {
    Terminal terminal = new Terminal();
    Path folder = dir.resolve("deep/mereshire");

    int code = terminal.type("sample", "--out", folder.toString(), "--seed", "7");

    assertThat(code).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("Mereshire: 62 practices, 16 networks");
    assertThat(folder.resolve("practices.csv")).isNotEmptyFile();
    assertThat(folder.resolve("README.txt")).content().contains("does not exist", "seed 7");
  }
}
