package moot.funding.pricing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.funding.FinancialYear;
import moot.funding.Mark;
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
   * @param mark the less sure of the two amounts that it is the difference of
   * @param doubts why it is less sure than the rates, in words
   */
  public record Line(
      Term term,
      Payee payee,
      YearMonth month,
      @Nullable YearMonth paidWith,
      Money amount,
      Mark mark,
      List<String> doubts) {
    public Line {
      doubts = List.copyOf(doubts);
    }
  }

  /** Of two pricings of one pack and place, the rates of the one known before the other's. */
  public static Arrears between(Priced earlier, Priced later) {
    Map<String, Entitlement> before = new HashMap<>();
    earlier.entitlements().forEach(entitlement -> before.put(key(entitlement), entitlement));
    List<Line> lines = new ArrayList<>();
    for (Entitlement after : later.entitlements()) {
      differences(before.remove(key(after)), after, lines);
    }
    for (Entitlement gone : before.values()) {
      for (int month = 0; month < FinancialYear.MONTHS; month++) {
        add(gone, gone.mark(), month, gone.months().get(month).negated(), lines);
      }
    }
    return new Arrears(lines);
  }

  /** What is owed to one payee. */
  public Arrears of(String payee) {
    return new Arrears(lines.stream().filter(line -> line.payee().code().equals(payee)).toList());
  }

  /** The least sure of what is owed; none where nothing is. */
  public Optional<Mark> findMark() {
    return lines.stream().map(Line::mark).reduce(Mark::orLessSure);
  }

  public Money total() {
    return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
  }

  private static void differences(
      @Nullable Entitlement before, Entitlement after, List<Line> lines) {
    Mark mark = before == null ? after.mark() : after.mark().orLessSure(before.mark());
    for (int month = 0; month < FinancialYear.MONTHS; month++) {
      Money was = before == null ? Money.ZERO : before.months().get(month);
      add(after, mark, month, after.months().get(month).minus(was), lines);
    }
  }

  private static void add(Entitlement of, Mark mark, int month, Money amount, List<Line> lines) {
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
              amount,
              mark,
              of.doubts()));
    }
  }

  private static YearMonth monthOf(LocalDate day) {
    return YearMonth.from(day);
  }

  private static String key(Entitlement entitlement) {
    return entitlement.term().id() + '\n' + entitlement.payee().code();
  }
}
