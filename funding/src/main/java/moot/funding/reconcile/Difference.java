package moot.funding.reconcile;

import java.util.List;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What was expected and what was paid under one heading, for one practice or network.
 *
 * @param list by which the expected amount is worked out; zero when none is known
 * @param listTrace how it was read back; null when it stands in a statement
 * @param months of the year that all of its commissioner's were paid for, at the median
 * @param words why, in a sentence; says what would fit, not what happened
 */
public record Difference(
    LineRule rule,
    String code,
    String name,
    @Nullable String commissioner,
    @Nullable String network,
    @Nullable String contract,
    Quantity list,
    ListFrom listFrom,
    @Nullable Trace listTrace,
    Money expected,
    Money paid,
    int months,
    Explanation explanation,
    String words) {

  /** Paid less expected. */
  public Money amount() {
    return paid.minus(expected);
  }

  /** The same, whichever way it goes. */
  public Money size() {
    return amount().pence() < 0 ? amount().negated() : amount();
  }

  /** Whether there is something on both sides to compare. */
  public boolean isCompared() {
    return expected.pence() > 0 && !paid.isZero();
  }

  /** As a share of what was expected; not a number where nothing was. */
  public double share() {
    return expected.pence() <= 0 ? Double.NaN : (double) amount().pence() / expected.pence();
  }

  /** The same once the months of the commissioner are counted. */
  public double shareByMonths() {
    return expected.pence() <= 0
        ? Double.NaN
        : (double) paid.pence() * rule.months() / expected.pence() / months - 1;
  }

  public Trace trace() {
    Trace rate =
        new Trace(
            "rate for a %s and year".formatted(rule.list().unit()),
            rule.rate().toString(),
            null,
            rule.mark(),
            rule.sources(),
            List.of());
    Trace patients =
        Trace.made(
            rule.list().words(),
            list.toString(),
            "from " + listFrom.words(),
            listTrace == null ? List.of() : List.of(listTrace));
    return Trace.made(
        "%s %s, %s, paid less expected".formatted(rule.heading(), rule.year(), name),
        amount().toString(),
        "paid − expected: " + explanation.words(),
        List.of(
            Trace.given("paid", paid.toString()),
            Trace.made("expected", expected.toString(), "rate × list", List.of(rate, patients))));
  }
}
