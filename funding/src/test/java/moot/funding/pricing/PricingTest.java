package moot.funding.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.terms.Basis;
import moot.funding.terms.DatedRate;
import moot.funding.terms.Formula;
import moot.funding.terms.Nature;
import moot.funding.terms.Pack;
import moot.funding.terms.PayeeKind;
import moot.funding.terms.Per;
import moot.funding.terms.Schedule;
import moot.funding.terms.Term;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PricingTest {
  private static final FinancialYear YEAR = new FinancialYear(2024);
  private static final NetworkCode NORTH = new NetworkCode("U00001");
  private static final NetworkCode SOUTH = new NetworkCode("U00002");

  @Test
  void aNetworkOfFiftyThousandGetsTheRateTimesItsList() {
    Priced priced =
        price(core(rate("1.50")), practice("A", NORTH, 20_000), practice("B", NORTH, 30_000));
    Entitlement core = priced.entitlements().getFirst();
    assertThat(core.total()).isEqualTo(Money.ofPounds(75_000));
    assertThat(core.months()).hasSize(12).allMatch(Money.ofPounds(6_250)::equals);
    assertThat(core.payee().code()).isEqualTo("U00001");
    assertThat(core.trace().inWords())
        .contains("£1.50 × 50,000 × 12/12")
        .contains("A (A): 20,000, 1 January 2024")
        .contains("verified: read in a published page");
  }

  @Test
  void monthsDifferByAPennyAndAddUp() {
    Priced priced = price(core(rate("1.761")), practice("A", NORTH, 4_321));
    Entitlement core = priced.entitlements().getFirst();
    assertThat(core.total()).isEqualTo(new Money(760_928));
    assertThat(core.months().stream().map(Money::pence).distinct().sorted())
        .containsExactly(63_410L, 63_411L);
    assertThat(core.months().stream().reduce(Money.ZERO, Money::plus)).isEqualTo(core.total());
  }

  @Test
  void aRateThatWasRaisedLaterIsOwedForTheMonthsBefore() {
    DatedRate first = rate("2.916");
    DatedRate raised = announced("2.967", LocalDate.of(2024, 9, 26));
    Term core = core(first, raised);
    FundedPractice[] practices = {practice("A", NORTH, 50_000)};
    Priced announced = price(core, RateChoice.AS_ANNOUNCED, practices);
    Priced paid = price(core, RateChoice.AS_PAID, practices);
    assertThat(announced.total(Nature.PAID)).isEqualTo(Money.ofPounds(145_800));
    assertThat(paid.total(Nature.PAID)).isEqualTo(Money.ofPounds(148_350));
    assertThat(
            price(core, RateChoice.knownOn(LocalDate.of(2024, 9, 25)), practices)
                .total(Nature.PAID))
        .isEqualTo(announced.total(Nature.PAID));
    assertThat(
            price(core, RateChoice.knownOn(LocalDate.of(2024, 9, 26)), practices)
                .total(Nature.PAID))
        .isEqualTo(paid.total(Nature.PAID));
    Arrears arrears = Arrears.between(announced, paid);
    assertThat(arrears.total()).isEqualTo(Money.ofPounds(2_550));
    assertThat(arrears.lines())
        .hasSize(12)
        .allMatch(line -> YearMonth.of(2024, 9).equals(line.paidWith()));
  }

  @Test
  void aWindowIsPaidInItsMonthsAlone() {
    Term extendedHours =
        term(
            PayeeKind.NOMINATED_PAYEE,
            new Formula.PerUnit(
                Basis.REGISTERED_LIST,
                Per.WINDOW,
                List.of(
                    new DatedRate(
                        Rate.ofPounds("0.720"),
                        LocalDate.of(2024, 4, 1),
                        LocalDate.of(2024, 9, 30),
                        null,
                        Mark.READ,
                        List.of("S"),
                        null)),
                List.of()));
    Entitlement priced =
        price(extendedHours, practice("A", NORTH, 10_000)).entitlements().getFirst();
    assertThat(priced.total()).isEqualTo(Money.ofPounds(7_200));
    assertThat(priced.months().subList(0, 6)).allMatch(Money.ofPounds(1_200)::equals);
    assertThat(priced.months().subList(6, 12)).allMatch(Money::isZero);
  }

  @Test
  void aPracticeThatMovesTakesTheMonthAlongByTheRuleOfThePlace() {
    FundedPractice stays = practice("A", NORTH, 12_000);
    FundedPractice moves =
        new FundedPractice(
            new PracticeCode("B"),
            "B",
            List.of(
                new FundedPractice.Membership(NORTH, LocalDate.MIN, LocalDate.of(2024, 7, 9)),
                new FundedPractice.Membership(SOUTH, LocalDate.of(2024, 7, 10), null)),
            list(12_000));
    Term core = core(rate("1.00"));
    assertThat(monthsOf(SOUTH, new MembershipRule(14), core, stays, moves))
        .isEqualTo(9); // July to March
    assertThat(monthsOf(SOUTH, new MembershipRule(1), core, stays, moves))
        .isEqualTo(8); // from August
    assertThat(monthsOf(SOUTH, new MembershipRule(0), core, stays, moves)).isZero();
    Priced priced = price(core, RateChoice.AS_PAID, stays, moves);
    assertThat(priced.total(Nature.PAID)).isEqualTo(Money.ofPounds(24_000));
  }

  private static long monthsOf(
      NetworkCode network, MembershipRule rule, Term term, FundedPractice... practices) {
    return new Pricing(pack(term), RateChoice.AS_PAID, rule, Achieved.NOTHING_SAID)
        .price(new FundedPlace("Mereshire", List.of(practices), Map.of())).entitlements().stream()
            .filter(entitlement -> entitlement.payee().code().equals(network.value()))
            .flatMap(entitlement -> entitlement.months().stream())
            .filter(month -> !month.isZero())
            .count();
  }

  @Test
  void aMissingBasisLeavesTheTermOutAndSaysWhose() {
    FundedPractice unknown = FundedPractice.in(NORTH, new PracticeCode("B"), "B", Map.of());
    Priced priced = price(core(rate("1.00")), practice("A", NORTH, 12_000), unknown);
    assertThat(priced.entitlements()).isEmpty();
    assertThat(priced.leftOut())
        .singleElement()
        .extracting(LeftOut::why)
        .isEqualTo("registered list not known for B");
  }

  @Test
  void networkParticipationGoesToThePracticesThatAreInANetwork() {
    Term participation =
        term(
            PayeeKind.CORE_NETWORK_PRACTICE,
            new Formula.PerUnit(Basis.REGISTERED_LIST, Per.YEAR, List.of(rate("1.76")), List.of()));
    Priced priced = price(participation, practice("A", NORTH, 10_000), practice("B", null, 10_000));
    assertThat(priced.entitlements())
        .singleElement()
        .extracting(entitlement -> entitlement.payee().code())
        .isEqualTo("A");
    assertThat(priced.leftOut()).isEmpty();
  }

  @Test
  void partsCountForTheirWeight() {
    Term improvement =
        term(
            PayeeKind.NOMINATED_PAYEE,
            new Formula.Parts(
                Basis.REGISTERED_LIST,
                Per.YEAR,
                List.of(rate("1.375")),
                List.of(
                    new Formula.Part("risk", "Risk stratification", 1),
                    new Formula.Part("access", "Modern general practice", 2))));
    FundedPlace place =
        new FundedPlace("Mereshire", List.of(practice("A", NORTH, 60_000)), Map.of());
    Priced full = new Pricing(pack(improvement), RateChoice.AS_PAID).price(place);
    assertThat(full.entitlements().getFirst().total()).isEqualTo(Money.ofPounds(82_500));
    assertThat(full.entitlements().getFirst().trace().inWords()).contains("priced in full");
    Achieved half =
        new Achieved(
            Map.of("t", Map.of("U00001", Map.of("risk", 100, "access", 50))),
            Map.of(),
            Map.of(),
            Map.of());
    assertThat(
            new Pricing(pack(improvement), RateChoice.AS_PAID, MembershipRule.USUAL, half)
                .price(place)
                .entitlements()
                .getFirst()
                .total())
        .isEqualTo(Money.ofPounds(55_000));
  }

  @Test
  void whatAConditionAsksForAndIsNotMetIsNotPaid() {
    Achieved not = new Achieved(Map.of(), Map.of(), Map.of(), Map.of("t", Set.of("U00001")));
    Priced priced =
        new Pricing(pack(core(rate("1.50"))), RateChoice.AS_PAID, MembershipRule.USUAL, not)
            .price(new FundedPlace("M", List.of(practice("A", NORTH, 5)), Map.of()));
    assertThat(priced.entitlements()).isEmpty();
    assertThat(priced.leftOut()).hasSize(1);
  }

  @Test
  void bandsPayPartsOfTheQuantityAtPartsOfTheRate() {
    Term banded =
        term(
            PayeeKind.NOMINATED_PAYEE,
            new Formula.PerUnit(
                Basis.REGISTERED_LIST,
                Per.YEAR,
                List.of(rate("1.00")),
                List.of(
                    new Formula.Band(Quantity.ZERO, 100),
                    new Formula.Band(Quantity.of(30_000), 50),
                    new Formula.Band(Quantity.of(50_000), 0))));
    assertThat(price(banded, practice("A", NORTH, 20_000)).total(Nature.PAID))
        .isEqualTo(Money.ofPounds(20_000));
    assertThat(price(banded, practice("A", NORTH, 60_000)).total(Nature.PAID))
        .isEqualTo(Money.ofPounds(40_000));
  }

  @Test
  void moneyIsConservedToThePennyInRandomPlaces() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int trial = 0; trial < 300; trial++) {
      List<FundedPractice> practices = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        LocalDate moved = YEAR.from().plusDays(random.nextInt(365));
        practices.add(
            new FundedPractice(
                new PracticeCode("P" + i),
                "P" + i,
                List.of(
                    new FundedPractice.Membership(NORTH, LocalDate.MIN, moved.minusDays(1)),
                    new FundedPractice.Membership(SOUTH, moved, null)),
                Map.of(
                    Basis.REGISTERED_LIST,
                    new Held(new Quantity(random.nextLong(1, 3_000_000)), "some day"))));
      }
      Term core =
          core(
              new DatedRate(
                  new Rate(random.nextLong(1, 30_000_000)),
                  YEAR.from(),
                  YEAR.to(),
                  null,
                  Mark.READ,
                  List.of(),
                  null));
      Priced priced =
          new Pricing(
                  pack(core),
                  RateChoice.AS_PAID,
                  new MembershipRule(random.nextInt(32)),
                  Achieved.NOTHING_SAID)
              .price(new FundedPlace("M", practices, Map.of()));
      BigDecimal all =
          practices.stream()
              .map(
                  p ->
                      Objects.requireNonNull(p.bases().get(Basis.REGISTERED_LIST))
                          .quantity()
                          .amount())
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .multiply(core.formula().rates().getFirst().rate().inPounds());
      for (Entitlement entitlement : priced.entitlements()) {
        assertThat(entitlement.months().stream().reduce(Money.ZERO, Money::plus))
            .as("seed %d", seed)
            .isEqualTo(entitlement.total());
        Money total = entitlement.total();
        Splitting.BY_LIST
            .split(total, practices)
            .ifPresent(
                parts ->
                    assertThat(parts.values().stream().reduce(Money.ZERO, Money::plus))
                        .isEqualTo(total));
      }
      // Two networks at most, so what they get together is at most a penny off the exact whole.
      assertThat(
              priced
                  .total(Nature.PAID)
                  .inPounds()
                  .subtract(all.setScale(6, RoundingMode.HALF_UP))
                  .abs())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(new BigDecimal("0.010001"));
    }
  }

  private static Term core(DatedRate... rates) {
    return term(
        PayeeKind.NOMINATED_PAYEE,
        new Formula.PerUnit(Basis.REGISTERED_LIST, Per.YEAR, List.of(rates), List.of()));
  }

  private static Term term(PayeeKind payee, Formula formula) {
    return new Term(
        "t",
        "Core PCN funding",
        "commissioner",
        payee,
        Nature.PAID,
        Schedule.MONTHLY,
        formula,
        null,
        null,
        null,
        null,
        null,
        Term.Rounding.NEAREST,
        null);
  }

  private static DatedRate rate(String pounds) {
    return new DatedRate(
        Rate.ofPounds(pounds), YEAR.from(), YEAR.to(), null, Mark.READ, List.of("S"), null);
  }

  private static DatedRate announced(String pounds, LocalDate day) {
    return new DatedRate(
        Rate.ofPounds(pounds), YEAR.from(), YEAR.to(), day, Mark.READ_TWICE, List.of("S"), null);
  }

  private static Pack pack(Term term) {
    return new Pack("c", "Contract", YEAR, Map.of("S", "a page"), List.of(term), List.of());
  }

  private static Priced price(Term term, FundedPractice... practices) {
    return price(term, RateChoice.AS_PAID, practices);
  }

  private static Priced price(Term term, RateChoice rates, FundedPractice... practices) {
    return new Pricing(pack(term), rates)
        .price(new FundedPlace("Mereshire", List.of(practices), Map.of()));
  }

  private static FundedPractice practice(String code, @Nullable NetworkCode network, long list) {
    return FundedPractice.in(network, new PracticeCode(code), code, list(list));
  }

  private static Map<Basis, Held> list(long list) {
    Map<Basis, Held> bases = new EnumMap<>(Basis.class);
    bases.put(Basis.REGISTERED_LIST, new Held(Quantity.of(list), "1 January 2024"));
    return bases;
  }
}
