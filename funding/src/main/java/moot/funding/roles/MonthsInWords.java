package moot.funding.roles;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import moot.funding.FinancialYear;

/** Months of a year as a reader says them: each run of months once. */
final class MonthsInWords {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  private MonthsInWords() {}

  /** For example {@code April to September 2024 and January 2025}; all of a year is the year. */
  static String of(Collection<YearMonth> some, FinancialYear year) {
    TreeSet<YearMonth> months = new TreeSet<>(some);
    if (months.containsAll(year.months())) {
      return year.toString();
    }
    List<String> runs = new ArrayList<>();
    while (!months.isEmpty()) {
      YearMonth first = months.removeFirst();
      YearMonth last = first;
      while (months.remove(last.plusMonths(1))) {
        last = last.plusMonths(1);
      }
      runs.add(
          first.equals(last)
              ? MONTH.format(first)
              : "%s to %s".formatted(MONTH.format(first), MONTH.format(last)));
    }
    return runs.size() == 1
        ? runs.getFirst()
        : String.join(", ", runs.subList(0, runs.size() - 1)) + " and " + runs.getLast();
  }
}
