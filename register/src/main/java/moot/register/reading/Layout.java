package moot.register.reading;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a table is laid out, and so how it is recognised.
 *
 * @param columns the columns used: of a table with headings in any order and among others, of one
 *     without in exactly this order
 * @param firstRow for a table without headings: whether this can be its first row; null for one
 *     with headings
 */
public record Layout(List<Column> columns, @Nullable Predicate<List<String>> firstRow) {
  public Layout {
    columns = List.copyOf(columns);
  }

  /** A table whose first row, or one of the first few, is a row of headings. */
  public static Layout headed(Column... columns) {
    return new Layout(List.of(columns), null);
  }

  /** A table without headings. */
  public static Layout bare(Predicate<List<String>> firstRow, Column... columns) {
    return new Layout(List.of(columns), firstRow);
  }

  List<Column> required() {
    return columns.stream().filter(Column::required).toList();
  }
}
