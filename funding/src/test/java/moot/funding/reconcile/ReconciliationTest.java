package moot.funding.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.income.Statement;
import moot.funding.income.Statements;
import moot.register.published.PaidPractice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reconciling by worked examples: each explanation once, and what must not be explained. */
class ReconciliationTest {
  private static final FinancialYear YEAR = new FinancialYear(2022);
  private static final String LINE = "PCN Participation";
  private static final LineRule RULE = LineRules.shipped().find(LINE, YEAR).orElseThrow();

  private final List<PaidPractice> now = new ArrayList<>();
  private final List<PaidPractice> before = new ArrayList<>();

  /** £1.761 × 10,000 is £17,610. */
  private void practice(String code, String commissioner, double list, double paid) {
    practice(code, commissioner, "GMS", "U1", null, null, 10_000, list, paid, 17_610);
  }

  private void practice(
      String code,
      String commissioner,
      String contract,
      @Nullable String network,
      @Nullable LocalDate opened,
      @Nullable LocalDate closed,
      double listBefore,
      double list,
      double paid,
      double paidBefore) {
    now.add(
        Statements.practice(
            YEAR, code, commissioner, contract, network, opened, closed, list, LINE, paid));
    if (listBefore > 0) {
      before.add(
          Statements.practice(
              YEAR.plusYears(-1),
              code,
              commissioner,
              contract,
              network,
              opened,
              closed,
              listBefore,
              LINE,
              paidBefore));
    }
  }

  private Map<String, Difference> reconciled() {
    return reconciliation().differences().stream()
        .collect(Collectors.toMap(Difference::code, Function.identity()));
  }

  private Reconciliation reconciliation() {
    return Reconciliation.of(
        RULE, Statement.of(now), Statement.of(before), null, Tolerance.DEFAULT);
  }

  private static Difference of(Map<String, Difference> found, String code) {
    return Objects.requireNonNull(found.get(code), code);
  }

  @Test
  void eachDifferenceIsPutDownToTheFirstThatFits() {
    practice("EXACT", "Z", 12_000, 17_610);
    practice("NEAR", "Z", 12_000, 17_700);
    practice("LATER", "Z", 12_000, 21_132);
    practice("BETWEEN", "Z", 12_000, 19_500);
    practice("HALF", "Z", 10_000, 8_805);
    practice("MORE", "Z", 10_000, 17_610 * 14 / 12.0);
    practice("FAR MORE", "Z", 10_000, 17_610 * 20 / 12.0);
    practice("BACK", "Z", 10_000, -500);
    practice("NOTHING", "Z", 10_000, 0);
    practice("ODD", "Z", 10_000, 17_610 * 1.04);
    practice("OUT", "Z", "GMS", null, null, null, 10_000, 10_000, 0, 0);
    practice("LEFT", "Z", "GMS", null, null, null, 10_000, 10_000, 7_000, 17_610);
    practice("JOINED", "Z", "GMS", "U1", null, null, 10_000, 10_000, 7_000, 0);
    practice("APMS", "Z", "APMS", "U1", null, null, 10_000, 10_000, 7_000, 17_610);
    practice("NEW", "Z", "GMS", "U1", YEAR.from(), null, 0, 3_000, 2_000, 0);
    practice("EMPTY", "Z", "GMS", "U1", null, null, 0, 0, 0, 0);
    practice(
        "CLOSED", "Z", "GMS", "U1", null, YEAR.from().plusMonths(5), 10_000, 100, 8_805, 17_610);

    Map<String, Difference> found = reconciled();

    Map<String, Explanation> explained = new java.util.TreeMap<>();
    found.forEach((code, difference) -> explained.put(code, difference.explanation()));
    assertThat(explained)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("EXACT", Explanation.AS_EXPECTED),
                Map.entry("NEAR", Explanation.AS_EXPECTED),
                Map.entry("LATER", Explanation.LIST_OF_LATER_DATE),
                Map.entry("BETWEEN", Explanation.LIST_CHANGED),
                Map.entry("HALF", Explanation.PART_OF_YEAR),
                Map.entry("MORE", Explanation.MORE_THAN_A_YEAR),
                Map.entry("FAR MORE", Explanation.UNEXPLAINED),
                Map.entry("BACK", Explanation.TAKEN_BACK),
                Map.entry("NOTHING", Explanation.NOTHING_PAID),
                Map.entry("ODD", Explanation.UNEXPLAINED),
                Map.entry("OUT", Explanation.NO_PARTICIPATION),
                Map.entry("LEFT", Explanation.JOINED_OR_LEFT),
                Map.entry("JOINED", Explanation.JOINED_OR_LEFT),
                Map.entry("APMS", Explanation.OTHER_CONTRACT),
                Map.entry("NEW", Explanation.OPENED),
                Map.entry("EMPTY", Explanation.NO_LIST),
                Map.entry("CLOSED", Explanation.CLOSED)));
    assertThat(of(found, "HALF").words()).contains("6 months of 12 fit");
    assertThat(of(found, "ODD").words()).contains("4.0 % more than expected");
    assertThat(of(found, "HALF").amount()).hasToString("−£8,805.00");
    assertThat(of(found, "HALF").trace().inWords())
        .contains("expected: £17,610.00", "£1.761", "[V, verified", "SLIDE-22")
        .contains("10,000", "statement of the year before");
    assertThat(of(found, "NEW").listFrom()).isEqualTo(ListFrom.THIS_YEAR_TOO_LATE);
  }

  /** The largest difference stands first, whichever way it goes. */
  @Test
  void differencesAreRanked() {
    practice("A", "Z", 10_000, 17_600);
    practice("B", "Z", 10_000, 5_000);
    practice("C", "Z", 10_000, 40_000);
    assertThat(reconciliation().differences())
        .extracting(Difference::code)
        .containsExactly("C", "B", "A");
  }

  @Test
  void tooMuchAndTooLittleCancelOutInTheAmountAndNotInTheSize() {
    practice("OVER", "Z", 10_000, 17_610 * 1.04);
    practice("UNDER", "Z", 10_000, 17_610 * 0.96);
    Reconciliation.Count unexplained =
        Objects.requireNonNull(reconciliation().counts().get(Explanation.UNEXPLAINED));
    assertThat(unexplained.count()).isEqualTo(2);
    assertThat(unexplained.amount()).isEqualTo(Money.ZERO);
    assertThat(unexplained.size()).hasToString("£1,408.80");
  }

  @Test
  void linesThatCannotBeWorkedOutAreNamedWithTheirMoney() {
    now.add(
        Statements.practice(
            YEAR, "A", "U1", 10_000, "PCN Workforce", 900, "Some other line", 5, LINE, 17_610));
    now.add(Statements.practice(YEAR, "B", "U1", 10_000, "PCN Workforce", -100));
    assertThat(LineRules.shipped().leftOut(Statement.of(now)))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.heading()).isEqualTo("PCN Workforce");
              assertThat(line.paid()).isEqualTo(Money.ofPounds(800));
              assertThat(line.why()).contains("claims");
            });
  }

  @Test
  void aWholeCommissionerInArrearsIsRecognisedAndAnotherIsNot() {
    for (int i = 0; i < 6; i++) {
      practice("ARREARS" + i, "X", 10_000, 17_610 * 11 / 12.0 + i);
      practice("FULL" + i, "Y", 10_000, 17_610);
    }
    practice("FULL WITH X", "X", 10_000, 17_610);
    practice("ELEVEN WITH Y", "Y", 10_000, 17_610 * 11 / 12.0);
    for (int i = 0; i < 4; i++) {
      practice("FEW" + i, "W", 10_000, 17_610 * 11 / 12.0);
    }

    Reconciliation it = reconciliation();

    assertThat(it.months().stream().filter(Reconciliation.Months::differ))
        .singleElement()
        .satisfies(
            months -> {
              assertThat(months.commissioner()).isEqualTo("X");
              assertThat(months.months()).isEqualTo(11);
              assertThat(months.count()).isEqualTo(7);
            });
    Map<String, Difference> found = reconciled();
    assertThat(of(found, "ARREARS3").explanation()).isEqualTo(Explanation.COMMISSIONERS_MONTHS);
    assertThat(of(found, "ARREARS3").words())
        .contains("Commissioner X", "11 months of 12", "next year");
    assertThat(of(found, "ARREARS3").shareByMonths())
        .isCloseTo(0.0, org.assertj.core.data.Offset.offset(0.001));
    assertThat(of(found, "FULL WITH X").explanation()).isEqualTo(Explanation.AS_EXPECTED);
    assertThat(of(found, "ELEVEN WITH Y").explanation()).isEqualTo(Explanation.PART_OF_YEAR);
    assertThat(of(found, "FEW0").explanation()).isEqualTo(Explanation.PART_OF_YEAR);
    assertThat(it.distribution().within()).isLessThan(it.distributionByMonths().within());
  }

  @Test
  void withoutTheYearBeforeTheListIsCarriedBackByItsOwnTrendUnlessItBroke() {
    List<PaidPractice> after =
        List.of(
            Statements.practice(YEAR.plusYears(1), "GROWS", "U1", 12_100, LINE, 0),
            Statements.practice(YEAR.plusYears(1), "BROKE", "U1", 2, LINE, 0));
    now.add(Statements.practice(YEAR, "GROWS", "U1", 11_000, LINE, 17_610));
    now.add(Statements.practice(YEAR, "BROKE", "U1", 10_000, LINE, 17_000));

    Map<String, Difference> found =
        Reconciliation.of(RULE, Statement.of(now), null, Statement.of(after), Tolerance.DEFAULT)
            .differences()
            .stream()
            .collect(Collectors.toMap(Difference::code, Function.identity()));

    assertThat(of(found, "GROWS").list()).isEqualTo(Quantity.of(10_000));
    assertThat(of(found, "GROWS").listFrom()).isEqualTo(ListFrom.CARRIED_BACK);
    assertThat(of(found, "GROWS").explanation()).isEqualTo(Explanation.AS_EXPECTED);
    assertThat(of(found, "BROKE").listFrom()).isEqualTo(ListFrom.THIS_YEAR_TOO_LATE);
    assertThat(of(found, "BROKE").explanation()).isEqualTo(Explanation.LIST_OF_LATER_DATE);
  }

  private static final FinancialYear LONG_COVID = new FinancialYear(2021);

  private static PaidPractice longCovid(
      String code, double registered, double weighted, double paid) {
    return Statements.registered(
        Statements.practice(
            LONG_COVID, code, "U1", weighted, "Long Covid", paid, LINE, 1.76 * 13_200),
        registered);
  }

  /** 10,000 patients of 1 January weigh 1.32 each, as those of the statement do. */
  @Test
  void aListIsReadBackFromAPaymentOfAKnownRate() {
    List<PaidPractice> rows =
        List.of(
            longCovid("PART", 10_500, 13_860, 3_710),
            longCovid("WHOLE", 10_500, 13_860, 4_950),
            longCovid("NEXT", 10_500, 13_860, 3_000),
            longCovid("LITTLE", 10_500, 13_860, 500),
            longCovid("NONE", 10_500, 13_860, 0));
    List<PaidPractice> after =
        List.of(
            Statements.practice(
                LONG_COVID.plusYears(1), "NEXT", "U1", 13_900, "Long Covid", 1_950));
    LineRule rule = LineRules.shipped().find(LINE, LONG_COVID).orElseThrow();

    Map<String, Difference> found =
        Reconciliation.of(rule, Statement.of(rows), null, Statement.of(after), Tolerance.DEFAULT)
            .differences()
            .stream()
            .collect(Collectors.toMap(Difference::code, Function.identity()));

    for (String code : List.of("PART", "WHOLE", "NEXT")) {
      assertThat(of(found, code).listFrom()).as(code).isEqualTo(ListFrom.READ_BACK_AND_WEIGHTED);
      assertThat(of(found, code).list()).isEqualTo(Quantity.of(13_200));
      assertThat(of(found, code).explanation()).isEqualTo(Explanation.AS_EXPECTED);
    }
    assertThat(of(found, "LITTLE").listFrom()).isEqualTo(ListFrom.THIS_YEAR_TOO_LATE);
    assertThat(of(found, "NONE").listFrom()).isEqualTo(ListFrom.THIS_YEAR_TOO_LATE);
    assertThat(of(found, "PART").trace().inWords())
        .contains("registered list of 1 January before the year: 10,000", "[C,")
        .contains("paid under Long Covid in 2021/22: £3,710.00", "£0.371", "[V2,");
    assertThat(of(found, "NEXT").trace().inWords())
        .contains("paid under Long Covid in 2021/22 and 2022/23: £4,950.00", "£0.495");
  }

  /** The statement of the year before has the list itself, and is surer. */
  @Test
  void aListThatStandsInAStatementIsNotReadBack() {
    LineRule rule = LineRules.shipped().find(LINE, LONG_COVID).orElseThrow();
    Reconciliation it =
        Reconciliation.of(
            rule,
            Statement.of(List.of(longCovid("A", 10_500, 13_860, 3_710))),
            Statement.of(List.of(Statements.practice(LONG_COVID.plusYears(-1), "A", "U1", 13_000))),
            null,
            Tolerance.DEFAULT);
    assertThat(it.differences().getFirst().listFrom()).isEqualTo(ListFrom.YEAR_BEFORE);
    assertThat(it.differences().getFirst().list()).isEqualTo(Quantity.of(13_000));
  }

  @Test
  void aNetworksListIsReadBackFromAllItsPracticesOrNotAtAll() {
    String hours = "PCN Extended Hours Access";
    LineRule rule = LineRules.shipped().find(hours, LONG_COVID).orElseThrow();
    PaidPractice a =
        Statements.practice(
            LONG_COVID, "A", "U1", 10_500, "Long Covid", 3_710, hours, 1.44 * 20_000);
    PaidPractice b = Statements.practice(LONG_COVID, "B", "U1", 10_500, "Long Covid", 4_950);
    PaidPractice none = Statements.practice(LONG_COVID, "B", "U1", 10_500);

    Difference whole = network(rule, a, b);
    assertThat(whole.listFrom()).isEqualTo(ListFrom.READ_BACK);
    assertThat(whole.list()).isEqualTo(Quantity.of(20_000));
    assertThat(whole.explanation()).isEqualTo(Explanation.AS_EXPECTED);
    assertThat(network(rule, a, none).listFrom()).isEqualTo(ListFrom.THIS_YEAR_TOO_LATE);
  }

  private static Difference network(LineRule rule, PaidPractice... practices) {
    return Reconciliation.of(rule, Statement.of(List.of(practices)), null, null, Tolerance.DEFAULT)
        .differences()
        .getFirst();
  }

  /** A network's line is the sum of its practices, whoever of them takes the money. */
  @Test
  void aNetworksLineIsOfAllItsPractices() {
    String hours = "PCN Extended Hours Access";
    LineRule rule = LineRules.shipped().find(hours, YEAR).orElseThrow();
    for (FinancialYear year : List.of(YEAR.plusYears(-1), YEAR)) {
      List<PaidPractice> rows = year.equals(YEAR) ? now : before;
      rows.add(Statements.practice(year, "A", "U1", 20_000, hours, 25_200));
      rows.add(Statements.practice(year, "B", "U1", 15_000));
      rows.add(Statements.practice(year, "C", "U2", 30_000));
      rows.add(Statements.practice(year, "D", null, 5_000));
    }
    Reconciliation it =
        Reconciliation.of(rule, Statement.of(now), Statement.of(before), null, Tolerance.DEFAULT);
    assertThat(it.differences()).hasSize(2);
    Difference paid = it.differences().get(1);
    assertThat(paid.code()).isEqualTo("U1");
    assertThat(paid.explanation()).isEqualTo(Explanation.AS_EXPECTED);
    assertThat(paid.expected()).isEqualTo(Money.ofPounds(25_200));
    assertThat(it.differences().getFirst().words()).contains("a company may take its money");
  }

  @Test
  void theGlobalSumOfThoseOnCallAtNightIsToldByItsRate() {
    LineRule rule = LineRules.shipped().find("global sum", YEAR).orElseThrow();
    now.add(Statements.practice(YEAR, "NIGHT", null, 10_000, "Global Sum", 997_000));
    now.add(Statements.practice(YEAR, "DAY", null, 10_000, "Global Sum", 949_700));
    now.add(
        Statements.practice(YEAR, "PMS", "16C", "PMS", null, null, null, 10_000, "Global Sum", 5));
    Reconciliation it = Reconciliation.of(rule, Statement.of(now), null, null, Tolerance.DEFAULT);
    assertThat(it.differences()).extracting(Difference::code).containsExactly("NIGHT", "DAY");
    assertThat(it.differences().getFirst().explanation()).isEqualTo(Explanation.OTHER_RATE);
    assertThat(it.differences().getFirst().words()).contains("out-of-hours");
  }

  /** A statement without contracts is held beside the rules whole; one with some, for those. */
  @Test
  void whatIsNotKnownOfContractsIsSaid() {
    LineRule rule = LineRules.shipped().find("global sum", YEAR).orElseThrow();
    PaidPractice known = Statements.practice(YEAR, "A", null, 10_000, "Global Sum", 949_700);
    PaidPractice unknown = Statements.withoutContract(known, "B");

    Statement none = Statement.of(List.of(unknown));
    assertThat(Reconciliation.of(rule, none, null, null, Tolerance.DEFAULT).differences())
        .extracting(Difference::code)
        .containsExactly("B");
    assertThat(rule.contractRemark(none))
        .hasValueSatisfying(w -> assertThat(w).contains("all are"));
    Statement one = Statement.of(List.of(known, unknown));
    assertThat(Reconciliation.of(rule, one, null, null, Tolerance.DEFAULT).differences())
        .extracting(Difference::code)
        .containsExactly("A");
    assertThat(rule.contractRemark(one))
        .hasValueSatisfying(w -> assertThat(w).contains("1 of 2 practices are left out"));
    assertThat(rule.contractRemark(Statement.of(List.of(known)))).isEmpty();
  }

  @Test
  void aRateThatTheUserGivesHasNoMarkAndBadOnesAreRefused() {
    LineRule given = RULE.at(Rate.ofPounds("2"));
    assertThat(given.mark()).isNull();
    assertThat(RULE.mark()).isEqualTo(Mark.READ);
    assertThatThrownBy(() -> RULE.at(Rate.ofPounds("-1"))).hasMessageContaining("Maybe");
    assertThatThrownBy(() -> RULE.at(Rate.ofPounds("1761"))).hasMessageContaining("Maybe");
    assertThatThrownBy(() -> new Tolerance(5, 0.05, 0.02, 0.25, 5))
        .hasMessageContaining("per cent");
    assertThat(LineRules.shipped().find(LINE, new FinancialYear(2010))).isEmpty();
  }

  @Test
  void statementsOfOtherYearsAreRefused() {
    practice("A", "Z", 10_000, 1);
    assertThatThrownBy(
            () ->
                Reconciliation.of(
                    RULE, Statement.of(now), Statement.of(now), null, Tolerance.DEFAULT))
        .hasMessageContaining("the statement of the year before is of 2022/23: expected 2021/22")
        .hasMessageContaining("Maybe");
  }

  /** Whatever stands in a statement, each row is classed, and nothing is lost in the sums. */
  @Test
  void randomStatementsAreClassedWhole() {
    for (long seed = 1; seed <= 300; seed++) {
      java.util.Random random = new java.util.Random(seed);
      now.clear();
      before.clear();
      before.add(Statements.practice(YEAR.plusYears(-1), "ANOTHER", null, 1));
      long paid = 0;
      for (int i = 0; i < 1 + random.nextInt(40); i++) {
        double list = random.nextInt(5) == 0 ? 0 : random.nextInt(2_000_000) / 100.0;
        double money = random.nextInt(5) == 0 ? 0 : (random.nextInt(4_000_000) - 100_000) / 100.0;
        paid += Math.round(money * 100);
        practice(
            "P" + i,
            "C" + random.nextInt(3),
            List.of("GMS", "PMS", "APMS", "Unknown").get(random.nextInt(4)),
            random.nextBoolean() ? "U1" : null,
            random.nextInt(6) == 0 ? YEAR.from().plusDays(random.nextInt(400) - 200) : null,
            random.nextInt(6) == 0 ? YEAR.from().plusDays(random.nextInt(800) - 400) : null,
            random.nextInt(3) == 0 ? 0 : list * (0.5 + random.nextDouble()),
            list,
            money,
            random.nextInt(2) * 5_000);
      }
      Reconciliation it = reconciliation();
      assertThat(it.differences()).hasSize(now.size());
      assertThat(it.paid()).as("seed %d", seed).isEqualTo(new Money(paid));
      assertThat(
              it.counts().values().stream()
                  .map(Reconciliation.Count::amount)
                  .reduce(Money.ZERO, Money::plus))
          .isEqualTo(it.paid().minus(it.expected()));
      assertThat(it.counts().values().stream().mapToInt(Reconciliation.Count::count).sum())
          .isEqualTo(now.size());
      assertThat(it.differences()).noneMatch(d -> d.words().isBlank());
    }
  }
}
