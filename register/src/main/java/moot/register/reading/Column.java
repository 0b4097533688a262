package moot.register.reading;

import java.util.Arrays;
import java.util.List;

/**
 * A column that a parser knows.
 *
 * @param name the heading as published, used in messages
 * @param required whether a file without it is another file
 * @param headings normalised headings that are taken for it; one that ends in {@code *} stands for
 *     all that begin so
 */
public record Column(String name, boolean required, List<String> headings) {
  public Column {
    headings = List.copyOf(headings);
  }

  /** A column that the file must have. */
  public static Column required(String name, String... otherHeadings) {
    return column(name, true, otherHeadings);
  }

  /** A column that is used when it is there. */
  public static Column optional(String name, String... otherHeadings) {
    return column(name, false, otherHeadings);
  }

  private static Column column(String name, boolean required, String... otherHeadings) {
    return new Column(
        name,
        required,
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(name), Arrays.stream(otherHeadings))
            .map(Heading::normalise)
            .toList());
  }

  boolean isHeading(String normalised) {
    for (String each : headings) {
      if (each.endsWith("*")
          ? normalised.startsWith(each.substring(0, each.length() - 1))
          : normalised.equals(each)) {
        return true;
      }
    }
    return false;
  }
}
