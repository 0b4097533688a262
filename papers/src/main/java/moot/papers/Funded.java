package moot.papers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.pricing.Achieved;
import moot.funding.pricing.Achievement;
import moot.funding.pricing.Arrears;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.FundedPlace;
import moot.funding.pricing.LeftOut;
import moot.funding.pricing.MembershipRule;
import moot.funding.pricing.Payee;
import moot.funding.pricing.Priced;
import moot.funding.pricing.Pricing;
import moot.funding.pricing.RateChoice;
import moot.funding.terms.Deduction;
import moot.funding.terms.Nature;
import moot.funding.terms.Pack;

/**
 * What all contracts of a year come to for a place, ready to be written.
 *
 * @param as which rates counted, in words
 * @param priced one for each contract
 * @param arrears between two choices of rates, one for each contract in the same order
 * @param arrearsFrom the earlier choice, in words
 * @param arrearsTo the later one, in words
 * @param remarks what the reader must know of the figures, such as lists of another day
 */
public record Funded(
    FundedPlace place,
    FinancialYear year,
    String as,
    MembershipRule rule,
    List<Priced> priced,
    List<Arrears> arrears,
    String arrearsFrom,
    String arrearsTo,
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

  /**
   * Prices all contracts of a year.
   *
   * @param rates which of several rates count
   * @param from whose rates had been paid when those of {@code to} became known
   * @param said what payees achieved, as far as somebody says
   * @param remarks what the reader must know of the place's figures
   */
  public static Funded of(
      FundedPlace place,
      FinancialYear year,
      List<Pack> contracts,
      RateChoice rates,
      RateChoice from,
      RateChoice to,
      MembershipRule rule,
      List<Achievement> said,
      List<String> remarks) {
    List<Priced> priced = new ArrayList<>();
    List<Arrears> arrears = new ArrayList<>();
    for (Pack contract : contracts) {
      Achieved achieved = Achieved.of(contract, place, rule, said);
      priced.add(new Pricing(contract, rates, rule, achieved).price(place));
      arrears.add(
          Arrears.between(
              new Pricing(contract, from, rule, achieved).price(place),
              new Pricing(contract, to, rule, achieved).price(place)));
    }
    return new Funded(
        place, year, rates.inWords(), rule, priced, arrears, from.inWords(), to.inWords(), remarks);
  }

  /** The least sure of all that is of one nature; none where there is nothing of it. */
  public Optional<Mark> findMark(Nature nature) {
    return Entitlement.findMark(
        entitlements().stream().filter(one -> one.term().nature() == nature).toList());
  }

  public Optional<Mark> findArrearsMark() {
    return arrears.stream().flatMap(one -> one.findMark().stream()).reduce(Mark::orLessSure);
  }

  /**
   * How much of what is paid rests on figures that nobody has verified. A deduction is of one piece
   * with what it is taken off: where either is unverified, what is left of both is.
   */
  public Money unverified() {
    Money sum = Money.ZERO;
    for (Priced contract : priced) {
      Map<String, String> takenOff = new HashMap<>();
      contract.pack().deductions().forEach(one -> takenOff.put(one.id(), one.of()));
      Map<Piece, List<Entitlement>> pieces = new LinkedHashMap<>();
      for (Entitlement one : contract.entitlements()) {
        String term = takenOff.getOrDefault(one.term().id(), one.term().id());
        if (one.term().nature() == Nature.PAID) {
          pieces.computeIfAbsent(new Piece(one.payee(), term), p -> new ArrayList<>()).add(one);
        }
      }
      for (List<Entitlement> piece : pieces.values()) {
        if (!Entitlement.leastSure(piece).isVerified()) {
          sum = piece.stream().map(Entitlement::total).reduce(sum, Money::plus);
        }
      }
    }
    return sum;
  }

  private record Piece(Payee payee, String term) {}

  /** What is owed to each payee under all contracts, those to whom nothing is left away. */
  public Map<Payee, Arrears> arrearsByPayee() {
    Map<Payee, List<Arrears.Line>> lines = new LinkedHashMap<>();
    arrears.forEach(
        one ->
            one.lines()
                .forEach(
                    line -> lines.computeIfAbsent(line.payee(), p -> new ArrayList<>()).add(line)));
    Map<Payee, Arrears> owed = new LinkedHashMap<>();
    lines.forEach((payee, those) -> owed.put(payee, new Arrears(those)));
    return owed;
  }

  /** What was taken to be so of practices of which it is not known, in words. */
  public List<String> assumed() {
    List<String> assumed = new ArrayList<>();
    for (Priced contract : priced) {
      for (Deduction deduction : contract.pack().deductions()) {
        if (deduction.unlessKept() && contract.pays(deduction.id())) {
          assumed.add(
              "%s: all are taken to have done so, and have it taken off, but those that are known to keep the service"
                  .formatted(deduction.title()));
        }
      }
    }
    long unknown = place.practices().stream().filter(p -> p.contract().kind() == null).count();
    boolean matters =
        unknown > 0
            && priced.stream()
                .flatMap(contract -> contract.pack().terms().stream())
                .anyMatch(term -> !term.contracts().isEmpty());
    if (matters) {
      assumed.add(
          "the contract of %,d of %,d practices is not known; what is paid under one kind of contract is priced as if they held it"
              .formatted(unknown, place.practices().size()));
    }
    return assumed;
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

  /**
   * All that a reader must know of the figures: what is missing, what was assumed, then the
   * remarks.
   */
  public List<String> toKnow() {
    return Stream.of(missing(), assumed(), remarks).flatMap(List::stream).toList();
  }

  /** Code to page, of all contracts. */
  Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    priced.forEach(contract -> sources.putAll(contract.pack().sources()));
    return sources;
  }
}
