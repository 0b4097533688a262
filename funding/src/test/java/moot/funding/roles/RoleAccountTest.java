package moot.funding.roles;

import static moot.funding.roles.Between.exactly;
import static moot.funding.roles.Drawn.Y19;
import static moot.funding.roles.Drawn.Y23;
import static moot.funding.roles.Drawn.Y24;
import static moot.funding.roles.Drawn.budget;
import static moot.funding.roles.Drawn.capped;
import static moot.funding.roles.Drawn.day;
import static moot.funding.roles.Drawn.maximum;
import static moot.funding.roles.Drawn.mere;
import static moot.funding.roles.Drawn.pounds;
import static moot.funding.roles.Drawn.q;
import static moot.funding.roles.Drawn.rate;
import static moot.funding.roles.Drawn.three;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.terms.DatedRate;
import moot.funding.terms.RoleMaximum;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

/** What is reimbursed of a plan under maxima that are known. */
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
        mere(Post.of("1", "p", Quantity.of(1), day("2024-04-01"), pounds("50000"), q("20")));
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
        mere(Post.of("1", "p", Quantity.of(1), day("2024-04-01"), pounds("30000"), q("0")));
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
        mere(
            Post.of("1", "p", q("0.5"), day("2024-04-16"), pounds("24000"), q("0"))
                .until(day("2024-05-31")));
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
        mere(
            Post.of("1", "p", Quantity.of(2), day("2024-04-01"), pounds("24000"), q("0"))
                .heldBy(2, null, null));
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
        mere(Post.of("1", "gp", Quantity.of(1), day("2024-10-01"), pounds("92462"), q("0")));

    RoleAccount account = RoleAccount.of(plan, budget, null);

    assertThat(account.pots().get(0).unspent()).isEqualTo(exactly(pounds("100000")));
    assertThat(account.pots().get(1).unspent()).isEqualTo(exactly(pounds("13769")));
  }
}
