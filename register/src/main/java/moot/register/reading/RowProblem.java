package moot.register.reading;

import org.jspecify.annotations.Nullable;

/**
 * Something about a row, or about a file as a whole.
 *
 * @param sheet of a workbook; null in a text file
 * @param line counted from 1; 0 when it concerns the whole file
 * @param column its heading, if it concerns one cell
 * @param value what stands there, shortened if long; null when nothing can be shown
 * @param says what was expected, or what was done about it
 * @param maybe what may have happened: a sentence that begins with "Maybe"; null in some notes
 * @param rows how many rows it stands for; the line is that of the first
 */
public record RowProblem(
    Severity severity,
    @Nullable String sheet,
    long line,
    @Nullable String column,
    @Nullable String value,
    String says,
    @Nullable String maybe,
    int rows) {

  /** All of it in one sentence or two, without the file's name. */
  public String inWords() {
    StringBuilder words = new StringBuilder();
    if (sheet != null) {
      words.append("sheet ").append(sheet).append(", ");
    }
    if (line > 0) {
      words.append("line ").append(line).append(", ");
    }
    if (column != null) {
      words.append("column ").append(column).append(", ");
    }
    if (value != null) {
      words.append('"').append(value).append('"');
    } else if (words.length() > 2) {
      words.setLength(words.length() - 2);
    }
    if (!words.isEmpty()) {
      words.append(": ");
    }
    words.append(says).append('.');
    if (rows > 1) {
      words.append(" So in ").append(rows).append(" rows, this is the first.");
    }
    if (maybe != null) {
      words.append(' ').append(maybe);
    }
    return words.toString();
  }
}
