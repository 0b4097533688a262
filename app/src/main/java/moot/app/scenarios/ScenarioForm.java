package moot.app.scenarios;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.app.scenarios.SourceField.Shape;
import moot.funding.FinancialYear;
import moot.funding.management.BadScenario;
import moot.funding.management.Complaint;
import moot.funding.management.Confidential;
import moot.funding.management.Presets;
import moot.funding.management.Published;
import moot.funding.management.Scenario;
import moot.funding.management.ScenarioFile;
import moot.funding.management.Source;
import moot.funding.management.Source.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A scenario as a form. Each field is named as the scenario file's own path ({@code sources[1].per
 * head[0]}), so what was typed is put together as a file, read by the one reader there is, and its
 * complaints find their fields. Practices, and the marks of what is published, are never taken from
 * what was sent but from the version that was changed.
 */
public final class ScenarioForm {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,4})]");
  private static final Pattern PART =
      Pattern.compile("(need\\.items|sources|judgements)\\[(\\d{1,4})]\\.(.+)");
  private static final Pattern BY_YEAR =
      Pattern.compile("(sources\\[\\d+]\\.[^.\\[]+)\\[(\\d{1,2})]");

  private final Map<String, String> values;
  private final Scenario base;
  private final @Nullable String own;
  private final List<Complaint> complaints = new ArrayList<>();

  private ScenarioForm(Map<String, String> values, Scenario base, @Nullable String own) {
    this.values = values;
    this.base = base;
    this.own = own;
  }

  /** One thing that is wrong, and where on the page. */
  public record Wrong(String anchor, String where, String what) {}

  /**
   * As it is.
   *
   * @param own the code of the practice that may say something of itself here; null for none
   */
  static ScenarioForm of(Scenario scenario, @Nullable String own) {
    Map<String, String> values = new LinkedHashMap<>();
    flatten("", JSON.readTree(ScenarioFile.json(scenario)), values);
    values.keySet().removeIf(key -> key.startsWith("practices["));
    scenario.practices().stream()
        .filter(p -> p.code().equals(own))
        .forEach(
            p -> {
              values.put(
                  "own.willingness",
                  p.willingness() == null
                      ? ""
                      : p.willingness().toString().replaceAll("\\.0$", ""));
              values.put("own.headroom", p.headroom() == null ? "" : p.headroom().toString());
            });
    ScenarioForm form = new ScenarioForm(values, scenario, own);
    form.settle(scenario.years());
    return form;
  }

  /**
   * As somebody typed it, over a version.
   *
   * @param sent fields as sent; what is not known is left alone
   */
  static ScenarioForm typed(Map<String, String> sent, Scenario base, @Nullable String own) {
    Map<String, String> values = new LinkedHashMap<>();
    sent.forEach(
        (name, value) -> {
          if (name.equals("title")
              || name.equals("first year")
              || name.equals("years")
              || name.startsWith("own.")
              || name.startsWith("need.") && !name.startsWith("need.items")) {
            values.put(name, value.strip());
          }
        });
    for (String list : List.of("need.items", "sources", "judgements")) {
      values.putAll(compact(list, sent));
    }
    ScenarioForm form = new ScenarioForm(values, base, own);
    Kind.find(sent.getOrDefault("add", "")).ifPresent(form::add);
    form.settle(form.years());
    return form;
  }

  /** The parts of a list, those left out that are to be removed or were never filled in. */
  private static Map<String, String> compact(String list, Map<String, String> sent) {
    Map<Integer, Map<String, String>> parts = new java.util.TreeMap<>();
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

  /** Adds a source of a kind, as the preset of that kind has it. */
  private void add(Kind kind) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < count("sources"); i++) {
      ids.add(value("sources[%d].id".formatted(i)));
    }
    Scenario preset =
        Presets.list(base.practices(), base.first(), years()).stream()
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
  private void settle(int years) {
    for (int i = 0; i < count("sources"); i++) {
      String source = "sources[%d].".formatted(i);
      for (SourceField field : fields(i)) {
        String name = source + field.name();
        if (field.byYear()) {
          List<String> typed = new ArrayList<>();
          for (int y = 0; values.containsKey("%s[%d]".formatted(name, y)); y++) {
            typed.add(value("%s[%d]".formatted(name, y)));
          }
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
   * The scenario that was typed; what it says that cannot be is noted.
   *
   * @param who whose the figures are that were changed
   */
  Optional<Scenario> read(String who) {
    try {
      Scenario read = ScenarioFile.read("the form", JSON.writeValueAsString(file()));
      return Optional.of(Published.unlessChanged(base, Confidential.only(read, own), who));
    } catch (BadScenario e) {
      complaints.addAll(e.complaints());
      return Optional.empty();
    }
  }

  private Map<String, Object> file() {
    Map<String, Object> file = new LinkedHashMap<>();
    JsonNode was = JSON.readTree(ScenarioFile.json(base));
    values.forEach(
        (name, value) -> {
          if (!name.startsWith("own.") && !name.startsWith("sources[") && !value.isEmpty()) {
            put(file, name, value);
          }
        });
    for (int i = 0; i < count("sources"); i++) {
      source(file, i, was);
    }
    for (String growth : List.of("need.pay growth", "need.price growth")) {
      range(file, growth);
    }
    JsonNode need = was.get("need");
    for (String kept : List.of("mark", "pages")) {
      if (need.has(kept)) {
        put(file, "need." + kept, JSON.treeToValue(need.get(kept), Object.class));
      }
    }
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
    file.put("practices", practices);
    if (was.has("through practices' hands")) {
      file.put(
          "through practices' hands",
          JSON.treeToValue(was.get("through practices' hands"), Object.class));
    }
    return file;
  }

  private void source(Map<String, Object> file, int i, JsonNode was) {
    String source = "sources[%d].".formatted(i);
    for (String field : List.of("kind", "id", "title", "whose")) {
      if (!value(source + field).isEmpty()) {
        put(file, source + field, value(source + field));
      }
    }
    for (SourceField field : fields(i)) {
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
          for (int y = 0; values.containsKey("%s[%d]".formatted(name, y)); y++) {
            String value = value("%s[%d]".formatted(name, y));
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
        for (String kept : List.of("mark", "pages")) {
          if (one.has(kept)) {
            put(file, source + kept, JSON.treeToValue(one.get(kept), Object.class));
          }
        }
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

  // For the page.

  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean is(String name, String value) {
    return value(name).equals(value);
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** How many parts a list has. */
  public int count(String list) {
    Set<Integer> at = new TreeSet<>();
    for (String name : values.keySet()) {
      Matcher matcher = PART.matcher(name);
      if (matcher.matches() && matcher.group(1).equals(list)) {
        at.add(Integer.valueOf(matcher.group(2)));
      }
    }
    return at.size();
  }

  public Kind kind(int source) {
    return Kind.find(value("sources[%d].kind".formatted(source))).orElse(Kind.PRACTICES);
  }

  public List<SourceField> fields(int source) {
    return SourceField.of(kind(source));
  }

  /** How many years are asked for; those of before where that is no such number. */
  public int years() {
    String typed = value("years");
    if (typed.matches("[1-9]|10")) {
      return Integer.parseInt(typed);
    }
    return base.years();
  }

  public List<String> listYears() {
    FinancialYear first =
        FinancialYear.find(value("first year")).filter(y -> y.start() <= 2090).orElse(base.first());
    List<String> all = new ArrayList<>();
    for (int y = 0; y < years(); y++) {
      all.add(first.plusYears(y).toString());
    }
    return all;
  }

  /** The code of the practice that may say something of itself here; null for none. */
  public @Nullable String own() {
    return base.practices().stream().anyMatch(p -> p.code().equals(own)) ? own : null;
  }

  /** The source of the version that was changed; null for a new one. */
  public @Nullable Source before(int source) {
    return base.sources().stream()
        .filter(s -> s.id().equals(value("sources[%d].id".formatted(source))))
        .findFirst()
        .orElse(null);
  }

  /** As an HTML id. */
  public static String id(String name) {
    return name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
  }

  /** What is wrong with a field; null for nothing. */
  public @Nullable String error(String name) {
    String said =
        String.join(
            " ",
            complaints.stream().filter(c -> c.where().equals(name)).map(Complaint::what).toList());
    if (said.isEmpty() && (name.endsWith(".likely") || name.endsWith("[0]"))) {
      return error(name.replaceFirst("(\\.likely|\\[0])$", ""));
    }
    return said.isEmpty() ? null : said;
  }

  public List<Wrong> wrong() {
    return complaints.stream()
        .map(c -> new Wrong(anchor(c.where()), inWords(c.where()), c.what()))
        .toList();
  }

  private String anchor(String where) {
    String own = where.startsWith("practices[") ? where.replaceFirst(".*\\.", "own.") : where;
    for (String name :
        List.of(own, own + ".likely", own + "[0]", own + ".title", own + ".cost", own + ".role")) {
      if (values.containsKey(name)) {
        return id(name);
      }
    }
    return "fields";
  }

  /** Where a field is, as people say it. */
  private String inWords(String where) {
    if (where.startsWith("practices[")) {
      return "Your own " + where.replaceFirst(".*\\.", "");
    }
    String words = where;
    Matcher year = BY_YEAR.matcher(where);
    if (year.matches()) {
      int y = Integer.parseInt(year.group(2));
      List<String> years = listYears();
      words = year.group(1) + ", " + (y < years.size() ? years.get(y) : "year " + (y + 1));
    }
    Matcher part = PART.matcher(words);
    if (part.matches()) {
      int i = Integer.parseInt(part.group(2));
      String list = part.group(1);
      String what =
          list.equals("sources")
              ? value("sources[%d].title".formatted(i))
              : list.equals("need.items") ? "need, item " + (i + 1) : "judgement " + (i + 1);
      words = (what.isEmpty() ? "source " + (i + 1) : what) + ", " + part.group(3);
    }
    String plain =
        words.replace("need.", "need, ").replace('.', ',').replace(",", ", ").replaceAll(" +", " ");
    return plain.isEmpty() ? "The whole" : plain.substring(0, 1).toUpperCase() + plain.substring(1);
  }

  /** What differs between what was typed and another version. */
  public List<Differs> differs(Scenario holds) {
    ScenarioForm other = of(holds, own);
    Set<String> names = new java.util.LinkedHashSet<>(other.values.keySet());
    names.addAll(values.keySet());
    return names.stream()
        .filter(name -> !value(name).equals(other.value(name)))
        .map(name -> new Differs(inWords(name), other.value(name), value(name)))
        .toList();
  }

  /** A field that differs. */
  public record Differs(String where, String holds, String typed) {}
}
