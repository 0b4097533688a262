package moot.funding.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import moot.funding.FinancialYear;
import moot.funding.income.Statement;
import moot.funding.income.Statements;
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
          "  %-26s %5d %20s%n",
          each.getKey().words(), each.getValue().count(), each.getValue().amount());
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
                Explanation.UNEXPLAINED, new Reconciliation.Count(0, moot.funding.Money.ZERO))
            .count();
    assertThat(unexplained).isLessThan(now.practices().size() / 20);

    Reconciliation alone = reconcile("PCN Participation", now, null, null);
    assertThat(alone.distribution().medianAbsolute())
        .isGreaterThan(it.distribution().medianAbsolute());
  }

  /** The list that counts is in neither file; what comes out is what is printed. */
  @Test
  void participationOf2021ByListsThatStandIn() {
    Statement now = Statements.published("payments-2021-22.csv");
    Statement after = Statements.published("payments-2022-23.csv");
    Reconciliation carried = reconcile("PCN Participation", now, null, after);
    Reconciliation late = reconcile("PCN Participation", now, null, null);

    assertThat(carried.distribution().medianAbsolute())
        .isLessThan(late.distribution().medianAbsolute());
    assertThat(late.listsFrom()).containsOnlyKeys(ListFrom.THIS_YEAR_TOO_LATE);
    assertThat(carried.listsFrom()).containsKey(ListFrom.CARRIED_BACK);
    assertThat(now.year()).isEqualTo(new FinancialYear(2021));
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
