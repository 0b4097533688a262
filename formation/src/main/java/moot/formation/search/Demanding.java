package moot.formation.search;

import java.time.Duration;
import java.util.List;
import moot.formation.Contradiction;
import moot.formation.Progress;
import moot.formation.SearchLimits;
import moot.formation.ground.FeasibleNetworks;
import moot.formation.ground.Ground;

/**
 * The exact search for the cheapest plan that meets demands besides the rules, for asking again and
 * again with more of them: feasible networks are listed once, and cuts once found are kept.
 */
public final class Demanding {
  private final Ground ground;
  private final SearchLimits limits;
  private final FeasibleNetworks networks;
  private Start start = Start.NONE;

  /**
   * @param listener told while the networks are listed
   */
  public Demanding(Ground ground, SearchLimits limits, Progress.Listener listener) {
    this.ground = ground;
    this.limits = limits;
    Clock clock = new Clock(limits.time(), listener);
    clock.phase("listing feasible networks");
    this.networks = FeasibleNetworks.of(ground, limits.maxHeldNetworks(), clock::goOn);
  }

  /**
   * Searches.
   *
   * @param suggestions plans to begin with; those that do not meet the demands are left aside
   * @param acceptGap stop as soon as the gap is at most this share; 0 for proof
   * @param time for this search alone
   * @throws Contradiction when no plan obeys the rules, whatever the demands
   */
  public Outcome cheapest(
      List<Demand> demands,
      List<List<int[]>> suggestions,
      double acceptGap,
      Duration time,
      Progress.Listener listener)
      throws Contradiction {
    List<Side> rows = demands.stream().<Side>map(Side.Demanded::new).toList();
    Clock clock = new Clock(time, listener);
    Problem problem = new Problem(ground, rows);
    Search search =
        new Search(
            problem,
            new SearchLimits(time, acceptGap, limits.maxHeldNetworks(), limits.seed()),
            clock,
            start);
    for (List<int[]> plan : suggestions) {
      search.suggest(
          plan.stream().filter(members -> ground.locks().stayOf(members[0]) < 0).toList());
    }
    if (suggestions.isEmpty() || !search.hasPlan()) {
      search.warmUp();
    }
    Outcome outcome = search.run(networks);
    start = new Start(List.of(), search.next().members(), search.next().cuts());
    if (outcome.impossible() && demands.isEmpty()) {
      throw Contradictions.of(ground, limits, clock);
    }
    return outcome;
  }
}
