package moot.app.roleplans;

import java.util.List;
import java.util.Map;
import moot.funding.Trace;
import moot.funding.roles.RoleAccount;
import moot.funding.roles.RoleForecast;
import moot.funding.roles.RolePlan;
import org.jspecify.annotations.Nullable;

/**
 * A plan in one year.
 *
 * @param forecast null once the year is over
 * @param sums where each sum for new roles comes from
 * @param sources codes to pages
 * @param remarks what a reader must know of lists and memberships
 */
public record PlanYear(
    RolePlan plan,
    RoleAccount account,
    @Nullable RoleForecast forecast,
    List<Trace> sums,
    Map<String, String> sources,
    List<String> remarks) {
  public PlanYear {
    sums = List.copyOf(sums);
    sources = Map.copyOf(sources);
    remarks = List.copyOf(remarks);
  }
}
