package moot.funding.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.Trace;
import moot.funding.income.PaymentHeadings;
import moot.register.published.PaidPractice;
import org.jspecify.annotations.Nullable;

/**
 * How the registered list of 1 January before a year is read back from a payment of that year whose
 * rate is known.
 *
 * @param rates for each registered patient, one for each amount that may have been paid in the year
 * @param withYearAfter the same for what was paid in the year and the next together
 * @param mark of the rates
 * @param dayMark how sure it is that the list is of that day
 * @param dayBecause why, in words that follow "because"
 */
public record ListReading(
    String heading,
    FinancialYear year,
    List<Rate> rates,
    List<Rate> withYearAfter,
    Mark mark,
    List<String> sources,
    Mark dayMark,
    String dayBecause) {
  public ListReading {
    rates = List.copyOf(rates);
    withYearAfter = List.copyOf(withYearAfter);
    sources = List.copyOf(sources);
  }

  /**
   * A list read back.
   *
   * @param list registered patients, or weighted ones
   */
  record Read(Quantity list, Trace trace) {}

  /** What was paid at a rate, and in which years. */
  private record Amount(Money paid, Rate rate, String when) {
    double patients() {
      return paid.inPounds().doubleValue() / rate.inPounds().doubleValue();
    }

    double away(double own) {
      return Math.abs(patients() / own - 1);
    }
  }

  /**
   * Of the amounts that may have been paid, the one that gives the list nearest to the practice's
   * own of the year is taken.
   *
   * @param after the practice in the statement of the year after; null without
   * @param most by what share the list may differ from that of the year; beyond it only a part may
   *     have been paid, and nothing can be read
   */
  Optional<Read> registered(PaidPractice row, @Nullable PaidPractice after, double most) {
    Double own = row.registeredList();
    if (own == null || own <= 0) {
      return Optional.empty();
    }
    List<Amount> amounts = new ArrayList<>();
    Money paid = paid(row);
    rates.forEach(rate -> amounts.add(new Amount(paid, rate, year.toString())));
    if (after != null) {
      Money both = paid.plus(paid(after));
      String years = "%s and %s".formatted(year, year.plusYears(1));
      withYearAfter.forEach(rate -> amounts.add(new Amount(both, rate, years)));
    }
    return amounts.stream()
        .filter(amount -> amount.paid().pence() > 0)
        .min(Comparator.comparingDouble(amount -> amount.away(own)))
        .filter(amount -> amount.away(own) <= most)
        .map(this::read);
  }

  /**
   * The same in weighted patients, each registered one weighing what the statement has it weigh.
   */
  Optional<Read> weighted(PaidPractice row, @Nullable PaidPractice after, double most) {
    Double own = row.registeredList();
    Double weighted = row.weightedList();
    if (own == null || weighted == null || weighted <= 0) {
      return Optional.empty();
    }
    return registered(row, after, most)
        .map(
            read -> {
              Quantity list = Quantity.of(read.list().amount().doubleValue() * weighted / own);
              return new Read(
                  list,
                  Trace.made(
                      "weighted list of 1 January before the year",
                      list.toString(),
                      "registered list × weighted ÷ registered patients of the statement",
                      List.of(
                          read.trace(),
                          Trace.given(
                              "weighted patients of the statement",
                              Quantity.of(weighted).toString()),
                          Trace.given(
                              "registered patients of the statement",
                              Quantity.of(own).toString()))));
            });
  }

  private Money paid(PaidPractice row) {
    return row.paid().stream()
        .filter(line -> PaymentHeadings.same(line.heading(), heading))
        .map(line -> new Money(line.pence()))
        .reduce(Money.ZERO, Money::plus);
  }

  private Read read(Amount amount) {
    Quantity list = Quantity.of(Math.round(amount.patients()));
    return new Read(
        list,
        new Trace(
            "registered list of 1 January before the year",
            list.toString(),
            "paid under %s ÷ rate, in whole patients; of that day because %s"
                .formatted(heading, dayBecause),
            dayMark,
            List.of(),
            List.of(
                Trace.given(
                    "paid under %s in %s".formatted(heading, amount.when()),
                    amount.paid().toString()),
                new Trace(
                    "rate for a registered patient",
                    amount.rate().toString(),
                    null,
                    mark,
                    sources,
                    List.of()))));
  }
}
