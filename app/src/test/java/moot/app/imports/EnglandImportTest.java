package moot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import moot.app.register.PlaceSummary;
import moot.app.register.RegisterForTests;
import moot.app.register.RegisterStore;
import moot.formation.FormingPlace;
import moot.register.PlaceCode;
import moot.register.reading.Limits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All published files of England that we have, in one import. */
@TestInstance(Lifecycle.PER_CLASS)
class EnglandImportTest {
  private static final Path DATA =
      Path.of(System.getProperty("moot.root", ".."), "../shared/data").normalize();

  private DataSource dataSource;
  private ImportService imports;
  private RegisterStore register;
  private ImportReport report;

  @BeforeAll
  void importEverything() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "real data not found at " + DATA + ": skipped");
    dataSource = RegisterForTests.emptied();
    imports = new ImportService(dataSource, RegisterForTests.CLOCK, Limits.DEFAULT);
    register = new RegisterStore(dataSource, RegisterForTests.CLOCK);
    report = imports.importFiles(files(), ProgressListener.NONE);
    System.out.printf(
        "England: %d files, %,d rows, %,d facts in %.1f s on %d cores%n",
        report.files().size(),
        report.files().stream().mapToInt(FileReport::rows).sum(),
        report.files().stream().mapToInt(f -> f.factsNew() + f.factsKnown()).sum(),
        report.elapsed().toMillis() / 1000.0,
        Runtime.getRuntime().availableProcessors());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(DATA)) {
      return all.filter(file -> file.toString().matches(".*\\.(csv|xlsx)")).sorted().toList();
    }
  }

  @Test
  void everyFileIsTaken() {
    assertThat(report.files())
        .hasSizeGreaterThanOrEqualTo(22)
        .allSatisfy(
            file ->
                assertThat(file.outcome())
                    .as(file.fileName() + " " + file.problems())
                    .isEqualTo(FileReport.Outcome.STORED));
    // The promise is 60 seconds on two idle cores; tests may run beside other work.
    assertThat(report.elapsed()).isLessThan(Duration.ofSeconds(120));
  }

  @Test
  void allBoardsAreThereWithAboutAllOfEnglandsPatients() {
    List<PlaceSummary> boards =
        register.listPlaces().stream()
            .filter(place -> place.kind().equals("integrated care board"))
            .toList();
    assertThat(boards).hasSize(42);
    assertThat(boards.stream().mapToInt(PlaceSummary::practices).sum()).isBetween(6_000, 6_200);
    assertThat(boards.stream().mapToLong(PlaceSummary::patients).sum())
        .isBetween(62_000_000L, 64_000_000L);
    assertThat(boards).allMatch(board -> board.name().startsWith("NHS "));
  }

  @Test
  void staffordshireIsReadyForForming() {
    FormingPlace place = register.getFormingPlace(new PlaceCode("QNC"));
    assertThat(place.practices()).hasSizeBetween(139, 141);
    assertThat(place.practices()).allMatch(practice -> practice.today() != null);
    assertThat(place.practices()).allMatch(practice -> practice.council() != null);
    assertThat(place.practices()).allMatch(practice -> practice.need() != null);
    assertThat(place.patientsByArea()).hasSizeGreaterThanOrEqualTo(139);
  }

  @Test
  void theSameFilesAgainChangeNothing() throws IOException {
    JdbcClient jdbc = JdbcClient.create(dataSource);
    String facts =
        "select (select count(*) from register.relation_fact)"
            + " + (select count(*) from register.source) + (select count(*) from register.import)";
    long before = jdbc.sql(facts).query(Long.class).single();

    ImportReport again = imports.importFiles(files(), ProgressListener.NONE);

    assertThat(again.files()).allMatch(file -> file.outcome() == FileReport.Outcome.UNCHANGED);
    assertThat(jdbc.sql(facts).query(Long.class).single()).isEqualTo(before);
  }
}
