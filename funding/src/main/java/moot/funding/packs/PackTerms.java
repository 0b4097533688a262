package moot.funding.packs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** The terms of a rule pack that was checked: nothing is missing or wrong in it. */
final class PackTerms {
  private final JsonNode root;
  private final FinancialYear year;

  PackTerms(JsonNode root, FinancialYear year) {
    this.root = root;
    this.year = year;
  }

  Pack pack() {
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
                    PackReader.findDay(node.path("from")).orElse(year.from()),
                    PackReader.findDay(node.path("to")).orElse(year.to()),
                    PackReader.findDay(node.path("announced")).orElse(null),
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
}
