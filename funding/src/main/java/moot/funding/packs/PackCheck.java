package moot.funding.packs;

import java.math.BigDecimal;
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
import moot.funding.FinancialYear;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the shape of a rule pack cannot say, and has to be so all the same. */
final class PackCheck {
  private static final int DECIMALS = 6;

  private final LinedYaml yaml;
  private final @Nullable FinancialYear year;

  /**
   * @param year null when it could not be read: days are then checked among themselves
   */
  PackCheck(LinedYaml yaml, @Nullable FinancialYear year) {
    this.yaml = yaml;
    this.year = year;
  }

  /** Complains of all that is wrong, in the file. */
  void check() {
    JsonNode root = yaml.root();
    List<String> terms = unique(root.path("terms"), "terms", "id");
    unique(root.path("deductions"), "deductions", "id");
    each(
        root.path("deductions"),
        List.of("deductions"),
        (node, path) -> {
          String id = node.path("id").asString("");
          if (terms.contains(id)) {
            yaml.complain(
                LinedYaml.with(path, "id"),
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
          checkSources(node.path("sources"), LinedYaml.with(path, "sources"));
          checkRates(node.path("rates"), LinedYaml.with(path, "rates"));
          String of = node.path("of").asString("");
          if (!of.isEmpty() && !terms.contains(of)) {
            yaml.complain(
                LinedYaml.with(path, "of"),
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
        (node, path) -> checkRates(node.path("rates"), LinedYaml.with(path, "rates")));
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
          boolean plain =
              term.path("pays").asString("per unit").equals("per unit")
                  && Stream.of("bands", "cap", "floor").noneMatch(term::has)
                  && term.path("payee").asString("").endsWith("practice");
          if (term.path("id").asString("").equals(of) && !plain) {
            yaml.complain(
                LinedYaml.with(path, "taken"),
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
          LinedYaml.with(path, "contracts"),
          "contracts of a term that is paid to a %s".formatted(term.path("payee").asString("")),
          "contracts only where a practice is paid: networks and commissioners hold none of them",
          "Maybe the payee is a practice?");
    }
    checkRates(term.path("rates"), LinedYaml.with(path, "rates"));
    uniqueIn(term.path("parts"), LinedYaml.with(path, "parts"), "id");
    uniqueIn(term.path("indicators"), LinedYaml.with(path, "indicators"), "id");
    each(
        term.path("indicators"),
        LinedYaml.with(path, "indicators"),
        (node, at) -> {
          if (node.path("lower").isNumber()
              && node.path("upper").isNumber()
              && node.path("lower").decimalValue().compareTo(node.path("upper").decimalValue())
                  > 0) {
            yaml.complain(
                LinedYaml.with(at, "lower"),
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
          LinedYaml.with(path, "cap"),
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
              LinedYaml.with(LinedYaml.with(path, "bands"), i),
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
          checkSources(node.path("sources"), LinedYaml.with(at, "sources"));
          JsonNode pounds = node.path("pounds");
          if (pounds.isNumber() && pounds.decimalValue().stripTrailingZeros().scale() > DECIMALS) {
            yaml.complain(
                LinedYaml.with(at, "pounds"),
                "pounds \"%s\"".formatted(pounds.decimalValue().toPlainString()),
                "at most %d decimals".formatted(DECIMALS),
                "Maybe it was computed, and can be rounded?");
          }
          Optional<LocalDate> from = day(node, "from", at);
          Optional<LocalDate> to = day(node, "to", at);
          Optional<LocalDate> announced = day(node, "announced", at);
          boolean unread =
              Stream.of("from", "to", "announced")
                  .anyMatch(key -> node.has(key) && PackReader.findDay(node.path(key)).isEmpty());
          if (unread) {
            return;
          }
          from.ifPresent(day -> checkDay(day, "from", LinedYaml.with(at, "from")));
          to.ifPresent(day -> checkDay(day, "to", LinedYaml.with(at, "to")));
          Version version =
              new Version(
                  from.orElse(year == null ? LocalDate.MIN : year.from()),
                  to.orElse(year == null ? LocalDate.MAX : year.to()),
                  announced.orElse(null),
                  at);
          if (version.to.isBefore(version.from)) {
            yaml.complain(
                LinedYaml.with(at, node.has("to") ? "to" : "from"),
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
    if (year == null) {
      if (day.isBefore(FinancialYear.EARLIEST.from()) || day.isAfter(FinancialYear.LATEST.to())) {
        yaml.complain(
            path,
            "%s %s".formatted(key, day),
            "a day of the pack's year, which could not be read",
            "Maybe a digit is mistyped?");
        return;
      }
    } else if (day.isBefore(year.from()) || day.isAfter(year.to())) {
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
    Optional<LocalDate> day = PackReader.findDay(value);
    if (day.isEmpty() && value.isString() && value.asString().matches("\\d{4}-\\d{2}-\\d{2}")) {
      yaml.complain(
          LinedYaml.with(path, key),
          "%s \"%s\"".formatted(key, value.asString()),
          "a day that is in the calendar",
          "Maybe day and month are the wrong way round, or the month is shorter?");
    }
    return day;
  }

  private void checkSources(JsonNode codes, List<Object> path) {
    List<String> known = List.copyOf(yaml.root().path("sources").propertyNames());
    each(codes, path, (node, at) -> yaml.checkSource(at, node.asString(""), known));
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
          Integer line = first.putIfAbsent(id, yaml.line(LinedYaml.with(at, key)));
          if (line != null) {
            yaml.complain(
                LinedYaml.with(at, key),
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
          Integer line = first.putIfAbsent(key, yaml.line(LinedYaml.with(at, "role")));
          if (line != null) {
            yaml.complain(
                LinedYaml.with(at, "role"),
                "role \"%s\" for %s a second time (first in line %d)"
                    .formatted(key.get(0), key.get(1), line),
                "each role once for each area",
                "Maybe the area is missing, or the rates belong together?");
          }
        });
  }

  private static void each(JsonNode list, List<Object> path, Visit visit) {
    if (list.isArray()) {
      IntStream.range(0, list.size()).forEach(i -> visit.to(list.path(i), LinedYaml.with(path, i)));
    }
  }

  private interface Visit {
    void to(JsonNode node, List<Object> path);
  }
}
