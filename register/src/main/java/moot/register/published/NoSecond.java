package moot.register.published;

import java.util.HashMap;
import java.util.Map;
import moot.register.reading.Column;
import moot.register.reading.Row;

/** Sees to it that nothing is stated by two rows of one file that one row should state. */
final class NoSecond {
  private final String what;
  private final Map<String, Long> lines = new HashMap<>();

  /**
   * @param what that each row is about, as in "practice"
   */
  NoSecond(String what) {
    this.what = what;
  }

  /** Whether the key is new; if not, an error is listed. */
  boolean isFirst(Row row, Column column, String key) {
    Long line = lines.putIfAbsent(key, row.line());
    if (line == null) {
      return true;
    }
    row.error(
        column,
        "this %s is already in line %d; expected it once".formatted(what, line),
        "Maybe a row was copied, or two files were joined?");
    return false;
  }
}
