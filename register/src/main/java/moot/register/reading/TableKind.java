package moot.register.reading;

import java.time.LocalDate;

/** A kind of table that is known: how it is recognised, dated and read. */
public interface TableKind {
  /** What a file is called in which such a table is found, in words. */
  String title();

  /** Files that others refer to are read before those; smaller is earlier. */
  int order();

  Layout layout();

  DateRule dates();

  /**
   * From which day on a file's facts were known, where that is not the day of which it speaks.
   *
   * @param asOf the day that the rule found
   */
  default LocalDate knownFrom(LocalDate asOf) {
    return asOf;
  }

  /**
   * A parser for one table.
   *
   * @param asOf the day of which the file speaks
   */
  RowParser open(LocalDate asOf, FactSink facts, Problems problems);
}
