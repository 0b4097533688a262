package moot.funding.management;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import moot.funding.Money;
import moot.funding.Rate;
import moot.funding.Trace;

/** Writes down where the figures of a year come from. */
final class Tracing {
  private final Scenario scenario;
  private final Outcome.Year year;
  private final int y;

  Tracing(Scenario scenario, Outcome.Year year) {
    this.scenario = scenario;
    this.year = year;
    this.y = year.year().start() - scenario.first().start();
  }

  Trace gap() {
    List<Trace> parts = new ArrayList<>();
    parts.add(need());
    year.flows().forEach(flow -> parts.add(flow(flow)));
    return Trace.made(
        "short " + year.year(), year.gap().toString(), "need − what each source brings", parts);
  }

  private Trace need() {
    Need need = scenario.need();
    List<Trace> items = new ArrayList<>();
    for (Outcome.Spent spent : year.items()) {
      boolean pay = spent.item().grows() == Need.Grows.WITH_PAY;
      List<Trace> parts = new ArrayList<>();
      parts.add(firstYear(spent.item()));
      parts.add(
          unknown(
              pay ? "growth of pay a year" : "growth of prices a year",
              pay ? need.payGrowth() : need.priceGrowth(),
              " %"));
      parts.add(Trace.given("years since " + scenario.first(), Integer.toString(y)));
      items.add(
          Trace.made(
              spent.item().name(),
              spent.amount().toString(),
              "first year × growth, once for each year since",
              parts));
    }
    return Trace.made("need", year.need().toString(), "sum of the items", items);
  }

  private Trace firstYear(Need.Item item) {
    Need need = scenario.need();
    List<Trace> parts = new ArrayList<>();
    Trace asGiven =
        switch (item) {
          case Need.Role role ->
              Trace.made(
                  "for the role",
                  role.aYear().toString(),
                  "whole-time equivalents × pay × (1 + on-costs)",
                  List.of(
                      Trace.given("whole-time equivalents", role.wholeTime().toString()),
                      Trace.given("pay", role.pay().toString()),
                      Trace.given("on-costs", role.onCosts().toPlainString() + " %")));
          case Need.Cost cost -> Trace.given("as given", cost.aYear().toString());
        };
    parts.add(stated(asGiven, need.stated()));
    if (need.asFor() == 0) {
      return parts.getFirst();
    }
    parts.add(Trace.given("for so many patients", count(need.asFor())));
    parts.add(Trace.given("patients here", count(scenario.patients())));
    return Trace.made(
        "first year",
        need.firstYear(item, scenario.patients()).toString(),
        "as given ÷ patients there × patients here",
        parts);
  }

  private Trace flow(Outcome.Flow flow) {
    List<Trace> usable = new ArrayList<>();
    usable.add(offered(flow));
    if (!flow.released().isZero()) {
      usable.add(Trace.given("released from last year's dispute", flow.released().toString()));
    }
    flow.lost().forEach(loss -> usable.add(Trace.given(loss.how(), loss.amount().toString())));
    List<Trace> parts = new ArrayList<>();
    parts.add(
        Trace.made(
            "usable", flow.usable().toString(), "offered − what is lost on the way", usable));
    if (!flow.carriedIn().isZero()) {
      parts.add(Trace.given("carried in", flow.carriedIn().toString()));
    }
    if (!flow.carriedOut().isZero()) {
      parts.add(Trace.given("carried forward", flow.carriedOut().toString()));
    }
    if (!flow.unused().isZero()) {
      parts.add(
          Trace.given("not needed; " + flow.source().kind().unused(), flow.unused().toString()));
    }
    parts.add(Trace.given("otherwise for", flow.source().kind().otherUse()));
    return Trace.made(
        flow.source().title(),
        flow.used().toString(),
        "the smaller of what is there and what is still needed",
        parts);
  }

  private Trace offered(Outcome.Flow flow) {
    Trace heads = Trace.given("patients", count(scenario.patients()));
    List<Trace> parts = new ArrayList<>();
    String how =
        switch (flow.source()) {
          case Source.ServiceMargin s -> {
            parts.add(money("cost of the services", Source.of(s.volume(), y), s.stated()));
            parts.add(unknown("bought", s.demand(), " %"));
            parts.add(Trace.given("margin", Uncertain.number(s.margin()) + " %"));
            parts.add(
                Trace.made(
                    "chance of winning",
                    Outcome.percent(100 * s.likelyChance()),
                    "chance at the same price × (competitor's price ÷ ours)^elasticity",
                    List.of(
                        unknown("chance at the same price", s.evenChance(), " %"),
                        unknown("competitor's price, of our cost", s.competitor(), " %"),
                        Trace.given("our price, of our cost", Uncertain.number(s.price()) + " %"),
                        unknown("elasticity", s.elasticity(), ""))));
            yield "cost of the services × bought × margin; what is not won is lost on the way";
          }
          case Source.PracticesMoney s -> {
            parts.add(rate("asked a head", Source.of(s.perHead(), y), s.stated()));
            parts.add(heads);
            parts.add(unknown("willingness", s.willingness(), " %"));
            parts.add(
                Trace.given("headroom, where not the practice's own", s.headroom().toString()));
            parts.add(
                Trace.given(
                    "falls when nobody paid the year before by",
                    Uncertain.number(s.unravelling()) + " %"));
            yield "asked a head × patients, for each practice";
          }
          case Source.Transformation s -> {
            if (y < s.perHead().size()) {
              parts.add(rate("a head", s.perHead().get(y), s.stated()));
              parts.add(heads);
            }
            if (y < s.sums().size()) {
              parts.add(money("sum", s.sums().get(y), s.stated()));
            }
            parts.add(unknown("comes in the end", s.comes(), " %"));
            yield "a head × patients + sum, in its years";
          }
          case Source.PracticeContract s -> {
            parts.add(rate("a head", Source.of(s.perHead(), y), s.stated()));
            parts.add(heads);
            parts.add(unknown("passed on", s.passedOn(), " %"));
            parts.add(unknown("pooled", s.pooled(), " %"));
            parts.add(unknown("in dispute", s.disputed(), " %"));
            yield "a head × patients";
          }
          case Source.AllowanceTransfer s -> {
            parts.add(rate("allowance a head in " + scenario.first(), s.allowance(), s.stated()));
            parts.add(heads);
            parts.add(unknown("shrinks a year by", s.shrinks(), " %"));
            parts.add(Trace.given("transferred", Uncertain.number(Source.of(s.share(), y)) + " %"));
            parts.add(unknown("chance of being late", s.late(), " %"));
            yield "allowance, shrunk once for each year since, × patients × transferred";
          }
        };
    return Trace.made("offered", flow.offered().toString(), how, parts);
  }

  private static Trace rate(String what, Rate rate, Stated stated) {
    return stated(Trace.given(what, rate.toString()), stated);
  }

  private static Trace money(String what, Money money, Stated stated) {
    return stated(Trace.given(what, money.toString()), stated);
  }

  private static Trace stated(Trace trace, Stated stated) {
    List<String> sources = new ArrayList<>(stated.sources());
    if (!stated.whose().isBlank()) {
      sources.addFirst(stated.whose());
    }
    return new Trace(
        trace.what(), trace.value(), trace.how(), stated.mark(), sources, trace.parts());
  }

  private static Trace unknown(String what, Uncertain range, String unit) {
    return new Trace(
        what,
        range + unit,
        null,
        null,
        range.whose().isBlank() ? List.of() : List.of(range.whose()),
        List.of());
  }

  private static String count(long number) {
    return String.format(Locale.UK, "%,d", number);
  }
}
