package moot.formation.search;

import java.util.ArrayList;
import java.util.List;
import moot.formation.SearchLimits;
import moot.formation.ground.FeasibleNetworks;
import moot.formation.ground.Ground;

/**
 * The exact search: a good plan by local search; all feasible networks; the relaxation over them;
 * leaving out what the bound excludes; cuts; and branching over the little that is left.
 */
final class Search {
  private static final int SHAKES_PER_PRACTICE = 12;
  private static final int MOST_FIRST_SHAKES = 2_000;
  private static final int MOST_ROUNDING_SHAKES = 200;
  private static final int MOST_ROUNDS = 80;
  private static final int CUTS_PER_ROUND = 60;
  private static final int CUTS_PER_PRACTICE = 3;

  /** A limit on the number of networks that leaves room for fewer of them than this is tight. */
  private static final double TIGHT = 0.9;

  /** Of more networks than this, plans are not listed one by one. */
  private static final int MOST_LISTED = 200_000;

  private final Problem problem;
  private final SearchLimits limits;
  private final Clock clock;
  private final Tolerance tolerance;
  private final Incumbent incumbent;
  private final Separation separation;
  private final Start start;
  private final Room room;
  private double bound;
  private int cuts;
  private long nodes;
  private boolean impossible;
  private boolean walked;
  private boolean tight;
  private Start next = Start.NONE;

  Search(Problem problem, SearchLimits limits, Clock clock, Start start) {
    this.problem = problem;
    this.limits = limits;
    this.clock = clock;
    this.tolerance = new Tolerance(limits.acceptGap());
    this.incumbent = new Incumbent(problem, clock, limits.seed());
    this.separation = new Separation(problem.free().length);
    this.start = start;
    this.room = new Room(problem, problem.mostNetworks());
    this.bound = problem.floor();
  }

  /** Whether there is a plan that obeys all rules. */
  boolean hasPlan() {
    return incumbent.exists();
  }

  /** A plan to begin with, if it obeys all rules. */
  void suggest(List<int[]> networks) {
    incumbent.offer(networks);
  }

  /** Finds a plan without proof, before anything else. */
  void warmUp() {
    clock.phase("looking for a first plan");
    if (problem.countFree() == 0) {
      incumbent.offer(List.of());
    } else if (start.networks().isEmpty()) {
      incumbent.search(shakes(MOST_FIRST_SHAKES));
    } else {
      incumbent.searchFrom(start.networks(), shakes(MOST_FIRST_SHAKES) / 4);
    }
  }

  /**
   * @param networks all feasible networks, or some when they are too many to hold
   */
  Outcome run(FeasibleNetworks networks) {
    if (problem.countFree() > 0) {
      Pool pool =
          networks.all()
              ? thatLeaveRoom(Pool.Held.of(networks, problem.sides()))
              : new Pool.Walked(problem.ground(), problem.sides());
      walked = pool instanceof Pool.Walked && clock.goOn();
      prove(pool);
    } else {
      impossible = !incumbent.exists();
      bound = impossible ? bound : incumbent.cost();
    }
    return outcome(networks);
  }

  Outcome outcome(FeasibleNetworks networks) {
    Ground ground = problem.ground();
    List<int[]> all = new ArrayList<>(ground.locks().stays());
    all.addAll(incumbent.exists() ? incumbent.networks() : incumbent.nearest());
    double cost = problem.cost(all);
    return new Outcome(
        all,
        incumbent.exists(),
        impossible,
        cost,
        incumbent.exists() ? Math.min(cost, bound + problem.staying()) : bound + problem.staying(),
        networks.all() ? networks.count() + ground.locks().stays().size() : -1,
        networks.all(),
        cuts,
        nodes);
  }

  /** Whether the feasible networks were walked, not held. */
  boolean walked() {
    return walked;
  }

  /** For a search after this one. */
  Start next() {
    return next;
  }

  private int shakes(int most) {
    return Math.min(most, SHAKES_PER_PRACTICE * problem.countFree());
  }

  private double enough() {
    return incumbent.exists()
        ? tolerance.enough(incumbent.cost(), problem.staying())
        : problem.ceiling();
  }

  private void prove(Pool pool) {
    try (Relaxation relaxation =
        new Relaxation(problem.free(), problem.sides(), problem.dear(), pool)) {
      for (int[] members : incumbent.networks()) {
        relaxation.master().add(problem.column(members));
      }
      for (int[] members : start.members()) {
        relaxation.master().add(problem.column(members));
      }
      start.cuts().forEach(relaxation::add);
      separation.inUse(start.cuts());
      clock.phase("relaxing");
      relaxation.solve(enough(), clock::goOn);
      proved(relaxation);
      if (tight && relaxation.converged() && relaxation.pool() instanceof Pool.Held held) {
        exhaust(relaxation, held);
      }
      cutRounds(relaxation);
      cuts = relaxation.master().cuts().size();
      next = new Start(incumbent.networks(), relaxation.usefulColumns(), relaxation.bindingCuts());
      if (bound < enough() && clock.goOn() && relaxation.pool() instanceof Pool.Held held) {
        if (bound < enough() && clock.goOn()) {
          branch(relaxation, held);
        }
      }
      impossible = !incumbent.exists() && bound >= problem.ceiling();
    }
  }

  private Pool.Held thatLeaveRoom(Pool.Held all) {
    if (problem.mostNetworks() >= problem.countFree()) {
      return all;
    }
    Pool.Held some = all.where(room::leaves);
    tight = some.count() < TIGHT * all.count();
    return some;
  }

  private void exhaust(Relaxation relaxation, Pool.Held held) {
    if (held.count() > MOST_LISTED) {
      return;
    }
    clock.phase("listing plans");
    Exhaustion exhaustion =
        new Exhaustion(
            held,
            relaxation.reducedCosts(),
            relaxation.bound(),
            problem.free(),
            room,
            incumbent,
            clock,
            this::enough);
    if (exhaustion.run()) {
      bound = Math.max(bound, enough());
    }
  }

  private void proved(Relaxation relaxation) {
    bound = Math.max(bound, relaxation.bound());
    clock.proved(problem.staying() + Math.min(bound, incumbent.cost()));
  }

  private void cutRounds(Relaxation relaxation) {
    clock.phase("cutting");
    double fixedAt = Double.POSITIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (!relaxation.converged() || bound >= enough()) {
        return;
      }
      List<Relaxation.Part> parts = relaxation.parts();
      double before = incumbent.cost();
      incumbent.round(parts, shakes(MOST_ROUNDING_SHAKES));
      if (bound >= enough()) {
        return;
      }
      double slack = incumbent.cost() - bound;
      if (incumbent.exists() && (slack < 0.9 * fixedAt || incumbent.cost() < before)) {
        fixedAt = slack;
        relaxation.fix(incumbent.cost(), limits.maxHeldNetworks(), clock::goOn);
      }
      List<Cut> found = separation.find(parts, CUTS_PER_ROUND, CUTS_PER_PRACTICE);
      if (found.isEmpty() && relaxation.converged()) {
        return;
      }
      found.forEach(relaxation::add);
      relaxation.solve(enough(), clock::goOn);
      proved(relaxation);
    }
  }

  private void branch(Relaxation relaxation, Pool.Held held) {
    clock.phase("branching");
    relaxation.tidy();
    separation.inUse(relaxation.master().cuts());
    Branching branching =
        new Branching(
            relaxation,
            problem.free().length,
            held,
            incumbent,
            separation,
            clock,
            tolerance,
            problem.staying(),
            problem.ceiling());
    bound = Math.max(bound, branching.run());
    nodes = branching.nodes();
  }
}
