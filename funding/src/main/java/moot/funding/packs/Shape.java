package moot.funding.packs;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The shape that a file must have, as a JSON Schema. What the schema says in its {@code
 * description}s is what complaints say was expected.
 */
final class Shape {
  private final Schema schema;

  /**
   * @param resource a JSON Schema beside this class
   */
  Shape(String resource) {
    try (InputStream in = Objects.requireNonNull(Shape.class.getResourceAsStream(resource))) {
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A text in this shape.
   *
   * @param file its name, for complaints
   * @throws BadPack with all that has another shape
   */
  LinedYaml read(String file, String text) {
    LinedYaml yaml = LinedYaml.read(file, text.replace("\r\n", "\n"));
    if (yaml.root().isMissingNode()) {
      yaml.throwIfAnything();
    }
    check(yaml);
    yaml.throwIfAnything();
    return yaml;
  }

  /** Complains of everything that has another shape. */
  void check(LinedYaml yaml) {
    for (Error error : schema.validate(yaml.root())) {
      complain(yaml, error);
    }
  }

  private void complain(LinedYaml yaml, Error error) {
    List<Object> path = elements(error.getInstanceLocation());
    JsonNode rule = ruleOf(error);
    String expected = rule.path("description").asString("");
    JsonNode value = Objects.requireNonNullElse(error.getInstanceNode(), yaml.root());
    String name = name(path);
    switch (error.getKeyword()) {
      case "additionalProperties" -> {
        String word = Objects.requireNonNullElse(error.getProperty(), "?");
        List<Object> at = new ArrayList<>(path);
        at.add(word);
        Collection<String> known = rule.path("properties").propertyNames();
        yaml.complain(
            at,
            "\"%s\" is not known here".formatted(word),
            "one of " + String.join(", ", known),
            NearMiss.maybe(word, known, "Maybe it belongs to another entry, or is a remark (#)?"));
      }
      case "required" -> {
        String word = Objects.requireNonNullElse(error.getProperty(), "?");
        yaml.complain(
            path,
            "%s has no \"%s\"".formatted(name, word),
            "it with a value",
            "Maybe it is misspelt, or indented too far?");
      }
      case "enum" -> {
        Collection<String> words = rule.path("enum").valueStream().map(JsonNode::asString).toList();
        yaml.complain(
            path,
            "%s %s".formatted(name, shown(value)),
            "one of " + String.join(", ", words),
            NearMiss.maybe(
                value.asString(""), words, "Maybe the list in docs/rule-packs.md helps?"));
      }
      case "if", "allOf", "anyOf", "oneOf", "$ref" -> {}
      default ->
          yaml.complain(
              path,
              "%s %s".formatted(name, shown(value)),
              expected.isEmpty() ? "something that " + error.getMessage() : expected,
              maybe(value, rule));
    }
  }

  private static List<Object> elements(NodePath path) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      elements.add(path.getElement(i));
    }
    return List.copyOf(elements);
  }

  /** The part of the schema that the broken keyword stands in. */
  private JsonNode ruleOf(Error error) {
    NodePath path = error.getSchemaLocation().getFragment();
    JsonNode rule = schema.getSchemaNode();
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      rule =
          path.getElement(i) instanceof Integer index
              ? rule.path(index)
              : rule.path(path.getName(i));
    }
    return rule;
  }

  private static String name(List<Object> path) {
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i) instanceof String word) {
        return i == path.size() - 1 ? word : "an entry of " + word;
      }
    }
    return "the file";
  }

  private static String shown(JsonNode value) {
    if (value.isObject()) {
      return "with keys of its own";
    }
    if (value.isArray()) {
      return value.isEmpty() ? "is an empty list" : "is a list";
    }
    if (value.isNull()) {
      return "is empty";
    }
    String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
    return "\"" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "\"";
  }

  private static String maybe(JsonNode value, JsonNode rule) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      if (number.signum() < 0) {
        return "Maybe %s, without the minus sign?".formatted(number.negate().toPlainString());
      }
      return number.signum() == 0
          ? "Maybe the value was forgotten?"
          : "Maybe a digit too many, or a decimal point forgotten?";
    }
    boolean wantsNumber = rule.path("type").asString("").matches("number|integer");
    if (wantsNumber && value.isString()) {
      String bare = value.asString().replaceAll("[£%,\\s]|(?i:pounds|percent)", "");
      if (bare.matches("[0-9]+(\\.[0-9]+)?")) {
        return "Maybe %s, without signs, words and separators?".formatted(bare);
      }
    }
    if (value.isString() && value.asString().toLowerCase(Locale.UK).contains("not found")) {
      return "Maybe leave it out and say so under notes?";
    }
    return value.isNull()
        ? "Maybe the value was forgotten, or stands in the next line without an indent?"
        : "Maybe an indent or a \"- \" is amiss?";
  }
}
