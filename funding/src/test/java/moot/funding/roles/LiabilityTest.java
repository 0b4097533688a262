package moot.funding.roles;

import static moot.funding.roles.Drawn.Y24;
import static moot.funding.roles.Drawn.day;
import static moot.funding.roles.Drawn.pounds;
import static moot.funding.roles.Drawn.q;
import static moot.funding.roles.Drawn.three;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.packs.Redundancy;
import org.junit.jupiter.api.Test;

class LiabilityTest {
  private final Redundancy law = Redundancy.shipped();

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

  /** The cap of April 2027 is not known, nor is the age of some: what rests on it is unverified. */
  @Test
  void whatRestsOnACapOrAnAgeThatIsNotKnownIsUnverified() {
    RolePlan known = plan(Employer.LEAD_PRACTICE);
    Liability in2026 = Liability.ifFundingStops(known, day("2027-03-31"), day("2026-12-31"), law);
    Liability in2027 = Liability.ifFundingStops(known, day("2027-06-30"), day("2027-03-31"), law);

    assertThat(in2026.mark()).isEqualTo(Mark.READ_TWICE);
    assertThat(in2027.posts().getFirst().mark()).isEqualTo(Mark.RECALLED);
    assertThat(in2027.mark()).isEqualTo(Mark.RECALLED);
    assertThat(in2027.notices().getFirst())
        .isEqualTo(
            "The most that a week's pay counts is not known on 2027-06-30; that of 2026-04-06,"
                + " £751.00, is used, and what rests on it is unverified.");
    Post held = known.posts().getFirst();
    Liability aged =
        Liability.ifFundingStops(
            known.withPosts(List.of(held.heldBy(1, null, held.serviceFrom()))),
            day("2027-03-31"),
            day("2026-12-31"),
            law);
    assertThat(aged.mark()).isEqualTo(Mark.RECALLED);
    // Nobody who is new is owed redundancy, so nothing rests on the cap.
    Liability fresh =
        Liability.ifFundingStops(
            known.withPosts(
                List.of(
                    Post.of("1", "p", Quantity.of(1), day("2027-01-01"), pounds("32000"), q("0")))),
            day("2027-06-30"),
            day("2027-03-31"),
            law);
    assertThat(fresh.mark()).isEqualTo(Mark.READ_TWICE);
    assertThat(fresh.notices()).noneMatch(n -> n.contains("week's pay"));
  }

  /** £32,000 is £615.38 a week, below the cap: not said to be capped. */
  @Test
  void aWeeksPayBelowTheCapIsNotSaidToBeCapped() {
    Post post =
        Post.of("1", "p", Quantity.of(1), day("2022-01-01"), pounds("32000"), q("0"))
            .heldBy(1, 30, null);
    String told =
        Liability.ifFundingStops(
                plan(Employer.LEAD_PRACTICE).withPosts(List.of(post)),
                day("2025-03-31"),
                day("2024-12-31"),
                law)
            .trace()
            .inWords();

    assertThat(told).contains("at £615.38 a week (not above the cap of £700.00), 1 person");
    assertThat(told).doesNotContain("capped");
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
    assertThat(years.get(1).posts().getFirst().weeks()).isEqualByComparingTo("3");
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
  void badDaysAreSaid() {
    assertThatThrownBy(
            () ->
                Liability.ifFundingStops(
                    plan(Employer.TRUST), day("1066-10-14"), day("2025-01-01"), law))
        .isInstanceOf(BadRolePlan.class)
        .hasMessageContaining("last funded day: 1066-10-14; expected")
        .hasMessageContaining("notice given: 2025-01-01; expected");
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
  private Redundancy law2024() {
    return new Redundancy(
        law.sources(),
        law.notes(),
        law.leastYears(),
        law.mostYears(),
        law.mark(),
        law.weeks(),
        law.notice(),
        law.weeksPay().subList(0, 6));
  }
}
