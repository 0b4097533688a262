package moot.funding.roles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import moot.funding.Quantity;
import moot.funding.Trace;
import moot.funding.packs.NewRoles;
import moot.funding.terms.NewRole;

/**
 * A local service whose staff new roles may draw.
 *
 * @param name for example the ambulance trust
 * @param role that its staff could fill
 * @param staff whole-time equivalents that it has in that role
 * @param threshold percent of them that may be drawn, as the system sets it
 */
public record DonorService(String name, String role, Quantity staff, Quantity threshold) {

  /**
   * @throws BadRolePlan for values that cannot be meant
   */
  public DonorService {
    Complaints complaints = new Complaints();
    complaints.unless(
        staff.hundredths() > 0 && staff.compareTo(Quantity.of(100_000)) <= 0,
        name + ", staff",
        staff,
        "more than 0, at most 100,000 whole-time equivalents",
        "Maybe the service has none in this role: leave it out.");
    complaints.unless(
        threshold.hundredths() >= 0 && threshold.compareTo(Quantity.of(100)) <= 0,
        name + ", threshold",
        threshold + " %",
        "0 to 100 % of its staff",
        "Maybe whole-time equivalents were entered.");
    complaints.raise();
  }

  /**
   * How much plans would draw from a service.
   *
   * @param drawn whole-time equivalents
   * @param percent of its staff
   */
  public record Draw(DonorService service, Spread drawn, Spread percent) {
    /** Whether it is over the threshold even at the least, as is likely, or only at the most. */
    public Over over() {
      double limit = service.threshold().amount().doubleValue();
      return percent.low() > limit
          ? Over.SURELY
          : percent.likely() > limit ? Over.LIKELY : percent.high() > limit ? Over.MAYBE : Over.NOT;
    }

    public Trace trace() {
      return Trace.made(
          "Staff drawn from " + service.name(),
          percent + " %",
          "%s whole-time equivalents of %s in the role %s; threshold %s %%"
              .formatted(
                  drawn,
                  service.staff(),
                  NewRoles.shipped().title(service.role()),
                  service.threshold()),
          List.of());
    }
  }

  /**
   * Roles of a plan that somebody is still to begin in, and that local services have staff for, of
   * which none is named.
   *
   * @param after posts that begin after this day
   */
  public static List<NewRole> rolesWithout(
      RolePlan plan, LocalDate after, List<DonorService> services) {
    return NewRoles.shipped().roles().stream()
        .filter(role -> !role.services().isEmpty())
        .filter(
            role ->
                plan.posts().stream()
                    .anyMatch(p -> p.role().equals(role.role()) && p.from().isAfter(after)))
        .filter(role -> services.stream().noneMatch(s -> s.role().equals(role.role())))
        .toList();
  }

  /** Whether a draw is over the threshold. */
  public enum Over {
    NOT,
    MAYBE,
    LIKELY,
    SURELY
  }

  /**
   * What all plans of a place would draw together: whole-time equivalents of posts that begin after
   * a day, times the share of recruits who come from local services; services with the same role
   * give in proportion to their staff.
   *
   * @param percentLocal of recruits who come from these services; 0, 50 and 100 if nobody knows
   */
  public static List<Draw> of(
      List<RolePlan> plans, LocalDate after, List<DonorService> services, Spread percentLocal) {
    Complaints complaints = new Complaints();
    complaints.unless(
        percentLocal.isIn(0, 100),
        "recruits from local services",
        percentLocal + " %",
        "low ≤ likely ≤ high, from 0 to 100 %",
        "Maybe low and high are the wrong way round.");
    complaints.raise();
    List<Draw> draws = new ArrayList<>();
    for (DonorService service : services) {
      double wanted =
          plans.stream()
              .flatMap(plan -> plan.posts().stream())
              .filter(p -> p.role().equals(service.role()) && p.from().isAfter(after))
              .mapToDouble(p -> p.wte().amount().doubleValue())
              .sum();
      double all =
          services.stream()
              .filter(s -> s.role().equals(service.role()))
              .mapToDouble(s -> s.staff().amount().doubleValue())
              .sum();
      // In proportion to staff, so each service with the role loses the same percentage of it.
      Spread percent = percentLocal.times(wanted / all);
      draws.add(
          new Draw(service, percent.times(service.staff().amount().doubleValue() / 100), percent));
    }
    return draws;
  }
}
