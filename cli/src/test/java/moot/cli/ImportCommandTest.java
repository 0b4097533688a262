package moot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import moot.sample.Mereshire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
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
  void theSamplePlaceGoesInAndTheSecondTimeNothingChanges() throws IOException {
    List<String> words = new ArrayList<>(List.of("import"));
    Mereshire.generate(Mereshire.SEED)
        .writeFiles(folder.resolve("files"))
        .forEach(file -> words.add(file.toString()));

    Terminal first = new Terminal();
    assertThat(first.type(words.toArray(String[]::new))).as(first.err()).isEqualTo(ExitCode.DONE);
    assertThat(first.out())
        .contains("ePCN.xlsx: ODS networks (ePCN), known from ")
        .contains("practices.csv: plain table of practices (practices.csv)")
        .contains("13 of 13 files are in the register");

    Terminal second = new Terminal();
    assertThat(second.type(words.toArray(String[]::new))).isEqualTo(ExitCode.DONE);
    assertThat(second.out().lines().filter(line -> line.contains("Nothing: the same facts")))
        .hasSize(13);
  }

  @Test
  void aBadFileEndsWithExitCodeTwoAndAllItsRows() throws IOException {
    Path bad = folder.resolve("bad.csv");
    Files.writeString(
        bad,
        """
        practice_code,easting,northing,list_size,place_code
        X1,400000,300000,-5,MERE
        X2,400000,300000,many,MERE
        """);
    Terminal terminal = new Terminal();

    assertThat(terminal.type("import", bad.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err())
        .contains("bad.csv: refused, nothing of it was taken. It has 2 errors.")
        .contains("error: line 2, column list_size, \"-5\": expected a number of patients")
        .contains("error: line 3, column list_size, \"many\": expected a number.");
  }

  @Test
  void whatIsNoFileIsSaidBeforeAnythingStarts() {
    Terminal terminal = new Terminal();
    assertThat(terminal.type("import", folder.toString(), folder + "/none.csv"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err())
        .contains("is a folder, expected a file. Maybe you meant ")
        .contains("none.csv: no such file, or it may not be read.");
    assertThat(terminal.type("import", "--known-from", "2025-13-01", "pom.xml"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("--known-from 2025-13-01: expected a date");
  }
}
