package moot.funding.roles;

import static moot.funding.roles.Between.exactly;
import static moot.funding.roles.Drawn.Y24;
import static moot.funding.roles.Drawn.budget;
import static moot.funding.roles.Drawn.day;
import static moot.funding.roles.Drawn.maximum;
import static moot.funding.roles.Drawn.mere;
import static moot.funding.roles.Drawn.pounds;
import static moot.funding.roles.Drawn.q;
import static moot.funding.roles.Drawn.rate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import org.junit.jupiter.api.Test;

/** What a role costs of which no maximum is known: it cannot be said whether it is reimbursed. */
class UnknownMaximumTest {
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
    RolePlan plan = mere(known, open);

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
            mere(
                Post.of("1", "p", Quantity.of(1), day("2024-04-01"), pounds("45000"), q("0")),
                Post.of(
                    "2", "dietitian", Quantity.of(1), day("2024-04-01"), pounds("40000"), q("0"))),
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
            mere(Post.of("1", "p", Quantity.of(1), day("2024-04-01"), pounds("36000"), q("0"))),
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
            mere(Post.of("1", "p", Quantity.of(1), day("2024-04-01"), pounds("50000"), q("0"))),
            none,
            null);

    // 30 % of £50,000 and £5,000 above the maximum are the network's; £30,000 may be.
    assertThat(account.total().share()).isEqualTo(pounds("15000"));
    assertThat(account.total().aboveMaximum()).isEqualTo(pounds("5000"));
    assertThat(account.left()).isEqualTo(new Between(pounds("20000"), pounds("50000")));
    assertThat(account.notices()).anyMatch(n -> n.startsWith("No sum for new roles is known"));
  }
}
