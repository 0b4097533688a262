package moot.funding;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A financial year of the NHS, 1 April to 31 March.
 *
 * @param start the calendar year in which it begins, 1948 to 2100
 */
public record FinancialYear(int start) implements Comparable<FinancialYear> {
  public static final int MONTHS = 12;

  /** The first one of the NHS. */
  public static final FinancialYear EARLIEST = new FinancialYear(1948);

  public static final FinancialYear LATEST = new FinancialYear(2100);
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{4})[/-]([0-9]{2})");

  public FinancialYear {
    if (start < 1948 || start > 2100) {
      throw new IllegalArgumentException(
          "the financial year %d: expected one from 1948 to 2100".formatted(start));
    }
  }

  /** Reads {@code 2025/26} or {@code 2025-26}; empty for anything else. */
  public static Optional<FinancialYear> find(String written) {
    Matcher matcher = WRITTEN.matcher(written.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int start = Integer.parseInt(matcher.group(1));
    boolean follows = (start + 1) % 100 == Integer.parseInt(matcher.group(2));
    return follows && start >= 1948 && start <= 2100
        ? Optional.of(new FinancialYear(start))
        : Optional.empty();
  }

  /** The one that a day lies in. */
  public static FinancialYear of(LocalDate day) {
    return new FinancialYear(
        day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1);
  }

  public LocalDate from() {
    return LocalDate.of(start, Month.APRIL, 1);
  }

  public LocalDate to() {
    return LocalDate.of(start + 1, Month.MARCH, 31);
  }

  /** The day whose lists the year is paid on: 1 January before it begins. */
  public LocalDate listDay() {
    return LocalDate.of(start, Month.JANUARY, 1);
  }

  /** April to March. */
  public List<YearMonth> months() {
    return IntStream.range(0, MONTHS)
        .mapToObj(i -> YearMonth.of(start, Month.APRIL).plusMonths(i))
        .toList();
  }

  public FinancialYear plusYears(int years) {
    return new FinancialYear(start + years);
  }

  @Override
  public int compareTo(FinancialYear other) {
    return Integer.compare(start, other.start);
  }

  /** For example {@code 2025/26}. */
  @Override
  public String toString() {
    return "%d/%02d".formatted(start, (start + 1) % 100);
  }
}
