package moot.papers;

import java.io.IOException;
import moot.funding.Money;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook: a frozen heading, then rows whose numbers look like what they are. */
final class Sheet {
  private static final int LONGEST_TEXT = 32_767;

  private final Worksheet sheet;
  private int next = 0;

  Sheet(Workbook workbook, String name) {
    this.sheet = workbook.newWorksheet(name);
  }

  /**
   * @param width in characters
   */
  record Column(String heading, int width) {
    static Column of(String heading, int width) {
      return new Column(heading, width);
    }
  }

  /** A number to be shown with three digits after the point; the cell holds all digits. */
  record Cost(double value) {}

  /** A number to be shown with one digit after the point; the cell holds all digits. */
  record Km(double value) {}

  /** Money in pounds and pence. */
  record Pounds(Money money) {}

  /** A share from 0 to 1, to be shown as a percentage. */
  record Share(double value) {}

  void columns(Column... columns) {
    String[] headings = new String[columns.length];
    for (int c = 0; c < columns.length; c++) {
      sheet.width(c, columns[c].width());
      headings[c] = columns[c].heading();
    }
    heading(headings);
    sheet.freezePane(1, 1);
    sheet.repeatRows(0);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.pageOrientation(columns.length > 5 ? "landscape" : "portrait");
    sheet.paperSize(org.dhatim.fastexcel.PaperSize.A4_PAPER);
  }

  void heading(String... headings) {
    for (int c = 0; c < headings.length; c++) {
      sheet.value(next, c, headings[c]);
      sheet.style(next, c).bold().wrapText(true).fillColor("E8EDEE").set();
    }
    next++;
  }

  void row(@Nullable Object... cells) {
    for (int c = 0; c < cells.length; c++) {
      cell(c, cells[c]);
    }
    next++;
  }

  private void cell(int c, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case Cost cost -> number(c, cost.value(), "#,##0.000");
      case Km km -> number(c, km.value(), "#,##0.0");
      case Pounds pounds -> number(c, pounds.money().inPounds(), "#,##0.00");
      case Share share -> number(c, share.value(), "0.0000%");
      case Integer whole -> number(c, whole, "#,##0");
      case Long whole -> number(c, whole, "#,##0");
      case Double plain -> number(c, plain, "General");
      default -> {
        String text = disarmed(cell.toString());
        sheet.value(next, c, text);
        if (text.length() > 60) {
          sheet.style(next, c).wrapText(true).set();
        }
      }
    }
  }

  private void number(int c, Number number, String format) {
    if (Double.isNaN(number.doubleValue()) || Double.isInfinite(number.doubleValue())) {
      return;
    }
    sheet.value(next, c, number);
    if (!format.equals("General")) {
      sheet.style(next, c).format(format).set();
    }
  }

  /**
   * Text that is only text. A cell of type text is never reckoned with, but when the sheet is saved
   * as CSV and opened again, a leading =, +, -, @, tab or return would make it a formula; an
   * apostrophe before it prevents that. Characters that XML cannot hold are left away.
   */
  static String disarmed(String text) {
    String clean = Characters.printable(text);
    if (clean.length() > LONGEST_TEXT) {
      clean = clean.substring(0, LONGEST_TEXT - 1) + "…";
    }
    if (clean.isEmpty()) {
      return clean;
    }
    return "=+-@\t\r\n＝＋－＠".indexOf(clean.charAt(0)) >= 0 ? "'" + clean : clean;
  }

  void finish() throws IOException {
    sheet.finish();
  }
}
