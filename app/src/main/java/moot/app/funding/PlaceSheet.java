package moot.app.funding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Trace;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.FundedPractice;
import moot.funding.pricing.Payee;
import moot.funding.pricing.Priced;
import moot.funding.terms.Nature;
import moot.funding.terms.Pack;
import moot.funding.terms.Term;
import moot.papers.Funded;
import moot.papers.LeftOutTogether;
import org.jspecify.annotations.Nullable;

/** What a year comes to for a place, laid out for reading. Adds up and orders; prices nothing. */
public record PlaceSheet(
    Funded funded,
    List<Contract> contracts,
    List<PayeeRow> networks,
    List<PayeeRow> practices,
    List<ArrearsRow> arrears,
    List<LeftOutRow> leftOut) {

  /** One rule pack and what its terms come to. */
  public record Contract(Pack pack, List<TermRow> terms) {}

  /**
   * What one term comes to for all its payees together.
   *
   * @param paid its entitlements, in the order of the place's payees
   */
  public record TermRow(Pack pack, Term term, List<Entitlement> paid) {
    public Money total() {
      return sum(paid);
    }

    public Mark mark() {
      return Entitlement.leastSure(paid);
    }

    public List<String> doubts() {
      return Entitlement.doubts(paid);
    }

    public String id() {
      return pack.contract() + "-" + term.id();
    }
  }

  /**
   * @param network that a practice is in at the end of the year; null for none, and for networks
   */
  public record PayeeRow(
      String code,
      String name,
      @Nullable String network,
      Money paid,
      Money atMost,
      Mark mark,
      List<String> doubts) {}

  /**
   * What could not be priced, and why.
   *
   * @param payees for whom, in words
   */
  public record LeftOutRow(String contract, Term term, String why, List<String> payees) {
    public LeftOutRow {
      payees = List.copyOf(payees);
    }
  }

  static PlaceSheet of(Funded funded) {
    List<Entitlement> all =
        funded.priced().stream().flatMap(contract -> contract.entitlements().stream()).toList();
    Map<Payee, List<Entitlement>> byPayee = new LinkedHashMap<>();
    all.forEach(e -> byPayee.computeIfAbsent(e.payee(), p -> new ArrayList<>()).add(e));
    Map<String, FundedPractice> known = new LinkedHashMap<>();
    funded.place().practices().forEach(p -> known.put(p.code().value(), p));
    List<PayeeRow> networks = new ArrayList<>();
    Map<String, PayeeRow> practices = new TreeMap<>();
    byPayee.forEach(
        (payee, paid) -> {
          switch (payee) {
            case Payee.OfNetwork network -> networks.add(row(network.name(), null, payee, paid));
            case Payee.OfPractice practice ->
                practices.put(
                    practice.code(),
                    row(
                        practice.name(),
                        Optional.ofNullable(known.get(practice.code()))
                            .flatMap(PlaceSheet::lastNetwork)
                            .orElse(null),
                        payee,
                        paid));
            case Payee.OfPlace place -> {}
            case Payee.OfUnknownNetworks unknown -> {}
          }
        });
    // One that is paid nothing stands there with nothing.
    known.forEach(
        (code, practice) ->
            practices.computeIfAbsent(
                code,
                c ->
                    new PayeeRow(
                        c,
                        practice.name(),
                        lastNetwork(practice).orElse(null),
                        Money.ZERO,
                        Money.ZERO,
                        Mark.READ_TWICE,
                        List.of())));
    return new PlaceSheet(
        funded,
        funded.priced().stream()
            .map(contract -> new Contract(contract.pack(), terms(contract)))
            .toList(),
        networks.stream().sorted(java.util.Comparator.comparing(PayeeRow::code)).toList(),
        List.copyOf(practices.values()),
        ArrearsRow.list(funded, null),
        leftOut(funded.priced()));
  }

  private static PayeeRow row(
      String name, @Nullable String network, Payee payee, List<Entitlement> paid) {
    return new PayeeRow(
        payee.code(),
        name,
        network,
        sum(paid.stream().filter(e -> e.term().nature() == Nature.PAID).toList()),
        sum(paid.stream().filter(e -> e.term().nature() == Nature.AT_MOST).toList()),
        Entitlement.leastSure(paid),
        Entitlement.doubts(paid));
  }

  private static Optional<String> lastNetwork(FundedPractice practice) {
    return practice.memberships().isEmpty()
        ? Optional.empty()
        : Optional.of(practice.memberships().getLast().network().value());
  }

  static List<TermRow> terms(Priced contract) {
    Map<Term, List<Entitlement>> byTerm = new LinkedHashMap<>();
    contract
        .entitlements()
        .forEach(e -> byTerm.computeIfAbsent(e.term(), t -> new ArrayList<>()).add(e));
    List<TermRow> rows = new ArrayList<>();
    byTerm.forEach((term, paid) -> rows.add(new TermRow(contract.pack(), term, paid)));
    return rows;
  }

  /** Those of one reason together; whose basis is not known stands in the files, code by code. */
  static List<LeftOutRow> leftOut(List<Priced> contracts) {
    Map<LeftOutRow, List<String>> rows = new LinkedHashMap<>();
    for (LeftOutTogether left : LeftOutTogether.of(contracts)) {
      String why = left.why().replaceAll(" not known for .*", " not known for all its practices");
      rows.computeIfAbsent(
              new LeftOutRow(left.pack().title(), left.term(), why, List.of()),
              row -> new ArrayList<>())
          .addAll(left.payees().stream().map(Payee::inWords).toList());
    }
    return rows.entrySet().stream()
        .map(
            row ->
                new LeftOutRow(
                    row.getKey().contract(),
                    row.getKey().term(),
                    row.getKey().why(),
                    row.getValue()))
        .toList();
  }

  static Money sum(List<Entitlement> paid) {
    return paid.stream().map(Entitlement::total).reduce(Money.ZERO, Money::plus);
  }

  /** What all of a place gets under a term: the sum of its payees, each with its own derivation. */
  static Trace trace(TermRow row) {
    return new Trace(
        row.term().title(),
        row.total().toString(),
        "sum of %d payees".formatted(row.paid().size()),
        row.mark(),
        List.of(),
        row.paid().stream().map(Entitlement::trace).toList());
  }
}
