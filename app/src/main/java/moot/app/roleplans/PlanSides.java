package moot.app.roleplans;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import moot.funding.roles.BothSides;
import moot.funding.roles.DonorService;
import moot.funding.roles.Liability;
import moot.funding.roles.RoleWork;
import moot.funding.roles.Spread;
import moot.funding.roles.Workload;
import moot.funding.terms.NewRole;

/**
 * What a plan means to practices and to the system in a year.
 *
 * @param plans how many plans are reckoned together where staff is drawn from local services
 * @param unnamed roles whose staff some local service has, and none is named
 * @param sources codes to pages
 */
public record PlanSides(
    PlanYear year,
    Liability liability,
    Workload workload,
    List<DonorService.Draw> draws,
    BothSides sides,
    int plans,
    List<NewRole> unnamed,
    Map<String, String> sources) {
  public PlanSides {
    draws = List.copyOf(draws);
    unnamed = List.copyOf(unnamed);
    sources = Map.copyOf(sources);
  }

  /** A figure as exact as it was said: {@code 37.5}, {@code 2 (1 to 4)}. */
  public static String said(Spread spread) {
    String[] parts = RoleWork.written(spread).split(" ");
    return parts.length == 1 ? parts[0] : "%s (%s to %s)".formatted(parts[1], parts[0], parts[2]);
  }

  /** Hours of a year: likely (at least to at most), whole. */
  public static String hours(Spread spread) {
    return String.format(
            Locale.UK, "%,.0f (%,.0f to %,.0f)", spread.likely(), spread.low(), spread.high())
        .replace('-', '−');
  }
}
