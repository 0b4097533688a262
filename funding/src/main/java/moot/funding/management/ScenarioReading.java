package moot.funding.management;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import moot.funding.Complaint;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.management.Source.Kind;
import org.jspecify.annotations.Nullable;

/** Reads a scenario from a file, and complains of everything that is wrong with it at once. */
final class ScenarioReading {
  private static final double A_BILLION = 1e9;
  private static final int MOST_PATIENTS = 5_000_000;

  private final List<Complaint> complaints = new ArrayList<>();

  private ScenarioReading() {}

  /**
   * @param name of the file, for complaints
   * @throws BadScenario with all that is wrong
   */
  static Scenario read(String name, String text) {
    ScenarioReading reader = new ScenarioReading();
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
                        .filter(g -> g.words().equals(word))
                        .findFirst(),
                List.of("with pay", "with prices"),
                Need.Grows.WITH_PRICES));
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
    String whose = part.field("whose").text("whose it is", Stated.ASSUMPTION);
    return new Stated(
        whose,
        mark.isThere()
            ? mark.word(Mark::find, Arrays.stream(Mark.values()).map(Mark::sign).toList(), null)
            : whose.equals(Stated.ASSUMPTION) ? Mark.RECALLED : null,
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
              .formatted(
                  ScenarioWriting.number(low),
                  ScenarioWriting.number(likely),
                  ScenarioWriting.number(high)));
      return Uncertain.certain(likely);
    }
    if (shape == Uncertain.Shape.NORMAL
        && Math.abs(high + low - 2 * likely) > 1e-6 * Math.max(1, high - low)) {
      field.complain(
          "low %s, likely %s, high %s of a normal; expected likely in the middle. Maybe `shape: triangular`?"
              .formatted(
                  ScenarioWriting.number(low),
                  ScenarioWriting.number(likely),
                  ScenarioWriting.number(high)));
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
}
