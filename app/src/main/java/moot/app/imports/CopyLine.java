package moot.app.imports;

import org.jspecify.annotations.Nullable;

/** Builds lines in the text format of PostgreSQL's COPY. */
final class CopyLine {
  private final StringBuilder text;
  private boolean first = true;

  CopyLine(StringBuilder text) {
    this.text = text;
  }

  CopyLine cell(@Nullable Object value) {
    if (!first) {
      text.append('\t');
    }
    first = false;
    if (value == null) {
      text.append("\\N");
    } else {
      escaped(value.toString());
    }
    return this;
  }

  void end() {
    text.append('\n');
    first = true;
  }

  private void escaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> text.append(c);
      }
    }
  }
}
