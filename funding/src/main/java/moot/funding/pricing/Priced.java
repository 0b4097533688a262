package moot.funding.pricing;

import java.util.List;
import moot.funding.Money;
import moot.funding.terms.Nature;
import moot.funding.terms.Pack;

/**
 * What a contract comes to for the practices and networks of a place in a year.
 *
 * @param entitlements in the order of the pack's terms, then of payees
 * @param leftOut what could not be priced, and why
 */
public record Priced(
    Pack pack,
    RateChoice rates,
    MembershipRule rule,
    List<Entitlement> entitlements,
    List<LeftOut> leftOut) {
  public Priced {
    entitlements = List.copyOf(entitlements);
    leftOut = List.copyOf(leftOut);
  }

  public Money total(Nature nature) {
    return entitlements.stream()
        .filter(entitlement -> entitlement.term().nature() == nature)
        .map(Entitlement::total)
        .reduce(Money.ZERO, Money::plus);
  }

  /** Whether anybody is paid a term, or has it taken off. */
  public boolean pays(String term) {
    return entitlements.stream().anyMatch(one -> one.term().id().equals(term));
  }

  public List<Entitlement> listOf(String payee) {
    return entitlements.stream()
        .filter(entitlement -> entitlement.payee().code().equals(payee))
        .toList();
  }
}
