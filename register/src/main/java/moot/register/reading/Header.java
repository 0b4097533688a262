package moot.register.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Which column stands where in one table. */
public final class Header {
  private final List<String> headings;
  private final Map<Column, Integer> places = new HashMap<>();
  private final List<Column> missing = new ArrayList<>();

  private Header(List<String> headings) {
    this.headings = headings;
  }

  static Header of(Layout layout, List<String> cells) {
    Header header = new Header(cells.stream().map(Heading::onOneLine).toList());
    if (layout.firstRow() != null) {
      for (int i = 0; i < layout.columns().size(); i++) {
        header.places.put(layout.columns().get(i), i);
      }
      return header;
    }
    List<String> normalised = cells.stream().map(Heading::normalise).toList();
    for (Column column : layout.columns()) {
      OptionalInt place = header.find(column, normalised);
      if (place.isPresent()) {
        header.places.put(column, place.getAsInt());
      } else if (column.required()) {
        header.missing.add(column);
      }
    }
    return header;
  }

  private OptionalInt find(Column column, List<String> normalised) {
    // An exact heading outranks one that only begins alike, and the first of two alike is meant.
    for (String wanted : column.headings()) {
      int at = normalised.indexOf(wanted);
      if (at >= 0) {
        return OptionalInt.of(at);
      }
    }
    for (int i = 0; i < normalised.size(); i++) {
      if (!normalised.get(i).isEmpty() && column.isHeading(normalised.get(i))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  int place(Column column) {
    return places.getOrDefault(column, -1);
  }

  /** Required columns that are not there. */
  List<Column> missing() {
    return missing;
  }

  /** All headings on one line each, in the order of the file. */
  public List<String> headings() {
    return headings;
  }
}
