package moot.funding.terms;

import java.util.Arrays;
import java.util.Optional;

/** When what a term comes to is paid. */
public enum Schedule {
  MONTHLY("monthly", 1),
  /** With the last month of each quarter. */
  QUARTERLY("quarterly", 3),
  /** Once, after the year's end; shown with its last month. */
  AFTER_YEAR_END("after year end", 12);

  private final String words;
  private final int months;

  Schedule(String words, int months) {
    this.words = words;
    this.months = months;
  }

  public String words() {
    return words;
  }

  /** The month with which a month's part is paid, both counted from April as 0. */
  public int paidWith(int month) {
    return month / months * months + months - 1;
  }

  public static Optional<Schedule> find(String words) {
    return Arrays.stream(values()).filter(schedule -> schedule.words.equals(words)).findFirst();
  }
}
