package moot.funding.pricing;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /**
   * The least sure of what it was computed with: of its rates, and unverified as soon as there is a
   * doubt of anything else.
   */
  public Mark mark() {
    return stretches.stream().map(this::mark).reduce(Mark.READ_TWICE, Mark::orLessSure);
  }

  private Mark mark(Stretch stretch) {
    Mark rate = stretch.rate().mark();
    return doubts(stretch).findAny().isPresent() ? rate.orLessSure(Mark.RECALLED) : rate;
  }

  /** Why it is less sure than its rate, in words, each once: "list of another day". */
  public List<String> doubts() {
    return stretches.stream().flatMap(this::doubts).distinct().toList();
  }

  private Stream<String> doubts(Stretch stretch) {
    return Stream.concat(
        working.doubts().stream(),
        stretch.quantity().parts().stream()
            .map(part -> part.held().doubt())
            .filter(Objects::nonNull));
  }

  /** The mark of a sum over these: that of the least sure. */
  public static Mark leastSure(List<Entitlement> those) {
    return those.stream().map(Entitlement::mark).reduce(Mark.READ_TWICE, Mark::orLessSure);
  }

  /** The same for a sum that may be over nothing at all, which has no mark. */
  public static Optional<Mark> findMark(List<Entitlement> those) {
    return those.isEmpty() ? Optional.empty() : Optional.of(leastSure(those));
  }

  /** Why any of these is less sure than its rate, in words, each once. */
  public static List<String> doubts(List<Entitlement> those) {
    return those.stream().flatMap(one -> one.doubts().stream()).distinct().toList();
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
        mark(stretch),
        doubts(stretch).distinct().toList());
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
   * @param doubts what was taken to be so, in words: a contract that is not known, points that
   *     somebody says
   */
  public record Working(BigDecimal exact, List<String> steps, List<String> doubts) {
    public Working {
      doubts = List.copyOf(doubts);
      steps = List.copyOf(steps);
    }
  }
}
