package moot.formation.search;

/**
 * When a bound is as good as the cost.
 *
 * @param acceptGap the share of the cost that may stay unproved
 */
record Tolerance(double acceptGap) {
  /** A plan is proved when its bound is within this share of its cost. */
  static final double PROVED = 1e-6;

  /** What the search itself aims for, so that its own rounding does not spoil the proof. */
  private static final double AIM = 1e-7;

  /**
   * The bound that is enough for a plan of this cost.
   *
   * @param cost of the part that is searched; infinite when there is no plan yet
   * @param offset what the whole plan costs besides
   */
  double enough(double cost, double offset) {
    if (cost == Double.POSITIVE_INFINITY) {
      return cost;
    }
    return cost - Math.max(AIM, acceptGap) * Math.abs(cost + offset);
  }

  static boolean proves(double bound, double cost) {
    return bound >= cost - PROVED * Math.abs(cost);
  }
}
