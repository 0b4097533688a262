package moot.funding.pricing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.terms.Term;
import org.jspecify.annotations.Nullable;

/**
 * What is owed when rates were raised for months that had been paid: month by month the difference
 * between two pricings of the same place.
 *
 * @param lines those that differ, in the order of the later pricing
 */
public record Arrears(List<Line> lines) {
  public Arrears {
    lines = List.copyOf(lines);
  }

  /**
   * @param month the month for which it is owed
   * @param paidWith the month of the announcement, with which it can be paid at the earliest; null
   *     when the new rate was not announced later (the quantity differs)
   * @param amount negative for what is owed back
   */
  public record Line(
      Term term, Payee payee, YearMonth month, @Nullable YearMonth paidWith, Money amount) {}

  /** Of two pricings of one pack and place, usually as announced and as finally paid. */
  public static Arrears between(Priced earlier, Priced later) {
    Map<String, Entitlement> before = new HashMap<>();
    earlier.entitlements().forEach(entitlement -> before.put(key(entitlement), entitlement));
    List<Line> lines = new ArrayList<>();
    for (Entitlement after : later.entitlements()) {
      differences(before.remove(key(after)), after, lines);
    }
    for (Entitlement gone : before.values()) {
      for (int month = 0; month < FinancialYear.MONTHS; month++) {
        add(gone, month, gone.months().get(month).negated(), lines);
      }
    }
    return new Arrears(lines);
  }

  public Money total() {
    return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
  }

  private static void differences(
      @Nullable Entitlement before, Entitlement after, List<Line> lines) {
    for (int month = 0; month < FinancialYear.MONTHS; month++) {
      Money was = before == null ? Money.ZERO : before.months().get(month);
      add(after, month, after.months().get(month).minus(was), lines);
    }
  }

  private static void add(Entitlement of, int month, Money amount, List<Line> lines) {
    if (!amount.isZero()) {
      lines.add(
          new Line(
              of.term(),
              of.payee(),
              of.year().months().get(month),
              of.findStretch(month)
                  .map(stretch -> stretch.rate().announced())
                  .map(Arrears::monthOf)
                  .orElse(null),
              amount));
    }
  }

  private static YearMonth monthOf(LocalDate day) {
    return YearMonth.from(day);
  }

  private static String key(Entitlement entitlement) {
    return entitlement.term().id() + '\n' + entitlement.payee().code();
  }
}
