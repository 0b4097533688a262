package moot.voice.consent;

import java.time.LocalDate;
import java.util.Optional;

/**
 * On what terms something is put to practices. None of them can be changed afterwards.
 *
 * @param closes the last day on which an answer counts
 * @param effective the first day on which it would hold, on or after {@code closes}
 */
public record Terms(String title, Rule rule, LocalDate closes, LocalDate effective) {
  /** In characters. */
  public static final int LONGEST_TITLE = 100;

  /** From the day on which it is put to the day from which it holds. */
  public static final int LONGEST_WAIT_YEARS = 2;

  /** What keeps something from being put on these terms today, in words. */
  public Optional<String> problem(LocalDate today) {
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      return Optional.of(
          "The title has %d characters; expected 1 to %d. Maybe shorten it?"
              .formatted(title.length(), LONGEST_TITLE));
    }
    if (closes.isBefore(today)) {
      return Optional.of(
          "The closing date %s is over; expected today or later. Maybe the year is mistyped?"
              .formatted(Days.inWords(closes)));
    }
    if (effective.isBefore(closes)) {
      return Optional.of(
          "The effective date %s is before the closing date %s; expected it on that day or later. Maybe the two are swapped?"
              .formatted(Days.inWords(effective), Days.inWords(closes)));
    }
    if (effective.isAfter(today.plusYears(LONGEST_WAIT_YEARS))) {
      return Optional.of(
          "The effective date %s is more than two years away. Maybe the year is mistyped?"
              .formatted(Days.inWords(effective)));
    }
    return Optional.empty();
  }
}
