package moot.funding.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Rate;
import moot.funding.income.PaymentHeadings;
import moot.funding.income.Statement;
import moot.funding.terms.Basis;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The lines of a statement that can be worked out from it, with the rates of each year. */
public final class LineRules {
  private final List<LineRule> rules;

  /** Why lines that a statement shows cannot be worked out, by heading. */
  private final Map<String, String> leftOut;

  private LineRules(List<LineRule> rules, Map<String, String> leftOut) {
    this.rules = List.copyOf(rules);
    this.leftOut = leftOut;
  }

  /**
   * Those that come with Moot: data, in {@code lines.yaml}, {@code lists.yaml} and {@code
   * left-out.yaml}.
   */
  public static LineRules shipped() {
    Map<FinancialYear, ListReading> readings = new HashMap<>();
    yaml("lists.yaml")
        .forEach(
            (heading, value) ->
                map(map(value).get("years"))
                    .forEach(
                        (year, reading) -> {
                          ListReading one =
                              reading(String.valueOf(heading), year(year), map(reading));
                          readings.put(one.year(), one);
                        }));
    List<LineRule> rules = new ArrayList<>();
    yaml("lines.yaml")
        .forEach(
            (heading, value) -> {
              Map<?, ?> line = map(value);
              map(line.get("years"))
                  .forEach(
                      (year, rate) ->
                          rules.add(
                              rule(
                                  String.valueOf(heading),
                                  line,
                                  year(year),
                                  map(rate),
                                  readings.get(year(year)))));
            });
    Map<String, String> leftOut = new LinkedHashMap<>();
    yaml("left-out.yaml")
        .forEach((heading, why) -> leftOut.put(String.valueOf(heading), String.valueOf(why)));
    return new LineRules(rules, leftOut);
  }

  private static Map<?, ?> yaml(String name) {
    try (InputStream in = Objects.requireNonNull(LineRules.class.getResourceAsStream(name));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FinancialYear year(Object written) {
    return FinancialYear.find(String.valueOf(written)).orElseThrow();
  }

  private static ListReading reading(String heading, FinancialYear year, Map<?, ?> reading) {
    return new ListReading(
        heading,
        year,
        rates(reading, "rates"),
        rates(reading, "with the year after"),
        mark(reading, "mark"),
        strings(reading.get("sources")),
        mark(reading, "day mark"),
        text(reading, "day because"));
  }

  private static List<Rate> rates(Map<?, ?> reading, String key) {
    return strings(reading.get(key)).stream().map(Rate::ofPounds).toList();
  }

  private static Mark mark(Map<?, ?> map, String key) {
    return Mark.find(text(map, key)).orElseThrow();
  }

  private static LineRule rule(
      String heading,
      Map<?, ?> line,
      FinancialYear year,
      Map<?, ?> rate,
      @Nullable ListReading reading) {
    Object other = rate.get("or");
    Object otherWords = rate.get("or words");
    Object months = rate.get("months");
    return new LineRule(
        heading,
        year,
        switch (text(line, "paid to")) {
          case "practice" -> LineRule.PaidTo.PRACTICE;
          case "network" -> LineRule.PaidTo.NETWORK;
          default -> throw new IllegalArgumentException(heading + ": paid to whom?");
        },
        Basis.find(text(line, "list")).orElseThrow(),
        switch (text(line, "day")) {
          case "before the year" -> LineRule.ListDay.BEFORE_THE_YEAR;
          case "in the year" -> LineRule.ListDay.IN_THE_YEAR;
          default -> throw new IllegalArgumentException(heading + ": the list of which day?");
        },
        Set.copyOf(strings(line.get("contracts"))),
        Rate.ofPounds(text(rate, "rate")),
        months == null ? FinancialYear.MONTHS : (Integer) months,
        mark(rate, "mark"),
        strings(rate.get("sources")),
        other == null ? null : Rate.ofPounds(String.valueOf(other)),
        otherWords == null ? null : String.valueOf(otherWords),
        reading);
  }

  private static String text(Map<?, ?> map, String key) {
    return String.valueOf(Objects.requireNonNull(map.get(key), key));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  private static List<String> strings(@Nullable Object list) {
    return list instanceof List<?> several
        ? several.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** The rule of a heading, in any spelling that has the same letters. */
  public Optional<LineRule> find(String heading, FinancialYear year) {
    return of(year).stream()
        .filter(rule -> PaymentHeadings.same(rule.heading(), heading))
        .findFirst();
  }

  /** All lines of a year. */
  public List<LineRule> of(FinancialYear year) {
    return rules.stream().filter(rule -> rule.year().equals(year)).toList();
  }

  /**
   * Lines of a statement under which something was paid, but that cannot be worked out from it, in
   * the order in which they turn up.
   */
  public List<LeftOut> leftOut(Statement statement) {
    List<LeftOut> lines = new ArrayList<>();
    for (String heading : statement.headings()) {
      leftOut.entrySet().stream()
          .filter(each -> PaymentHeadings.same(each.getKey(), heading))
          .findFirst()
          .ifPresent(
              each -> lines.add(new LeftOut(heading, statement.paid(heading), each.getValue())));
    }
    return lines;
  }

  /**
   * A line that cannot be worked out.
   *
   * @param paid under it in all
   * @param why in words
   */
  public record LeftOut(String heading, Money paid, String why) {}

  /** All headings that some year has a rule for. */
  public List<String> headings() {
    return rules.stream().map(LineRule::heading).distinct().toList();
  }

  /** The years that a heading has rules for, in words. */
  public String yearsOf(String heading) {
    return rules.stream()
        .filter(rule -> PaymentHeadings.same(rule.heading(), heading))
        .map(rule -> rule.year().toString())
        .collect(Collectors.joining(", "));
  }
}
