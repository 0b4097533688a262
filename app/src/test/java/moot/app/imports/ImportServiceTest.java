package moot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import moot.app.imports.FileReport.Outcome;
import moot.app.register.Membership;
import moot.app.register.PracticeNow;
import moot.app.register.RegisterForTests;
import moot.app.register.RegisterStore;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.reading.Limits;
import moot.register.reading.RowProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ImportServiceTest {
  private static final String MARCH =
      """
      practice_code,name,easting,northing,list_size,place_code,network_code,as_of
      X1,Mill Lane,400000,300000,5000,MERE,N1,2025-03-31
      X2,High Street,401000,300000,6000,MERE,N1,2025-03-31
      X3,Quay,402000,300000,7000,MERE,N2,2025-03-31
      """;
  private static final String JUNE =
      """
      practice_code,name,easting,northing,list_size,place_code,network_code,as_of
      X1,Mill Lane,400000,300000,5100,MERE,N1,2025-06-30
      X2,High Street,401000,300000,6100,MERE,N2,2025-06-30
      X3,Quay,402000,300000,7100,MERE,N2,2025-06-30
      X4,New Town,403000,300000,900,MERE,,2025-06-30
      """;

  @TempDir Path folder;
  private ImportService imports;
  private RegisterStore register;
  private JdbcClient jdbc;

  @BeforeEach
  void emptyRegister() {
    DataSource dataSource = RegisterForTests.emptied();
    imports = new ImportService(dataSource, RegisterForTests.CLOCK, Limits.DEFAULT);
    register = new RegisterStore(dataSource, RegisterForTests.CLOCK);
    jdbc = JdbcClient.create(dataSource);
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileReport take(String name, String text) {
    return imports.importFiles(List.of(file(name, text)), ProgressListener.NONE).files().getFirst();
  }

  private List<Integer> rowsOfAllTables() {
    return java.util.Arrays.stream(FactTable.values())
        .map(t -> jdbc.sql("select count(*) from " + t.table()).query(Integer.class).single())
        .toList();
  }

  private FormingPractice practice(String code) {
    return register.getFormingPlace(new PlaceCode("MERE")).practices().stream()
        .filter(each -> each.code().value().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPlainTableIsEnoughForForming() {
    FileReport report = take("practices.csv", MARCH);

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.rows()).isEqualTo(3);
    assertThat(report.changes())
        .contains(
            "New practices: 3 (X1, X2, X3).",
            "In a network now, before in none: 3 (X1 in N1, X2 in N1, X3 in N2).",
            "Registered lists to 2025-03-31: 3 practices, 18,000 patients.");
    assertThat(register.listPlaces())
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.practices()).isEqualTo(3);
              assertThat(place.networks()).isEqualTo(2);
              assertThat(place.patients()).isEqualTo(18_000);
            });
    FormingPlace place = register.getFormingPlace(new PlaceCode("MERE"));
    assertThat(place.practices()).hasSize(3);
    assertThat(practice("X1").site()).isEqualTo(new Position(400_000, 300_000));
  }

  @Test
  void oneBadRowAndNothingOfTheFileIsTaken() {
    FileReport report = take("practices.csv", MARCH.replace("6000", "-6000"));

    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.errors()).isEqualTo(1);
    assertThat(rowsOfAllTables()).containsOnly(0);
    assertThat(register.listPlaces()).isEmpty();
    assertThat(register.findImport(report.importId()))
        .hasValueSatisfying(record -> assertThat(record.stored()).isFalse());
    assertThat(register.listProblems(report.importId(), 0, 10))
        .extracting(RowProblem::line)
        .containsExactly(3L);
  }

  @Test
  void aBadFileDoesNotHoldUpTheOthers() {
    ImportReport report =
        imports.importFiles(
            List.of(file("bad.csv", "fruit\napple\n"), file("good.csv", MARCH)),
            ProgressListener.NONE);

    assertThat(report.anyRefused()).isTrue();
    assertThat(report.files())
        .extracting(FileReport::outcome)
        .containsExactly(Outcome.REFUSED, Outcome.STORED);
  }

  @Test
  void theSameFileTwiceChangesNothing() {
    FileReport first = take("practices.csv", MARCH);
    List<Integer> rows = rowsOfAllTables();

    FileReport second = take("another name.csv", MARCH);

    assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(second.importId()).isEqualTo(first.importId());
    assertThat(second.changes()).singleElement().asString().endsWith("as practices.csv.");
    assertThat(rowsOfAllTables()).isEqualTo(rows);
    assertThat(register.listImports()).hasSize(1);
  }

  @Test
  void theSameFactsSavedInAnotherWayChangeNothing() {
    take("practices.csv", MARCH);
    List<Integer> rows = rowsOfAllTables();

    FileReport second = take("saved.csv", "\uFEFF" + MARCH.replace("\n", "\r\n"));

    assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(rowsOfAllTables()).isEqualTo(rows);
  }

  @Test
  void aNewerFileAddsToHistoryAndOverwritesNothing() {
    take("march.csv", MARCH);
    FileReport report = take("june.csv", JUNE);

    assertThat(report.changes())
        .contains(
            "New practice: 1 (X4).",
            "In another network now: 1 (X2 from N1 to N2).",
            "Registered lists to 2025-06-30: 4 practices, 19,200 patients.",
            "Of these, 3 had an earlier list: 18,000 patients then, 18,300 now.");
    assertThat(practice("X2").registeredList()).isEqualTo(6_100);
    assertThat(practice("X2").today()).isEqualTo(new NetworkCode("N2"));
    assertThat(
            jdbc.sql("select count(*) from register.list_fact where practice = 'X2'")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    assertThat(members("N1", "2025-03-31", "2025-12-31")).containsExactly("X1", "X2");
    assertThat(members("N1", "2025-06-30", "2025-12-31")).containsExactly("X1");
    assertThat(members("N1", "2025-06-30", "2025-04-30")).containsExactly("X1", "X2");
    assertThat(members("N1", "2025-03-30", "2025-12-31")).as("never projected back").isEmpty();
  }

  @Test
  void filesMayComeInAnyOrder() {
    take("june.csv", JUNE);
    take("march.csv", MARCH);

    assertThat(practice("X2").registeredList()).isEqualTo(6_100);
    assertThat(practice("X2").today()).isEqualTo(new NetworkCode("N2"));
    assertThat(members("N1", "2025-03-31", "2025-12-31")).containsExactly("X1", "X2");
  }

  @Test
  void historyCannotBeRewritten() {
    take("march.csv", MARCH);
    for (String sql :
        List.of(
            "update register.list_fact set patients = 1", "delete from register.relation_fact")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("keeps history");
    }
    assertThatThrownBy(() -> jdbc.sql("truncate register.source cascade").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private List<String> members(String network, String trueDate, String knownDate) {
    return register
        .listMembers(
            new NetworkCode(network), LocalDate.parse(trueDate), LocalDate.parse(knownDate))
        .stream()
        .map(Membership::practice)
        .map(Object::toString)
        .toList();
  }

  @Test
  void sitesAreFoundByPostcode() {
    take(
        "postcodes.csv",
        """
        "ZM1 1AA",10,410000,310000,"E92000001","","","","E07000999","E05000001"
        "ZM1 1AB",10,411000,311000,"E92000001","","","","E07000998","E05000001"
        """);
    FileReport report =
        take(
            "practices.csv",
            """
            practice_code,name,easting,northing,list_size,place_code,postcode
            X1,Known,,,5000,MERE,zm11aa
            X2,Unknown,,,6000,MERE,ZM1 9ZZ
            X3,Elsewhere,,,7000,MERE,AB1 1AA
            """);

    assertThat(practice("X1").site()).isEqualTo(new Position(410_000, 310_000));
    assertThat(practice("X1").council()).hasToString("E07000999");
    assertThat(register.listPractices(new PlaceCode("MERE")))
        .filteredOn(each -> !each.takesPart())
        .extracting(PracticeNow::leftOutBecause)
        .containsExactly("no coordinates", "no coordinates");
    assertThat(report.problems())
        .extracting(RowProblem::inWords)
        .anyMatch(
            words ->
                words.contains("\"ZM1 9ZZ\": the site of practice X2 cannot be found")
                    && words.endsWith("Maybe it is new, or mistyped?"))
        .anyMatch(
            words ->
                words.contains("\"AB\": the site of 1 practice in these postcode areas")
                    && words.endsWith(
                        "Maybe their Code-Point Open files have not been imported yet?"));
  }

  @Test
  void needIsTakenFromWhereThePatientsLive() {
    take(
        "imd.csv",
        """
        lsoa21_code,IMD_decile,IMD_score
        E01000001,1,60
        E01000002,10,10
        """);
    take(
        "centres.csv",
        """
        FID,LSOA21CD,x,y
        1,E01000001,400000,300000
        2,E01000002,402000,300000
        """);
    take("practices.csv", MARCH.replace("as_of", "need_not,as_of").replace(",2025", ",,2025"));
    take(
        "patients.csv",
        """
        PRACTICE_CODE,LSOA_CODE,NUMBER_OF_PATIENTS
        X1,E01000001,100
        X1,E01000002,300
        X1,CLOSED,5
        """);

    assertThat(practice("X1").need()).as("patients: 100 at 60, 300 at 10").isEqualTo(22.5);
    assertThat(practice("X3").need()).as("the area round its site").isEqualTo(10.0);
    assertThat(register.getFormingPlace(new PlaceCode("MERE")).patientsByArea())
        .hasSize(1)
        .allSatisfy((code, areas) -> assertThat(areas).hasSize(2));
  }

  @Test
  void aDayGivenWithTheImportIsTheDayFromWhichItIsKnown() {
    imports.importFiles(
        List.of(IncomingFile.of(file("old.csv", MARCH.replace(",as_of", ",other")))),
        LocalDate.of(2024, 5, 1),
        "tester",
        ProgressListener.NONE);

    assertThat(members("N1", "2024-05-01", "2024-05-01")).containsExactly("X1", "X2");
    assertThat(members("N1", "2024-05-01", "2024-04-30")).isEmpty();
    assertThat(register.listImports().getFirst().importedBy()).isEqualTo("tester");
  }

  @Test
  void progressRunsToTheEnd() {
    List<Long> done = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    imports.importFiles(
        List.of(file("march.csv", MARCH), file("june.csv", JUNE)),
        (name, bytes, total) -> {
          done.add(bytes);
          totals.add(total);
        });

    assertThat(done).isSorted();
    assertThat(totals.stream().distinct()).hasSize(1);
    assertThat(done.getLast()).isEqualTo(totals.getFirst());
  }
}
