package moot.funding.pricing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import moot.funding.FinancialYear;
import moot.funding.terms.Deduction;
import moot.funding.terms.Pack;
import moot.funding.terms.Term;
import moot.register.NetworkCode;

/**
 * Prices the terms of a rule pack: for each payee and term the year's amount, its months and its
 * derivation. The amount is exact up to one rounding to whole pence at the end; months are parts of
 * it by largest remainder, so that they add up.
 */
public final class Pricing {
  private final Pack pack;
  private final RateChoice rates;
  private final MembershipRule rule;
  private final Achieved achieved;

  public Pricing(Pack pack, RateChoice rates, MembershipRule rule, Achieved achieved) {
    this.pack = pack;
    this.rates = rates;
    this.rule = rule;
    this.achieved = achieved;
  }

  public Pricing(Pack pack, RateChoice rates) {
    this(pack, rates, MembershipRule.USUAL, Achieved.NOTHING_SAID);
  }

  public Priced price(FundedPlace place) {
    List<Entitlement> entitlements = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Map<NetworkCode, List<List<FundedPractice>>> members = members(place);
    for (Term term : pack.terms()) {
      TermPricing pricing = new TermPricing(pack.year(), term, rates, achieved);
      List<Paid> priced = new ArrayList<>();
      for (Paid paid : payees(term, place, members)) {
        switch (pricing.price(paid.payee(), paid.byMonth())) {
          case TermPricing.Amount(Entitlement entitlement) -> {
            entitlements.add(entitlement);
            priced.add(paid);
          }
          case TermPricing.NotPriced(LeftOut why) -> leftOut.add(why);
          case TermPricing.NothingDue() -> {}
        }
      }
      if (members.isEmpty() && !place.practices().isEmpty()) {
        noNetworks(term, place, leftOut);
      }
      for (Deduction deduction : pack.deductions()) {
        if (deduction.unlessKept() && deduction.of().equals(term.id())) {
          deduct(deduction, term, priced, entitlements, leftOut);
        }
      }
    }
    return new Priced(pack, rates, rule, entitlements, leftOut);
  }

  /** Terms of networks, where no practice is known to be in one, are named and not passed over. */
  private static void noNetworks(Term term, FundedPlace place, List<LeftOut> leftOut) {
    String why = "no practice of %s is known to be in a network".formatted(place.name());
    switch (term.payee()) {
      case CORE_NETWORK_PRACTICE ->
          place.practices().forEach(p -> leftOut.add(new LeftOut(term, payee(p), why)));
      case NOMINATED_PAYEE ->
          leftOut.add(new LeftOut(term, new Payee.OfUnknownNetworks(place.name()), why));
      case PRACTICE, COMMISSIONER -> {}
    }
  }

  /**
   * Takes off whoever is paid a term, unless it is known to do itself what the deduction is for.
   */
  private void deduct(
      Deduction deduction,
      Term from,
      List<Paid> paid,
      List<Entitlement> entitlements,
      List<LeftOut> leftOut) {
    Term off = deduction.asTerm(from);
    TermPricing pricing = new TermPricing(pack.year(), off, rates, achieved);
    for (Paid one : paid) {
      boolean keeps =
          one.byMonth().stream()
              .flatMap(List::stream)
              .anyMatch(practice -> practice.contract().keeps().contains(deduction.id()));
      if (keeps) {
        leftOut.add(
            new LeftOut(off, one.payee(), "keeps the service itself, so nothing is taken off"));
        continue;
      }
      switch (pricing.price(one.payee(), one.byMonth())) {
        case TermPricing.Amount(Entitlement entitlement) -> entitlements.add(entitlement);
        case TermPricing.NotPriced(LeftOut why) -> leftOut.add(why);
        case TermPricing.NothingDue() -> {}
      }
    }
  }

  /**
   * @param byMonth whose quantities count, April first
   */
  private record Paid(Payee payee, List<List<FundedPractice>> byMonth) {}

  private List<Paid> payees(
      Term term, FundedPlace place, Map<NetworkCode, List<List<FundedPractice>>> members) {
    return switch (term.payee()) {
      case PRACTICE ->
          place.practices().stream()
              .map(practice -> new Paid(payee(practice), allYear(List.of(practice))))
              .toList();
      case CORE_NETWORK_PRACTICE ->
          place.practices().stream()
              .map(practice -> new Paid(payee(practice), whileMember(practice)))
              .toList();
      case NOMINATED_PAYEE -> {
        List<Paid> networks = new ArrayList<>();
        members.forEach(
            (network, months) ->
                networks.add(
                    new Paid(
                        new Payee.OfNetwork(
                            network, place.networkNames().getOrDefault(network, network.value())),
                        months)));
        yield networks;
      }
      case COMMISSIONER ->
          List.of(new Paid(new Payee.OfPlace(place.name()), allYear(place.practices())));
    };
  }

  private static Payee payee(FundedPractice practice) {
    return new Payee.OfPractice(practice.code(), practice.name());
  }

  private static List<List<FundedPractice>> allYear(List<FundedPractice> practices) {
    return IntStream.range(0, FinancialYear.MONTHS).mapToObj(month -> practices).toList();
  }

  private List<List<FundedPractice>> whileMember(FundedPractice practice) {
    List<FundedPractice> itself = List.of(practice);
    return pack.year().months().stream()
        .map(month -> networkIn(month, practice).isPresent() ? itself : List.<FundedPractice>of())
        .toList();
  }

  private Optional<NetworkCode> networkIn(YearMonth month, FundedPractice practice) {
    return practice.networkOn(rule.decides(pack.year(), month));
  }

  /** Who is in each network, month by month; networks in the order of their first practice. */
  private Map<NetworkCode, List<List<FundedPractice>>> members(FundedPlace place) {
    Map<NetworkCode, List<List<FundedPractice>>> members = new LinkedHashMap<>();
    List<YearMonth> months = pack.year().months();
    for (FundedPractice practice : place.practices()) {
      for (int month = 0; month < months.size(); month++) {
        Optional<NetworkCode> network = networkIn(months.get(month), practice);
        if (network.isPresent()) {
          members.computeIfAbsent(network.get(), code -> noMonths()).get(month).add(practice);
        }
      }
    }
    return members;
  }

  private static List<List<FundedPractice>> noMonths() {
    List<List<FundedPractice>> months = new ArrayList<>();
    IntStream.range(0, FinancialYear.MONTHS).forEach(month -> months.add(new ArrayList<>()));
    return months;
  }
}
