package moot.app.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.funding.Complaint;
import moot.funding.FinancialYear;
import moot.funding.management.BadScenario;
import moot.funding.management.PayingPractice;
import moot.funding.management.Presets;
import moot.funding.management.Scenario;
import moot.funding.management.ScenarioFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The form for beginning a scenario with a preset: what was typed, and what is wrong with it. */
public final class NewScenarioForm {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, String> typed;
  private final List<Complaint> complaints = new ArrayList<>();

  NewScenarioForm(Map<String, String> typed) {
    this.typed = Map.copyOf(typed);
  }

  /**
   * The preset that is asked for; what cannot be is noted.
   *
   * @param practices that it is for
   */
  Optional<Scenario> read(List<PayingPractice> practices) {
    List<Presets.Preset> any = Presets.list(practices, new FinancialYear(2025), 1);
    // The reader of scenario files says what is wrong with the years.
    ObjectNode file = (ObjectNode) JSON.readTree(ScenarioFile.json(any.getFirst().scenario()));
    put(file, "first year");
    put(file, "years");
    if (!value("title").isBlank()) {
      put(file, "title");
    }
    try {
      Scenario read = ScenarioFile.read("the form", file.toString());
      Optional<Scenario> preset =
          Presets.list(practices, read.first(), read.years()).stream()
              .filter(p -> p.id().equals(value("preset")))
              .map(Presets.Preset::scenario)
              .findFirst();
      if (preset.isEmpty()) {
        complaints.add(
            new Complaint(
                "preset",
                0,
                "%s; expected one of %s. Maybe choose from the list?"
                    .formatted(
                        value("preset").isEmpty() ? "nothing" : value("preset"),
                        String.join(", ", any.stream().map(Presets.Preset::id).toList()))));
      }
      return value("title").isBlank() ? preset : preset.map(p -> p.withTitle(read.title()));
    } catch (BadScenario e) {
      complaints.addAll(e.complaints());
      return Optional.empty();
    }
  }

  private void put(ObjectNode file, String field) {
    if (value(field).isBlank()) {
      file.remove(field);
    } else {
      file.put(field, value(field).strip());
    }
  }

  public String value(String name) {
    return typed.getOrDefault(name, "");
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
