package moot.funding.reconcile;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Trace;
import moot.funding.income.PaymentHeadings;
import moot.funding.income.Statement;
import moot.funding.terms.Basis;
import moot.register.PracticeCode;
import moot.register.published.PaidPractice;
import org.jspecify.annotations.Nullable;

/**
 * What is reconciled as one: a practice, or a network as the sum of its practices.
 *
 * @param now the statement's own list
 * @param before that of the statement of the year before; zero when unknown
 * @param registered patients of the statement
 * @param registeredAfter those of the statement of the year after; zero when unknown
 * @param readBack that of 1 January before the year, read back from another payment of the
 *     statement; null when it cannot be
 * @param paidBefore under the same heading the year before; null when there is no statement or the
 *     practice is not in it
 */
record Unit(
    String code,
    String name,
    @Nullable String commissioner,
    @Nullable String commissionerName,
    @Nullable String contract,
    @Nullable String network,
    @Nullable LocalDate opened,
    @Nullable LocalDate closed,
    @Nullable String remark,
    Money paid,
    Quantity now,
    Quantity before,
    Quantity registered,
    Quantity registeredAfter,
    ListReading.@Nullable Read readBack,
    @Nullable Money paidBefore) {

  /**
   * A list that changed by more within a year, as a share, did not do so of itself: nothing can be
   * said of the year before from it. An assumption of Moot's.
   */
  private static final double MOST_GROWTH = 0.2;

  /** All that the rule is about. */
  static List<Unit> of(
      LineRule rule, Statement now, @Nullable Statement before, @Nullable Statement after) {
    List<Unit> practices =
        now.practices().stream().map(each -> practice(rule, each, before, after)).toList();
    if (rule.paidTo() == LineRule.PaidTo.PRACTICE) {
      return practices.stream()
          .filter(
              each ->
                  rule.contracts().isEmpty()
                      || (each.contract() != null && rule.contracts().contains(each.contract())))
          .toList();
    }
    Map<String, List<Unit>> networks = new LinkedHashMap<>();
    for (Unit practice : practices) {
      if (practice.network() != null) {
        networks.computeIfAbsent(practice.network(), n -> new ArrayList<>()).add(practice);
      }
    }
    Map<String, String> names = new LinkedHashMap<>();
    for (PaidPractice practice : now.practices()) {
      if (practice.network() != null && practice.networkName() != null) {
        names.putIfAbsent(practice.network().value(), practice.networkName());
      }
    }
    return networks.entrySet().stream()
        .map(
            each ->
                network(
                    each.getKey(),
                    names.getOrDefault(each.getKey(), each.getKey()),
                    each.getValue()))
        .toList();
  }

  private static Unit practice(
      LineRule rule, PaidPractice row, @Nullable Statement before, @Nullable Statement after) {
    PaidPractice rowBefore = before == null ? null : find(before, row.code());
    PaidPractice rowAfter = after == null ? null : find(after, row.code());
    return new Unit(
        row.code().value(),
        row.name(),
        row.commissioner(),
        row.commissionerName(),
        row.contract(),
        row.network() == null ? null : row.network().value(),
        row.opened(),
        row.closed(),
        row.remark(),
        paid(rule, row),
        list(rule, row),
        rowBefore == null ? Quantity.ZERO : list(rule, rowBefore),
        registered(row),
        rowAfter == null ? Quantity.ZERO : registered(rowAfter),
        readBack(rule, row, rowAfter),
        rowBefore == null ? null : paid(rule, rowBefore));
  }

  private static @Nullable PaidPractice find(Statement statement, PracticeCode code) {
    return statement.find(code);
  }

  private static Unit network(String code, String name, List<Unit> members) {
    Unit first = members.getFirst();
    Money paid = Money.ZERO;
    Quantity now = Quantity.ZERO;
    Quantity before = Quantity.ZERO;
    Quantity registered = Quantity.ZERO;
    Quantity registeredAfter = Quantity.ZERO;
    for (Unit member : members) {
      paid = paid.plus(member.paid());
      now = now.plus(member.now());
      before = before.plus(member.before());
      registered = registered.plus(member.registered());
      registeredAfter = registeredAfter.plus(member.registeredAfter());
    }
    return new Unit(
        code,
        name,
        first.commissioner(),
        first.commissionerName(),
        null,
        code,
        null,
        null,
        null,
        paid,
        now,
        before,
        registered,
        registeredAfter,
        readBack(members),
        null);
  }

  /** Whether the list can be carried back a year: it is there in both, and did not break. */
  boolean hasTrend() {
    return now.hundredths() > 0
        && registered.hundredths() > 0
        && registeredAfter.hundredths() > 0
        && Math.abs((double) registeredAfter.hundredths() / registered.hundredths() - 1)
            <= MOST_GROWTH;
  }

  /**
   * As the list would have been a year ago, had the registered one grown as it did in the year
   * after, and each patient weighed as much.
   */
  Quantity carriedBack() {
    return Quantity.of(
        now.amount()
            .multiply(registered.amount())
            .divide(registeredAfter.amount(), 2, RoundingMode.HALF_UP));
  }

  private static ListReading.@Nullable Read readBack(
      LineRule rule, PaidPractice row, @Nullable PaidPractice after) {
    ListReading reading = rule.reading();
    if (reading == null) {
      return null;
    }
    return (rule.list() == Basis.WEIGHTED_LIST
            ? reading.weighted(row, after, MOST_GROWTH)
            : reading.registered(row, after, MOST_GROWTH))
        .orElse(null);
  }

  /** Of all members, or of none: a part of a network's list would be no list. */
  private static ListReading.@Nullable Read readBack(List<Unit> members) {
    Quantity sum = Quantity.ZERO;
    List<Trace> parts = new ArrayList<>();
    for (Unit member : members) {
      ListReading.Read read = member.readBack();
      if (read == null) {
        return null;
      }
      sum = sum.plus(read.list());
      parts.add(
          Trace.made(
              member.name(), read.list().toString(), "of this practice", List.of(read.trace())));
    }
    return new ListReading.Read(
        sum,
        Trace.made("lists of the practices", sum.toString(), "sum of all of the network", parts));
  }

  private static Money paid(LineRule rule, PaidPractice row) {
    return row.paid().stream()
        .filter(line -> PaymentHeadings.same(line.heading(), rule.heading()))
        .map(line -> new Money(line.pence()))
        .reduce(Money.ZERO, Money::plus);
  }

  private static Quantity list(LineRule rule, PaidPractice row) {
    return rule.list() == Basis.WEIGHTED_LIST ? quantity(row.weightedList()) : registered(row);
  }

  private static Quantity registered(PaidPractice row) {
    return quantity(row.registeredList());
  }

  private static Quantity quantity(@Nullable Double patients) {
    return patients == null ? Quantity.ZERO : Quantity.of(patients.doubleValue());
  }
}
