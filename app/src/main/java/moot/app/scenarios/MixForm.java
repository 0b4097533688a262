package moot.app.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.funding.Complaint;
import moot.funding.management.BadScenario;
import moot.funding.management.Limits;
import moot.funding.management.MixFinder;
import moot.funding.management.Scenario;
import moot.funding.management.Source;
import tools.jackson.databind.json.JsonMapper;

/** The limits that a mix has to keep to, as they were typed, and what is wrong with them. */
public final class MixForm {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> FIELDS =
      List.of(
          "per head",
          "recurrent",
          "from year",
          "short",
          "ownership",
          "services",
          "as little as possible of");

  private final Map<String, String> typed;
  private final Scenario scenario;
  private final List<Complaint> complaints = new ArrayList<>();

  MixForm(Map<String, String> typed, Scenario scenario) {
    this.typed = Map.copyOf(typed);
    this.scenario = scenario;
  }

  Scenario scenario() {
    return scenario;
  }

  /** The limits that were typed, by the names of their fields, to be sent again. */
  public Map<String, String> limits() {
    Map<String, String> limits = new LinkedHashMap<>();
    for (String field : FIELDS) {
      put(limits, field);
    }
    for (Source source : scenario.sources()) {
      put(limits, "budgets." + source.id());
    }
    return limits;
  }

  private void put(Map<String, String> limits, String field) {
    if (!value(field).isEmpty()) {
      limits.put(field, value(field));
    }
  }

  /** Whether anything was asked for yet. */
  boolean asked() {
    return typed.keySet().stream().anyMatch(name -> FIELDS.contains(name) || name.equals("find"));
  }

  Optional<MixFinder.Answer> find() {
    Map<String, Object> limits = new LinkedHashMap<>();
    for (String field : FIELDS) {
      if (!value(field).isEmpty()) {
        limits.put(field, value(field));
      }
    }
    Map<String, String> budgets = new LinkedHashMap<>();
    for (Source source : scenario.sources()) {
      if (!value("budgets." + source.id()).isEmpty()) {
        budgets.put(source.id(), value("budgets." + source.id()));
      }
    }
    if (!budgets.isEmpty()) {
      limits.put("budgets", budgets);
    }
    try {
      return Optional.of(
          CompareDesk.mix(scenario, Limits.read("the limits", JSON.writeValueAsString(limits))));
    } catch (BadScenario e) {
      complaints.addAll(e.complaints());
      return Optional.empty();
    }
  }

  public String value(String name) {
    return typed.getOrDefault(name, "").strip();
  }

  public boolean is(String name, String value) {
    return value(name).equals(value);
  }

  /** What is wrong with a field; empty for nothing. */
  public String error(String name) {
    return complaints.stream()
        .filter(c -> c.where().equals(name))
        .map(c -> Figures.sentence(c.what()))
        .findFirst()
        .orElse("");
  }

  public List<Complaint> complaints() {
    return List.copyOf(complaints);
  }
}
