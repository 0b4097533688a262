package moot.funding.reconcile;

/**
 * How near two amounts are called the same. Assumptions of Moot's, which the user may change.
 *
 * @param same as a share of what is expected: at most that is as expected, or explained by another
 *     way of reckoning
 * @param laterList as a share: at most that may come from a list that only stands in for the one
 *     that counts
 * @param laterWeights likewise, where only its weights are of another day
 * @param months how far a commissioner's median may be from a whole number of months
 * @param practices how many a commissioner must have at least for its median to say anything
 */
public record Tolerance(
    double same, double laterList, double laterWeights, double months, int practices) {
  public static final Tolerance DEFAULT = new Tolerance(0.01, 0.05, 0.02, 0.25, 5);

  public Tolerance {
    share("same", same);
    share("laterList", laterList);
    share("laterWeights", laterWeights);
    if (!(months >= 0 && months <= 0.5)) {
      throw new IllegalArgumentException(
          "%s months: expected 0 to 0.5. Maybe it is a share?".formatted(months));
    }
    if (practices < 1) {
      throw new IllegalArgumentException(
          "%d practices: expected 1 or more. Maybe a digit was lost?".formatted(practices));
    }
  }

  /** What may come of a list that is not the one that counts. */
  double of(ListFrom from) {
    return from == ListFrom.READ_BACK_AND_WEIGHTED ? laterWeights : laterList;
  }

  private static void share(String what, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "%s %s: expected a share from 0 to 1. Maybe it is per cent?".formatted(what, share));
    }
  }
}
