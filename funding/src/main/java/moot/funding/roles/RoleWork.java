package moot.funding.roles;

/**
 * What one whole-time equivalent of a role brings and takes, in hours.
 *
 * @param role or {@code *} for every role that has none of its own
 * @param weekly hours by contract
 * @param weeks at work in a year
 * @param meetings a week that the role's own time goes to
 * @param ownInduction of the role's own time, once for each person who begins
 * @param supervision a week that practices' clinicians give
 * @param givenInduction that practices' clinicians give, once for each person who begins
 * @param whose who says so
 */
public record RoleWork(
    String role,
    Spread weekly,
    Spread weeks,
    Spread meetings,
    Spread ownInduction,
    Spread supervision,
    Spread givenInduction,
    String whose) {

  /**
   * @throws BadRolePlan for hours that cannot be meant
   */
  public RoleWork {
    Complaints complaints = new Complaints();
    String where = "hours of " + role;
    check(complaints, where + ", a week", weekly, 60);
    check(complaints, where + ", weeks at work", weeks, 52);
    check(complaints, where + ", meetings a week", meetings, 40);
    check(complaints, where + ", own induction", ownInduction, 1_000);
    check(complaints, where + ", supervision a week", supervision, 40);
    check(complaints, where + ", induction given", givenInduction, 1_000);
    complaints.raise();
  }

  /** What Moot takes where nobody has said otherwise; to be changed by who knows better. */
  public static RoleWork assumed() {
    return new RoleWork(
        "*",
        new Spread(37.5, 37.5, 37.5),
        new Spread(40, 42, 44),
        new Spread(1, 2, 4),
        new Spread(20, 75, 150),
        new Spread(1, 2, 4),
        new Spread(5, 15, 40),
        "assumption of Moot's");
  }

  private static void check(Complaints complaints, String where, Spread spread, double most) {
    complaints.unless(
        spread.isIn(0, most),
        where,
        spread,
        "low ≤ likely ≤ high, from 0 to %,.0f".formatted(most),
        "Maybe hours of a year were entered, or low and high are the wrong way round.");
  }
}
