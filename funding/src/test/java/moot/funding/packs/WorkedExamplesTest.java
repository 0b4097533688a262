package moot.funding.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.pricing.Achieved;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.FundedPlace;
import moot.funding.pricing.FundedPractice;
import moot.funding.pricing.Held;
import moot.funding.pricing.MembershipRule;
import moot.funding.pricing.Priced;
import moot.funding.pricing.Pricing;
import moot.funding.pricing.RateChoice;
import moot.funding.terms.Basis;
import moot.funding.terms.DatedRate;
import moot.funding.terms.Deduction;
import moot.funding.terms.Formula;
import moot.funding.terms.Pack;
import moot.funding.terms.PayeeKind;
import moot.funding.terms.Term;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Examples that others worked and published, each a file that can be read without this one. */
class WorkedExamplesTest {
  private static final Path FOLDER = Path.of("src/test/resources/examples");
  private static final PracticeCode PRACTICE = new PracticeCode("A00001");
  private static final NetworkCode NETWORK = new NetworkCode("U00001");

  static Stream<String> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @Test
  void nineteenAreThere() throws IOException {
    assertThat(files()).hasSize(19).startsWith("W01.yaml").endsWith("W19.yaml");
  }

  @ParameterizedTest
  @MethodSource("files")
  void comesToWhatWasPublished(String file) throws IOException {
    LinedYaml yaml = LinedYaml.read(file, Files.readString(FOLDER.resolve(file)));
    yaml.throwIfAnything();
    JsonNode given = yaml.root().path("given").path("practice");
    assertThat(yaml.root().path("then").size()).isPositive();
    for (JsonNode then : yaml.root().path("then")) {
      check(then, given, file + ": " + then.path("what").asString());
    }
  }

  private static void check(JsonNode then, JsonNode given, String what) {
    if (then.has("plus")) {
      Money sum = Money.ZERO;
      for (JsonNode item : then.path("plus")) {
        sum = sum.plus(amount(item, given));
      }
      for (JsonNode item : then.path("minus")) {
        sum = sum.minus(amount(item, given));
      }
      checkMoney(then, sum, what);
    } else if (then.has("maxima")) {
      checkMoney(then, maxima(then.path("maxima")), what);
    } else if (then.has("deducted a head")) {
      checkDeducted(then, what);
    } else if (then.has("hours a week")) {
      JsonNode hours = then.path("hours a week");
      assertThat(hours.path("of").asString()).isEqualTo(ServiceHours.EXTENDED_HOURS.title());
      assertThat(ServiceHours.EXTENDED_HOURS.hoursFor(quantity(hours.path("patients"))))
          .as(what)
          .isEqualByComparingTo(decimal(then, "is"));
    } else if (then.has("rate")) {
      JsonNode item = then.path("rate");
      BigDecimal part =
          rate(item)
              .multiply(decimal(item, "times"))
              .divide(
                  decimal(item, "over"), item.path("decimals").intValue(), RoundingMode.HALF_UP);
      assertThat(part).as(what).isEqualByComparingTo(decimal(then, "is"));
      assertThat(part).as(what).isEqualByComparingTo(rate(then.path("as in")));
    } else if (then.has("rise")) {
      BigDecimal from = rate(then.path("rise").path("from"));
      BigDecimal rise = rate(then.path("rise").path("to")).subtract(from);
      assertThat(rise).as(what).isEqualByComparingTo(decimal(then, "pounds"));
      assertThat(rise.movePointRight(2).divide(from, 4, RoundingMode.HALF_UP))
          .as(what)
          .isEqualByComparingTo(decimal(then, "percent"));
    } else {
      throw new AssertionError(what + ": says nothing that can be checked");
    }
  }

  private static void checkMoney(JsonNode then, Money sum, String what) {
    assertThat(sum.inPounds()).as(what).isEqualByComparingTo(decimal(then, "comes to"));
    if (then.has("in whole pounds, cut off")) {
      assertThat(sum.inPounds().setScale(0, RoundingMode.DOWN))
          .as(what)
          .isEqualByComparingTo(decimal(then, "in whole pounds, cut off"));
    }
    if (then.has("not")) {
      assertThat(sum.inPounds()).as(what).isNotEqualByComparingTo(decimal(then, "not"));
    }
  }

  private static void checkDeducted(JsonNode then, String what) {
    JsonNode item = then.path("deducted a head");
    Pack pack = pack(item);
    Deduction deduction = deduction(pack, item);
    BigDecimal percent = Objects.requireNonNull(deduction.percent(), what);
    Term of = pack.findTerm(deduction.of()).orElseThrow();
    BigDecimal exact =
        choose(item, pack, of.formula().rates()).inPounds().multiply(percent).movePointLeft(2);
    assertThat(exact.setScale(4, RoundingMode.HALF_UP))
        .as(what)
        .isEqualByComparingTo(decimal(then, "is"));
    String how = then.has("cut off") ? "cut off" : "rounded";
    BigDecimal published =
        exact.setScale(2, how.equals("cut off") ? RoundingMode.DOWN : RoundingMode.HALF_UP);
    assertThat(published).as(what).isEqualByComparingTo(decimal(then, how));
    assertThat(choose(item, pack, deduction.rates()).inPounds())
        .as(what + ", as in the pack")
        .isEqualByComparingTo(published);
  }

  private static Money maxima(JsonNode item) {
    BigDecimal sum =
        pack(item).maxima().stream()
            .flatMap(role -> role.rates().stream())
            .map(
                rate ->
                    rate.rate()
                        .inPounds()
                        .multiply(BigDecimal.valueOf(rate.months()))
                        .divide(BigDecimal.valueOf(12), MathContext.DECIMAL128))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Money.ofPounds(sum);
  }

  // ---- One amount ----

  private static Money amount(JsonNode item, JsonNode given) {
    if (item.has("sum")) {
      return Money.ofPounds(
          decimal(item, "sum").multiply(decimal(item, "percent")).movePointLeft(2));
    }
    Pack pack = pack(item);
    if (item.has("deduction")) {
      BigDecimal rate = choose(item, pack, deduction(pack, item).rates()).inPounds();
      return Money.ofPounds(rate.multiply(decimal(given, "weighted list")));
    }
    Entitlement entitlement = price(pack, item, given);
    return item.has("month")
        ? entitlement.months().get(item.path("month").intValue() - 1)
        : entitlement.total();
  }

  private static Entitlement price(Pack pack, JsonNode item, JsonNode given) {
    Term term = adapted(pack.findTerm(item.path("term").asString()).orElseThrow(), pack, item);
    Map<Basis, Held> bases = new EnumMap<>(Basis.class);
    given.forEachEntry(
        (basis, quantity) ->
            bases.put(
                Basis.find(basis).orElseThrow(),
                new Held(quantity(quantity), "as in the example")));
    Pack one =
        new Pack(
            pack.contract(), pack.title(), pack.year(), pack.sources(), List.of(term), List.of());
    Priced priced =
        new Pricing(one, choice(item), MembershipRule.USUAL, achieved(term, item, given))
            .price(
                new FundedPlace(
                    "the example",
                    List.of(FundedPractice.in(NETWORK, PRACTICE, "The practice", bases)),
                    Map.of()));
    assertThat(priced.leftOut()).isEmpty();
    assertThat(priced.entitlements()).hasSize(1);
    Entitlement entitlement = priced.entitlements().getFirst();
    assertThat(entitlement.trace().inWords()).contains(term.title());
    return entitlement;
  }

  /** The pack's term, with what the example changes in it. */
  private static Term adapted(Term term, Pack pack, JsonNode item) {
    List<DatedRate> rates = term.formula().rates();
    if (item.has("rate")) {
      DatedRate first = rates.getFirst();
      rates =
          List.of(
              new DatedRate(
                  Rate.ofPounds(decimal(item, "rate")),
                  pack.year().from(),
                  pack.year().to(),
                  null,
                  first.mark(),
                  first.sources(),
                  null));
    }
    boolean payees = item.has("payees");
    List<DatedRate> own = rates;
    Formula formula =
        switch (term.formula()) {
          case Formula.PerUnit unit when item.has("pot") ->
              new Formula.PotShare(
                  Basis.ORGANISATION,
                  Money.ofPounds(decimal(item, "pot")),
                  quantity(item.path("payees")),
                  own);
          case Formula.PerUnit unit ->
              new Formula.PerUnit(unit.basis(), unit.per(), own, unit.bands());
          case Formula.Parts parts ->
              new Formula.Parts(
                  payees ? Basis.ORGANISATION : parts.basis(), parts.per(), own, parts.parts());
          case Formula.Points points ->
              new Formula.Points(
                  own,
                  points.most(),
                  points.averageList(),
                  item.has("factor decimals") ? item.path("factor decimals").intValue() : null,
                  points.indicators());
          case Formula.PotShare pot -> pot;
          case Formula.TopUp topUp -> topUp;
        };
    return new Term(
        term.id(),
        term.title(),
        term.payer(),
        term.payee(),
        term.nature(),
        term.schedule(),
        formula,
        term.line(),
        term.clause(),
        term.condition(),
        term.cap(),
        term.floor(),
        term.rounding(),
        term.note());
  }

  private static Achieved achieved(Term term, JsonNode item, JsonNode given) {
    String payee = term.payee() == PayeeKind.NOMINATED_PAYEE ? NETWORK.value() : PRACTICE.value();
    Map<String, Map<String, Map<String, Integer>>> parts = new HashMap<>();
    Map<String, Map<String, Achieved.Points>> points = new HashMap<>();
    Map<String, Map<String, Achieved.Elsewhere>> elsewhere = new HashMap<>();
    if (item.has("achieved")) {
      Map<String, Integer> percents = new HashMap<>();
      item.path("achieved").forEachEntry((part, share) -> percents.put(part, share.intValue()));
      parts.put(term.id(), Map.of(payee, percents));
    }
    if (item.has("points")) {
      boolean prevalence = item.has("prevalence");
      points.put(
          term.id(),
          Map.of(
              payee,
              new Achieved.Points(
                  quantity(item.path("points")),
                  Map.of(),
                  quantity(item.has("list") ? item.path("list") : given.path("registered list")),
                  prevalence ? quantity(item.path("prevalence")) : null,
                  prevalence ? quantity(item.path("national prevalence")) : null)));
    }
    if (item.has("elsewhere")) {
      elsewhere.put(
          term.id(),
          Map.of(
              payee,
              new Achieved.Elsewhere(
                  Money.ofPounds(decimal(item, "elsewhere")), item.has("target met"))));
    }
    return new Achieved(parts, points, elsewhere, Map.of());
  }

  // ---- Reading ----

  private static Pack pack(JsonNode item) {
    String[] words = item.path("pack").asString().split(" ");
    return Packs.shipped().get(words[0], FinancialYear.find(words[1]).orElseThrow());
  }

  private static Deduction deduction(Pack pack, JsonNode item) {
    return pack.deductions().stream()
        .filter(deduction -> deduction.id().equals(item.path("deduction").asString()))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal rate(JsonNode item) {
    Pack pack = pack(item);
    Term term = pack.findTerm(item.path("term").asString()).orElseThrow();
    return choose(item, pack, term.formula().rates()).inPounds();
  }

  /** That of April. */
  private static Rate choose(JsonNode item, Pack pack, List<DatedRate> rates) {
    return choice(item)
        .choose(new ArrayList<>(rates), pack.year().months().getFirst())
        .orElseThrow()
        .rate();
  }

  private static RateChoice choice(JsonNode item) {
    return item.path("rates").asString("paid").equals("announced")
        ? RateChoice.AS_ANNOUNCED
        : RateChoice.AS_PAID;
  }

  private static Quantity quantity(JsonNode node) {
    return Quantity.of(node.decimalValue());
  }

  private static BigDecimal decimal(JsonNode node, String key) {
    return node.path(key).decimalValue();
  }
}
