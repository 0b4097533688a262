package moot.funding.management;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.management.Source.Kind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A scenario as a file that people can read: YAML, or JSON with the same fields. */
public final class ScenarioFile {
  private static final double A_BILLION = 1e9;
  private static final int MOST_PATIENTS = 5_000_000;

  private final List<Complaint> complaints = new ArrayList<>();

  private ScenarioFile() {}

  /**
   * @throws BadScenario with all that is wrong
   */
  public static Scenario read(Path file) throws IOException {
    return read(file.toString(), Files.readString(file));
  }

  /**
   * @param name of the file, for complaints
   * @throws BadScenario with all that is wrong
   */
  public static Scenario read(String name, String text) {
    ScenarioFile reader = new ScenarioFile();
    Optional<Scenario> scenario = reader.scenario(Reading.of(text, reader.complaints));
    if (!reader.complaints.isEmpty() || scenario.isEmpty()) {
      throw new BadScenario(name, reader.complaints);
    }
    return scenario.orElseThrow();
  }

  private Optional<Scenario> scenario(Reading file) {
    if (!file.isMap()) {
      return Optional.empty();
    }
    file.fields(
        "title",
        "first year",
        "years",
        "practices",
        "need",
        "sources",
        "through practices' hands",
        "judgements");
    String title = file.field("title").text("a title", null);
    Reading firstYear = file.field("first year");
    String typed = firstYear.text("a financial year, for example 2025/26", null);
    FinancialYear first =
        FinancialYear.find(typed)
            .filter(year -> year.start() >= 1990)
            .orElseGet(
                () -> {
                  if (!typed.isEmpty()) {
                    firstYear.complain(
                        "%s; expected a financial year from 1990/91 to 2100/01. Maybe 2025/26?"
                            .formatted(typed));
                  }
                  return new FinancialYear(2025);
                });
    int years = file.field("years").whole(1, Scenario.MOST_YEARS, null);
    List<PayingPractice> practices = practices(file.field("practices"));
    Need need = need(file.field("need"));
    List<Source> sources = sources(file.field("sources"), years);
    Map<Kind, Integer> hands = new EnumMap<>(Kind.class);
    file.field("through practices' hands")
        .entries()
        .forEach(
            (kind, share) ->
                Kind.find(kind)
                    .ifPresentOrElse(
                        k ->
                            hands.put(
                                k, share.number(Reading.Kind.PERCENT, 0, 100, null).intValue()),
                        () ->
                            share.complain(
                                "no kind of source %s; expected one of %s. Maybe %s?"
                                    .formatted(
                                        kind,
                                        String.join(", ", kinds()),
                                        Near.to(kind, kinds()).orElse("leave it out")))));
    List<Judgement> judgements =
        file.field("judgements").parts().stream().map(part -> judgement(part, sources)).toList();
    if (!complaints.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Scenario(title, first, years, practices, need, sources, hands, judgements));
  }

  private List<PayingPractice> practices(Reading list) {
    List<PayingPractice> all = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Reading part : list.parts()) {
      part.fields("code", "name", "patients", "willingness", "headroom");
      Reading code = part.field("code");
      String its = code.text("a practice's code", null);
      if (!its.isEmpty() && !codes.add(its)) {
        code.complain("%s twice; expected each practice once. Maybe leave one out?".formatted(its));
      }
      Reading willing = part.field("willingness");
      Reading room = part.field("headroom");
      all.add(
          new PayingPractice(
              its,
              part.field("name").text("a name", its),
              part.field("patients").whole(1, MOST_PATIENTS, null),
              willing.isThere()
                  ? willing.number(Reading.Kind.PERCENT, 0, 100, null).doubleValue()
                  : null,
              room.isThere() ? rate(room, 20) : null));
    }
    if (all.isEmpty()) {
      list.complain(
          "no practices; expected at least one. Maybe the place's practices are missing?");
    }
    return all;
  }

  private Need need(Reading need) {
    need.fields("items", "for patients", "pay growth", "price growth", "whose", "mark", "pages");
    List<Need.Item> items = new ArrayList<>();
    for (Reading part : need.field("items").parts()) {
      items.add(item(part));
    }
    if (items.isEmpty()) {
      need.field("items")
          .complain("no items; expected at least one. Maybe begin with the template?");
    }
    return new Need(
        items,
        need.field("for patients").whole(0, MOST_PATIENTS, 0),
        range(need.field("pay growth"), Reading.Kind.PERCENT, -10, 25, "0"),
        range(need.field("price growth"), Reading.Kind.PERCENT, -10, 25, "0"),
        stated(need));
  }

  private static Need.Item item(Reading part) {
    if (part.field("role").isThere()) {
      part.fields("role", "whole-time equivalents", "hours a week", "pay", "on-costs");
      String name = part.field("role").text("a role", null);
      Money pay = money(part.field("pay"), 1_000_000);
      BigDecimal onCosts = part.field("on-costs").number(Reading.Kind.PERCENT, 0, 100, "0");
      if (part.field("hours a week").isThere()) {
        return Need.Role.byHours(
            name,
            part.field("hours a week").number(Reading.Kind.PLAIN, 0, 10_000, null),
            pay,
            onCosts);
      }
      return new Need.Role(
          name,
          Quantity.of(
              part.field("whole-time equivalents").number(Reading.Kind.PLAIN, 0, 1_000, null)),
          pay,
          onCosts);
    }
    part.fields("cost", "a year", "grows");
    return new Need.Cost(
        part.field("cost").text("a role or a cost", null),
        money(part.field("a year"), A_BILLION),
        part.field("grows")
            .word(
                word ->
                    Arrays.stream(Need.Grows.values())
                        .filter(g -> words(g).equals(word))
                        .findFirst(),
                List.of("with pay", "with prices"),
                Need.Grows.WITH_PRICES));
  }

  private static String words(Need.Grows grows) {
    return grows == Need.Grows.WITH_PAY ? "with pay" : "with prices";
  }

  private static List<String> kinds() {
    return Arrays.stream(Kind.values()).map(Kind::words).toList();
  }

  private List<Source> sources(Reading list, int years) {
    List<Source> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    boolean own = false;
    for (Reading part : list.parts()) {
      Kind kind = part.field("kind").word(Kind::find, kinds(), null);
      Source source = source(kind, part, years);
      if (!source.id().isEmpty() && !ids.add(source.id())) {
        part.field("id")
            .complain(
                "%s twice; expected each id once. Maybe %s-2?".formatted(source.id(), source.id()));
      }
      if (kind == Kind.PRACTICES && own) {
        part.complain(
            "practices' own money a second time; expected it once. Maybe ask for the sum of both?");
      }
      own |= kind == Kind.PRACTICES;
      all.add(source);
    }
    return all;
  }

  private static Source source(Kind kind, Reading part, int years) {
    String id = part.field("id").text("an id of its own, for example start-up", null);
    String title = part.field("title").text("a title", kind.words());
    Stated stated = stated(part);
    return switch (kind) {
      case MARGIN -> {
        fields(
            part,
            "volume",
            "bought",
            "margin",
            "competitor's price",
            "chance at the same price",
            "elasticity",
            "term");
        yield new Source.ServiceMargin(
            id,
            title,
            byYear(part.field("volume"), years).stream().map(v -> money(v, A_BILLION)).toList(),
            range(part.field("bought"), Reading.Kind.PERCENT, 0, 200, "100"),
            part.field("margin").number(Reading.Kind.PERCENT, 0, 100, null).doubleValue(),
            range(part.field("competitor's price"), Reading.Kind.PERCENT, 10, 300, "100"),
            range(part.field("chance at the same price"), Reading.Kind.PERCENT, 0, 100, null),
            range(part.field("elasticity"), Reading.Kind.PLAIN, 0, 50, null),
            part.field("term").whole(1, Scenario.MOST_YEARS, 1),
            stated);
      }
      case PRACTICES -> {
        fields(part, "per head", "willingness", "headroom", "unravelling");
        yield new Source.PracticesMoney(
            id,
            title,
            byYear(part.field("per head"), years).stream().map(r -> rate(r, 20)).toList(),
            range(part.field("willingness"), Reading.Kind.PERCENT, 0, 100, null),
            rate(part.field("headroom"), 20),
            part.field("unravelling").number(Reading.Kind.PERCENT, 0, 100, "0").doubleValue(),
            stated);
      }
      case TRANSFORMATION -> {
        fields(part, "per head", "amount", "comes", "carried forward");
        List<Reading> rates = upTo(part.field("per head"), years);
        List<Reading> sums = upTo(part.field("amount"), years);
        if (rates.isEmpty() && sums.isEmpty()) {
          part.complain(
              "no amount; expected `per head` or `amount`. Maybe `per head: [£1.50, £1.50]`?");
        }
        yield new Source.Transformation(
            id,
            title,
            rates.stream().map(r -> rate(r, 1_000)).toList(),
            sums.stream().map(s -> money(s, A_BILLION)).toList(),
            range(part.field("comes"), Reading.Kind.PERCENT, 0, 100, "100"),
            part.field("carried forward").yes(false),
            stated);
      }
      case CONTRACT -> {
        fields(part, "per head", "passed on", "pooled", "disputed", "settled a year later");
        yield new Source.PracticeContract(
            id,
            title,
            byYear(part.field("per head"), years).stream().map(r -> rate(r, 1_000)).toList(),
            range(part.field("passed on"), Reading.Kind.PERCENT, 0, 100, "100"),
            range(part.field("pooled"), Reading.Kind.PERCENT, 0, 100, "100"),
            range(part.field("disputed"), Reading.Kind.PERCENT, 0, 100, "0"),
            part.field("settled a year later")
                .number(Reading.Kind.PERCENT, 0, 100, "100")
                .doubleValue(),
            stated);
      }
      case ALLOWANCE -> {
        fields(part, "allowance per head", "shrinks", "transferred", "chance of being late");
        yield new Source.AllowanceTransfer(
            id,
            title,
            rate(part.field("allowance per head"), 1_000),
            range(part.field("shrinks"), Reading.Kind.PERCENT, -25, 100, "0"),
            byYear(part.field("transferred"), years).stream()
                .map(s -> s.number(Reading.Kind.PERCENT, 0, 100, null).doubleValue())
                .toList(),
            range(part.field("chance of being late"), Reading.Kind.PERCENT, 0, 100, "0"),
            stated);
      }
    };
  }

  private static void fields(Reading part, String... own) {
    List<String> all = new ArrayList<>(List.of("kind", "id", "title", "whose", "mark", "pages"));
    all.addAll(List.of(own));
    part.fields(all.toArray(String[]::new));
  }

  /** One value for all years or one for each. */
  private static List<Reading> byYear(Reading field, int years) {
    List<Reading> parts = field.parts();
    if (parts.isEmpty()) {
      return List.of(field);
    }
    if (parts.size() != 1 && parts.size() != years) {
      field.complain(
          "%d values; expected 1 for all years or %d, one for each. Maybe `years` is another?"
              .formatted(parts.size(), years));
      return parts.subList(0, 1);
    }
    return parts;
  }

  private static List<Reading> upTo(Reading field, int years) {
    List<Reading> parts = field.parts();
    if (parts.size() > years) {
      field.complain(
          "%d values; expected at most %d, one for each year. Maybe `years` is another?"
              .formatted(parts.size(), years));
      return parts.subList(0, 1);
    }
    return parts;
  }

  private static Money money(Reading field, double most) {
    return Money.ofPounds(field.number(Reading.Kind.POUNDS, 0, most, null));
  }

  private static Rate rate(Reading field, double most) {
    return Rate.ofPounds(field.number(Reading.Kind.POUNDS, 0, most, null));
  }

  private static Stated stated(Reading part) {
    Reading mark = part.field("mark");
    return new Stated(
        part.field("whose").text("whose it is", Stated.ASSUMPTION),
        mark.isThere()
            ? mark.word(Mark::find, Arrays.stream(Mark.values()).map(Mark::sign).toList(), null)
            : null,
        part.field("pages").parts().stream().map(page -> page.text("a page", null)).toList());
  }

  private static Uncertain range(
      Reading field, Reading.Kind kind, double least, double most, @Nullable String otherwise) {
    if (!field.isMap()) {
      return Uncertain.certain(field.number(kind, least, most, otherwise).doubleValue());
    }
    field.fields("low", "likely", "high", "shape", "whose");
    double low = field.field("low").number(kind, least, most, null).doubleValue();
    double likely = field.field("likely").number(kind, least, most, null).doubleValue();
    double high = field.field("high").number(kind, least, most, null).doubleValue();
    Uncertain.Shape shape =
        field
            .field("shape")
            .word(
                word ->
                    switch (word) {
                      case "triangular" -> Optional.of(Uncertain.Shape.TRIANGULAR);
                      case "normal" -> Optional.of(Uncertain.Shape.NORMAL);
                      default -> Optional.empty();
                    },
                List.of("triangular", "normal"),
                Uncertain.Shape.TRIANGULAR);
    String whose = field.field("whose").text("whose it is", Stated.ASSUMPTION);
    if (!(low <= likely && likely <= high)) {
      field.complain(
          "low %s, likely %s, high %s; expected them in this order. Maybe two were swapped?"
              .formatted(number(low), number(likely), number(high)));
      return Uncertain.certain(likely);
    }
    if (shape == Uncertain.Shape.NORMAL
        && Math.abs(high + low - 2 * likely) > 1e-6 * Math.max(1, high - low)) {
      field.complain(
          "low %s, likely %s, high %s of a normal; expected likely in the middle. Maybe `shape: triangular`?"
              .formatted(number(low), number(likely), number(high)));
    }
    return new Uncertain(shape, low, likely, high, whose);
  }

  private static Judgement judgement(Reading part, List<Source> sources) {
    part.fields("about", "source", "level", "whose", "why");
    Reading source = part.field("source");
    String id = source.text("the id of a source", null);
    List<String> ids = sources.stream().map(Source::id).toList();
    if (!id.isEmpty() && !ids.contains(id)) {
      source.complain(
          "%s; expected one of %s. Maybe %s?"
              .formatted(id, String.join(", ", ids), Near.to(id, ids).orElse("leave it out")));
    }
    return new Judgement(
        part.field("about")
            .word(
                Judgement.About::find,
                Arrays.stream(Judgement.About.values()).map(Judgement.About::words).toList(),
                null),
        id,
        part.field("level")
            .word(
                Judgement.Level::find,
                Arrays.stream(Judgement.Level.values()).map(Judgement.Level::words).toList(),
                null),
        part.field("whose").text("whose judgement it is", null),
        part.field("why").text("why", ""));
  }

  /** As YAML. */
  public static String yaml(Scenario scenario) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setSplitLines(false);
    return new Yaml(options).dump(map(scenario));
  }

  /** As JSON, with the same fields as the YAML. */
  public static String json(Scenario scenario) {
    return Json.write(map(scenario));
  }

  private static Map<String, Object> map(Scenario scenario) {
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
    map.put("sources", scenario.sources().stream().map(ScenarioFile::map).toList());
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
                      its.put("grows", words(cost.grows()));
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
        map.put("transferred", s.share().stream().map(ScenarioFile::percent).toList());
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

  private static String number(double value) {
    BigDecimal plain = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
    return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
  }
}
