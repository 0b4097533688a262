package moot.funding.roles;

import static moot.funding.roles.Between.exactly;
import static moot.funding.roles.Drawn.Y19;
import static moot.funding.roles.Drawn.Y23;
import static moot.funding.roles.Drawn.Y24;
import static moot.funding.roles.Drawn.budget;
import static moot.funding.roles.Drawn.capped;
import static moot.funding.roles.Drawn.day;
import static moot.funding.roles.Drawn.maximum;
import static moot.funding.roles.Drawn.member;
import static moot.funding.roles.Drawn.pounds;
import static moot.funding.roles.Drawn.q;
import static moot.funding.roles.Drawn.rate;
import static moot.funding.roles.Drawn.three;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import moot.funding.Complaint;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.packs.Packs;
import moot.funding.terms.DatedRate;
import moot.funding.terms.RoleMaximum;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

class RoleAccountTest {
  private static final RoleMaximum PHARMACIST_2019 =
      capped(maximum("clinical-pharmacist", 70, rate("37810", "2019-07-01", "2020-03-31")), 1, 2);
  private static final RoleMaximum LINK_WORKER_2019 =
      capped(maximum("link-worker", 100, rate("34113", "2019-07-01", "2020-03-31")), 1, 2);

  /** W10: a clinical pharmacist and a link worker for nine months of 2019/20 come to £53,942.25. */
  @Test
  void theEntitlementOf2019() {
    RoleBudget budget =
        RoleBudget.ofEntitlement(Y19, List.of(PHARMACIST_2019, LINK_WORKER_2019), 50_000);

    assertThat(budget.sum()).isEqualTo(pounds("53942.25"));
    assertThat(
            RoleBudget.ofEntitlement(Y19, List.of(PHARMACIST_2019, LINK_WORKER_2019), 100_000)
                .sum())
        .isEqualTo(pounds("107884.50"));
  }

  /** £40,000 with 20 % on-costs is £48,000, £36,000 in nine months: 30 % of it is £10,800. */
  @Test
  void theThirtyPercentOf2019ByListAndAsAgreed() {
    RoleBudget budget =
        RoleBudget.ofEntitlement(Y19, List.of(PHARMACIST_2019, LINK_WORKER_2019), 50_000);
    Post pharmacist =
        Post.of(
            "1",
            "clinical-pharmacist",
            Quantity.of(1),
            day("2019-07-01"),
            Money.ofPounds(40_000),
            q("20"));
    RolePlan plan = RolePlan.of("Mere", three(), Y19, List.of(pharmacist));

    RoleAccount account = RoleAccount.of(plan, budget, null);

    assertThat(account.total().cost()).isEqualTo(pounds("36000"));
    assertThat(account.total().reimbursed()).isEqualTo(pounds("25200"));
    assertThat(account.total().share()).isEqualTo(pounds("10800"));
    assertThat(account.total().above()).isEqualTo(Money.ZERO);
    // 28,357.50 − 25,200 of the pharmacist's, and all of the link worker's 25,584.75
    assertThat(account.unspent()).isEqualTo(exactly(pounds("28742.25")));
    assertThat(account.practices().stream().map(b -> b.share().toString()))
        .containsExactly("£4,320.00", "£4,320.00", "£2,160.00");

    RoleAccount agreed =
        RoleAccount.of(
            plan.split(
                new Split.AsAgreed(Map.of(new PracticeCode("A1"), 1L, new PracticeCode("C3"), 1L))),
            budget,
            null);
    assertThat(agreed.practices().stream().map(b -> b.total().toString()))
        .containsExactly("£5,400.00", "£0.00", "£5,400.00");
    assertThat(RoleAccount.of(plan, budget.reimbursing(100), null).total().share())
        .isEqualTo(Money.ZERO);
  }

  /** What 100 % leaves above the maximum: £60,000 against £37,810 is £22,190 a year. */
  @Test
  void aboveTheMaximumIsSaidSeparately() {
    RolePlan plan =
        RolePlan.of(
            "Mere",
            three(),
            Y24,
            List.of(
                Post.of("1", "p", Quantity.of(1), day("2024-04-01"), pounds("50000"), q("20"))));
    RoleAccount account =
        RoleAccount.of(
            plan,
            budget(Y24, "100000", maximum("p", 100, rate("37810", "2024-04-01", "2025-03-31"))),
            null);

    assertThat(account.total().aboveMaximum()).isEqualTo(pounds("22190"));
    assertThat(account.total().reimbursed()).isEqualTo(pounds("37810"));
    assertThat(account.unspent()).isEqualTo(exactly(pounds("62190")));
    assertThat(account.trace().inWords())
        .contains("Maximum for one, 2024-04-01 to 2025-03-31: £37,810.00 a year  [V, verified");
  }

  /** 59,312 until June 2023, then 62,340: three and nine twelfths of them. */
  @Test
  void aMaximumThatRisesWithinTheYear() {
    RoleMaximum maximum =
        maximum(
            "p",
            100,
            rate("59312", "2023-04-01", "2023-06-30"),
            rate("62340", "2023-07-01", "2024-03-31"));
    RolePlan plan =
        RolePlan.of(
            "Mere",
            three(),
            Y23,
            List.of(Post.of("1", "p", Quantity.of(1), day("2023-01-01"), pounds("90000"), q("0"))));

    RoleAccount account = RoleAccount.of(plan, budget(Y23, "200000", maximum), null);

    assertThat(account.total().reimbursed()).isEqualTo(pounds("61583"));
    assertThat(account.months().get(2).parts().reimbursed()).isEqualTo(pounds("4942.67"));
    assertThat(account.months().get(3).parts().reimbursed()).isEqualTo(pounds("5195.00"));
  }

  /** Announced on 1 August and paid back to 1 April. */
  @Test
  void aMaximumRaisedAfterwardsAsAnnouncedAndAsPaid() {
    RoleMaximum maximum =
        maximum(
            "p",
            100,
            rate("12000", "2024-04-01", "2025-03-31"),
            new DatedRate(
                Rate.ofPounds("24000"),
                day("2024-04-01"),
                day("2025-03-31"),
                day("2024-08-01"),
                Mark.RECALLED,
                List.of("NEL"),
                null));
    RolePlan plan =
        RolePlan.of(
            "Mere",
            three(),
            Y24,
            List.of(Post.of("1", "p", Quantity.of(1), day("2024-04-01"), pounds("30000"), q("0"))));
    RoleBudget budget = budget(Y24, "200000", maximum);

    assertThat(RoleAccount.of(plan, budget, day("2024-07-31")).total().reimbursed())
        .isEqualTo(pounds("12000"));
    RoleAccount paid = RoleAccount.of(plan, budget, null);
    assertThat(paid.total().reimbursed()).isEqualTo(pounds("24000"));
    assertThat(paid.mark()).isEqualTo(Mark.RECALLED);
  }

  /** A post from 16 April: half of April's thirty days. */
  @Test
  void partOfAMonthCountsByDays() {
    RolePlan plan =
        RolePlan.of(
            "Mere",
            three(),
            Y24,
            List.of(
                Post.of("1", "p", q("0.5"), day("2024-04-16"), pounds("24000"), q("0"))
                    .until(day("2024-05-31"))));
    RoleAccount account =
        RoleAccount.of(
            plan,
            budget(Y24, "5000", maximum("p", 100, rate("60000", "2024-04-01", "2025-03-31"))),
            null);

    assertThat(account.months().get(0).parts().cost()).isEqualTo(pounds("500"));
    assertThat(account.months().get(1).parts().cost()).isEqualTo(pounds("1000"));
    assertThat(account.total().cost()).isEqualTo(pounds("1500"));
  }

  /** Two at £2,000 a month from a sum of £30,000: it is used up in November. */
  @Test
  void aSumThatIsUsedUp() {
    RoleMaximum maximum = maximum("p", 100, rate("24000", "2024-04-01", "2025-03-31"));
    RolePlan plan =
        RolePlan.of(
            "Mere",
            three(),
            Y24,
            List.of(
                Post.of("1", "p", Quantity.of(2), day("2024-04-01"), pounds("24000"), q("0"))
                    .heldBy(2, null, null)));
    RoleBudget budget = budget(Y24, "30000", maximum);

    RoleAccount claimed = RoleAccount.of(plan, budget, null);
    assertThat(claimed.months().get(6).parts().reimbursed()).isEqualTo(pounds("4000"));
    assertThat(claimed.months().get(7).parts().reimbursed()).isEqualTo(pounds("2000"));
    assertThat(claimed.months().get(8).parts().aboveSum()).isEqualTo(pounds("4000"));
    assertThat(claimed.unspent()).isEqualTo(exactly(Money.ZERO));
    assertThat(claimed.notices()).anyMatch(n -> n.contains("November 2024 to March 2025 exceeds"));

    RoleAccount monthly =
        RoleAccount.of(plan, budget.drawing(RoleBudget.Drawing.MONTH_BY_MONTH), null);
    assertThat(monthly.months()).allMatch(m -> m.parts().reimbursed().equals(pounds("2500")));
  }

  /** One enhanced nurse may be claimed below 100,000 patients, two above. */
  @Test
  void noMoreThanTheNumberThatMayBeClaimed() {
    RoleMaximum maximum =
        capped(maximum("nurse", 100, rate("60000", "2024-04-01", "2025-03-31")), 1, 2);
    List<Post> two =
        List.of(
            Post.of("1", "nurse", q("0.8"), day("2024-04-01"), pounds("50000"), q("0")),
            Post.of("2", "nurse", q("0.8"), day("2024-04-01"), pounds("50000"), q("0")));
    RoleBudget budget = budget(Y24, "500000", maximum);

    RoleAccount small = RoleAccount.of(RolePlan.of("Mere", three(), Y24, two), budget, null);
    RoleAccount large =
        RoleAccount.of(RolePlan.of("Mere", List.of(member("A1", 100_000)), Y24, two), budget, null);

    // 1.6 in post, 1 may be claimed: 0.6 × £50,000 are the network's.
    assertThat(small.total().aboveNumber()).isEqualTo(pounds("30000"));
    assertThat(large.total().aboveNumber()).isEqualTo(Money.ZERO);
    assertThat(small.notices()).anyMatch(n -> n.contains("no more than 1 whole-time"));
  }

  /** GPs in 2024/25 had a sum of their own from October on. */
  @Test
  void aSumThatIsKeptForOneRole() {
    RoleBudget.Pot all = RoleBudget.Pot.forAll(Y24, pounds("100000"), Mark.READ, List.of());
    RoleBudget.Pot gps =
        new RoleBudget.Pot(
            "gp",
            "GPs",
            pounds("60000"),
            Set.of("gp"),
            YearMonth.of(2024, 10),
            YearMonth.of(2025, 3),
            Mark.READ,
            List.of());
    RoleBudget budget =
        new RoleBudget(
            Y24,
            List.of(all, gps),
            List.of(maximum("gp", 100, rate("92462", "2024-10-01", "2025-03-31"))),
            null,
            RoleBudget.Drawing.AS_CLAIMED);
    RolePlan plan =
        RolePlan.of(
            "Mere",
            three(),
            Y24,
            List.of(
                Post.of("1", "gp", Quantity.of(1), day("2024-10-01"), pounds("92462"), q("0"))));

    RoleAccount account = RoleAccount.of(plan, budget, null);

    assertThat(account.pots().get(0).unspent()).isEqualTo(exactly(pounds("100000")));
    assertThat(account.pots().get(1).unspent()).isEqualTo(exactly(pounds("13769")));
  }

  /**
   * £40,000 of which nothing is known: none to all of it is reimbursed, and nothing is verified.
   */
  @Test
  void whatHasNoKnownMaximumIsKeptApartAndWhatDependsOnItIsARange() {
    Post known = Post.of("1", "p", Quantity.of(1), day("2024-04-01"), pounds("50000"), q("0"));
    Post open =
        Post.of("2", "podiatrist", Quantity.of(1), day("2024-04-01"), pounds("40000"), q("0"));
    RoleBudget budget =
        budget(Y24, "100000", maximum("p", 100, rate("45000", "2024-04-01", "2025-03-31")));
    RolePlan plan = RolePlan.of("Mere", three(), Y24, List.of(known, open));

    RoleAccount account = RoleAccount.of(plan, budget, null);

    assertThat(account.total().unknown()).isEqualTo(pounds("40000"));
    assertThat(account.total().above()).isEqualTo(pounds("5000"));
    assertThat(account.reimbursed()).isEqualTo(new Between(pounds("45000"), pounds("85000")));
    assertThat(account.left()).isEqualTo(new Between(pounds("5000"), pounds("45000")));
    assertThat(account.unspent()).isEqualTo(new Between(pounds("15000"), pounds("55000")));
    assertThat(account.practices().getLast().total())
        .isEqualTo(new Between(pounds("1000"), pounds("9000")));
    assertThat(account.mark()).isEqualTo(Mark.RECALLED);
    assertThat(account.markOfKnown()).isEqualTo(Mark.READ);
    assertThat(account.notices())
        .containsExactly(
            "Podiatrist: no maximum is known for 2024/25, so whether what it costs then is"
                + " reimbursed cannot be said. Enter one if you know it.");
    // £15,000 surely left buy a third of one at £45,000, £55,000 more than one.
    RoleForecast.CouldBuy more =
        RoleForecast.of(plan, budget, day("2024-03-31"), null).couldBuy().getFirst();
    assertThat(more.wteInWords()).isEqualTo("0.33 to 1.22");
    assertThat(more.mark()).isEqualTo(Mark.RECALLED);
    // Without it everything is as it was.
    RoleAccount sure = RoleAccount.of(plan.withPosts(List.of(known)), budget, null);
    assertThat(sure.left()).isEqualTo(exactly(pounds("5000")));
    assertThat(sure.mark()).isEqualTo(Mark.READ);
  }

  /** If the unknown is reimbursed too, the sum of £60,000 is used up and £25,000 are left. */
  @Test
  void theUnknownMayUseUpTheSum() {
    RoleAccount account =
        RoleAccount.of(
            RolePlan.of(
                "Mere",
                three(),
                Y24,
                List.of(
                    Post.of("1", "p", Quantity.of(1), day("2024-04-01"), pounds("45000"), q("0")),
                    Post.of(
                        "2",
                        "dietitian",
                        Quantity.of(1),
                        day("2024-04-01"),
                        pounds("40000"),
                        q("0")))),
            budget(Y24, "60000", maximum("p", 100, rate("45000", "2024-04-01", "2025-03-31"))),
            null);

    assertThat(account.left()).isEqualTo(new Between(pounds("25000"), pounds("40000")));
    assertThat(account.unspent()).isEqualTo(new Between(Money.ZERO, pounds("15000")));
    assertThat(account.total().above()).isEqualTo(Money.ZERO);
  }

  /** Known to September: each gap is one sentence, not one for each month. */
  @Test
  void monthsWithoutAMaximumAreSaidAsOneStretch() {
    RoleAccount account =
        RoleAccount.of(
            RolePlan.of(
                "Mere",
                three(),
                Y24,
                List.of(
                    Post.of("1", "p", Quantity.of(1), day("2024-04-01"), pounds("36000"), q("0")))),
            budget(
                Y24,
                "100000",
                maximum(
                    "p",
                    100,
                    rate("45000", "2024-04-01", "2024-09-30"),
                    rate("45000", "2024-11-01", "2024-11-30"))),
            null);

    assertThat(account.notices())
        .containsExactly(
            "p: no maximum is known for October 2024 and December 2024 to March 2025, so whether"
                + " what it costs then is reimbursed cannot be said. Enter one if you know it.");
    assertThat(account.total().unknown()).isEqualTo(pounds("15000"));
  }

  /** A network whose sum is not known is not a network without a sum. */
  @Test
  void withoutAKnownSumItCannotBeSaidWhatIsReimbursed() {
    RoleBudget none =
        new RoleBudget(
            Y24,
            List.of(),
            List.of(maximum("p", 70, rate("30000", "2024-04-01", "2025-03-31"))),
            null,
            RoleBudget.Drawing.AS_CLAIMED);
    RoleAccount account =
        RoleAccount.of(
            RolePlan.of(
                "Mere",
                three(),
                Y24,
                List.of(
                    Post.of("1", "p", Quantity.of(1), day("2024-04-01"), pounds("50000"), q("0")))),
            none,
            null);

    // 30 % of £50,000 and £5,000 above the maximum are the network's; £30,000 may be.
    assertThat(account.total().share()).isEqualTo(pounds("15000"));
    assertThat(account.total().aboveMaximum()).isEqualTo(pounds("5000"));
    assertThat(account.left()).isEqualTo(new Between(pounds("20000"), pounds("50000")));
    assertThat(account.notices()).anyMatch(n -> n.startsWith("No sum for new roles is known"));
  }

  /** Paramedics from April 2021, GPs from October 2024: what is before is surely the practices'. */
  @Test
  void aPostBeforeItsRolesTimeIsToldSo() {
    RolePlan plan =
        RolePlan.of(
            "Mere",
            three(),
            Y24,
            List.of(
                Post.of(
                    "1",
                    "general-practitioner",
                    Quantity.of(1),
                    day("2024-07-01"),
                    pounds("80000"),
                    q("0")),
                Post.of(
                    "2", "paramedic", Quantity.of(1), day("2020-04-01"), pounds("40000"), q("0"))));
    RoleMaximum gp =
        maximum("general-practitioner", 100, rate("92462", "2024-10-01", "2025-03-31"));

    RoleAccount account = RoleAccount.of(plan, budget(Y24, "200000", gp), null);

    assertThat(account.posts().getFirst().total().aboveNumber()).isEqualTo(pounds("20000"));
    assertThat(account.posts().getFirst().total().reimbursed()).isEqualTo(pounds("40000"));
    assertThat(account.notices())
        .contains(
            "General practitioner: may be claimed from October 2024 on (V); what it costs before"
                + " is the practices'.");
    RoleAccount early = RoleAccount.of(plan, budget(new FinancialYear(2020), "200000"), null);
    assertThat(early.total().aboveNumber()).isEqualTo(pounds("40000"));
    assertThat(early.total().unknown()).isEqualTo(Money.ZERO);
  }

  /** Mental health practitioners, 2022/23: two below 100,000 patients, half of the cost. */
  @Test
  void aCapOnNumbersHoldsForBothKindsTogetherAlsoWithoutAMaximum() {
    FinancialYear year = new FinancialYear(2022);
    RolePlan plan =
        RolePlan.of(
            "Mere",
            three(),
            year,
            List.of(
                Post.of(
                        "1",
                        "mental-health-practitioner-adults",
                        q("1.5"),
                        day("2022-04-01"),
                        pounds("48000"),
                        q("0"))
                    .heldBy(2, null, null),
                Post.of(
                    "2",
                    "mental-health-practitioner-young-people",
                    Quantity.of(1),
                    day("2022-04-01"),
                    pounds("48000"),
                    q("0"))));
    List<RoleMaximum> maxima = Packs.shipped().get("network-contract", year).maxima();

    RoleAccount account =
        RoleAccount.of(
            plan,
            RoleBudget.of(
                year, RoleBudget.Pot.forAll(year, pounds("500000"), Mark.READ, List.of()), maxima),
            null);

    assertThat(account.total().share()).isEqualTo(pounds("60000"));
    assertThat(account.total().aboveNumber()).isEqualTo(pounds("12000"));
    assertThat(account.total().unknown()).isEqualTo(pounds("48000"));
    assertThat(account.notices())
        .anyMatch(n -> n.contains("no more than 2 whole-time equivalents") && n.contains("(V2)"));
  }

  /** £30,000 left on 31 December, £4,000 a month for one: 2.5 for the three months left. */
  @Test
  void whatIsLeftCouldStillBuy() {
    RoleMaximum maximum = maximum("p", 100, rate("48000", "2024-04-01", "2025-03-31"));
    Post held = Post.of("1", "p", Quantity.of(1), day("2024-04-01"), pounds("48000"), q("0"));
    Post toCome = Post.of("2", "p", Quantity.of(1), day("2025-02-01"), pounds("48000"), q("0"));
    RolePlan plan = RolePlan.of("Mere", three(), Y24, List.of(held, toCome));

    RoleForecast forecast =
        RoleForecast.of(plan, budget(Y24, "86000", maximum), day("2024-12-31"), null);

    assertThat(forecast.unspent()).isEqualTo(exactly(pounds("30000")));
    assertThat(forecast.ifLate())
        .containsExactly(
            exactly(pounds("34000")), exactly(pounds("38000")), exactly(pounds("38000")));
    RoleForecast.CouldBuy line = forecast.couldBuy().getFirst();
    assertThat(line.months()).isEqualTo(3);
    assertThat(line.each()).isEqualTo(pounds("12000"));
    assertThat(line.wte()).isEqualTo(q("2.5"));
    assertThat(line.oneMonths()).isEqualTo(3);
    assertThatThrownBy(
            () -> RoleForecast.of(plan, budget(Y24, "86000", maximum), day("2025-04-01"), null))
        .hasMessageContaining("Maybe another year is meant");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Post bad =
        new Post(
            "1",
            "",
            q("37.5"),
            1,
            day("1066-10-14"),
            day("1066-01-01"),
            pounds("-1"),
            q("500"),
            Employer.TRUST,
            1066,
            null,
            -1);
    assertThatThrownBy(
            () ->
                new RolePlan(
                    "Mere",
                    List.of(member("A1", -1), member("A1", 5)),
                    List.of(bad, bad),
                    new Split.AsAgreed(Map.of(new PracticeCode("Z9"), 0L)),
                    new PracticeCode("X1"),
                    Map.of(),
                    "London",
                    Y24,
                    q("500")))
        .isInstanceOfSatisfying(
            BadRolePlan.class,
            e ->
                assertThat(e.complaints())
                    .extracting(Complaint::where)
                    .contains(
                        "post 1",
                        "post 1, role",
                        "post 1, people",
                        "post 1, start",
                        "post 1, end",
                        "post 1, pay",
                        "post 1, on-costs",
                        "post 1, age",
                        "post 1, notice",
                        "practice A1",
                        "practice A1, list",
                        "split",
                        "split, practice Z9",
                        "lead practice",
                        "area",
                        "pay growth"))
        .hasMessageContaining("post 1, start: 1066-10-14; expected a day from 1 April 2019")
        .hasMessageContaining("500 %; expected 0 to 100 % of pay. Maybe pounds were entered");
    assertThatThrownBy(() -> budget(Y24, "-5").reimbursing(500))
        .isInstanceOf(BadRolePlan.class)
        .hasMessageContaining("expected £0 to");
  }

  /** Conserved to the penny, for each post and month, each month, the year and the practices. */
  @Test
  void noPennyIsLostInRandomPlans() {
    for (long seed = 1; seed <= 400; seed++) {
      Random random = new Random(seed);
      RoleAccount account = random(random);
      String of = "seed " + seed;
      for (RoleAccount.PostYear post : account.posts()) {
        post.months().forEach(p -> conserved(p, of));
        assertThat(post.total().cost().pence())
            .as(of)
            .isBetween(0L, post.costPerWte().pence() * post.post().wte().hundredths() / 100 + 1);
      }
      for (RoleAccount.RoleMonth month : account.months()) {
        conserved(month.parts(), of);
        assertThat(List.of(month.unspent().from(), month.unspent().to()))
            .as(of)
            .contains(month.sum().minus(month.parts().reimbursed()));
      }
      RoleAccount.Parts total = account.total();
      conserved(total, of);
      assertThat(total.reimbursed().plus(account.unspent().to()))
          .as(of)
          .isEqualTo(account.budget().sum());
      assertThat(account.pots()).as(of).allMatch(p -> p.unspent().from().pence() >= 0);
      assertThat(sum(account, b -> b.total().from())).as(of).isEqualTo(account.left().from());
      assertThat(sum(account, b -> b.total().to())).as(of).isEqualTo(account.left().to());
      assertThat(account.left().to()).as(of).isEqualTo(total.cost().minus(total.reimbursed()));
      assertThat(account.isOpen()).as(of).isEqualTo(!total.unknown().isZero());
      if (!account.isOpen()) {
        assertThat(account.left().isExact() && account.unspent().isExact()).as(of).isTrue();
      }
    }
  }

  private static Money sum(RoleAccount account, Function<RoleAccount.PracticeBill, Money> amount) {
    return account.practices().stream().map(amount).reduce(Money.ZERO, Money::plus);
  }

  private static void conserved(RoleAccount.Parts parts, String of) {
    assertThat(parts.reimbursed().plus(parts.above()).plus(parts.share()).plus(parts.unknown()))
        .as(of)
        .isEqualTo(parts.cost());
    assertThat(
            List.of(
                parts.cost(),
                parts.reimbursed(),
                parts.share(),
                parts.aboveMaximum(),
                parts.aboveNumber(),
                parts.unknown(),
                parts.aboveSum()))
        .as(of)
        .allMatch(money -> money.pence() >= 0);
  }

  static RoleAccount random(Random random) {
    FinancialYear year = new FinancialYear(2019 + random.nextInt(8));
    List<RoleMaximum> maxima = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      LocalDate change = year.from().plusMonths(1 + random.nextInt(10));
      maxima.add(
          capped(
              maximum(
                  "role" + i,
                  random.nextInt(101),
                  rate("" + random.nextInt(90_000), "" + year.from(), "" + change.minusDays(1)),
                  rate("" + random.nextInt(90_000), "" + change, "" + year.to())),
              random.nextBoolean() ? null : random.nextInt(4),
              null));
    }
    List<Post> posts = new ArrayList<>();
    int many = random.nextInt(12);
    for (int i = 0; i < many; i++) {
      int people = 1 + random.nextInt(4);
      LocalDate from = year.from().plusDays(random.nextInt(365));
      Post post =
          Post.of(
                  "" + i,
                  "role" + random.nextInt(5),
                  new Quantity(1 + random.nextInt(100 * people)),
                  from,
                  new Money(1 + random.nextInt(9_000_000)),
                  new Quantity(random.nextInt(5_000)))
              .heldBy(people, null, null);
      posts.add(random.nextBoolean() ? post : post.until(from.plusDays(random.nextInt(300))));
    }
    RoleBudget budget =
        new RoleBudget(
            year,
            random.nextInt(8) == 0
                ? List.of()
                : List.of(
                    RoleBudget.Pot.forAll(
                        year, new Money(random.nextInt(60_000_000)), Mark.READ, List.of()),
                    new RoleBudget.Pot(
                        "kept",
                        "Kept",
                        new Money(random.nextInt(9_000_000)),
                        Set.of("role1"),
                        year.months().get(random.nextInt(6)),
                        year.months().get(6 + random.nextInt(6)),
                        Mark.READ,
                        List.of())),
            maxima,
            random.nextBoolean() ? null : random.nextInt(101),
            random.nextBoolean()
                ? RoleBudget.Drawing.AS_CLAIMED
                : RoleBudget.Drawing.MONTH_BY_MONTH);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(9); i++) {
      members.add(member("P" + i, 1 + random.nextInt(30_000)));
    }
    return RoleAccount.of(RolePlan.of("Random", members, year, posts), budget, null);
  }
}
