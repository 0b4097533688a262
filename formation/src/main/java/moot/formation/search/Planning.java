package moot.formation.search;

import java.util.ArrayList;
import java.util.List;
import moot.formation.Contradiction;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.PlanStatus;
import moot.formation.Progress;
import moot.formation.SearchLimits;
import moot.formation.ground.FeasibleNetworks;
import moot.formation.ground.Ground;

/** Answers with plans: runs the search and writes what it came to. */
public final class Planning {
  private final Ground ground;
  private final SearchLimits limits;
  private final Clock clock;

  public Planning(
      FormingPlace place, FormingRules rules, SearchLimits limits, Progress.Listener listener) {
    this.clock = new Clock(limits.time(), listener);
    this.ground = new Ground(place, rules);
    this.limits = limits;
  }

  /** The best plan. */
  public Plan best() throws Contradiction {
    if (PlainConflict.in(ground)) {
      throw Contradictions.of(ground, limits, clock);
    }
    Search search = new Search(new Problem(ground, List.of()), limits, clock, List.of());
    search.warmUp();
    clock.phase("listing feasible networks");
    FeasibleNetworks networks = FeasibleNetworks.of(ground, limits.maxHeldNetworks(), clock::goOn);
    Outcome outcome = search.run(networks);
    if (outcome.impossible()) {
      throw Contradictions.of(ground, limits, clock);
    }
    clock.last();
    return write(outcome, clock.seconds());
  }

  private Plan write(Outcome outcome, double seconds) {
    List<String> notes = new ArrayList<>();
    if (!outcome.held()) {
      notes.add(
          outcome.feasible() < 0 && outcome.bound() > 0
              ? "There are more feasible networks than memory holds: they were walked anew for each pricing."
              : "The search ended before all feasible networks were listed.");
    }
    if (!outcome.obeys()) {
      notes.add("The search ended before it found a plan that obeys all rules.");
      notes.addAll(Disobeyed.list(ground, outcome.networks()));
    }
    PlanStatus status = outcome.proved() ? PlanStatus.PROVED_OPTIMAL : PlanStatus.BEST_FOUND;
    return new PlanWriter(ground)
        .write(
            outcome.networks(),
            new PlanWriter.Standing(
                status,
                outcome.bound(),
                outcome.feasible(),
                outcome.held(),
                seconds,
                limits.seed(),
                List.copyOf(notes)));
  }
}
