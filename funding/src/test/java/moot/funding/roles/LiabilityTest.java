package moot.funding.roles;

import static moot.funding.roles.Drawn.Y24;
import static moot.funding.roles.Drawn.day;
import static moot.funding.roles.Drawn.pounds;
import static moot.funding.roles.Drawn.q;
import static moot.funding.roles.Drawn.three;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import org.junit.jupiter.api.Test;

class LiabilityTest {
  private final StatutoryRedundancy law = StatutoryRedundancy.shipped();

  /** Cells of the ready reckoner on GOV.UK: age, whole years, weeks. */
  @Test
  void weeksByAgeAndService() {
    assertThat(weeks(41, 1)).isZero();
    assertThat(weeks(20, 2)).isEqualTo(1);
    assertThat(weeks(23, 2)).isEqualTo(1.5);
    assertThat(weeks(30, 5)).isEqualTo(5);
    assertThat(weeks(41, 2)).isEqualTo(2);
    assertThat(weeks(42, 2)).isEqualTo(2.5);
    assertThat(weeks(45, 10)).isEqualTo(12);
    assertThat(weeks(61, 20)).isEqualTo(30);
    assertThat(weeks(70, 35)).isEqualTo(30);
  }

  private double weeks(int age, int years) {
    LocalDate last = day("2025-03-31");
    return law.halfWeeks(
            last.minusYears(age).minusMonths(1), last.plusDays(1).minusYears(years), last)
        / 2.0;
  }

  /** The example of a published calculator: six years, aged 25, £700 a week: 4.5 × £544. */
  @Test
  void aliceOfThePublishedExample() {
    int halfWeeks = law.halfWeeks(day("1996-03-01"), day("2015-02-01"), day("2021-05-31"));
    assertThat(halfWeeks / 2.0).isEqualTo(4.5);
    assertThat(law.cap(day("2021-05-31")).most()).isEqualTo(pounds("544"));
    assertThat(pounds("544").inPounds().doubleValue() * 4.5).isEqualTo(2448);
  }

  @Test
  void noticeByService() {
    LocalDate given = day("2025-01-31");
    assertThat(law.noticeWeeks(day("2025-01-10"), given)).isZero();
    assertThat(law.noticeWeeks(day("2025-01-01"), given)).isEqualTo(1);
    assertThat(law.noticeWeeks(day("2023-02-02"), given)).isEqualTo(1);
    assertThat(law.noticeWeeks(day("2023-02-01"), given)).isEqualTo(2);
    assertThat(law.noticeWeeks(day("2005-01-01"), given)).isEqualTo(12);
  }

  @Test
  void theCapsOfEachYearWithTheirMarks() {
    assertThat(law.cap(day("2024-04-05")).most()).isEqualTo(pounds("643"));
    assertThat(law.cap(day("2024-04-06")).most()).isEqualTo(pounds("700"));
    assertThat(law.cap(day("2026-04-06")).mark()).isEqualTo(Mark.READ);
    assertThat(law.caps()).allMatch(c -> !c.sources().isEmpty());
    assertThat(law.isCapKnown(day("2027-04-05"))).isTrue();
    assertThat(law.isCapKnown(day("2027-04-06"))).isFalse();
  }

  /**
   * One person aged 46 at the end, five years, £52,000: 7.5 weeks at £700 = £5,250. Notice of five
   * weeks given on the last day: 35 of 365 days of £62,400 = £5,983.56.
   */
  @Test
  void underEachEmploymentModel() {
    Liability liability =
        Liability.ifFundingStops(
            plan(Employer.LEAD_PRACTICE), day("2025-03-31"), day("2025-03-31"), law2024());

    assertThat(liability.posts().getFirst().noticeWeeks()).isEqualTo(5);
    assertThat(liability.posts().getFirst().redundancy()).isEqualTo(pounds("5250"));
    assertThat(liability.posts().getFirst().notice()).isEqualTo(pounds("5983.56"));
    assertThat(liability.total()).isEqualTo(pounds("11233.56"));
    assertThat(dues(liability.asPlanned())).containsExactly("£11,233.56", "£0.00", "£0.00");
    assertThat(dues(liability.findBill(Employer.PRACTICES_JOINTLY).orElseThrow()))
        .containsExactly("£4,493.43", "£4,493.42", "£2,246.71");
    assertThat(liability.findBill(Employer.TRUST).orElseThrow().toEmployer())
        .isEqualTo(pounds("11233.56"));
    assertThat(dues(liability.findBill(Employer.FEDERATION).orElseThrow()))
        .containsExactly("£0.00", "£0.00", "£0.00");
    assertThat(liability.trace().inWords()).contains("7.5 weeks for 5 years to age 46");
  }

  @Test
  void noticeGivenInTimeLeavesOnlyRedundancy() {
    Liability liability =
        Liability.ifFundingStops(
            plan(Employer.LEAD_PRACTICE), day("2025-03-31"), day("2024-12-31"), law);
    assertThat(liability.posts().getFirst().notice()).isEqualTo(Money.ZERO);
    assertThat(liability.total()).isEqualTo(pounds("5250"));
  }

  /** A trust that grants a month's pay a year (4.35 weeks) and passes half of it back. */
  @Test
  void aContractThatGrantsMoreAndAnAgreementThatShares() {
    RolePlan plan =
        plan(Employer.TRUST)
            .withTerms(
                new EmploymentTerms(
                    Employer.TRUST,
                    Quantity.of(50),
                    new EmploymentTerms.Contractual(q("4.35"), 24, 2),
                    "clause 9",
                    "the trust"));
    Liability liability = Liability.ifFundingStops(plan, day("2025-03-31"), day("2024-12-31"), law);

    // 5 × 4.35 weeks of £1,000, not capped
    assertThat(liability.total()).isEqualTo(pounds("21750"));
    assertThat(liability.asPlanned().toEmployer()).isEqualTo(pounds("10875"));
    assertThat(dues(liability.asPlanned())).containsExactly("£4,350.00", "£4,350.00", "£2,175.00");
    assertThat(liability.findBill(Employer.FEDERATION).orElseThrow().total())
        .isEqualTo(pounds("5250"));
  }

  @Test
  void itGrowsFromYearToYear() {
    List<Liability> years =
        Liability.byYear(
            plan(Employer.FEDERATION),
            List.of(new FinancialYear(2020), new FinancialYear(2021), new FinancialYear(2027)),
            90,
            law);
    assertThat(years.get(0).total()).isEqualTo(Money.ZERO);
    // Two years, at 41 and at 42 throughout: 1.5 weeks each.
    assertThat(years.get(1).posts().getFirst().halfWeeks()).isEqualTo(6);
    assertThat(years.get(2).notices()).anyMatch(n -> n.contains("is not known"));
  }

  /** Who bears it adds up to what is owed, in random plans under each model. */
  @Test
  void noPennyOfALiabilityIsLost() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<Post> posts = new ArrayList<>();
      for (int i = 0; i < random.nextInt(8); i++) {
        int people = 1 + random.nextInt(3);
        posts.add(
            Post.of(
                    "" + i,
                    "p",
                    new Quantity(1 + random.nextInt(100 * people)),
                    day("2019-04-01").plusDays(random.nextInt(2000)),
                    new Money(1 + random.nextInt(9_000_000)),
                    q("23.5"))
                .heldBy(people, 18 + random.nextInt(50), null)
                .withNotice(random.nextInt(14))
                .employedBy(Employer.values()[random.nextInt(4)]));
      }
      RolePlan plan =
          RolePlan.of("Mere", three(), Y24, posts)
              .withTerms(
                  new EmploymentTerms(
                      Employer.FEDERATION, new Quantity(random.nextInt(10_001)), null, "", ""));
      LocalDate stop = day("2021-03-31").plusDays(random.nextInt(2000));
      Liability liability = Liability.ifFundingStops(plan, stop, stop.minusDays(20), law);
      List<Liability.Bill> bills = new ArrayList<>(liability.byModel().values());
      bills.add(liability.asPlanned());
      for (Liability.Bill bill : bills) {
        Money borne =
            bill.practices().stream()
                .map(Liability.Due::due)
                .reduce(bill.toEmployer(), Money::plus);
        assertThat(borne).as("seed " + seed).isEqualTo(bill.total());
        assertThat(bill.total()).as("seed " + seed).isEqualTo(liability.total());
      }
    }
  }

  @Test
  void badDaysAndBadTablesAreSaidWithTheirLines() {
    assertThatThrownBy(
            () ->
                Liability.ifFundingStops(
                    plan(Employer.TRUST), day("1066-10-14"), day("2025-01-01"), law))
        .isInstanceOf(BadRolePlan.class)
        .hasMessageContaining("last funded day: 1066-10-14; expected")
        .hasMessageContaining("notice given: 2025-01-01; expected");
    assertThatThrownBy(() -> read("")).hasMessageContaining("mine.yaml:1: empty; expected");
    assertThatThrownBy(() -> read("a:\n\t- b")).hasMessageContaining("mine.yaml:2: ");
    assertThatThrownBy(
            () ->
                read(
                    """
                    sources: {X: page}
                    redundancy:
                      least-years: two
                      most-years: 20
                      mark: V3
                      weeks: [{from-age: 0, weeks: -1}]
                    notice: {from-months: 1, most-weeks: 12, mark: V}
                    weeks-pay:
                      - {from: 1066-04-06, pounds: £5, mark: V, sources: [Y]}
                    """))
        .hasMessageContaining("mine.yaml:3: two; expected a whole number from 0 to 60. Maybe")
        .hasMessageContaining("mine.yaml:5: V3; expected one of V2, V, C, M+, M")
        .hasMessageContaining("mine.yaml:6: -1; expected a number from 0 to 52")
        .hasMessageContaining("mine.yaml:9: 1066-04-06; expected a day from 1965")
        .hasMessageContaining("mine.yaml:9: £5; expected a number")
        .hasMessageContaining("mine.yaml:9: Y; expected a code that stands under sources");
  }

  private static StatutoryRedundancy read(String text) {
    return StatutoryRedundancy.read("mine.yaml", new StringReader(text));
  }

  private static List<String> dues(Liability.Bill bill) {
    return bill.practices().stream().map(d -> d.due().toString()).toList();
  }

  private static RolePlan plan(Employer employer) {
    return RolePlan.of(
        "Mere",
        three(),
        Y24,
        List.of(
            Post.of("1", "p", Quantity.of(1), day("2020-03-31"), pounds("52000"), q("20"))
                .heldBy(1, 41, null)
                .employedBy(employer)));
  }

  /** With 2024's cap also after 5 April 2025, so that the example holds one figure. */
  private StatutoryRedundancy law2024() {
    return new StatutoryRedundancy(
        law.leastYears(),
        law.mostYears(),
        law.mark(),
        law.bands(),
        law.noticeFromMonths(),
        law.mostNotice(),
        law.caps().subList(0, 6),
        law.sources());
  }
}
