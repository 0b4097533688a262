package moot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import moot.app.register.PlaceSummary;
import moot.app.register.PracticeNow;
import moot.app.register.RegisterForTests;
import moot.app.register.RegisterStore;
import moot.register.reading.Limits;
import org.junit.jupiter.api.Test;

/** The one joined file is enough to form all boards. */
class JoinedEnglandImportTest {
  @Test
  void allMembersWithASiteTakePart() {
    Path file =
        Path.of(System.getProperty("moot.root", ".."), "../shared/data/england-practices-2025.csv");
    assumeTrue(Files.exists(file), "real data not found at " + file + ": skipped");
    DataSource dataSource = RegisterForTests.emptied();
    RegisterStore register = new RegisterStore(dataSource, RegisterForTests.CLOCK);

    new ImportService(dataSource, RegisterForTests.CLOCK, Limits.DEFAULT)
        .importFiles(List.of(file), ProgressListener.NONE);

    List<PlaceSummary> boards =
        register.listPlaces().stream()
            .filter(place -> place.kind().equals("integrated care board"))
            .toList();
    assertThat(boards).hasSize(42);
    assertThat(boards.stream().mapToInt(PlaceSummary::practices).sum()).isEqualTo(6_166);
    assertThat(
            register.listPractices().stream()
                .filter(practice -> !practice.takesPart())
                .collect(
                    Collectors.groupingBy(
                        practice -> String.valueOf(practice.leftOutBecause()),
                        Collectors.counting())))
        .containsEntry("no coordinates", 2L)
        .containsEntry("published as being in no network", 81L - others(register));
  }

  /** Bodies in no network that are no general practice either are said to be just that. */
  private static long others(RegisterStore register) {
    return register.listPractices().stream()
        .map(PracticeNow::leftOutBecause)
        .filter("not a general practice"::equals)
        .count();
  }
}
