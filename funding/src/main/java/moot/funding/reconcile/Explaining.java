package moot.funding.reconcile;

import java.time.LocalDate;
import java.util.Locale;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.reconcile.LineRule.PaidTo;
import moot.funding.reconcile.Reconciliation.Expected;
import moot.funding.reconcile.Reconciliation.Months;
import org.jspecify.annotations.Nullable;

/**
 * Puts one difference down to something: the first that fits of what can be told from the
 * statements, surest first.
 */
final class Explaining {
  /** A practice that opened up to so many months before the year had hardly a list on its day. */
  private static final int NEW_MONTHS = 3;

  private static final int CLOSING_MONTHS = 3;

  /**
   * Months of another year that may stand in this one. The more months are allowed, the more
   * amounts would fit some number of them by chance.
   */
  private static final int MOST_LATE_MONTHS = 2;

  private final LineRule rule;
  private final FinancialYear year;
  private final Unit unit;
  private final Expected expected;
  private final Tolerance tolerance;
  private final @Nullable Months ofCommissioner;
  private final int months;
  private final long paid;

  Explaining(
      LineRule rule, Expected expected, @Nullable Months ofCommissioner, Tolerance tolerance) {
    this.rule = rule;
    this.year = rule.year();
    this.unit = expected.unit();
    this.expected = expected;
    this.tolerance = tolerance;
    this.ofCommissioner = ofCommissioner;
    this.months = ofCommissioner == null ? rule.months() : ofCommissioner.months();
    this.paid = unit.paid().pence();
  }

  private record Found(Explanation explanation, String words) {}

  Difference difference() {
    Found found = explain();
    return new Difference(
        rule,
        unit.code(),
        unit.name(),
        unit.commissioner(),
        unit.network(),
        unit.contract(),
        expected.list(),
        expected.from(),
        expected.listTrace(),
        expected.amount(),
        unit.paid(),
        months,
        found.explanation(),
        found.words());
  }

  private Found explain() {
    if (paid < 0) {
      return found(Explanation.TAKEN_BACK, "%s was taken back in the year", unit.paid().negated());
    }
    if (expected.amount().isZero() && paid != 0) {
      return isNew()
          ? found(Explanation.OPENED, "opened on %s, so there is no list to go by", unit.opened())
          : found(Explanation.NO_LIST, "paid without a list in the statements");
    }
    if (paid == 0) {
      return nothingPaid();
    }
    if (fits(expected.amount(), rule.months())) {
      return found(Explanation.AS_EXPECTED, "within %s", percent(tolerance.same()));
    }
    if (ofCommissioner != null && ofCommissioner.differ() && fits(expected.amount(), months)) {
      return commissionersMonths(ofCommissioner);
    }
    if (isClosed() && paid < expected.amount().pence()) {
      return found(Explanation.CLOSED, "closed on %s", unit.closed());
    }
    if (isNew()) {
      return found(Explanation.OPENED, "opened on %s", unit.opened());
    }
    Found rates = otherListOrRate();
    if (rates != null) {
      return rates;
    }
    Found joined = joinedOrLeft();
    if (joined != null) {
      return joined;
    }
    if (!expected.from().isTheOneThatCounts()
        && near(expected.amount(), months, tolerance.of(expected.from()))) {
      return found(
          Explanation.LIST_OF_LATER_DATE,
          "the list that counts is in none of the statements; that of %s gives %s%s",
          expected.from().words(),
          inWords(),
          months == rule.months()
              ? ""
              : " once the commissioner's %d months are counted".formatted(months));
    }
    Found part = ownMonths();
    if (part != null) {
      return part;
    }
    if (unit.contract() != null
        && !unit.contract().equals("GMS")
        && !unit.contract().equals("PMS")) {
      return found(
          Explanation.OTHER_CONTRACT,
          "the contract is %s, and may pay otherwise; %s",
          unit.contract(),
          inWords());
    }
    if (unit.remark() != null) {
      return found(
          Explanation.UNUSUAL_LIST, "the statement remarks \"%s\"; %s", unit.remark(), inWords());
    }
    return found(Explanation.UNEXPLAINED, "%s, and nothing in the statements fits", inWords());
  }

  private Found nothingPaid() {
    if (rule.paidTo() == PaidTo.NETWORK) {
      return found(
          Explanation.NOTHING_PAID,
          "nothing stands at any practice of the network: a company may take its money, which is not in the file");
    }
    if (isClosed()) {
      return found(Explanation.CLOSED, "closed on %s", unit.closed());
    }
    if (isOfNetwork() && unit.network() == null) {
      return found(
          Explanation.NO_PARTICIPATION, "the statement names no network, and nothing was paid");
    }
    if (expected.list().hundredths() == 0) {
      return found(Explanation.NO_LIST, "no list and nothing paid");
    }
    return found(
        Explanation.NOTHING_PAID,
        isOfNetwork()
            ? "the statement names the network %s, but nothing was paid".formatted(unit.network())
            : "nothing was paid");
  }

  private Found commissionersMonths(Months of) {
    boolean fewer = of.months() < of.expected();
    return found(
        Explanation.COMMISSIONERS_MONTHS,
        "all of %s were paid %d months of %d at the median, which fits here too: %s",
        of.name(),
        of.months(),
        of.expected(),
        fewer
            ? "paid in arrears, what is missing may stand in the next year"
            : "money of the year before may stand in this one");
  }

  private @Nullable Found otherListOrRate() {
    if (expected.from().isOfTheDayBefore() && unit.now().hundredths() > 0) {
      Money byNow = Expected.times(rule.rate(), unit.now());
      if (near(byNow, months, tolerance.same()) || near(byNow, rule.months(), tolerance.same())) {
        return found(
            Explanation.LIST_OF_LATER_DATE,
            "the statement's own list of %s fits, that of the year before was %s",
            unit.now(),
            expected.list());
      }
    }
    Rate other = rule.otherRate();
    if (other != null && near(Expected.times(other, expected.list()), months, tolerance.same())) {
      return found(
          Explanation.OTHER_RATE,
          "%s a %s fits within %s: %s",
          other,
          rule.list().unit(),
          percent(tolerance.same()),
          rule.otherRateWords());
    }
    Quantity second =
        expected.from().isOfTheDayBefore()
            ? unit.now()
            : rule.day() == LineRule.ListDay.IN_THE_YEAR ? unit.before() : Quantity.ZERO;
    if (second.hundredths() > 0) {
      Money bySecond = Expected.times(rule.rate(), second);
      long low = Math.min(bySecond.pence(), expected.amount().pence()) * months / rule.months();
      long high = Math.max(bySecond.pence(), expected.amount().pence()) * months / rule.months();
      if (paid >= low && paid <= high && high - low > tolerance.same() * high) {
        return found(
            Explanation.LIST_CHANGED,
            "paid between what the list of %s and that of %s give: one of a day between may have been taken, or patients came from a practice that closed",
            expected.list(),
            second);
      }
    }
    return null;
  }

  private @Nullable Found joinedOrLeft() {
    if (!isOfNetwork() || rule.paidTo() == PaidTo.NETWORK) {
      return null;
    }
    if (unit.network() == null) {
      return found(
          Explanation.JOINED_OR_LEFT,
          "the statement names no network, but %s of it was paid: it may have left within the year",
          percent((double) paid / expected.amount().pence()));
    }
    if (unit.paidBefore() != null
        && unit.paidBefore().isZero()
        && paid < expected.amount().pence()) {
      return found(
          Explanation.JOINED_OR_LEFT,
          "nothing was paid the year before: it may have joined within the year, %s",
          inWords());
    }
    return null;
  }

  private @Nullable Found ownMonths() {
    double exact = (double) paid * rule.months() / expected.amount().pence();
    long nearest = Math.round(exact);
    if (nearest < 1
        || nearest > rule.months() + MOST_LATE_MONTHS
        || nearest == rule.months()
        || (nearest > rule.months() && rule.day() == LineRule.ListDay.IN_THE_YEAR)
        || Math.abs(exact / nearest - 1) > tolerance.same()) {
      // What is paid by quarterly lists may be more for many reasons, so months prove nothing
      // there.
      return null;
    }
    return nearest < rule.months()
        ? found(
            Explanation.PART_OF_YEAR,
            "%d months of %d fit: it may have taken part for so long, or the rest was paid later",
            nearest,
            rule.months())
        : found(
            Explanation.MORE_THAN_A_YEAR,
            "%d months instead of %d fit: money of another year may stand in this one",
            nearest,
            rule.months());
  }

  private boolean isOfNetwork() {
    return rule.heading().startsWith("PCN");
  }

  private boolean isClosed() {
    LocalDate closed = unit.closed();
    return closed != null && !closed.isAfter(year.to().plusMonths(CLOSING_MONTHS));
  }

  private boolean isNew() {
    LocalDate opened = unit.opened();
    return opened != null && opened.isAfter(year.listDay().minusMonths(NEW_MONTHS));
  }

  private boolean fits(Money amount, int ofMonths) {
    return near(amount, ofMonths, tolerance.same());
  }

  private boolean near(Money amount, int ofMonths, double share) {
    double wanted = (double) amount.pence() * ofMonths / rule.months();
    return wanted > 0 && Math.abs(paid / wanted - 1) <= share;
  }

  private String inWords() {
    double share = (double) paid / expected.amount().pence() - 1;
    return percent(Math.abs(share)) + (share < 0 ? " less than expected" : " more than expected");
  }

  private static String percent(double share) {
    return String.format(Locale.UK, "%.1f %%", 100 * share);
  }

  private static Found found(Explanation explanation, String words, @Nullable Object... values) {
    return new Found(explanation, values.length == 0 ? words : words.formatted(values));
  }
}
