package moot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalCommandTest {
  @TempDir static Path folder;

  @BeforeAll
  static void useADatabaseOfItsOwn() {
    System.setProperty("moot.home", folder.resolve("home").toString());
    System.setProperty("moot.postgres.programs", Path.of("../app/target/postgres").toString());
  }

  @AfterAll
  static void leaveNoSettings() {
    System.clearProperty("moot.home");
    System.clearProperty("moot.postgres.programs");
  }

  @Test
  void anImportIsAnEntryAndWhatWasNotedIsFoundAgain() throws Exception {
    Path practices = folder.resolve("practices.csv");
    Files.writeString(
        practices,
        """
        practice_code,easting,northing,list_size,place_code
        X1,400000,300000,9000,MERE
        X2,401000,300000,8000,MERE
        """);
    assertThat(new Terminal().type("import", practices.toString())).isEqualTo(ExitCode.DONE);

    Terminal first = new Terminal();
    assertThat(first.type("journal", "verify")).as(first.err()).isEqualTo(ExitCode.DONE);
    assertThat(first.out())
        .contains("All 1 entries fit.")
        .containsPattern("The last is 1:[0-9a-f]{64}");
    String head = first.out().strip().replaceAll("(?s).*The last is ", "");

    assertThat(new Terminal().type("journal", "verify", "--expect", head)).isEqualTo(ExitCode.DONE);

    Terminal other = new Terminal();
    assertThat(other.type("journal", "verify", "--expect", "1:00000000"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(other.err()).contains("is not among them").contains("Maybe");

    Terminal mistyped = new Terminal();
    assertThat(mistyped.type("journal", "verify", "--expect", "the last one"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(mistyped.err()).contains("expected an entry's number").contains("Maybe");
  }
}
