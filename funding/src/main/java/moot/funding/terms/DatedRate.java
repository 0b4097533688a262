package moot.funding.terms;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import moot.funding.Mark;
import moot.funding.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A rate, the months for which it holds, and since when it is known. A rate that was raised
 * afterwards stands beside the one announced first: for the same months, known from a later day.
 *
 * @param from the first day for which it holds
 * @param to the last day
 * @param announced the day it was announced; null when it was known before the year began
 * @param sources codes of the rule pack's sources
 * @param note what a reader must know of it, or null
 */
public record DatedRate(
    Rate rate,
    LocalDate from,
    LocalDate to,
    @Nullable LocalDate announced,
    Mark mark,
    List<String> sources,
    @Nullable String note) {
  public DatedRate {
    sources = List.copyOf(sources);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a rate from %s to %s".formatted(from, to));
    }
  }

  public boolean holdsIn(YearMonth month) {
    return !month.atEndOfMonth().isBefore(from) && !month.atDay(1).isAfter(to);
  }

  /** How many months it holds for. */
  public int months() {
    return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue() + 1;
  }

  public boolean isKnownOn(LocalDate day) {
    return announced == null || !announced.isAfter(day);
  }
}
