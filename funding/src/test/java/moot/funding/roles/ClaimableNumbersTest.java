package moot.funding.roles;

import static moot.funding.roles.Drawn.Y24;
import static moot.funding.roles.Drawn.budget;
import static moot.funding.roles.Drawn.capped;
import static moot.funding.roles.Drawn.day;
import static moot.funding.roles.Drawn.maximum;
import static moot.funding.roles.Drawn.member;
import static moot.funding.roles.Drawn.mere;
import static moot.funding.roles.Drawn.pounds;
import static moot.funding.roles.Drawn.q;
import static moot.funding.roles.Drawn.rate;
import static moot.funding.roles.Drawn.three;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.packs.Packs;
import moot.funding.terms.RoleMaximum;
import org.junit.jupiter.api.Test;

/** How many of a role may be claimed, and since when. */
class ClaimableNumbersTest {
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

  /** Paramedics from April 2021, GPs from October 2024: what is before is surely the practices'. */
  @Test
  void aPostBeforeItsRolesTimeIsToldSo() {
    RolePlan plan =
        mere(
            Post.of(
                "1",
                "general-practitioner",
                Quantity.of(1),
                day("2024-07-01"),
                pounds("80000"),
                q("0")),
            Post.of("2", "paramedic", Quantity.of(1), day("2020-04-01"), pounds("40000"), q("0")));
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
}
