package moot.funding.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.packs.Packs;
import moot.funding.terms.Basis;
import moot.funding.terms.Nature;
import moot.funding.terms.Pack;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

/** By the packs that come with Moot: who is paid at all, and how sure that is. */
class WhoIsPaidTest {
  private static final FinancialYear YEAR = new FinancialYear(2024);
  private static final NetworkCode NORTH = new NetworkCode("U1");
  private static final CoreContract GMS = CoreContract.of("GMS", null);

  private static Pack pack(String contract) {
    return Packs.shipped().get(contract, YEAR);
  }

  private static FundedPractice practice(String code, CoreContract contract, Held weighted) {
    return new FundedPractice(
        new PracticeCode(code),
        code,
        List.of(new FundedPractice.Membership(NORTH, LocalDate.MIN, null)),
        Map.of(
            Basis.WEIGHTED_LIST, weighted, Basis.REGISTERED_LIST, new Held(Quantity.of(9_964), "")),
        contract);
  }

  private static FundedPractice practice(String code, CoreContract contract) {
    return practice(code, contract, new Held(Quantity.of(10_000), "2024-01-01"));
  }

  private static Priced price(String contract, FundedPractice... practices) {
    return new Pricing(pack(contract), RateChoice.AS_ANNOUNCED)
        .price(new FundedPlace("Mereshire", List.of(practices), Map.of()));
  }

  @Test
  void the_global_sum_is_paid_under_a_gms_contract_less_what_is_taken_off_for_out_of_hours() {
    Priced priced =
        price(
            "global-sum",
            practice("G", GMS),
            practice("K", CoreContract.of("GMS", true)),
            practice("P", CoreContract.of("PMS", null)));
    // £107.57 × 10,000, and 4.75 % of it
    assertThat(priced.listOf("G"))
        .extracting(Entitlement::total)
        .containsExactly(Money.ofPounds(1_075_700), new Money(-5_109_575));
    Entitlement off = priced.listOf("G").getLast();
    assertThat(off.months().stream().reduce(Money.ZERO, Money::plus)).isEqualTo(off.total());
    assertThat(off.months()).allMatch(month -> month.pence() < 0);
    assertThat(off.mark()).isEqualTo(Mark.READ_TWICE);
    assertThat(off.trace().inWords()).contains("−£5.109575", "4.75 % of £107.57", "LINCS-24");
    assertThat(priced.listOf("K"))
        .extracting(Entitlement::total)
        .containsExactly(Money.ofPounds(1_075_700));
    assertThat(priced.listOf("P")).isEmpty();
    assertThat(priced.leftOut())
        .extracting(left -> left.payee().code() + " " + left.term().id() + " " + left.why())
        .containsExactly(
            "P global-sum holds a contract of another kind (PMS): this is paid under GMS",
            "K out-of-hours keeps the service itself, so nothing is taken off");
  }

  @Test
  void a_contract_that_is_not_known_is_priced_as_if_it_were_held_and_never_called_verified() {
    Priced priced = price("global-sum", practice("X", CoreContract.of("Unknown", null)));
    assertThat(priced.total(Nature.PAID)).isEqualTo(new Money(107_570_000 - 5_109_575));
    assertThat(priced.entitlements())
        .allSatisfy(
            one -> {
              assertThat(one.mark()).isEqualTo(Mark.RECALLED);
              assertThat(one.doubts()).containsExactly("contract not known, as if GMS");
              assertThat(one.lines())
                  .allMatch(line -> line.mark() == Mark.RECALLED && !line.doubts().isEmpty());
            });
  }

  @Test
  void a_list_of_another_day_makes_a_verified_rate_an_unverified_amount() {
    Held stale = new Held(Quantity.of(10_000), "2023-01-01", Held.ANOTHER_DAY);
    Priced own = price("network-contract", practice("A", GMS));
    Priced other = price("network-contract", practice("A", GMS, stale));
    Entitlement sure = participation(own);
    Entitlement unsure = participation(other);
    assertThat(sure.total()).isEqualTo(unsure.total());
    assertThat(sure.mark().isVerified()).isTrue();
    assertThat(sure.doubts()).isEmpty();
    assertThat(unsure.mark().isVerified()).isFalse();
    assertThat(unsure.doubts()).containsExactly("list of another day");
    assertThat(unsure.trace().inWords())
        .contains("2023-01-01: list of another day  [M, unverified");
  }

  @Test
  void parts_of_a_networks_money_are_as_unsure_as_the_lists_that_split_it() {
    Held stale = new Held(Quantity.of(10_000), "2023-01-01", Held.ANOTHER_DAY);
    FundedPlace place =
        new FundedPlace("M", List.of(practice("A", GMS), practice("B", GMS, stale)), Map.of());
    Priced priced = new Pricing(pack("network-contract"), RateChoice.AS_ANNOUNCED).price(place);
    NetworkShares equally = shares(place, priced, Splitting.EQUALLY);
    NetworkShares weighted = shares(place, priced, Splitting.BY_WEIGHTED_LIST);
    assertThat(weighted.mark()).isEqualTo(Mark.RECALLED);
    assertThat(weighted.doubts()).contains("list of another day");
    assertThat(equally.doubts()).doesNotContain("list of another day");
    assertThat(weighted.trace(weighted.parts().getFirst()).mark()).isEqualTo(Mark.RECALLED);
  }

  private static NetworkShares shares(FundedPlace place, Priced priced, Splitting splitting) {
    return NetworkShares.of(place, YEAR, List.of(priced), NORTH, MembershipRule.USUAL, splitting)
        .orElseThrow();
  }

  private static Entitlement participation(Priced priced) {
    return priced.listOf("A").stream()
        .filter(one -> one.term().id().equals("network-participation"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void points_that_somebody_says_are_priced_with_the_practices_own_list() {
    FundedPlace place = new FundedPlace("M", List.of(practice("A", GMS)), Map.of());
    Pack qof = pack("qof");
    Achievement said = new Achievement("A", null, new BigDecimal("600"), null, null);
    Achievement more =
        new Achievement("A", "achievement", new BigDecimal("600"), new BigDecimal("1.1"), null);
    // The list is the average list: 600 × £220.62, then a tenth more for prevalence.
    assertThat(achieving(qof, place, said).total()).isEqualTo(Money.ofPounds(132_372));
    assertThat(achieving(qof, place, more).total()).isEqualTo(new Money(14_560_920));
    assertThat(achieving(qof, place, said).doubts())
        .containsExactly("what was achieved is as somebody says");
    assertThat(achieving(qof, place, said).trace().inWords()).contains("600 points at £220.62");
    assertThatThrownBy(() -> new Achievement("A", null, new BigDecimal("-1"), null, null))
        .hasMessageContaining("-1 points");
  }

  private static Entitlement achieving(Pack pack, FundedPlace place, Achievement said) {
    Achieved achieved = Achieved.of(pack, place, MembershipRule.USUAL, List.of(said));
    return new Pricing(pack, RateChoice.AS_PAID, MembershipRule.USUAL, achieved)
        .price(place)
        .entitlements()
        .getFirst();
  }

  @Test
  void without_networks_the_terms_of_networks_are_left_out_by_name() {
    FundedPractice alone =
        FundedPractice.in(null, new PracticeCode("A"), "A", practice("A", GMS).bases());
    Priced priced = price("network-contract", alone);
    assertThat(priced.entitlements()).isEmpty();
    assertThat(priced.leftOut())
        .extracting(left -> left.term().id())
        .containsExactlyElementsOf(
            pack("network-contract").terms().stream().map(term -> term.id()).toList());
    assertThat(priced.leftOut())
        .allMatch(
            left -> left.why().contains("no practice of Mereshire is known to be in a network"));
  }

  @Test
  void what_is_owed_between_two_days_is_what_was_announced_between_them() {
    FundedPlace place = new FundedPlace("M", List.of(practice("A", GMS)), Map.of());
    Priced before = known(place, "2024-08-31");
    Priced after = known(place, "2024-10-01");
    // £112.50 since 1 October, marked C; less 4.75 % of the rise
    Arrears arrears = Arrears.between(before, after);
    assertThat(arrears.total()).isEqualTo(new Money(4_930_000 - 234_175));
    assertThat(arrears.findMark()).contains(Mark.FORCED);
    assertThat(arrears.of("A").total()).isEqualTo(arrears.total());
    assertThat(arrears.of("B").lines()).isEmpty();
    assertThat(arrears.of("B").findMark()).isEmpty();
    assertThat(Arrears.between(before, known(place, "2024-09-30")).lines()).isEmpty();
    assertThat(RateChoice.complaint(LocalDate.of(1066, 1, 1), YEAR).orElseThrow())
        .contains("2024-04-01");
    assertThat(RateChoice.complaint(LocalDate.of(2024, 4, 1), YEAR)).isEmpty();
  }

  private static Priced known(FundedPlace place, String day) {
    return new Pricing(pack("global-sum"), RateChoice.knownOn(LocalDate.parse(day))).price(place);
  }
}
