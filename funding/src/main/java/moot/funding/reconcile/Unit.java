package moot.funding.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import moot.funding.Money;
import moot.funding.Quantity;
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
 * @param after that of the year after
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
    Quantity after,
    @Nullable Money paidBefore) {

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
        rowAfter == null ? Quantity.ZERO : list(rule, rowAfter),
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
    Quantity after = Quantity.ZERO;
    for (Unit member : members) {
      paid = paid.plus(member.paid());
      now = now.plus(member.now());
      before = before.plus(member.before());
      after = after.plus(member.after());
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
        after,
        null);
  }

  private static Money paid(LineRule rule, PaidPractice row) {
    return row.paid().stream()
        .filter(line -> PaymentHeadings.same(line.heading(), rule.heading()))
        .map(line -> new Money(line.pence()))
        .reduce(Money.ZERO, Money::plus);
  }

  private static Quantity list(LineRule rule, PaidPractice row) {
    Double patients =
        rule.list() == Basis.WEIGHTED_LIST ? row.weightedList() : row.registeredList();
    return patients == null ? Quantity.ZERO : Quantity.of(Objects.requireNonNull(patients));
  }
}
