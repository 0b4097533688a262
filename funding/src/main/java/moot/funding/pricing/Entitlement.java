package moot.funding.pricing;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Trace;
import moot.funding.terms.DatedRate;
import moot.funding.terms.Term;

/**
 * What one term comes to for one payee in a year.
 *
 * @param year the financial year
 * @param stretches months in a row with the same rate and the same quantity
 * @param months what is paid with each month, April first; adds up to {@code total}
 */
public record Entitlement(
    FinancialYear year,
    Term term,
    Payee payee,
    List<Stretch> stretches,
    List<Money> months,
    Money total,
    Working working) {
  public Entitlement {
    stretches = List.copyOf(stretches);
    months = List.copyOf(months);
  }

  /** The least sure of the rates it was computed with. */
  public Mark mark() {
    return stretches.stream()
        .map(stretch -> stretch.rate().mark())
        .reduce(Mark.READ_TWICE, Mark::orLessSure);
  }

  /** Where the amount comes from. */
  public Trace trace() {
    return Tracing.of(this);
  }

  /**
   * Months in a row with the same rate and quantity.
   *
   * @param first counted from April as 0
   * @param months how many
   * @param quantity of the basis
   */
  public record Stretch(int first, int months, DatedRate rate, Counted quantity) {
    boolean covers(int month) {
      return month >= first && month < first + months;
    }
  }

  /** The stretch that a month's payment comes from, if there is one. */
  public Optional<Stretch> findStretch(int month) {
    return stretches.stream().filter(stretch -> stretch.covers(month)).findFirst();
  }

  /** The months with something paid, as lines of payments.csv. */
  public List<PaymentLine> lines() {
    return IntStream.range(0, FinancialYear.MONTHS)
        .filter(month -> !months.get(month).isZero())
        .mapToObj(this::line)
        .toList();
  }

  private PaymentLine line(int month) {
    Stretch stretch = findStretch(month).orElse(stretches.getLast());
    YearMonth when = year.months().get(month);
    DatedRate rate = stretch.rate();
    return new PaymentLine(
        when,
        term.payer(),
        payee,
        term,
        stretch.quantity().quantity(),
        rate.rate(),
        months.get(month),
        rate.sources(),
        rate.mark());
  }

  /**
   * A quantity and where it comes from.
   *
   * @param parts what it adds up from: one for each practice
   */
  public record Counted(Quantity quantity, List<Counted.Of> parts) {
    public Counted {
      parts = List.copyOf(parts);
    }

    /** One practice's. */
    public record Of(FundedPractice practice, Held held) {}
  }

  /**
   * How the amount was made of rate and quantity.
   *
   * @param exact pounds before rounding, with six decimals
   * @param steps what happened on the way, in words: bands, parts achieved, factors, cap, floor
   */
  public record Working(BigDecimal exact, List<String> steps) {
    public Working {
      steps = List.copyOf(steps);
    }
  }
}
