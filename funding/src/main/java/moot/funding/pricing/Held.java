package moot.funding.pricing;

import moot.funding.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * How much of a basis a practice has.
 *
 * @param on the day or period that it was counted for, in words
 * @param doubt when it stands in for the contract's own, what it is in words ("list of another
 *     day"): what is computed from it is then unverified, however sure the rate; null for the
 *     contract's own
 */
public record Held(Quantity quantity, String on, @Nullable String doubt) {
  /** The contract's own. */
  public Held(Quantity quantity, String on) {
    this(quantity, on, null);
  }

  /** A registered, adjusted or weighted list of another day than the contract's. */
  public static final String ANOTHER_DAY = "list of another day";

  /** Beds counted on another day than the contract's lists. */
  public static final String OTHER_BEDS = "beds of another day";

  /** Weights of one year on the list of another. */
  public static final String OTHER_WEIGHTS = "weights of another year";

  /** A list of which nobody says the day. */
  public static final String NO_DAY = "list without a day";
}
