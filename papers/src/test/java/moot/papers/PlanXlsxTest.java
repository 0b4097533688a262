package moot.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanXlsxTest {
  @TempDir Path folder = Path.of("");

  private static byte[] bytes(Answer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanXlsx.write(answer, out);
    return out.toByteArray();
  }

  private static List<Row> rows(Answer answer, String sheet) throws IOException {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes(answer)))) {
      return workbook.findSheet(sheet).orElseThrow().read();
    }
  }

  private static Cell cell(List<Row> rows, String first, String heading) {
    int column =
        rows.getFirst().stream()
            .filter(cell -> cell != null && heading.equals(cell.getRawValue()))
            .findFirst()
            .orElseThrow()
            .getColumnIndex();
    return rows.stream()
        .filter(row -> first.equals(row.getCell(0).getRawValue()))
        .findFirst()
        .orElseThrow()
        .getCell(column);
  }

  @Test
  void there_is_a_sheet_for_each_question() throws IOException {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes(Example.full())))) {
      assertThat(workbook.getSheets().map(Sheet::getName))
          .containsExactly("Plan", "Networks", "Practices", "Against today", "Parameters");
    }
  }

  @Test
  void figures_are_numbers_with_every_digit() throws IOException {
    List<Row> networks = rows(Example.bare(), "Networks");

    Cell cost = cell(networks, "N02", "Cost");
    assertThat(cost.getType()).isEqualTo(CellType.NUMBER);
    assertThat(cost.asNumber().doubleValue()).isEqualTo(38);
    assertThat(cell(networks, "N02", "Patients").asNumber().intValue()).isEqualTo(29_000);
    assertThat(cell(networks, "N02", "Size").getRawValue()).isEqualTo("under by 1,000");
    assertThat(cell(networks, "N01", "Members").getRawValue()).isEqualTo("M1 M2 M3");
    assertThat(cell(rows(Example.bare(), "Practices"), "M2", "Northing").asNumber().doubleValue())
        .isEqualTo(300_000.125);
  }

  @Test
  void a_name_that_looks_like_a_formula_is_only_text() throws IOException {
    Cell name = cell(rows(Example.bare(), "Practices"), "M1", "Name");

    assertThat(name.getType()).isEqualTo(CellType.STRING);
    assertThat(name.getRawValue())
        .startsWith("'=HYPERLINK(")
        .contains("Tŷ Gŵyr")
        .endsWith("'n' Bell");
    assertThat(xml(bytes(Example.bare()))).doesNotContain("<f>").doesNotContain("\u0007");
    for (String text : List.of("=1", "+1", "-1", "@x", "\tx", "\rx", "＝1")) {
      assertThat(moot.papers.Sheet.disarmed(text)).startsWith("'");
    }
    assertThat(moot.papers.Sheet.disarmed("Abbey - North")).isEqualTo("Abbey - North");
    assertThat(moot.papers.Sheet.disarmed("\u0000=1")).isEqualTo("'=1");
    assertThat(moot.papers.Sheet.disarmed("x".repeat(40_000))).hasSize(32_767).endsWith("…");
  }

  @Test
  void headings_stay_in_sight() throws IOException {
    assertThat(xml(bytes(Example.bare())))
        .contains("state=\"frozen\"")
        .contains("customWidth")
        .contains("#,##0.000");
  }

  @Test
  void what_practices_think_of_each_other_is_not_there() throws IOException {
    assertThat(xml(bytes(Example.full()))).doesNotContain("0.4217");
  }

  @Test
  void without_networks_today_the_sheet_says_so() throws IOException {
    List<Row> rows = rows(Answer.of(Example.plan()), "Against today");

    assertThat(rows.get(1).getCell(0).getRawValue()).contains("Nobody asked");
  }

  private String xml(byte[] workbook) throws IOException {
    StringBuilder all = new StringBuilder();
    Path file = Files.write(folder.resolve("plan.xlsx"), workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return all.toString();
  }
}
