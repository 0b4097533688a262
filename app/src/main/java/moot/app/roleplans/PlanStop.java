package moot.app.roleplans;

import java.util.List;
import java.util.Map;
import moot.funding.roles.Liability;

/**
 * If the funding of a plan stopped.
 *
 * @param liability on the day that is asked about
 * @param years at the end of that year and of those after it
 * @param sources codes to pages
 */
public record PlanStop(Liability liability, List<Liability> years, Map<String, String> sources) {
  public PlanStop {
    years = List.copyOf(years);
    sources = Map.copyOf(sources);
  }
}
