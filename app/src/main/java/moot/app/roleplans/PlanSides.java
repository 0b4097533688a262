package moot.app.roleplans;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import moot.funding.roles.BothSides;
import moot.funding.roles.DonorService;
import moot.funding.roles.Liability;
import moot.funding.roles.Spread;
import moot.funding.roles.Workload;

/**
 * What a plan means to practices and to the system in a year.
 *
 * @param plans how many plans are reckoned together where staff is drawn from local services
 * @param sources codes to pages
 */
public record PlanSides(
    PlanYear year,
    Liability liability,
    Workload workload,
    List<DonorService.Draw> draws,
    BothSides sides,
    int plans,
    Map<String, String> sources) {
  public PlanSides {
    draws = List.copyOf(draws);
    sources = Map.copyOf(sources);
  }

  /** Hours of a year: likely (at least to at most), whole. */
  public static String hours(Spread spread) {
    return String.format(
            Locale.UK, "%,.0f (%,.0f to %,.0f)", spread.likely(), spread.low(), spread.high())
        .replace('-', '−');
  }
}
