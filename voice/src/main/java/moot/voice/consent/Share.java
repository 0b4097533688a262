package moot.voice.consent;

/**
 * More than this share of a whole.
 *
 * @param percent 50 to 99; what is needed is more than it
 */
public record Share(int percent) {
  /** More than half. */
  public static final Share HALF = new Share(50);

  public Share {
    if (percent < 50 || percent > 99) {
      throw new IllegalArgumentException(
          "more than %d per cent: expected 50 to 99. Maybe every practice is meant to agree?"
              .formatted(percent));
    }
  }

  /** Whether a part is more than this share of a whole; no part of nothing is. */
  public boolean isExceededBy(long part, long whole) {
    return part * 100 > whole * percent;
  }

  /** "more than half", "more than 66 %". */
  public String words() {
    return percent == 50 ? "more than half" : "more than %d %%".formatted(percent);
  }
}
