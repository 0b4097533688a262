package moot.funding.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says that a practice or network achieved, or would: a question to the rules, kept
 * nowhere.
 *
 * @param payee code of the practice or network
 * @param term id of the term it is said of; null for all of the payee's terms that pay for it
 * @param points of a term that pays by points; null for not said
 * @param prevalenceFactor the payee's prevalence over the national one; null for no factor
 * @param percent achieved of what a term pays in parts, 0 to 100; null for not said
 */
public record Achievement(
    String payee,
    @Nullable String term,
    @Nullable BigDecimal points,
    @Nullable BigDecimal prevalenceFactor,
    @Nullable Integer percent) {
  /** More points than any contract has. */
  public static final int MOST_POINTS = 10_000;

  /** A practice with so many times the national prevalence is a slip of the pen. */
  public static final int MOST_PREVALENCE = 100;

  public Achievement {
    if (points != null && isOutside(points, MOST_POINTS)) {
      throw new IllegalArgumentException(
          "%s points: expected a number from 0 to %,d with at most two decimals"
              .formatted(points.toPlainString(), MOST_POINTS));
    }
    if (prevalenceFactor != null
        && (prevalenceFactor.signum() <= 0 || isOutside(prevalenceFactor, MOST_PREVALENCE))) {
      throw new IllegalArgumentException(
          "the prevalence factor %s: expected a number above 0, such as 1.04, with at most two decimals"
              .formatted(prevalenceFactor.toPlainString()));
    }
    if (percent != null && (percent < 0 || percent > 100)) {
      throw new IllegalArgumentException(
          "%d %%: expected a whole percentage from 0 to 100".formatted(percent));
    }
  }

  private static boolean isOutside(BigDecimal number, int most) {
    return number.signum() < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0
        || number.stripTrailingZeros().scale() > 2;
  }
}
