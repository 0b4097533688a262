package moot.funding.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.packs.Packs;
import moot.funding.pricing.FundedPractice.Membership;
import moot.funding.terms.Basis;
import moot.funding.terms.Nature;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

/** A network's money among its practices, when one of them leaves in the middle of the year. */
class NetworkSharesTest {
  private static final FinancialYear YEAR = new FinancialYear(2025);
  private static final NetworkCode HOME = new NetworkCode("U00001");
  private static final NetworkCode OTHER = new NetworkCode("U00002");

  private static FundedPractice practice(String code, long list, Membership... memberships) {
    Map<Basis, Held> bases =
        Map.of(
            Basis.REGISTERED_LIST, new Held(Quantity.of(list), "2025-01-01"),
            Basis.ADJUSTED_POPULATION, new Held(Quantity.of(list), "2025-01-01"),
            Basis.WEIGHTED_LIST, new Held(Quantity.of(list + 7), "2025-01-01"));
    return new FundedPractice(
        new PracticeCode(code), "Surgery " + code, List.of(memberships), bases);
  }

  private static Membership in(NetworkCode network, String from, String to) {
    return new Membership(network, LocalDate.parse(from), LocalDate.parse(to));
  }

  private static final FundedPlace PLACE =
      new FundedPlace(
          "Here",
          List.of(
              practice("A00001", 10_000, in(HOME, "2020-04-01", "2030-03-31")),
              practice(
                  "A00002",
                  30_001,
                  in(HOME, "2020-04-01", "2025-09-30"),
                  in(OTHER, "2025-10-01", "2030-03-31")),
              practice("A00003", 9_999)),
          Map.of());

  private static List<Priced> priced() {
    return Packs.shipped().list(YEAR).stream()
        .map(pack -> new Pricing(pack, RateChoice.AS_PAID).price(PLACE))
        .toList();
  }

  @Test
  void whoLeavesInOctoberHasSixMonthsAndAllAddsUpToThePenny() {
    for (Splitting splitting :
        List.of(Splitting.BY_LIST, Splitting.BY_WEIGHTED_LIST, Splitting.EQUALLY)) {
      NetworkShares shares =
          NetworkShares.of(PLACE, YEAR, priced(), HOME, MembershipRule.USUAL, splitting)
              .orElseThrow();
      assertThat(shares.parts())
          .extracting(NetworkShares.Part::memberMonths)
          .containsExactly(12, 6);
      NetworkShares.Part left = shares.parts().getLast();
      assertThat(left.months().subList(0, 6)).noneMatch(Money::isZero);
      assertThat(left.months().subList(6, 12)).allMatch(Money::isZero);
      Money paid =
          priced().stream()
              .flatMap(contract -> contract.listOf(HOME.value()).stream())
              .filter(e -> e.term().nature() == Nature.PAID)
              .map(Entitlement::total)
              .reduce(Money.ZERO, Money::plus);
      assertThat(shares.whole()).isEqualTo(paid);
      assertThat(
              shares.parts().stream()
                  .map(NetworkShares.Part::total)
                  .reduce(Money.ZERO, Money::plus))
          .isEqualTo(paid);
      assertThat(shares.trace(left).inWords())
          .contains(left.total().toString(), "Months in which it is a member: 6");
    }
  }

  @Test
  void byListTheLargerPracticeHasThreeQuarters() {
    NetworkShares shares =
        NetworkShares.of(PLACE, YEAR, priced(), HOME, MembershipRule.USUAL, Splitting.BY_LIST)
            .orElseThrow();
    double april = shares.parts().getFirst().months().getFirst().pence();
    double other = shares.parts().getLast().months().getFirst().pence();
    assertThat(april / (april + other)).isBetween(0.2499, 0.2501);
  }

  @Test
  void nothingIsSharedWherePooledOrNobodyIsAMember() {
    assertThat(
            NetworkShares.of(PLACE, YEAR, priced(), HOME, MembershipRule.USUAL, Splitting.POOLED))
        .isEmpty();
    assertThat(
            NetworkShares.of(
                PLACE,
                YEAR,
                priced(),
                new NetworkCode("U99999"),
                MembershipRule.USUAL,
                Splitting.BY_LIST))
        .isEmpty();
  }
}
