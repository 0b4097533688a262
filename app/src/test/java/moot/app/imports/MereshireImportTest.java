package moot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import moot.app.register.PlaceSummary;
import moot.app.register.RegisterForTests;
import moot.app.register.RegisterStore;
import moot.formation.FormingPlace;
import moot.register.reading.Limits;
import moot.sample.Mereshire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample place goes the way of every real one: its files are imported. */
class MereshireImportTest {
  @TempDir Path folder;

  @Test
  void allItsFilesAreTakenAndItCanBeFormed() throws IOException {
    DataSource dataSource = RegisterForTests.emptied();
    ImportService imports = new ImportService(dataSource, RegisterForTests.CLOCK, Limits.DEFAULT);
    RegisterStore register = new RegisterStore(dataSource, RegisterForTests.CLOCK);
    List<Path> files = Mereshire.generate(Mereshire.SEED).writeFiles(folder);

    ImportReport report = imports.importFiles(files, ProgressListener.NONE);

    assertThat(report.files())
        .allSatisfy(
            file ->
                assertThat(file.outcome())
                    .as(file.fileName() + " " + file.problems())
                    .isEqualTo(FileReport.Outcome.STORED));
    List<PlaceSummary> places = register.listPlaces();
    FormingPlace place = register.getFormingPlace(places.getFirst().code());
    assertThat(place.practices()).hasSizeGreaterThan(50);
    assertThat(place.practices())
        .allMatch(practice -> practice.need() != null && practice.council() != null);
    assertThat(place.patientsByArea()).hasSameSizeAs(place.practices());
  }
}
