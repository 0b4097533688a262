package moot.register.reading;

/** Turns the rows of one table into facts; made anew for each table. */
@FunctionalInterface
public interface RowParser {
  /** Takes the next row. */
  void row(Row row);

  /** Called after the last row. */
  default void end() {}
}
