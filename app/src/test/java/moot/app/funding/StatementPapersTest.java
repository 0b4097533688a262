package moot.app.funding;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.funding.income.Incomes;
import moot.funding.income.PaymentHeadings;
import moot.papers.IncomeFolder;
import moot.sample.Mereshire;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was paid, to take away as the terminal writes it. */
class StatementPapersTest {
  private static final String PLACE = "/funding/places/ZME";

  private final SignedIn viewer = SignedIn.as(PartyKind.FACILITATOR, Role.VIEWER);

  private byte[] bytes(String path) throws Exception {
    HttpResponse<byte[]> answer =
        viewer
            .client()
            .send(
                HttpRequest.newBuilder(URI.create(ServedTable.address()).resolve(path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment; filename=\"mereshire-")
        .contains(path.replaceAll("\\?.*", "").substring(PLACE.length() + 1));
    return answer.body();
  }

  private static List<String> sheets(byte[] workbook) throws IOException {
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      return read.getSheets().map(sheet -> sheet.getName()).toList();
    }
  }

  @Test
  void reconcileHasEveryLineOfTheYearAndItsSumsAreThePages() throws Exception {
    JsonNode page =
        JsonMapper.builder()
            .build()
            .readTree(
                viewer
                    .get("/api/places/ZME/funding/reconcile?year=2023-24&line=PCN+Participation")
                    .body());
    Set<String> lines = new TreeSet<>();
    long expected = 0;
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new ByteArrayInputStream(bytes(PLACE + "/reconcile.csv?year=2023-24")))) {
      for (NamedCsvRecord row : rows) {
        lines.add(row.getField("line"));
        if (row.getField("line").equals("PCN Participation")) {
          expected += Long.parseLong(row.getField("expected"));
        }
      }
    }
    assertThat(lines).hasSize(page.get("lines").size()).hasSizeGreaterThan(1);
    assertThat(expected).isPositive().isEqualTo(page.get("expectedPence").asLong());
    assertThat(sheets(bytes(PLACE + "/reconcile.xlsx?year=2023-24")))
        .containsExactly("Summary", "Differences", "Commissioners");
  }

  @Test
  void incomeIsWhatTheTerminalWrites(@TempDir Path folder) throws Exception {
    IncomeFolder.write(
        Incomes.of(
            ServedTable.bean(FundingDesk.class).listStatements(Mereshire.PLACE),
            PaymentHeadings.shipped()),
        folder);
    assertThat(bytes(PLACE + "/income.csv"))
        .isEqualTo(Files.readAllBytes(folder.resolve("income.csv")));
    assertThat(sheets(bytes(PLACE + "/income.xlsx")))
        .containsExactly("All", "Places", "Networks", "Practices", "Headings");
  }

  @Test
  void thePagesLinkToThem() {
    assertThat(viewer.get(PLACE + "/reconcile?year=2023-24").body())
        .contains(PLACE + "/reconcile.csv?year=2023-24", PLACE + "/reconcile.xlsx?year=2023-24");
    assertThat(viewer.get(PLACE + "/income").body())
        .contains(PLACE + "/income.csv", PLACE + "/income.xlsx");
    assertThat(viewer.get(PLACE + "/reconcile.csv?year=1066").statusCode()).isEqualTo(422);
    assertThat(viewer.get("/funding/places/NONE/income.csv").statusCode()).isEqualTo(404);
  }
}
