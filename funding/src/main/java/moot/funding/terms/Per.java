package moot.funding.terms;

import java.util.Arrays;
import java.util.Optional;

/** What time a rate is for. */
public enum Per {
  /** A whole year; a month is a twelfth of it, in the months in which the rate holds. */
  YEAR("year"),
  /** Each month in which the rate holds. */
  MONTH("month"),
  /** All months in which the rate holds together. */
  WINDOW("window");

  private final String words;

  Per(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public static Optional<Per> find(String words) {
    return Arrays.stream(values()).filter(per -> per.words.equals(words)).findFirst();
  }
}
