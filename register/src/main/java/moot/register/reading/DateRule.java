package moot.register.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the day that a file speaks of is found.
 *
 * @param stated columns that state it, the same in every row; the first that the file has is used
 * @param latestOf columns of dates of which the latest that is not in the future is taken, as the
 *     file was written on or after it
 * @param plans rows about things to come, whose dates say nothing about when the file was written
 * @param ofHeadings finds it in the headings
 */
public record DateRule(
    List<Column> stated,
    List<Column> latestOf,
    @Nullable Plans plans,
    @Nullable Function<List<String>, Optional<LocalDate>> ofHeadings) {
  public DateRule {
    stated = List.copyOf(stated);
    latestOf = List.copyOf(latestOf);
  }

  /** Rows that have this value in this column. */
  record Plans(Column column, String value) {}

  /** A column states it. */
  public static DateRule stated(Column column) {
    return new DateRule(List.of(column), List.of(), null, null);
  }

  /** It is not before the latest of the dates in these columns. */
  public static DateRule latestOf(Column... columns) {
    return new DateRule(List.of(), List.of(columns), null, null);
  }

  /** The same, without the rows that have this value in this column. */
  public DateRule exceptWhere(Column column, String value) {
    return new DateRule(stated, latestOf, new Plans(column, value), ofHeadings);
  }

  /** It stands in a heading. */
  public static DateRule inHeadings(Function<List<String>, Optional<LocalDate>> find) {
    return new DateRule(List.of(), List.of(), null, find);
  }

  /** Such files do not say. */
  public static DateRule notStated() {
    return new DateRule(List.of(), List.of(), null, null);
  }
}
