package moot.funding.roles;

import static moot.funding.roles.Drawn.budget;
import static moot.funding.roles.Drawn.capped;
import static moot.funding.roles.Drawn.maximum;
import static moot.funding.roles.Drawn.member;
import static moot.funding.roles.Drawn.rate;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.terms.RoleMaximum;
import org.junit.jupiter.api.Test;

/** Money is neither lost nor made, whatever is planned. */
class NoPennyLostTest {
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
