package moot.register.reading;

import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Rows of cells: a text file, or one sheet of a workbook. Can be read as often as needed. */
interface Table {
  /** The sheet's name; null for a text file. */
  @Nullable String sheet();

  /**
   * Starts reading at the first row.
   *
   * @param bytesRead told how many more bytes were read
   */
  Cells open(LongConsumer bytesRead) throws IOException;

  /** One pass over the rows. */
  interface Cells extends AutoCloseable {
    /**
     * The next row that is not empty, or null after the last.
     *
     * @throws Unreadable when the rest cannot be read
     */
    @Nullable Line next();

    @Override
    void close() throws IOException;
  }

  /** One row as it stands. */
  record Line(long number, List<String> cells) {
    boolean isBlank() {
      for (String cell : cells) {
        if (!cell.isBlank()) {
          return false;
        }
      }
      return true;
    }
  }
}
