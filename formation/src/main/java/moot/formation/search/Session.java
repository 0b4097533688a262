package moot.formation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import moot.formation.Contradiction;
import moot.formation.Curve;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.PlanStatus;
import moot.formation.Progress;
import moot.formation.SearchLimits;
import moot.formation.asked.Comparing;
import moot.formation.ground.FeasibleNetworks;
import moot.formation.ground.Ground;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * One question about a place: one search, or a row of searches over the same feasible networks
 * under one clock, each setting out from where another ended.
 */
public final class Session {
  private final Ground ground;
  private final SearchLimits limits;
  private final Clock clock;
  private FeasibleNetworks networks = FeasibleNetworks.none();

  public Session(
      FormingPlace place, FormingRules rules, SearchLimits limits, Progress.Listener listener) {
    this(new Ground(place, rules), limits, listener);
  }

  public Session(Ground ground, SearchLimits limits, Progress.Listener listener) {
    this.clock = new Clock(limits.time(), listener);
    this.ground = ground;
    this.limits = limits;
  }

  /**
   * A plan, and what its search leaves to the next.
   *
   * @param obeys whether the plan obeys all rules; where not, the time was up before one was found
   */
  record Answer(Plan plan, boolean obeys, Start next) {}

  /** The best plan. */
  public Plan best() throws Contradiction {
    Plan plan = first().plan;
    clock.last();
    return plan;
  }

  Ground ground() {
    return ground;
  }

  Clock clock() {
    return clock;
  }

  /** All feasible networks once the first search is over, if they could be held. */
  FeasibleNetworks networks() {
    return networks;
  }

  /** The best plan under the session's rules; all feasible networks are listed on the way. */
  Answer first() throws Contradiction {
    if (PlainConflict.in(ground)) {
      throw contradiction(ground);
    }
    Search search = new Search(new Problem(ground, List.of()), limits, clock, Start.NONE);
    search.warmUp();
    clock.phase("listing feasible networks");
    networks = FeasibleNetworks.of(ground, limits.maxHeldNetworks(), clock::goOn);
    Outcome outcome = search.run(networks);
    if (outcome.impossible()) {
      throw contradiction(ground);
    }
    return answer(ground, search, outcome, clock.seconds(), List.of());
  }

  Contradiction contradiction(Ground of) {
    return Contradictions.of(of, limits, clock);
  }

  /**
   * The best plan under other rules for the same feasible networks, or with further rows; null when
   * there is none, or no time to look for one.
   *
   * @param notes for the plan
   */
  @Nullable Answer next(
      Ground other, FeasibleNetworks priced, List<Side> sides, Start start, List<String> notes) {
    if (!clock.goOn() || PlainConflict.in(other)) {
      return null;
    }
    double before = clock.seconds();
    clock.anew();
    Search search = new Search(new Problem(other, sides), limits, clock, start);
    search.warmUp();
    Outcome outcome = search.run(priced);
    return outcome.impossible()
        ? null
        : answer(other, search, outcome, clock.seconds() - before, notes);
  }

  private Answer answer(
      Ground of, Search search, Outcome outcome, double seconds, List<String> more) {
    List<String> notes = new ArrayList<>(more);
    if (!outcome.held()) {
      notes.add(
          search.walked()
              ? "There are more feasible networks than may be held in memory: they were walked anew for each pricing."
              : "The search ended before all feasible networks were listed.");
    }
    if (!outcome.obeys()) {
      notes.add("The search ended before it found a plan that obeys all rules.");
      notes.addAll(Disobeyed.list(of, outcome.networks()));
    }
    PlanWriter.Standing standing =
        new PlanWriter.Standing(
            outcome.proved() ? PlanStatus.PROVED_OPTIMAL : PlanStatus.BEST_FOUND,
            outcome.bound(),
            outcome.feasible(),
            outcome.held(),
            seconds,
            limits.seed(),
            List.copyOf(notes));
    return new Answer(
        new PlanWriter(of).write(outcome.networks(), standing), outcome.obeys(), search.next());
  }

  /** Today's networks under the session's rules. */
  Plan today() {
    TreeMap<PracticeCode, String> networkOf = new TreeMap<>();
    for (int i = 0; i < ground.size(); i++) {
      NetworkCode network = ground.practice(i).today();
      if (network != null) {
        networkOf.put(ground.code(i), network.value());
      }
    }
    return new PlanWriter(ground).priced(networkOf);
  }

  static Curve.Point point(double value, Plan plan, Plan today) {
    return new Curve.Point(value, plan, Comparing.compare(plan, today).patientsMoved());
  }
}
