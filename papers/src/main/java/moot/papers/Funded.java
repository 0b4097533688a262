package moot.papers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.pricing.Arrears;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.FundedPlace;
import moot.funding.pricing.LeftOut;
import moot.funding.pricing.MembershipRule;
import moot.funding.pricing.Priced;
import moot.funding.terms.Nature;

/**
 * What all contracts of a year come to for a place, ready to be written.
 *
 * @param as which rates counted, in words
 * @param priced one for each contract
 * @param arrears between as announced and as finally paid, one for each contract in the same order
 * @param remarks what the reader must know of the figures, such as lists of another day
 */
public record Funded(
    FundedPlace place,
    FinancialYear year,
    String as,
    MembershipRule rule,
    List<Priced> priced,
    List<Arrears> arrears,
    List<String> remarks) {
  public Funded {
    priced = List.copyOf(priced);
    arrears = List.copyOf(arrears);
    remarks = List.copyOf(remarks);
  }

  List<Entitlement> entitlements() {
    return priced.stream().flatMap(contract -> contract.entitlements().stream()).toList();
  }

  List<LeftOut> leftOut() {
    return priced.stream().flatMap(contract -> contract.leftOut().stream()).toList();
  }

  public Money total(Nature nature) {
    return priced.stream().map(contract -> contract.total(nature)).reduce(Money.ZERO, Money::plus);
  }

  public Money arrearsTotal() {
    return arrears.stream().map(Arrears::total).reduce(Money.ZERO, Money::plus);
  }

  /** What sums are too small by, in words: payments whose figures are in no rule pack. */
  public List<String> missing() {
    return priced.stream()
        .map(Priced::pack)
        .filter(pack -> !pack.missing().isEmpty())
        .map(
            pack ->
                "%s: left out, so that sums are too small: %s"
                    .formatted(pack.title(), String.join(", ", pack.missing())))
        .toList();
  }

  /** All that a reader must know of the figures: what is missing, then the remarks. */
  public List<String> toKnow() {
    return Stream.concat(missing().stream(), remarks.stream()).toList();
  }

  /** Code to page, of all contracts. */
  Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    priced.forEach(contract -> sources.putAll(contract.pack().sources()));
    return sources;
  }
}
