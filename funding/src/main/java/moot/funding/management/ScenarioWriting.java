package moot.funding.management;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A scenario as the fields of a file. */
final class ScenarioWriting {
  private ScenarioWriting() {}

  /** Its fields in the order of the file. */
  static Map<String, Object> map(Scenario scenario) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("title", scenario.title());
    map.put("first year", scenario.first().toString());
    map.put("years", scenario.years());
    map.put(
        "practices",
        scenario.practices().stream()
            .map(
                p -> {
                  Map<String, Object> its = new LinkedHashMap<>();
                  its.put("code", p.code());
                  its.put("name", p.name());
                  its.put("patients", p.patients());
                  if (p.willingness() != null) {
                    its.put("willingness", percent(p.willingness()));
                  }
                  if (p.headroom() != null) {
                    its.put("headroom", p.headroom().toString());
                  }
                  return its;
                })
            .toList());
    map.put("need", map(scenario.need()));
    map.put("sources", scenario.sources().stream().map(ScenarioWriting::map).toList());
    if (!scenario.hands().isEmpty()) {
      map.put(
          "through practices' hands",
          scenario.hands().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .collect(
                  Collectors.toMap(
                      e -> e.getKey().words(),
                      e -> percent(e.getValue()),
                      (a, b) -> a,
                      LinkedHashMap::new)));
    }
    if (!scenario.judgements().isEmpty()) {
      map.put(
          "judgements",
          scenario.judgements().stream()
              .map(
                  j -> {
                    Map<String, Object> its = new LinkedHashMap<>();
                    its.put("about", j.about().words());
                    its.put("source", j.source());
                    its.put("level", j.level().words());
                    its.put("whose", j.whose());
                    if (!j.why().isEmpty()) {
                      its.put("why", j.why());
                    }
                    return its;
                  })
              .toList());
    }
    return map;
  }

  private static Map<String, Object> map(Need need) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(
        "items",
        need.items().stream()
            .map(
                item -> {
                  Map<String, Object> its = new LinkedHashMap<>();
                  switch (item) {
                    case Need.Role role -> {
                      its.put("role", role.name());
                      its.put(
                          "whole-time equivalents",
                          role.wholeTime().amount().stripTrailingZeros().toPlainString());
                      its.put("pay", role.pay().toString());
                      its.put("on-costs", role.onCosts().toPlainString() + " %");
                    }
                    case Need.Cost cost -> {
                      its.put("cost", cost.name());
                      its.put("a year", cost.aYear().toString());
                      its.put("grows", cost.grows().words());
                    }
                  }
                  return its;
                })
            .toList());
    map.put("for patients", need.asFor());
    map.put("pay growth", range(need.payGrowth(), " %"));
    map.put("price growth", range(need.priceGrowth(), " %"));
    put(map, need.stated());
    return map;
  }

  private static Map<String, Object> map(Source source) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", source.kind().words());
    map.put("id", source.id());
    map.put("title", source.title());
    switch (source) {
      case Source.ServiceMargin s -> {
        map.put("volume", strings(s.volume()));
        map.put("bought", range(s.demand(), " %"));
        map.put("margin", percent(s.margin()));
        map.put("competitor's price", range(s.competitor(), " %"));
        map.put("chance at the same price", range(s.evenChance(), " %"));
        map.put("elasticity", range(s.elasticity(), ""));
        map.put("term", s.term());
      }
      case Source.PracticesMoney s -> {
        map.put("per head", strings(s.perHead()));
        map.put("willingness", range(s.willingness(), " %"));
        map.put("headroom", s.headroom().toString());
        map.put("unravelling", percent(s.unravelling()));
      }
      case Source.Transformation s -> {
        if (!s.perHead().isEmpty()) {
          map.put("per head", strings(s.perHead()));
        }
        if (!s.sums().isEmpty()) {
          map.put("amount", strings(s.sums()));
        }
        map.put("comes", range(s.comes(), " %"));
        map.put("carried forward", s.carried());
      }
      case Source.PracticeContract s -> {
        map.put("per head", strings(s.perHead()));
        map.put("passed on", range(s.passedOn(), " %"));
        map.put("pooled", range(s.pooled(), " %"));
        map.put("disputed", range(s.disputed(), " %"));
        map.put("settled a year later", percent(s.settled()));
      }
      case Source.AllowanceTransfer s -> {
        map.put("allowance per head", s.allowance().toString());
        map.put("shrinks", range(s.shrinks(), " %"));
        map.put("transferred", s.share().stream().map(ScenarioWriting::percent).toList());
        map.put("chance of being late", range(s.late(), " %"));
      }
    }
    put(map, source.stated());
    return map;
  }

  private static void put(Map<String, Object> map, Stated stated) {
    map.put("whose", stated.whose());
    if (stated.mark() != null) {
      map.put("mark", stated.mark().sign());
    }
    if (!stated.sources().isEmpty()) {
      map.put("pages", stated.sources());
    }
  }

  private static List<String> strings(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static Object range(Uncertain range, String unit) {
    if (range.isCertain()) {
      return number(range.likely()) + unit;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("low", number(range.low()) + unit);
    map.put("likely", number(range.likely()) + unit);
    map.put("high", number(range.high()) + unit);
    map.put("shape", range.shape() == Uncertain.Shape.NORMAL ? "normal" : "triangular");
    map.put("whose", range.whose().isBlank() ? Stated.ASSUMPTION : range.whose());
    return map;
  }

  private static String percent(double value) {
    return number(value) + " %";
  }

  static String number(double value) {
    BigDecimal plain = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
    return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
  }
}
