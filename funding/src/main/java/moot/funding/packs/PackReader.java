package moot.funding.packs;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moot.funding.Complaint;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.terms.Basis;
import moot.funding.terms.DatedRate;
import moot.funding.terms.Deduction;
import moot.funding.terms.Formula;
import moot.funding.terms.Nature;
import moot.funding.terms.Pack;
import moot.funding.terms.PayeeKind;
import moot.funding.terms.Per;
import moot.funding.terms.RoleMaximum;
import moot.funding.terms.Schedule;
import moot.funding.terms.Term;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a rule pack; {@code docs/rule-packs.md} says what stands in one. */
public final class PackReader {
  private static final Shape SHAPE = new Shape("rule-pack.schema.json");
  private static final int DECIMALS = 6;

  private final LinedYaml yaml;
  private final FinancialYear year;

  private PackReader(LinedYaml yaml, FinancialYear year) {
    this.yaml = yaml;
    this.year = year;
  }

  /**
   * @throws BadPack with all that is wrong with it
   * @throws IOException when the file cannot be read at all
   */
  public static Pack read(Path file) throws IOException {
    String name = file.getFileName().toString();
    try {
      return read(name, Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new BadPack(
          List.of(
              Complaint.of(
                  name,
                  0,
                  "is not text in UTF-8",
                  "a text file",
                  "Maybe it was saved as a word processor's document, or in another encoding?")));
    }
  }

  /**
   * @param file its name, for complaints
   * @throws BadPack with all that is wrong with it
   */
  public static Pack read(String file, String text) {
    String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
    LinedYaml yaml = LinedYaml.read(file, clean.replace("\r\n", "\n"));
    if (yaml.root().isMissingNode()) {
      yaml.throwIfAnything();
    }
    SHAPE.check(yaml);
    Optional<FinancialYear> year = year(yaml);
    year.ifPresent(y -> new PackReader(yaml, y).check());
    yaml.throwIfAnything();
    return new PackReader(yaml, year.orElseThrow()).pack();
  }

  private static Optional<FinancialYear> year(LinedYaml yaml) {
    JsonNode node = yaml.root().path("year");
    if (!node.isString()) {
      return Optional.empty();
    }
    String written = node.asString();
    Optional<FinancialYear> year = FinancialYear.find(written);
    if (year.isEmpty()) {
      yaml.complain(
          List.of("year"),
          "year \"%s\"".formatted(written),
          "a financial year such as 2025/26, from 1948/49 to 2100/01",
          maybeYear(written));
    }
    return year;
  }

  private static String maybeYear(String written) {
    String digits = written.replaceAll("[^0-9].*$", "");
    if (digits.length() == 4) {
      int start = Integer.parseInt(digits);
      if (start >= 1948 && start <= 2100) {
        return "Maybe %s?".formatted(new FinancialYear(start));
      }
    }
    return "Maybe the year's four digits are mistyped?";
  }

  // ---- What the shape cannot say ----

  private void check() {
    JsonNode root = yaml.root();
    List<String> terms = unique(root.path("terms"), "terms", "id");
    List<String> deductions = unique(root.path("deductions"), "deductions", "id");
    each(
        root.path("deductions"),
        List.of("deductions"),
        (node, path) -> {
          String id = node.path("id").asString("");
          if (terms.contains(id) && deductions.contains(id)) {
            yaml.complain(
                with(path, "id"),
                "id \"%s\" of a deduction, which a term has too".formatted(id),
                "each id once in the pack",
                "Maybe it was copied, and is to be renamed?");
          }
        });
    uniqueRoles(root.path("roles"));
    each(root.path("terms"), List.of("terms"), this::checkTerm);
    each(
        root.path("deductions"),
        List.of("deductions"),
        (node, path) -> {
          checkSources(node.path("sources"), with(path, "sources"));
          checkRates(node.path("rates"), with(path, "rates"));
          String of = node.path("of").asString("");
          if (!of.isEmpty() && !terms.contains(of)) {
            yaml.complain(
                with(path, "of"),
                "of \"%s\"".formatted(of),
                "the id of a term of this pack",
                NearMiss.maybe(of, terms, "Maybe the term is still to be written?"));
          }
          checkTaken(node, path);
          if (!node.has("percent") && node.path("rates").isEmpty()) {
            yaml.complain(
                path,
                "a deduction without percent and without rates",
                "one of them",
                "Maybe it is only a note?");
          }
        });
    each(
        root.path("roles"),
        List.of("roles"),
        (node, path) -> checkRates(node.path("rates"), with(path, "rates")));
  }

  /** One that is taken off amounts needs to know by what they are found. */
  private void checkTaken(JsonNode deduction, List<Object> path) {
    if (!deduction.path("taken").asString("").equals("unless kept")) {
      return;
    }
    String of = deduction.path("of").asString("");
    each(
        yaml.root().path("terms"),
        List.of("terms"),
        (term, at) -> {
          if (!term.path("id").asString("").equals(of)) {
            return;
          }
          boolean plain =
              term.path("pays").asString("per unit").equals("per unit")
                  && Stream.of("bands", "cap", "floor").noneMatch(term::has)
                  && term.path("payee").asString("").endsWith("practice");
          if (!plain) {
            yaml.complain(
                with(path, "taken"),
                "taken \"unless kept\" of the term %s".formatted(of),
                "a term of practices that is paid per unit, without bands, cap and floor",
                "Maybe the deduction is only to be read?");
          }
        });
  }

  private void checkTerm(JsonNode term, List<Object> path) {
    if (!term.path("contracts").isEmpty()
        && !term.path("payee").asString("practice").endsWith("practice")) {
      yaml.complain(
          with(path, "contracts"),
          "contracts of a term that is paid to a %s".formatted(term.path("payee").asString("")),
          "contracts only where a practice is paid: networks and commissioners hold none of them",
          "Maybe the payee is a practice?");
    }
    checkRates(term.path("rates"), with(path, "rates"));
    uniqueIn(term.path("parts"), with(path, "parts"), "id");
    uniqueIn(term.path("indicators"), with(path, "indicators"), "id");
    each(
        term.path("indicators"),
        with(path, "indicators"),
        (node, at) -> {
          if (node.path("lower").isNumber()
              && node.path("upper").isNumber()
              && node.path("lower").decimalValue().compareTo(node.path("upper").decimalValue())
                  > 0) {
            yaml.complain(
                with(at, "lower"),
                "a lower threshold of %s %% above the upper of %s %%"
                    .formatted(node.path("lower").asString(), node.path("upper").asString()),
                "the lower one first",
                "Maybe they are the wrong way round?");
          }
        });
    JsonNode cap = term.path("cap");
    JsonNode floor = term.path("floor");
    if (cap.isNumber()
        && floor.isNumber()
        && cap.decimalValue().compareTo(floor.decimalValue()) < 0) {
      yaml.complain(
          with(path, "cap"),
          "a cap of £%s below the floor of £%s".formatted(cap.asString(), floor.asString()),
          "the floor at or below the cap",
          "Maybe they are the wrong way round?");
    }
    BigDecimal before = BigDecimal.valueOf(-1);
    for (int i = 0; i < term.path("bands").size(); i++) {
      JsonNode above = term.path("bands").path(i).path("above");
      if (above.isNumber()) {
        if (above.decimalValue().compareTo(before) <= 0) {
          yaml.complain(
              with(with(path, "bands"), i),
              "a band above %s after one above %s"
                  .formatted(above.asString(), before.toPlainString()),
              "bands from the lowest to the highest",
              "Maybe two lines are the wrong way round?");
        }
        before = above.decimalValue();
      }
    }
  }

  private void checkRates(JsonNode rates, List<Object> path) {
    List<Version> versions = new ArrayList<>();
    each(
        rates,
        path,
        (node, at) -> {
          checkSources(node.path("sources"), with(at, "sources"));
          JsonNode pounds = node.path("pounds");
          if (pounds.isNumber() && pounds.decimalValue().stripTrailingZeros().scale() > DECIMALS) {
            yaml.complain(
                with(at, "pounds"),
                "pounds \"%s\"".formatted(pounds.decimalValue().toPlainString()),
                "at most %d decimals".formatted(DECIMALS),
                "Maybe it was computed, and can be rounded?");
          }
          Optional<LocalDate> from = day(node, "from", at);
          Optional<LocalDate> to = day(node, "to", at);
          Optional<LocalDate> announced = day(node, "announced", at);
          boolean unread =
              Stream.of("from", "to", "announced")
                  .anyMatch(key -> node.has(key) && findDay(node.path(key)).isEmpty());
          if (unread) {
            return;
          }
          from.ifPresent(day -> checkDay(day, "from", with(at, "from")));
          to.ifPresent(day -> checkDay(day, "to", with(at, "to")));
          Version version =
              new Version(
                  from.orElse(year.from()), to.orElse(year.to()), announced.orElse(null), at);
          if (version.to.isBefore(version.from)) {
            yaml.complain(
                with(at, node.has("to") ? "to" : "from"),
                "a rate from %s to %s".formatted(version.from, version.to),
                "the first day first",
                "Maybe they are the wrong way round?");
          } else {
            versions.stream()
                .filter(version::isTheSameAs)
                .findFirst()
                .ifPresent(
                    other ->
                        yaml.complain(
                            at,
                            "a second rate for the same months, known from the same day (the first"
                                + " in line %d)".formatted(yaml.line(other.path)),
                            "one rate for each month, or the day on which the later one was"
                                + " announced",
                            "Maybe an \"announced:\" is missing?"));
            versions.add(version);
          }
        });
  }

  private record Version(
      LocalDate from, LocalDate to, @Nullable LocalDate announced, List<Object> path) {
    boolean isTheSameAs(Version other) {
      return !to.isBefore(other.from)
          && !other.to.isBefore(from)
          && Objects.equals(announced, other.announced)
          && (announced != null || from.equals(other.from));
    }
  }

  private void checkDay(LocalDate day, String key, List<Object> path) {
    if (day.isBefore(year.from()) || day.isAfter(year.to())) {
      LocalDate sameDay = day.withYear(day.getMonthValue() >= 4 ? year.start() : year.start() + 1);
      yaml.complain(
          path,
          "%s %s".formatted(key, day),
          "a day of the pack's year %s (%s to %s)".formatted(year, year.from(), year.to()),
          "Maybe %s, or another pack?".formatted(sameDay));
      return;
    }
    boolean first = key.equals("from");
    LocalDate whole = first ? day.withDayOfMonth(1) : YearMonth.from(day).atEndOfMonth();
    if (!day.equals(whole)) {
      yaml.complain(
          path,
          "%s %s".formatted(key, day),
          first ? "the first day of a month" : "the last day of a month",
          "Maybe %s?".formatted(whole));
    }
  }

  private Optional<LocalDate> day(JsonNode node, String key, List<Object> path) {
    JsonNode value = node.path(key);
    Optional<LocalDate> day = findDay(value);
    if (day.isEmpty() && value.isString() && value.asString().matches("\\d{4}-\\d{2}-\\d{2}")) {
      yaml.complain(
          with(path, key),
          "%s \"%s\"".formatted(key, value.asString()),
          "a day that is in the calendar",
          "Maybe day and month are the wrong way round, or the month is shorter?");
    }
    return day;
  }

  private static Optional<LocalDate> findDay(JsonNode value) {
    try {
      return value.isString() ? Optional.of(LocalDate.parse(value.asString())) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void checkSources(JsonNode codes, List<Object> path) {
    List<String> known = List.copyOf(yaml.root().path("sources").propertyNames());
    each(
        codes,
        path,
        (node, at) -> {
          String code = node.asString("");
          if (!known.contains(code)) {
            yaml.complain(
                at,
                "source \"%s\"".formatted(code),
                "a code that is listed under sources",
                NearMiss.maybe(code, known, "Maybe it is still to be listed there?"));
          }
        });
  }

  private List<String> unique(JsonNode list, String name, String key) {
    return uniqueIn(list, List.of(name), key);
  }

  private List<String> uniqueIn(JsonNode list, List<Object> path, String key) {
    Map<String, Integer> first = new LinkedHashMap<>();
    each(
        list,
        path,
        (node, at) -> {
          String id = node.path(key).asString("");
          if (id.isEmpty()) {
            return;
          }
          Integer line = first.putIfAbsent(id, yaml.line(with(at, key)));
          if (line != null) {
            yaml.complain(
                with(at, key),
                "%s \"%s\" a second time (first in line %d)".formatted(key, id, line),
                "each %s once".formatted(key),
                "Maybe it was copied, and is to be renamed?");
          }
        });
    return List.copyOf(first.keySet());
  }

  private void uniqueRoles(JsonNode roles) {
    Map<List<String>, Integer> first = new HashMap<>();
    each(
        roles,
        List.of("roles"),
        (node, at) -> {
          List<String> key =
              List.of(node.path("role").asString(""), node.path("area").asString("England"));
          Integer line = first.putIfAbsent(key, yaml.line(with(at, "role")));
          if (line != null) {
            yaml.complain(
                with(at, "role"),
                "role \"%s\" for %s a second time (first in line %d)"
                    .formatted(key.get(0), key.get(1), line),
                "each role once for each area",
                "Maybe the area is missing, or the rates belong together?");
          }
        });
  }

  // ---- From what was checked ----

  private Pack pack() {
    JsonNode root = yaml.root();
    Map<String, String> sources = new LinkedHashMap<>();
    root.path("sources").forEachEntry((code, page) -> sources.put(code, page.asString()));
    return new Pack(
        root.path("contract").asString(),
        root.path("title").asString(),
        year,
        sources,
        root.path("terms").valueStream().map(this::term).toList(),
        root.path("roles").valueStream().map(this::role).toList(),
        root.path("deductions").valueStream().map(this::deduction).toList(),
        strings(root.path("notes")),
        strings(root.path("missing")));
  }

  private Term term(JsonNode node) {
    return new Term(
        node.path("id").asString(),
        node.path("title").asString(),
        node.path("payer").asString(),
        PayeeKind.find(node.path("payee").asString()).orElseThrow(),
        strings(node.path("contracts")),
        switch (node.path("nature").asString("paid")) {
          case "at most" -> Nature.AT_MOST;
          case "allowance" -> Nature.ALLOWANCE;
          default -> Nature.PAID;
        },
        Schedule.find(node.path("schedule").asString("monthly")).orElseThrow(),
        formula(node),
        words(node, "line"),
        words(node, "clause"),
        words(node, "condition"),
        money(node.path("cap")),
        money(node.path("floor")),
        node.path("rounding").asString("nearest").equals("down")
            ? Term.Rounding.DOWN
            : Term.Rounding.NEAREST,
        words(node, "note"));
  }

  private Formula formula(JsonNode node) {
    Per per = Per.find(node.path("per").asString("year")).orElseThrow();
    Basis basis = Basis.find(node.path("basis").asString("points")).orElseThrow();
    List<DatedRate> rates = rates(node.path("rates"));
    return switch (node.path("pays").asString("per unit")) {
      case "parts" ->
          new Formula.Parts(
              basis,
              per,
              rates,
              node.path("parts")
                  .valueStream()
                  .map(
                      part ->
                          new Formula.Part(
                              part.path("id").asString(),
                              part.path("title").asString(),
                              part.path("weight").longValue()))
                  .toList());
      case "points" -> points(node, rates);
      case "pot" ->
          new Formula.PotShare(
              basis,
              Money.ofPounds(node.path("pot").path("pounds").decimalValue()),
              quantity(node.path("national").path("quantity")),
              lessSure(
                  lessSure(rates, "the pot", node.path("pot")),
                  "the national quantity",
                  node.path("national")));
      case "top-up" -> new Formula.TopUp(basis, per, rates);
      default ->
          new Formula.PerUnit(
              basis,
              per,
              rates,
              node.path("bands")
                  .valueStream()
                  .map(
                      band ->
                          new Formula.Band(
                              quantity(band.path("above")), band.path("percent").intValue()))
                  .toList());
    };
  }

  private static Formula points(JsonNode node, List<DatedRate> rates) {
    JsonNode average = node.path("average list");
    List<DatedRate> sure = lessSure(rates, "the number of points", node.path("points"));
    return new Formula.Points(
        average.isObject() ? lessSure(sure, "the average list", average) : sure,
        quantity(node.path("points").path("most")),
        average.isObject() ? quantity(average.path("patients")) : null,
        node.has("factor decimals") ? node.path("factor decimals").intValue() : null,
        node.path("indicators")
            .valueStream()
            .map(
                indicator ->
                    new Formula.Indicator(
                        indicator.path("id").asString(),
                        indicator.path("title").asString(),
                        quantity(indicator.path("points")),
                        quantity(indicator.path("lower")),
                        quantity(indicator.path("upper"))))
            .toList());
  }

  /** What is computed from a rate and something less sure is as sure as the latter. */
  private static List<DatedRate> lessSure(List<DatedRate> rates, String what, JsonNode marked) {
    Mark mark = mark(marked);
    return rates.stream()
        .map(
            rate -> {
              if (rate.mark().orLessSure(mark) == rate.mark()) {
                return rate;
              }
              String why =
                  "The rate itself is marked %s, %s %s."
                      .formatted(rate.mark().sign(), what, mark.sign());
              return new DatedRate(
                  rate.rate(),
                  rate.from(),
                  rate.to(),
                  rate.announced(),
                  mark,
                  rate.sources(),
                  rate.note() == null ? why : rate.note() + " " + why);
            })
        .toList();
  }

  private RoleMaximum role(JsonNode node) {
    JsonNode cap = node.path("cap");
    return new RoleMaximum(
        node.path("role").asString(),
        node.path("title").asString(),
        words(node, "band"),
        words(node, "area"),
        node.has("percent") ? node.path("percent").intValue() : 100,
        rates(node.path("rates")),
        cap.has("most") ? cap.path("most").intValue() : null,
        cap.has("most if large") ? cap.path("most if large").intValue() : null,
        cap.isObject() ? mark(cap) : null,
        words(node, "note"));
  }

  private Deduction deduction(JsonNode node) {
    return new Deduction(
        node.path("id").asString(),
        node.path("title").asString(),
        node.path("of").asString(),
        node.has("percent") ? node.path("percent").decimalValue() : null,
        mark(node),
        strings(node.path("sources")),
        rates(node.path("rates")),
        node.path("taken").asString("").equals("unless kept"),
        words(node, "note"));
  }

  private List<DatedRate> rates(JsonNode list) {
    return list.valueStream()
        .map(
            node ->
                new DatedRate(
                    Rate.ofPounds(node.path("pounds").decimalValue()),
                    findDay(node.path("from")).orElse(year.from()),
                    findDay(node.path("to")).orElse(year.to()),
                    findDay(node.path("announced")).orElse(null),
                    mark(node),
                    strings(node.path("sources")),
                    words(node, "note")))
        .toList();
  }

  private static Mark mark(JsonNode node) {
    return Mark.find(node.path("mark").asString()).orElseThrow();
  }

  private static Quantity quantity(JsonNode node) {
    return Quantity.of(node.decimalValue());
  }

  private static @Nullable Money money(JsonNode node) {
    return node.isNumber() ? Money.ofPounds(node.decimalValue()) : null;
  }

  private static @Nullable String words(JsonNode node, String key) {
    return node.has(key) ? node.path(key).asString() : null;
  }

  private static List<String> strings(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static List<Object> with(List<Object> path, Object last) {
    return Stream.concat(path.stream(), Stream.of(last)).toList();
  }

  private static void each(JsonNode list, List<Object> path, Visit visit) {
    if (list.isArray()) {
      IntStream.range(0, list.size()).forEach(i -> visit.to(list.path(i), with(path, i)));
    }
  }

  private interface Visit {
    void to(JsonNode node, List<Object> path);
  }
}
