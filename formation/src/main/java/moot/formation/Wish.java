package moot.formation;

import java.util.List;

/**
 * What one practice says of sharing a network with another, in words that it can choose from.
 *
 * <p>In the cost a wish is a {@link Preference}: kilometres for each of the practice's own patients
 * and each fellow of whom it was said. To be with someone whom one would like to work with is worth
 * {@value #KM} × 0.25 = 2 km, someone whom one would rather not have is as bad as 2 km more, and
 * “never” is as bad as {@value #KM} km more. It is not a lock: a lock that comes of a confidential
 * word would show it in every contradiction, and would give each practice a veto over all others.
 */
public enum Wish {
  WITH("would like to work with", -0.25),
  NO_OPINION("no opinion", 0),
  RATHER_NOT("would rather not", 0.25),
  NEVER("never", 1);

  /** What a full dislike counts, in km for each patient of the practice that holds it. */
  public static final double KM = 8;

  private final String words;
  private final double dislike;

  Wish(String words, double dislike) {
    this.words = words;
    this.dislike = dislike;
  }

  public String words() {
    return words;
  }

  /** As {@link Preference} counts it, −1 to 1. */
  public double dislike() {
    return dislike;
  }

  /** These rules, counting what practices want. */
  public static FormingRules counted(FormingRules rules, List<Preference> preferences) {
    return rules.withPreferences(preferences).with(weighted(rules.weights(), KM));
  }

  /** These rules, counting nothing that practices want. */
  public static FormingRules uncounted(FormingRules rules) {
    return rules.withPreferences(List.of()).with(weighted(rules.weights(), 0));
  }

  private static CostWeights weighted(CostWeights w, double preferences) {
    return new CostWeights(
        w.travel(),
        w.shortfall(),
        w.ties(),
        w.boundary(),
        w.evenSize(),
        w.evenNeed(),
        w.perNetwork(),
        w.overlap(),
        preferences);
  }
}
