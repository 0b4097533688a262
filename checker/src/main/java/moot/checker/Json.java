package moot.checker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value in a JSON file that knows where it stands, so that a complaint can say so.
 *
 * @param path the file and the way through it, for example {@code plan.json: networks[3].hub}
 */
record Json(String path, JsonNode node) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  static Json read(Path file) throws IOException {
    try {
      return new Json(file + ": ", MAPPER.readTree(Files.readAllBytes(file)));
    } catch (JacksonException e) {
      throw new BadInput(
          "%s, line %d, column %d: %s. Maybe the file was cut short or is another one?"
              .formatted(
                  file,
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    }
  }

  Json get(String name) {
    Json value = find(name);
    if (value == null) {
      throw new BadInput(
          "%s: expected a value and found none. Maybe the file was written by another version?"
              .formatted(below(name)));
    }
    return value;
  }

  /** Null when it is not there or null. */
  @Nullable Json find(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : new Json(below(name), value);
  }

  private String below(String name) {
    return path.endsWith(": ") ? path + name : path + "." + name;
  }

  String text() {
    if (!node.isString()) {
      throw expected("a text");
    }
    return node.stringValue();
  }

  double number() {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw expected("a number");
    }
    return node.doubleValue();
  }

  int whole() {
    double value = number();
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw expected("a whole number");
    }
    return (int) value;
  }

  long large() {
    double value = number();
    if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
      throw expected("a whole number");
    }
    return (long) value;
  }

  boolean flag() {
    if (!node.isBoolean()) {
      throw expected("true or false");
    }
    return node.booleanValue();
  }

  List<Json> list() {
    if (!node.isArray()) {
      throw expected("a list");
    }
    List<Json> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new Json(path + "[" + i + "]", node.get(i)));
    }
    return items;
  }

  List<String> texts() {
    return list().stream().map(Json::text).toList();
  }

  private BadInput expected(String what) {
    return new BadInput(
        "%s: %s: expected %s. Maybe the file was changed by hand?"
            .formatted(path, shortened(node.toString()), what));
  }

  private static String shortened(String value) {
    return value.length() <= 60 ? value : value.substring(0, 60) + "…";
  }
}
