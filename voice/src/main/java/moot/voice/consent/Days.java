package moot.voice.consent;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as sentences name them. */
public final class Days {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private Days() {}

  /** 2027-03-31 as {@code 31 March 2027}. */
  public static String inWords(LocalDate day) {
    return day.format(DAY);
  }
}
