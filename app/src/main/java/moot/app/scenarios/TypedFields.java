package moot.app.scenarios;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.app.scenarios.SourceField.Shape;
import moot.funding.management.Presets;
import moot.funding.management.Scenario;
import moot.funding.management.ScenarioFile;
import moot.funding.management.Source.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The values in the fields of a scenario's form, by the scenario file's own path ({@code
 * sources[1].per head[0]}): as a scenario has them, or as somebody typed them.
 */
final class TypedFields {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A field within a part of a list: the list, the number of the part, the field. */
  static final Pattern PART =
      Pattern.compile("(need\\.items|sources|judgements)\\[(\\d{1,4})]\\.(.+)");

  private final Map<String, String> values = new LinkedHashMap<>();

  private TypedFields() {}

  /** As a scenario has them, without its practices. */
  static TypedFields of(Scenario scenario) {
    TypedFields fields = new TypedFields();
    flatten("", JSON.readTree(ScenarioFile.json(scenario)), fields.values);
    fields.values.keySet().removeIf(key -> key.startsWith("practices["));
    return fields;
  }

  /** As they were sent; what is not known is left out. */
  static TypedFields sent(Map<String, String> sent) {
    TypedFields fields = new TypedFields();
    sent.forEach(
        (name, value) -> {
          if (name.equals("title")
              || name.equals("first year")
              || name.equals("years")
              || name.startsWith("own.")
              || name.startsWith("need.") && !name.startsWith("need.items")) {
            fields.put(name, value.strip());
          }
        });
    for (String list : List.of("need.items", "sources", "judgements")) {
      fields.values.putAll(compact(list, sent));
    }
    return fields;
  }

  /** The parts of a list, those left out that are to be removed or were never filled in. */
  private static Map<String, String> compact(String list, Map<String, String> sent) {
    Map<Integer, Map<String, String>> parts = new TreeMap<>();
    sent.forEach(
        (name, value) -> {
          Matcher matcher = PART.matcher(name);
          if (matcher.matches() && matcher.group(1).equals(list)) {
            parts
                .computeIfAbsent(Integer.valueOf(matcher.group(2)), key -> new LinkedHashMap<>())
                .put(matcher.group(3), value.strip());
          }
        });
    Map<String, String> all = new LinkedHashMap<>();
    int at = 0;
    for (Map<String, String> part : parts.values()) {
      boolean chosen =
          part.entrySet().stream()
              .anyMatch(
                  field ->
                      !field.getValue().isEmpty()
                          && !Set.of("grows", "about", "source", "level", "new")
                              .contains(field.getKey()));
      if (chosen && !part.containsKey("remove")) {
        for (Map.Entry<String, String> field : part.entrySet()) {
          if (!field.getKey().equals("new")) {
            all.put("%s[%d].%s".formatted(list, at, field.getKey()), field.getValue());
          }
        }
        at++;
      }
    }
    return all;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> all) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  flatten(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      all));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten("%s[%d]".formatted(path, i), node.get(i), all);
      }
    } else if (!path.contains("pages[") && !path.endsWith(".mark")) {
      all.put(path, node.asString());
    }
  }

  /**
   * Adds a source of a kind, as the preset of that kind has it.
   *
   * @param base whose practices it is for
   */
  void add(Kind kind, Scenario base, int years) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < count("sources"); i++) {
      ids.add(value("sources[%d].id".formatted(i)));
    }
    Scenario preset =
        Presets.list(base.practices(), base.first(), years).stream()
            .map(Presets.Preset::scenario)
            .filter(s -> s.sources().size() == 1 && s.sources().getFirst().kind() == kind)
            .findFirst()
            .orElseThrow();
    String id = preset.sources().getFirst().id();
    for (int k = 2; !ids.add(id); k++) {
      id = preset.sources().getFirst().id() + "-" + k;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    flatten("", JSON.readTree(ScenarioFile.json(preset)).get("sources").get(0), fields);
    int at = count("sources");
    String newId = id;
    fields.forEach((name, value) -> values.put("sources[%d].%s".formatted(at, name), value));
    values.put("sources[%d].id".formatted(at), newId);
  }

  /** One value for each year where the file may say one for all; ranges as ranges. */
  void settle(int years) {
    for (int i = 0; i < count("sources"); i++) {
      String source = "sources[%d].".formatted(i);
      for (SourceField field : listFields(i)) {
        String name = source + field.name();
        if (field.byYear()) {
          List<String> typed = listByYear(name);
          values.keySet().removeIf(key -> key.startsWith(name + "["));
          for (int y = 0; y < years; y++) {
            String last = field.shape() == Shape.YEARS && !typed.isEmpty() ? typed.getLast() : "";
            values.put("%s[%d]".formatted(name, y), y < typed.size() ? typed.get(y) : last);
          }
        } else if (field.isRange() && values.containsKey(name)) {
          values.put(name + ".likely", values.remove(name));
        }
      }
    }
    for (String growth : List.of("need.pay growth", "need.price growth")) {
      if (values.containsKey(growth)) {
        values.put(growth + ".likely", values.remove(growth));
      }
    }
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /** What is in a field; empty for nothing. */
  String value(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The paths of all fields, in the order of the form. */
  Set<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** The values of a field that has one for each year, as far as they go. */
  List<String> listByYear(String name) {
    List<String> all = new ArrayList<>();
    for (int y = 0; has("%s[%d]".formatted(name, y)); y++) {
      all.add(value("%s[%d]".formatted(name, y)));
    }
    return all;
  }

  /** How many parts a list has. */
  int count(String list) {
    Set<Integer> at = new TreeSet<>();
    for (String name : values.keySet()) {
      Matcher matcher = PART.matcher(name);
      if (matcher.matches() && matcher.group(1).equals(list)) {
        at.add(Integer.valueOf(matcher.group(2)));
      }
    }
    return at.size();
  }

  Kind kind(int source) {
    return Kind.find(value("sources[%d].kind".formatted(source))).orElse(Kind.PRACTICES);
  }

  /** The fields that a source of that kind is asked for. */
  List<SourceField> listFields(int source) {
    return SourceField.of(kind(source));
  }
}
