package moot.funding.pricing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Trace;
import moot.funding.terms.Basis;
import moot.funding.terms.Nature;
import moot.register.NetworkCode;

/**
 * What each practice would get of what its network is paid, month by month among those who are
 * members in the month. What may be paid at most is not shared: it is claimed, and spent.
 *
 * @param whole what is shared
 * @param mark of each part: the least sure of what the network is paid, and unverified as soon as a
 *     list that it is split by stands in for the contract's own
 * @param doubts why it is less sure than the rates, in words
 * @param parts in the order of the place's practices; they add up to {@code whole}
 */
public record NetworkShares(
    NetworkCode network,
    Splitting splitting,
    Money whole,
    List<Part> parts,
    Mark mark,
    List<String> doubts) {
  public NetworkShares {
    doubts = List.copyOf(doubts);
    parts = List.copyOf(parts);
  }

  /**
   * One practice's.
   *
   * @param months April first
   * @param memberMonths in how many months it is a member
   */
  public record Part(FundedPractice practice, List<Money> months, int memberMonths) {
    public Part {
      months = List.copyOf(months);
    }

    public Money total() {
      return months.stream().reduce(Money.ZERO, Money::plus);
    }
  }

  /**
   * @param contracts all of one year, priced by one rule
   * @return empty when the money stays pooled, when nobody is a member, or when the list of one is
   *     not known
   */
  public static Optional<NetworkShares> of(
      FundedPlace place,
      FinancialYear year,
      List<Priced> contracts,
      NetworkCode network,
      MembershipRule rule,
      Splitting splitting) {
    Map<FundedPractice, Money[]> shares = new LinkedHashMap<>();
    Map<FundedPractice, Integer> memberMonths = new LinkedHashMap<>();
    Money whole = Money.ZERO;
    for (int month = 0; month < FinancialYear.MONTHS; month++) {
      YearMonth when = year.months().get(month);
      List<FundedPractice> members =
          place.practices().stream()
              .filter(p -> p.networkOn(rule.decides(year, when)).equals(Optional.of(network)))
              .toList();
      Money paid = paid(contracts, network, month);
      if (members.isEmpty()) {
        continue;
      }
      var split = splitting.split(paid, members);
      if (split.isEmpty()) {
        return Optional.empty();
      }
      whole = whole.plus(paid);
      for (FundedPractice member : members) {
        Money part = split.get().getOrDefault(member.code(), Money.ZERO);
        shares.computeIfAbsent(member, m -> nothing())[month] = part;
        memberMonths.merge(member, 1, Integer::sum);
      }
    }
    if (shares.isEmpty()) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    for (FundedPractice practice : place.practices()) {
      Money[] months = shares.get(practice);
      if (months != null) {
        parts.add(new Part(practice, List.of(months), memberMonths.getOrDefault(practice, 0)));
      }
    }
    List<Entitlement> paid =
        contracts.stream()
            .flatMap(contract -> contract.listOf(network.value()).stream())
            .filter(entitlement -> entitlement.term().nature() == Nature.PAID)
            .toList();
    List<String> lists =
        shares.keySet().stream()
            .map(practice -> splitting.findBasis().map(practice.bases()::get).map(Held::doubt))
            .flatMap(Optional::stream)
            .toList();
    Mark mark = Entitlement.leastSure(paid);
    return Optional.of(
        new NetworkShares(
            network,
            splitting,
            whole,
            parts,
            lists.isEmpty() ? mark : mark.orLessSure(Mark.RECALLED),
            Stream.concat(Entitlement.doubts(paid).stream(), lists.stream()).distinct().toList()));
  }

  private static Money[] nothing() {
    Money[] months = new Money[FinancialYear.MONTHS];
    java.util.Arrays.fill(months, Money.ZERO);
    return months;
  }

  private static Money paid(List<Priced> contracts, NetworkCode network, int month) {
    return contracts.stream()
        .flatMap(contract -> contract.listOf(network.value()).stream())
        .filter(entitlement -> entitlement.term().nature() == Nature.PAID)
        .map(entitlement -> entitlement.months().get(month))
        .reduce(Money.ZERO, Money::plus);
  }

  /** Where a practice's part comes from. */
  public Trace trace(Part part) {
    List<Trace> parts = new ArrayList<>();
    parts.add(Trace.given("Paid to the network in the year", whole.toString()));
    if (!doubts.isEmpty()) {
      parts.add(Trace.given("Less sure than the rates", String.join("; ", doubts)));
    }
    Basis basis = splitting.findBasis().orElse(null);
    if (basis != null) {
      parts.add(
          Trace.made(
              "Its " + basis.words(),
              held(part.practice(), basis),
              "of those of all members",
              this.parts.stream()
                  .map(
                      other ->
                          Trace.given(
                              "%s (%s)".formatted(other.practice().name(), other.practice().code()),
                              held(other.practice(), basis)))
                  .toList()));
    } else {
      parts.add(Trace.given("Members", Integer.toString(this.parts.size())));
    }
    parts.add(Trace.given("Months in which it is a member", Integer.toString(part.memberMonths())));
    return new Trace(
        "Part of %s".formatted(part.practice().name()),
        part.total().toString(),
        "split %s, month by month among the members, to the penny by largest remainder"
            .formatted(splitting.words()),
        mark,
        List.of(),
        parts);
  }

  private static String held(FundedPractice practice, Basis basis) {
    Held held = practice.bases().get(basis);
    return held == null ? "not known" : "%s, %s".formatted(held.quantity(), held.on());
  }
}
