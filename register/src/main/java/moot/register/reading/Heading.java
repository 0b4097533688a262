package moot.register.reading;

import java.util.Locale;

/** Headings as people compare them. */
final class Heading {
  private Heading() {}

  /** Lower case, with line breaks, underscores and repeated spaces as one space. */
  static String normalise(String heading) {
    return heading
        .replace("\uFEFF", "")
        .replaceAll("[\\s_\u00a0]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** On one line, otherwise as published. */
  static String onOneLine(String heading) {
    return heading.replace("\uFEFF", "").replaceAll("[\\s\u00a0]+", " ").strip();
  }
}
