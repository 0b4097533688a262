package moot.app.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import moot.register.reading.RowProblem;
import org.jspecify.annotations.Nullable;

/** The list of problems as a table to work through in a spreadsheet. */
final class ProblemsCsv {
  private ProblemsCsv() {}

  static String of(List<RowProblem> problems) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("severity", "sheet", "line", "column", "value", "says", "maybe", "rows");
      for (RowProblem each : problems) {
        csv.writeRecord(
            each.severity().name(),
            disarmed(each.sheet()),
            each.line() == 0 ? "" : String.valueOf(each.line()),
            disarmed(each.column()),
            disarmed(each.value()),
            disarmed(each.says()),
            disarmed(each.maybe()),
            String.valueOf(each.rows()));
      }
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * What the imported file says is shown to whoever opens this table: a cell that begins like a
   * formula gets an apostrophe before it, so that no spreadsheet works it out.
   */
  static String disarmed(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
