package moot.funding.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.income.Statement;
import moot.funding.income.Statements;
import moot.register.published.PaidPractice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The published payments of all England beside what the rules say; every figure is printed. */
class PublishedPaymentsTest {
  private static final LineRules RULES = LineRules.shipped();

  private static Reconciliation reconcile(
      String line, Statement now, @Nullable Statement before, @Nullable Statement after) {
    LineRule rule = RULES.find(line, now.year()).orElseThrow();
    Reconciliation it = Reconciliation.of(rule, now, before, after, Tolerance.DEFAULT);
    System.out.printf(
        "%n%s %s at %s: %d lines, expected %s, paid %s; lists from %s%n",
        rule.heading(),
        rule.year(),
        rule.rate(),
        it.differences().size(),
        it.expected(),
        it.paid(),
        it.listsFrom());
    print("differences", it.distribution());
    print("by months", it.distributionByMonths());
    System.out.printf(
        "  commissioners with other months: %s%n",
        it.months().stream()
            .filter(Reconciliation.Months::differ)
            .map(m -> "%s %d".formatted(m.commissioner(), m.months()))
            .toList());
    for (Map.Entry<Explanation, Reconciliation.Count> each : it.counts().entrySet()) {
      System.out.printf(
          "  %-26s %5d %20s, sizes %s%n",
          each.getKey().words(),
          each.getValue().count(),
          each.getValue().amount(),
          each.getValue().size());
    }
    assertThat(it.counts().values().stream().mapToInt(Reconciliation.Count::count).sum())
        .isEqualTo(it.differences().size());
    assertThat(it.differences()).noneMatch(each -> each.words().isBlank());
    return it;
  }

  private static void print(String what, Distribution d) {
    System.out.printf(
        Locale.UK,
        "  %s of %d: median of sizes %.2f %%, %d within 1 %%; percentiles %s: %s%n",
        what,
        d.count(),
        100 * d.medianAbsolute(),
        d.within(),
        Distribution.AT,
        d.percentiles().stream().map(p -> String.format(Locale.UK, "%.2f %%", 100 * p)).toList());
  }

  @Test
  void participationOf2022IsPaidByTheListOfTheYearBefore() {
    Statement before = Statements.published("payments-2021-22.csv");
    Statement now = Statements.published("payments-2022-23.csv");
    Reconciliation it = reconcile("PCN Participation", now, before, null);

    assertThat(it.differences()).hasSize(now.practices().size());
    assertThat(it.distribution().count()).isGreaterThan(6_400);
    assertThat(it.distribution().medianAbsolute()).isLessThanOrEqualTo(0.01);
    assertThat(it.months())
        .filteredOn(Reconciliation.Months::differ)
        .extracting(Reconciliation.Months::months)
        .containsOnly(10, 11, 13);
    int unexplained =
        it.counts()
            .getOrDefault(
                Explanation.UNEXPLAINED, new Reconciliation.Count(0, Money.ZERO, Money.ZERO))
            .count();
    assertThat(unexplained).isLessThan(now.practices().size() / 20);

    Reconciliation alone = reconcile("PCN Participation", now, null, null);
    assertThat(alone.distribution().medianAbsolute())
        .isGreaterThan(it.distribution().medianAbsolute());
  }

  /** The list that counts is in neither file; it is read back from what was paid for long Covid. */
  @Test
  void participationOf2021IsPaidByAListThatAnotherPaymentShows() {
    Statement now = Statements.published("payments-2021-22.csv");
    Statement after = Statements.published("payments-2022-23.csv");
    Reconciliation it = reconcile("PCN Participation", now, null, after);

    assertThat(now.year()).isEqualTo(new FinancialYear(2021));
    assertThat(it.differences()).hasSize(now.practices().size());
    assertThat(it.distribution().count()).isGreaterThan(6_400);
    assertThat(it.distribution().medianAbsolute()).isLessThanOrEqualTo(0.01);
    assertThat(it.listsFrom().get(ListFrom.READ_BACK_AND_WEIGHTED)).isGreaterThan(5_000);
    assertThat(it.listsFrom()).containsKey(ListFrom.CARRIED_BACK);

    Reconciliation alone = reconcile("PCN Participation", now, null, null);
    assertThat(alone.listsFrom())
        .containsOnlyKeys(ListFrom.READ_BACK_AND_WEIGHTED, ListFrom.THIS_YEAR_TOO_LATE);
    assertThat(alone.distribution().medianAbsolute())
        .isGreaterThan(it.distribution().medianAbsolute());
  }

  /**
   * That the lists read back are those of 1 January 2021 is shown by another line than the one they
   * are read back for.
   */
  @Test
  void listsReadBackAreThoseByWhichExtendedHoursWerePaid() {
    Statement now = Statements.published("payments-2021-22.csv");
    Reconciliation hours = reconcile("PCN Extended Hours Access", now, null, null);

    double readBack = nearly(hours, ListFrom.READ_BACK);
    double own = nearly(hours, ListFrom.THIS_YEAR_TOO_LATE);
    System.out.printf(
        Locale.UK,
        "within 0.05 %% of what was paid: %.1f %% of networks by lists read back, %.1f %% of the others%n",
        100 * readBack,
        100 * own);
    assertThat(readBack).isGreaterThan(0.5);
    assertThat(own).isLessThan(0.1);
  }

  private static double nearly(Reconciliation line, ListFrom from) {
    return line.differences().stream()
        .filter(each -> each.listFrom() == from && each.isCompared())
        .mapToInt(each -> Math.abs(each.share()) <= 0.0005 ? 1 : 0)
        .average()
        .orElseThrow();
  }

  /** Why lists are carried back by the registered list's trend, and not the weighted one's. */
  @Test
  void theRegisteredTrendComesNearerToTheListsReadBack() {
    Statement now = Statements.published("payments-2021-22.csv");
    Statement after = Statements.published("payments-2022-23.csv");
    ListReading reading =
        Objects.requireNonNull(RULES.find("PCN Participation", now.year()).orElseThrow().reading());
    List<Double> registered = new ArrayList<>();
    List<Double> weighted = new ArrayList<>();
    for (PaidPractice row : now.practices()) {
      PaidPractice next = after.find(row.code());
      reading
          .registered(row, null, 0.2)
          .ifPresent(
              read -> {
                if (next != null && grew(row, next) != null) {
                  double list = read.list().amount().doubleValue();
                  double[] trend = Objects.requireNonNull(grew(row, next));
                  double own = Objects.requireNonNull(row.registeredList());
                  registered.add(Math.abs(own / trend[0] / list - 1));
                  weighted.add(Math.abs(own / trend[1] / list - 1));
                }
              });
    }
    System.out.printf(
        Locale.UK,
        "%d lists read back: off by %.2f %% at the median by the registered list's trend, %.2f %% by the weighted one's%n",
        registered.size(),
        100 * median(registered),
        100 * median(weighted));
    assertThat(registered).hasSizeGreaterThan(5_000);
    assertThat(median(registered)).isLessThan(median(weighted));
  }

  /**
   * How the registered and the weighted list changed to the year after; null where either broke.
   */
  private static double @Nullable [] grew(PaidPractice row, PaidPractice next) {
    Double[] lists = {
      row.registeredList(), next.registeredList(), row.weightedList(), next.weightedList()
    };
    for (Double list : lists) {
      if (list == null || list <= 0) {
        return null;
      }
    }
    double[] trend = {lists[1] / lists[0], lists[3] / lists[2]};
    return Math.abs(trend[0] - 1) > 0.2 || Math.abs(trend[1] - 1) > 0.2 ? null : trend;
  }

  private static double median(List<Double> values) {
    return Distribution.quantile(
        values.stream().mapToDouble(Double::doubleValue).sorted().toArray(), 0.5);
  }

  @Test
  void theGlobalSumAndANetworksLine() {
    Statement before = Statements.published("payments-2021-22.csv");
    Statement now = Statements.published("payments-2022-23.csv");
    Reconciliation sum = reconcile("Global Sum", now, before, null);
    assertThat(sum.distribution().medianAbsolute()).isLessThan(0.015);
    Reconciliation hours = reconcile("PCN Extended Hours Access", now, before, null);
    assertThat(hours.distribution().medianAbsolute()).isLessThan(0.02);
    assertThat(hours.counts()).containsKey(Explanation.NOTHING_PAID);
  }
}
