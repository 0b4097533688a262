package moot.funding.roles;

import java.math.BigDecimal;

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

  /**
   * What Moot takes for a role where nobody has said otherwise; to be changed by who knows better.
   * Nothing of it was read anywhere. Someone who is in training or new to the profession takes much
   * more supervision than someone who works under a registration of their own, and a GP least.
   */
  public static RoleWork assumed(String role) {
    return switch (role) {
      case "general-practitioner" ->
          ours(role, s(1.5, 3, 5), s(10, 30, 75), s(0.25, 0.5, 2), s(5, 10, 20));
      case "consultant-nurse", "advanced-practitioner" ->
          ours(role, s(1.5, 3, 5), s(15, 40, 80), s(0.5, 1, 2), s(5, 10, 25));
      case "clinical-pharmacist", "first-contact-physiotherapist", "paramedic" ->
          ours(role, s(1, 2, 4), s(30, 75, 150), s(1, 2, 4), s(8, 20, 40));
      case "dietitian", "podiatrist", "occupational-therapist" ->
          ours(role, s(1, 2, 4), s(20, 50, 100), s(0.5, 1, 2), s(5, 12, 30));
      case "mental-health-practitioner",
          "mental-health-practitioner-adults",
          "mental-health-practitioner-young-people" ->
          ours(role, s(1.5, 3, 5), s(20, 50, 100), s(0.5, 1, 2.5), s(5, 12, 30));
      case "enhanced-practice-nurse", "experienced-general-practice-nurse" ->
          ours(role, s(1, 2, 3), s(10, 30, 75), s(0.25, 0.75, 1.5), s(3, 8, 20));
      case "new-to-general-practice-nurse" ->
          ours(role, s(1, 2.5, 5), s(75, 150, 300), s(1.5, 3, 5), s(15, 35, 70));
      case "physician-associate" ->
          ours(role, s(1, 2, 4), s(50, 120, 240), s(3, 5, 10), s(15, 30, 60));
      case "apprentice-physician-associate" ->
          ours(role, s(7.5, 12, 16), s(50, 120, 240), s(4, 7, 12), s(15, 35, 70));
      case "trainee-nursing-associate" ->
          ours(role, s(7.5, 10, 15), s(40, 90, 160), s(2, 4, 7), s(10, 25, 50));
      case "nursing-associate", "healthcare-support-worker" ->
          ours(role, s(1, 1.5, 3), s(25, 60, 120), s(1, 2, 3.5), s(6, 15, 35));
      case "pharmacy-technician" ->
          ours(role, s(1, 1.5, 3), s(20, 60, 120), s(0.75, 1.5, 3), s(5, 15, 30));
      case "social-prescribing-link-worker", "health-and-wellbeing-coach", "care-co-ordinator" ->
          ours(role, s(1, 2, 4), s(20, 45, 90), s(0.5, 1, 2), s(3, 8, 20));
      case "gp-assistant" ->
          ours(role, s(0.5, 1, 2), s(20, 50, 100), s(0.75, 1.5, 3), s(5, 15, 30));
      case "digital-and-transformation-lead" ->
          ours(role, s(3, 5, 8), s(15, 40, 80), s(0, 0.5, 1), s(2, 5, 12));
      default -> ours(role, s(1, 2, 4), s(20, 75, 150), s(1, 2, 4), s(5, 15, 40));
    };
  }

  /** 37.5 hours a week, in 40 to 44 weeks a year. */
  private static RoleWork ours(
      String role, Spread meetings, Spread ownInduction, Spread supervision, Spread given) {
    return new RoleWork(
        role,
        s(37.5, 37.5, 37.5),
        s(40, 42, 44),
        meetings,
        ownInduction,
        supervision,
        given,
        "assumption of Moot's");
  }

  /** The same, said of another role. */
  public RoleWork of(String other) {
    return new RoleWork(
        other, weekly, weeks, meetings, ownInduction, supervision, givenInduction, whose);
  }

  private static Spread s(double low, double likely, double high) {
    return new Spread(low, likely, high);
  }

  private static String written(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** As a form takes it: one number, or low, likely and high. */
  public static String written(Spread spread) {
    return spread.low() == spread.high()
        ? written(spread.low())
        : "%s %s %s"
            .formatted(written(spread.low()), written(spread.likely()), written(spread.high()));
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
