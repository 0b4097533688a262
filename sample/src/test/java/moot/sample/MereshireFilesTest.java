package moot.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import moot.register.Fact;
import moot.register.ListKind;
import moot.register.PracticeCode;
import moot.register.RelationKind;
import moot.register.Span;
import moot.register.published.Publications;
import moot.register.reading.Limits;
import moot.register.reading.PublishedFile;
import moot.register.reading.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MereshireFilesTest {
  /**
   * If this changes, the demo changes for everybody: change it on purpose and say so in the
   * changelog. The workbook is left out, since its compression may differ between Java versions.
   */
  private static final String HASH_OF_SEED_1 =
      "bfa897c72e79ecee8d507f91d33cafa959cc6a86be710301a07982e5609e0a8d";

  @TempDir Path dir;

  @Test
  void theSameSeedGivesTheSameBytesEverywhere() throws Exception {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("ar", "EG"));
      Mereshire.generate(1).writeFiles(dir);
    } finally {
      Locale.setDefault(before);
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : files(dir)) {
      if (!file.toString().endsWith(".xlsx")) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(HASH_OF_SEED_1);

    Path again = dir.resolve("again");
    Mereshire.generate(1).writeFiles(again);
    for (Path file : files(again)) {
      assertThat(file).hasSameBinaryContentAs(dir.resolve(file.getFileName()));
    }
  }

  @Test
  void everyFileHasTheShapeOfThePublishedOne() throws IOException {
    List<Path> written = Mereshire.generate(1).writeFiles(dir);

    assertThat(written).hasSize(13).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(rows("epraccur.csv")).hasSize(62).allMatch(row -> row.getFieldCount() == 27);
    assertThat(rows("postcodes-zm.csv")).hasSize(57).allMatch(row -> row.getFieldCount() == 10);
    assertThat(rows("gp-reg-pat-prac-map-2025-01.csv")).hasSize(63);
    assertThat(rows("pcn-adjusted-population-2025-26.csv")).hasSize(64);
    assertThat(rows("gp-reg-pat-prac-quin-age-2025-01.csv")).hasSize(1 + 62 * 2 * 20);

    long plain = 0;
    for (NamedCsvRecord row : named("practices.csv")) {
      plain += Long.parseLong(row.getField("list_size"));
    }
    long byArea = 0;
    for (NamedCsvRecord row : named("gp-reg-pat-prac-lsoa-2025-01.csv")) {
      byArea += Long.parseLong(row.getField("NUMBER_OF_PATIENTS"));
    }
    CsvRecord total = rows("pcn-adjusted-population-2025-26.csv").getLast();
    assertThat(plain).isEqualTo(byArea);
    assertThat(total.getField(8)).isEqualTo(Long.toString(plain));
    assertThat(total.getField(9)).isEqualTo(Long.toString(plain));
  }

  /** What is imported for the demo goes through the same parsers as real data, without a murmur. */
  @Test
  void everyFileIsRecognisedAndReadWithoutAProblem() throws IOException {
    Mereshire place = Mereshire.generate(1);
    List<Fact> facts = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (Path path : place.writeFiles(dir)) {
      try (PublishedFile file =
          PublishedFile.open(
              path, Publications.ALL, Limits.DEFAULT, null, LocalDate.of(2026, 1, 1), n -> {})) {
        assertThat(file.isRecognised()).as(path.toString()).isTrue();
        titles.add(String.valueOf(file.title()));
        file.read(facts::add, n -> {});
        assertThat(file.problems().list())
            .as("problems of %s", path)
            .filteredOn(problem -> problem.severity() != Severity.NOTE)
            .isEmpty();
      }
    }

    assertThat(Set.copyOf(titles)).as("kinds of files").hasSize(11);
    assertThat(facts)
        .contains(
            new Fact.PatientList(
                new PracticeCode("Z90001"),
                ListKind.REGISTERED,
                place.practices().getFirst().registeredList(),
                Span.between(Mereshire.LISTS_AT, Mereshire.LISTS_AT)))
        .contains(
            new Fact.Relation(
                RelationKind.MEMBER_OF,
                "Z90050",
                "UZ0013",
                Span.between(LocalDate.of(2019, 7, 1), LocalDate.of(2023, 3, 31))));
    assertThat(facts.stream().filter(Fact.AreaPatients.class::isInstance))
        .hasSize(place.patientsByArea().values().stream().mapToInt(areas -> areas.size()).sum());
    assertThat(facts.stream().filter(Fact.AreaDeprivation.class::isInstance))
        .hasSameSizeAs(place.areas());
    assertThat(facts.stream().filter(Fact.AreaCentre.class::isInstance))
        .hasSameSizeAs(place.areas());
  }

  @Test
  void nothingInItCanBeTakenForReal() throws IOException {
    Path real =
        Path.of(System.getProperty("moot.root", ".")).resolve("../shared/data/nhs/epraccur.csv");
    assumeTrue(Files.exists(real), "skipped: no real practices at " + real.normalize());
    Set<String> names = new HashSet<>();
    Set<String> codes = new HashSet<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().ofCsvRecord(real, StandardCharsets.ISO_8859_1)) {
      csv.forEach(
          row -> {
            codes.add(row.getField(0));
            names.add(row.getField(1));
          });
    }

    assertThat(Mereshire.generate(1).practices())
        .allSatisfy(
            p -> {
              assertThat(codes).doesNotContain(p.code().value());
              assertThat(names).doesNotContain(p.name());
            });
    assertThat(codes).noneMatch(code -> code.startsWith("Z"));
  }

  private static List<Path> files(Path dir) throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private List<CsvRecord> rows(String name) throws IOException {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(dir.resolve(name))) {
      return csv.stream().toList();
    }
  }

  private List<NamedCsvRecord> named(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(dir.resolve(name))) {
      return csv.stream().toList();
    }
  }
}
