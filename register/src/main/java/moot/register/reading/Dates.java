package moot.register.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Dates as published files write them. */
public final class Dates {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private static final DateTimeFormatter SLASHES = form("dd/MM/uuuu");
  private static final DateTimeFormatter RUN_TOGETHER = form("ddMMMuuuu");
  private static final DateTimeFormatter SHORT_YEAR = twoDigitYear();
  private static final DateTimeFormatter DASHES = form("dd-MMM-uuuu");
  private static final DateTimeFormatter SPACES = form("d MMM uuuu");
  private static final DateTimeFormatter WORDS = form("d MMMM uuuu");

  private Dates() {}

  /**
   * Reads a date in any of the forms 20250131, 2025-01-31, 31/01/2025, 31Jan2025, 31-Jan-25,
   * 31-Jan-2025, 31 Jan 2025, 31 January 2025.
   *
   * @return empty when it is none, or not within 1900 to 2199
   */
  public static Optional<LocalDate> find(String text) {
    // A timestamp's time of day is of no interest here.
    String day = text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text;
    if (day.length() < 8 || day.length() > 20) {
      return Optional.empty();
    }
    try {
      LocalDate date = parse(day);
      return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? Optional.empty() : Optional.of(date);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The form is known from the shape; trying one after the other would cost an exception each. */
  private static LocalDate parse(String day) {
    if (day.length() == 8) {
      return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
    }
    if (day.charAt(4) == '-' && Character.isDigit(day.charAt(3))) {
      return LocalDate.parse(day);
    }
    if (day.charAt(2) == '/') {
      return LocalDate.parse(day, SLASHES);
    }
    if (day.charAt(2) == '-') {
      return LocalDate.parse(day, day.length() == 9 ? SHORT_YEAR : DASHES);
    }
    if (day.indexOf(' ') > 0) {
      int monthLength = day.lastIndexOf(' ') - day.indexOf(' ') - 1;
      return LocalDate.parse(day, monthLength <= 3 ? SPACES : WORDS);
    }
    return LocalDate.parse(day, RUN_TOGETHER);
  }

  // Not the British locale: there September is "Sept", in published files it is "Sep".
  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static DateTimeFormatter twoDigitYear() {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern("dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
