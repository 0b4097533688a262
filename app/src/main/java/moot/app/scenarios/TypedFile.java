package moot.app.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.app.scenarios.SourceField.Shape;
import moot.funding.management.Scenario;
import moot.funding.management.ScenarioFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was typed, put together as a scenario file. Practices, and the marks of what is published,
 * are never taken from what was sent but from the version that was changed.
 */
final class TypedFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,4})]");

  private final TypedFields fields;
  private final JsonNode was;
  private final @Nullable String own;

  private TypedFile(TypedFields fields, Scenario base, @Nullable String own) {
    this.fields = fields;
    this.was = JSON.readTree(ScenarioFile.json(base));
    this.own = own;
  }

  /**
   * The file as JSON, not yet read: what cannot be is the reader's to say.
   *
   * @param base the version that was changed
   * @param own the code of the practice that may say something of itself; null for none
   */
  static String json(TypedFields fields, Scenario base, @Nullable String own) {
    return JSON.writeValueAsString(new TypedFile(fields, base, own).shape());
  }

  private Map<String, Object> shape() {
    Map<String, Object> file = new LinkedHashMap<>();
    for (String name : fields.names()) {
      if (!name.startsWith("own.") && !name.startsWith("sources[") && !value(name).isEmpty()) {
        put(file, name, value(name));
      }
    }
    for (int i = 0; i < fields.count("sources"); i++) {
      source(file, i);
    }
    for (String growth : List.of("need.pay growth", "need.price growth")) {
      range(file, growth);
    }
    keep(file, "need.", was.get("need"));
    file.put("practices", practices());
    if (was.has("through practices' hands")) {
      file.put(
          "through practices' hands",
          JSON.treeToValue(was.get("through practices' hands"), Object.class));
    }
    return file;
  }

  private List<Object> practices() {
    List<Object> practices = new ArrayList<>();
    for (JsonNode practice : was.get("practices")) {
      Map<String, Object> its = new LinkedHashMap<>();
      for (String field : List.of("code", "name", "patients")) {
        its.put(field, JSON.treeToValue(practice.get(field), Object.class));
      }
      if (practice.get("code").asString().equals(own)) {
        for (String field : List.of("willingness", "headroom")) {
          if (!value("own." + field).isEmpty()) {
            its.put(field, value("own." + field));
          }
        }
      }
      practices.add(its);
    }
    return practices;
  }

  private void source(Map<String, Object> file, int i) {
    String source = "sources[%d].".formatted(i);
    for (String field : List.of("kind", "id", "title", "whose")) {
      if (!value(source + field).isEmpty()) {
        put(file, source + field, value(source + field));
      }
    }
    for (SourceField field : fields.listFields(i)) {
      String name = source + field.name();
      switch (field.shape()) {
        case ONE -> {
          if (!value(name).isEmpty()) {
            put(file, name, value(name));
          }
        }
        case YES -> put(file, name, value(name).isEmpty() ? "no" : value(name));
        case RANGE -> range(file, name);
        case YEARS, FIRST_YEARS -> {
          List<@Nullable String> list = new ArrayList<>();
          for (String value : fields.listByYear(name)) {
            list.add(value.isEmpty() ? null : value);
          }
          while (field.shape() == Shape.FIRST_YEARS && !list.isEmpty() && list.getLast() == null) {
            list.removeLast();
          }
          if (!list.isEmpty()) {
            put(file, name, list);
          }
        }
      }
    }
    for (JsonNode one : was.get("sources")) {
      if (one.get("id").asString().equals(value(source + "id"))
          && one.get("kind").asString().equals(value(source + "kind"))) {
        keep(file, source, one);
      }
    }
  }

  /** How sure a published figure is, and on which pages it stands, as it was. */
  private static void keep(Map<String, Object> file, String path, JsonNode was) {
    for (String kept : List.of("mark", "pages")) {
      if (was.has(kept)) {
        put(file, path + kept, JSON.treeToValue(was.get(kept), Object.class));
      }
    }
  }

  /** A range of which only the likely value is given is that value. */
  private void range(Map<String, Object> file, String name) {
    if (value(name + ".low").isEmpty() && value(name + ".high").isEmpty()) {
      put(file, name, value(name + ".likely").isEmpty() ? null : value(name + ".likely"));
      return;
    }
    Map<String, Object> range = new LinkedHashMap<>();
    for (String part : List.of("low", "likely", "high", "shape", "whose")) {
      if (!value(name + "." + part).isEmpty()) {
        range.put(part, value(name + "." + part));
      }
    }
    put(file, name, range);
  }

  private String value(String name) {
    return fields.value(name);
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> root, String path, @Nullable Object value) {
    List<Object> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    while (matcher.find()) {
      steps.add(matcher.group(1) == null ? Integer.valueOf(matcher.group(2)) : matcher.group(1));
    }
    Object at = root;
    for (int k = 0; k < steps.size(); k++) {
      boolean last = k == steps.size() - 1;
      boolean listNext = !last && steps.get(k + 1) instanceof Integer;
      Object next = last ? value : listNext ? new ArrayList<>() : new LinkedHashMap<>();
      if (steps.get(k) instanceof String name) {
        Map<String, Object> map = (Map<String, Object>) Objects.requireNonNull(at);
        if (last || !map.containsKey(name)) {
          map.put(name, next);
        }
        at = map.get(name);
      } else {
        List<Object> list = (List<Object>) Objects.requireNonNull(at);
        int index = (Integer) steps.get(k);
        if (index < list.size()) {
          at = list.get(index);
        } else {
          list.add(next);
          at = next;
        }
      }
    }
  }
}
