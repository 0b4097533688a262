package moot.app.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import moot.funding.Complaint;
import moot.funding.FinancialYear;
import moot.funding.management.BadScenario;
import moot.funding.management.Confidential;
import moot.funding.management.Published;
import moot.funding.management.Scenario;
import moot.funding.management.ScenarioFile;
import moot.funding.management.Source;
import moot.funding.management.Source.Kind;
import moot.funding.management.Stated;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as a form. Each field is named as the scenario file's own path ({@code sources[1].per
 * head[0]}), so what was typed is put together as a file, read by the one reader there is, and its
 * complaints find their fields: {@link TypedFields} holds the values, {@link TypedFile} puts them
 * together, {@link WhereInForm} finds the fields.
 */
public final class ScenarioForm {
  private final TypedFields fields;
  private final Scenario base;
  private final @Nullable String own;
  private final List<Complaint> complaints = new ArrayList<>();

  private ScenarioForm(TypedFields fields, Scenario base, @Nullable String own) {
    this.fields = fields;
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
    TypedFields fields = TypedFields.of(scenario);
    scenario.practices().stream()
        .filter(p -> p.code().equals(own))
        .forEach(
            p -> {
              fields.put(
                  "own.willingness",
                  p.willingness() == null
                      ? ""
                      : p.willingness().toString().replaceAll("\\.0$", ""));
              fields.put("own.headroom", p.headroom() == null ? "" : p.headroom().toString());
            });
    fields.settle(scenario.years());
    return new ScenarioForm(fields, scenario, own);
  }

  /**
   * As somebody typed it, over a version.
   *
   * @param sent fields as sent; what is not known is left alone
   */
  static ScenarioForm typed(Map<String, String> sent, Scenario base, @Nullable String own) {
    TypedFields fields = TypedFields.sent(sent);
    ScenarioForm form = new ScenarioForm(fields, base, own);
    Kind.find(sent.getOrDefault("add", "")).ifPresent(kind -> fields.add(kind, base, form.years()));
    fields.settle(form.years());
    return form;
  }

  /**
   * The scenario that was typed; what it says that cannot be is noted.
   *
   * @param who whose the figures are that were changed
   */
  Optional<Scenario> read(String who) {
    try {
      Scenario read = ScenarioFile.read("the form", TypedFile.json(fields, base, own));
      return Optional.of(Published.unlessChanged(base, Confidential.only(read, own), who));
    } catch (BadScenario e) {
      complaints.addAll(e.complaints());
      return Optional.empty();
    }
  }

  // For the page.

  public String value(String name) {
    return fields.value(name);
  }

  public boolean is(String name, String value) {
    return value(name).equals(value);
  }

  public boolean has(String name) {
    return fields.has(name);
  }

  /** How many parts a list has. */
  public int count(String list) {
    return fields.count(list);
  }

  public Kind kind(int source) {
    return fields.kind(source);
  }

  public List<SourceField> fields(int source) {
    return fields.listFields(source);
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

  /** Whose figures the need was, in the version that was changed. */
  public Stated needStated() {
    return base.need().stated();
  }

  /** How far an uncertain figure goes, for its fold. */
  public String range(String name) {
    String low = value(name + ".low");
    String high = value(name + ".high");
    return low.isEmpty() || high.isEmpty() || low.equals(high)
        ? "Say a range"
        : "%s to %s".formatted(low, high);
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
    WhereInForm where = where();
    return complaints.stream()
        .map(c -> new Wrong(where.anchor(c.where()), where.inWords(c.where()), c.what()))
        .toList();
  }

  private WhereInForm where() {
    return new WhereInForm(fields, listYears());
  }

  /** What differs between what was typed and another version. */
  public List<Differs> differs(Scenario holds) {
    ScenarioForm other = of(holds, own);
    Set<String> names = new LinkedHashSet<>(other.fields.names());
    names.addAll(fields.names());
    WhereInForm where = where();
    return names.stream()
        .filter(name -> !value(name).equals(other.value(name)))
        .map(name -> new Differs(where.inWords(name), other.value(name), value(name)))
        .toList();
  }

  /** A field that differs. */
  public record Differs(String where, String holds, String typed) {}
}
