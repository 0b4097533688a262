package moot.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When something is true.
 *
 * @param from the first day on which it is said to be true
 * @param to the last day, included; null when no end is known
 * @param startKnown whether it began on {@code from}. A file that only shows one day says that
 *     something was true on that day, not since when: then {@code from} is that day and this is
 *     false, and nothing is said about the days before.
 */
public record Span(LocalDate from, @Nullable LocalDate to, boolean startKnown) {
  public Span {
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(
          "from %s to %s: expected the end on or after the start. Maybe the two dates are swapped?"
              .formatted(from, to));
    }
  }

  /** Seen on a day: true from then until something else is known, and silent about before. */
  public static Span seenOn(LocalDate day) {
    return new Span(day, null, false);
  }

  /** True from a day on. */
  public static Span since(LocalDate from) {
    return new Span(from, null, true);
  }

  /** True from a day to a day, both included. */
  public static Span between(LocalDate from, @Nullable LocalDate to) {
    return new Span(from, to, true);
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
