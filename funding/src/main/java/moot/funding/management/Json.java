package moot.funding.management;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, words, numbers and yes or no as JSON. */
final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  static String write(Object value) {
    Json json = new Json();
    json.value(value, "\n");
    return json.out.append('\n').toString();
  }

  private void value(Object value, String indent) {
    String deeper = indent + "  ";
    String comma = "";
    switch (value) {
      case Map<?, ?> map -> {
        out.append('{');
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.append(comma).append(deeper);
          text(entry.getKey().toString());
          out.append(": ");
          value(entry.getValue(), deeper);
          comma = ",";
        }
        out.append(indent).append('}');
      }
      case List<?> list -> {
        out.append('[');
        for (Object part : list) {
          out.append(comma).append(deeper);
          value(part, deeper);
          comma = ",";
        }
        out.append(indent).append(']');
      }
      case Number number -> out.append(number);
      case Boolean yes -> out.append(yes);
      default -> text(value.toString());
    }
  }

  private void text(String text) {
    out.append('"');
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
