package moot.funding.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Rate;
import moot.register.published.PaidPractice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** National and local income, as worked examples, in other years' spelling, and of all England. */
class IncomesTest {
  private static final FinancialYear YEAR = new FinancialYear(2022);
  private static final PaymentHeadings HEADINGS = PaymentHeadings.shipped();

  @TempDir Path dir;

  private static Incomes incomes(PaidPractice... practices) {
    return Incomes.of(List.of(Statement.of(List.of(practices))), HEADINGS);
  }

  private static Income find(Incomes incomes, Scope scope, String code, FinancialYear year) {
    return Objects.requireNonNull(incomes.find(scope, code, year), code);
  }

  @Test
  void aNetworksMoneyIsItsMembersByListWhereverItWasPaid() {
    Incomes incomes =
        incomes(
            Statements.practice(
                YEAR,
                "A1",
                "U1",
                3_000,
                "Global Sum",
                300_000,
                "PCN Participation",
                5_283,
                "PCN Workforce",
                100_000,
                "Premises Payments",
                20_000),
            Statements.practice(
                YEAR,
                "A2",
                "U1",
                6_000,
                "Global Sum",
                600_000,
                "PCN Participation",
                10_566,
                "Local Incentive Schemes",
                42_000));

    Income small = find(incomes, Scope.PRACTICE, "A1", YEAR);
    assertThat(small.of(IncomeClass.NETWORK)).hasToString("£38,616.33");
    assertThat(small.payeePart()).hasToString("−£66,666.67");
    assertThat(small.earned()).isEqualTo(small.total().minus(Money.ofPounds(20_000)));
    Income large = find(incomes, Scope.PRACTICE, "A2", YEAR);
    assertThat(large.of(IncomeClass.NETWORK)).hasToString("£77,232.67");
    assertThat(large.share(IncomeClass.LOCAL)).isEqualTo(42_000 / (642_000 + 77_232.67));
    Income.Leaving leaving = large.leaving();
    assertThat(leaving.participation()).isEqualTo(Money.ofPounds(10_566));
    assertThat(leaving.throughTheNetwork()).hasToString("£66,666.67");
    assertThat(leaving.backForParticipation()).isEqualTo(Rate.ofPounds("1.761"));
    assertThat(leaving.back()).isEqualTo(Rate.ofPounds("12.872112"));
    Income network = find(incomes, Scope.NETWORK, "U1", YEAR);
    assertThat(network.of(IncomeClass.NETWORK)).isEqualTo(Money.ofPounds(115_849));
    assertThat(network.name()).isEqualTo("Network U1");
    assertThat(find(incomes, Scope.PLACE, "16C", YEAR).practices()).isEqualTo(2);
    assertThat(large.trace().inWords())
        .contains("network contract: £77,232.67", "shared by registered list", "£600,000.00");
  }

  /**
   * U1 has £10 a patient in the file; a company takes what U2 has, which has half as many patients.
   */
  @Test
  void whatACompanyTakesForANetworkIsSaidToBeMissingAndEstimated() {
    Incomes incomes =
        Incomes.of(
            List.of(
                Statement.of(
                    List.of(
                        Statements.practice(
                            YEAR,
                            "A1",
                            "U1",
                            4_000,
                            "PCN Workforce",
                            40_000,
                            "PCN Participation",
                            7_044),
                        Statements.practice(YEAR, "B1", "U2", 2_000, "PCN Participation", 3_522)))),
            PaymentHeadings.shipped());

    Income.Leaving shown = find(incomes, Scope.NETWORK, "U1", YEAR).leaving();
    assertThat(shown.isPartial()).isFalse();
    assertThat(shown.unseenEstimate()).isEqualTo(Money.ZERO);
    Income.Leaving hidden = find(incomes, Scope.PRACTICE, "B1", YEAR).leaving();
    assertThat(hidden.isPartial()).isTrue();
    assertThat(hidden.lost()).isEqualTo(Money.ofPounds(3_522));
    assertThat(hidden.unseenEstimate()).isEqualTo(Money.ofPounds(20_000));
    assertThat(hidden.backWithEstimate()).isEqualTo(Rate.ofPounds("11.761"));
    Income.Leaving all = incomes.all(YEAR).leaving();
    assertThat(all.unseen()).isEqualTo(moot.funding.Quantity.of(2_000));
    assertThat(all.lost()).isEqualTo(Money.ofPounds(50_566));
    assertThat(all.backWithEstimate()).isEqualTo(Rate.ofPounds("11.761"));
  }

  @Test
  void aTrendSaysWhatChangedInMoneyPerPatientAndShare() {
    FinancialYear before = new FinancialYear(2021);
    Incomes incomes =
        Incomes.of(
            List.of(
                Statement.of(
                    List.of(
                        Statements.practice(
                            YEAR,
                            "A1",
                            null,
                            1_000,
                            "Global Sum",
                            90_000,
                            "Local Incentive Schemes",
                            10_000))),
                Statement.of(
                    List.of(
                        Statements.practice(
                            before,
                            "A1",
                            null,
                            800,
                            "Global Sum",
                            80_000,
                            "Total Local Incentive Schemes",
                            20_000)))),
            HEADINGS);

    List<Income> trend = incomes.trend(Scope.PRACTICE, "A1");
    assertThat(trend).extracting(Income::year).containsExactly(before, YEAR);
    Incomes.Change local =
        Incomes.changes(trend).stream()
            .filter(change -> change.incomeClass() == IncomeClass.LOCAL)
            .findFirst()
            .orElseThrow();
    assertThat(local.before()).isEqualTo(Money.ofPounds(20_000));
    assertThat(local.after()).isEqualTo(Money.ofPounds(10_000));
    assertThat(local.beforePerPatient()).isEqualTo(Rate.ofPounds("25"));
    assertThat(local.afterPerPatient()).isEqualTo(Rate.ofPounds("10"));
    assertThat(local.share()).isCloseTo(-0.1, org.assertj.core.data.Offset.offset(1e-12));
    assertThatThrownBy(
            () ->
                Incomes.of(
                    List.of(
                        Statement.of(List.of(Statements.practice(YEAR, "A1", null, 1))),
                        Statement.of(List.of(Statements.practice(YEAR, "A1", null, 1)))),
                    HEADINGS))
        .hasMessageContaining("two statements of 2022/23")
        .hasMessageContaining("Maybe");
  }

  /** Sharing creates and loses no penny, whoever takes the money for the network. */
  @Test
  void ofRandomStatementsNoPennyIsLost() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<PaidPractice> practices = new ArrayList<>();
      long paid = 0;
      for (int i = 0; i < 1 + random.nextInt(30); i++) {
        double workforce = (random.nextInt(3) - 1) * random.nextInt(10_000_000) / 100.0;
        double sum = random.nextInt(100_000_000) / 100.0;
        paid += Math.round(workforce * 100) + Math.round(sum * 100);
        practices.add(
            Statements.practice(
                YEAR,
                "P" + i,
                random.nextInt(5) == 0 ? null : "U" + random.nextInt(4),
                random.nextInt(4) == 0 ? 0 : random.nextInt(2_000_000) / 100.0,
                "PCN Workforce",
                workforce,
                "Global Sum",
                sum));
      }
      Incomes incomes = Incomes.of(List.of(Statement.of(practices)), HEADINGS);
      assertThat(incomes.all(YEAR).total()).as("seed %d", seed).isEqualTo(new Money(paid));
      assertThat(sum(incomes.list(Scope.PRACTICE, YEAR))).isEqualTo(paid);
      assertThat(
              incomes.list(Scope.PRACTICE, YEAR).stream()
                  .mapToLong(each -> each.payeePart().pence())
                  .sum())
          .isZero();
    }
  }

  private static long sum(List<Income> incomes) {
    return incomes.stream().mapToLong(income -> income.total().pence()).sum();
  }

  /** Headings as they were in other years. */
  @Test
  void headingsOfOtherYearsAreClassed() {
    assertThat(
            List.of(
                HEADINGS.classOf("GlobalSum_£"),
                HEADINGS.classOf("Total QOF Payments"),
                HEADINGS.classOf("Total Local Enhanced Services"),
                HEADINGS.classOf("PCN Investment and impact Fund"),
                HEADINGS.classOf("Appraisal Costs "),
                HEADINGS.classOf("Other Payments1"),
                HEADINGS.classOf("TotalNHSPaymentsToGeneralPractice_£"),
                HEADINGS.classOf("Long Covid")))
        .containsExactly(
            IncomeClass.NATIONAL,
            IncomeClass.NATIONAL,
            IncomeClass.LOCAL,
            IncomeClass.NETWORK,
            IncomeClass.REIMBURSEMENT,
            IncomeClass.OTHER,
            IncomeClass.NOT_A_PAYMENT,
            IncomeClass.COVID);
    assertThat(HEADINGS.knows("Payments for Something New")).isFalse();
  }

  @Test
  void filesOfOtherYearsLoad() {
    String before =
        """
        "NHS England and NHS Improvement (Region, local office) Code",CCG Code,CCG Name,Practice Code,\
        Practice Name,Practice Postcode,Practice Open Date,Practice Close Date,Contract Type,\
        Average Number of Registered Patients,Average Number of Weighted Patients,\
        Average payments per registered patient,Global Sum,Total Local Incentive Schemes,\
        General Practice Forward View,Other Payments1,Total NHS Payments to General Practice,\
        "Deductions for Pensions, Levies and Prescription Charge Income"
        Y54,00C,NHS DARLINGTON CCG,A83034,ORCHARD COURT SURGERY,DL3 0AA,01/06/2018,,GMS,\
        1000.5,1100.25,100,99000.10,1000,50,0.01,100050.11,-5
        """;
    Statement old = Statements.text(dir, before);
    assertThat(old.year()).isEqualTo(new FinancialYear(2018));
    Incomes incomes = Incomes.of(List.of(old), HEADINGS);
    Income practice = find(incomes, Scope.PRACTICE, "A83034", old.year());
    assertThat(practice.total()).hasToString("£100,050.11");
    assertThat(practice.leaving().lost()).isEqualTo(Money.ZERO);
    assertThat(incomes.compared(old.year())).isEqualTo(1);
    assertThat(incomes.disagreements(old.year())).isEmpty();

    String after =
        """
        ICB Code,ICB Name,Sub ICB Code,Sub ICB Name,PCN Code,PCN Name,Practice Code,Practice Name,\
        Practice Open Date,Practice Close Date,Contract Type,Number of registered patients,\
        Number of weighted patients,Global Sum,PCN Participation,PCN Enhanced Access,\
        PCN Capacity and Access,Payments for Something New
        QHM,NENC,16C,TEES,U89141,STOCKTON PCN,A81001,DENSHAM,01/05/2023,,GMS,4000,4100,400000,7220.1,\
        30000,11060,12
        """;
    Statement later = Statements.text(dir, after);
    Incomes newer = Incomes.of(List.of(later), HEADINGS);
    assertThat(later.year()).isEqualTo(new FinancialYear(2023));
    assertThat(newer.unclassed(later.year())).containsExactly("Payments for Something New");
    Income network = find(newer, Scope.NETWORK, "U89141", later.year());
    assertThat(network.name()).isEqualTo("STOCKTON PCN");
    assertThat(network.of(IncomeClass.NETWORK)).hasToString("£48,280.10");
    assertThat(find(newer, Scope.PLACE, "16C", later.year()).name()).isEqualTo("TEES");
    assertThat(newer.compared(later.year())).isZero();
  }

  @Test
  void aBadTableOfHeadingsIsComplainedOfAllAtOnce() {
    assertThatThrownBy(
            () ->
                PaymentHeadings.read(
                    "mine.yaml",
                    new StringReader(
                        """
                        nationl contract:
                          headings: [Global Sum]
                        local schemes:
                          heading: [LES]
                          headings: [LES, "£1"]
                        other:
                          headings: [LES]
                        """)))
        .hasMessageContaining("nationl contract")
        .hasMessageContaining("\"heading\" under \"local schemes\"")
        .hasMessageContaining("stands under \"local schemes\" too")
        .hasMessageContaining("has no letters")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> PaymentHeadings.read("mine.yaml", new StringReader("")))
        .hasMessageContaining("the file is empty");
    assertThatThrownBy(() -> PaymentHeadings.read("mine.yaml", new StringReader("\tother: 1")))
        .hasMessageContaining("Maybe a tab");
  }

  /** What the file itself sums is what the classed lines add up to, for each practice. */
  @Test
  void ofAllEnglandEveryHeadingIsClassedAndEveryPracticesLinesAddUp() {
    Incomes incomes =
        Incomes.of(
            List.of(
                Statements.published("payments-2021-22.csv"),
                Statements.published("payments-2022-23.csv")),
            HEADINGS);
    for (FinancialYear year : incomes.years()) {
      assertThat(incomes.unclassed(year)).isEmpty();
      assertThat(incomes.disagreements(year)).isEmpty();
      assertThat(incomes.compared(year)).isGreaterThan(6_600);
      Income all = incomes.all(year);
      System.out.printf("%s: %s paid, %s earned%n", year, all.total(), all.earned());
      all.byClass()
          .forEach(
              (each, sum) ->
                  System.out.printf(
                      "  %-18s %22s  %5.1f %% of what is earned%n",
                      each.words(), sum, 100 * all.share(each)));
      System.out.printf("  %s%n", all.leaving());
      assertThat(all.leaving().backForParticipation())
          .isBetween(Rate.ofPounds("1.6"), Rate.ofPounds("1.85"));
      assertThat(sum(incomes.list(Scope.PRACTICE, year))).isEqualTo(all.total().pence());
    }
    assertThat(find(incomes, Scope.NETWORK, "U89141", YEAR).name()).isEqualTo("STOCKTON PCN");
    assertThat(find(incomes, Scope.PLACE, "16C", YEAR).name()).contains("NORTH CUMBRIA");
    assertThat(Incomes.changes(incomes.trend(Scope.ALL, ""))).hasSize(6);
  }
}
