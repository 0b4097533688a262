package moot.formation.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The best that fractions of networks could do, by column generation: the linear program is solved
 * over few columns, then all networks of the pool are priced and those that could improve it join.
 *
 * <p>The bound is Lagrangian: for the program's prices the reduced cost of every network of the
 * pool is computed, and where one is below 0 its members' prices are lowered until none is. What
 * the prices are then worth is a bound whatever the linear solver did.
 */
final class Relaxation implements AutoCloseable {
  /** Columns that join the program in one round, per practice. */
  private static final int PER_PRACTICE = 2;

  private static final double NEGATIVE = -1e-7;
  private static final double UNMET = 1e-6;
  private static final int MOST_RAISES = 8;

  /** Up to so many networks are all priced each time. */
  private static final int FEW = 30_000;

  /** Of more, about so many that are nearest to joining are priced until none joins any more. */
  private static final int NEAR = 20_000;

  private static final int MOST_NEAR_ROUNDS = 20;

  /** As a share of its own cost, how much a column may cost above its prices to be useful. */
  private static final double USEFUL = 0.2;

  private final List<Side> sides;
  private final Master master;
  private final int practices;
  private Pool pool;
  private Pool.Held near = Pool.Held.of(List.of());
  private double nearBelow;
  private double bound = Double.NEGATIVE_INFINITY;
  private Duals safe;
  private boolean converged;

  /**
   * @param covered which practices have to be in a network
   * @param dear what leaving a row unmet costs at first; it is raised where that proves too cheap
   */
  Relaxation(boolean[] covered, List<Side> sides, double dear, Pool pool) {
    this.practices = covered.length;
    this.sides = sides;
    this.master = new Master(covered, sides, dear);
    this.pool = pool;
    this.safe = Duals.zero(practices, sides.size());
  }

  Master master() {
    return master;
  }

  Pool pool() {
    return pool;
  }

  /** The best proved so far for plans made of the pool's networks. */
  double bound() {
    return bound;
  }

  /** Whether the program is solved to its end over the whole pool. */
  boolean converged() {
    return converged;
  }

  void add(Cut cut) {
    master.add(cut);
    converged = false;
  }

  /**
   * Turns to another pool.
   *
   * @param allowed which columns may be used with it
   * @param known a bound for plans made of its networks
   */
  void turnTo(Pool other, Predicate<Column> allowed, double known) {
    pool = other;
    bound = known;
    converged = false;
    for (int k = 0; k < master.count(); k++) {
      master.allow(k, allowed.test(master.column(k)));
    }
  }

  /**
   * Solves until no network of the pool improves the program.
   *
   * @param enough stop when the bound reaches this: it cannot matter any more
   * @param goOn asked now and then; false ends it with the bound so far
   */
  void solve(double enough, BooleanSupplier goOn) {
    converged = false;
    int raises = 0;
    while (goOn.getAsBoolean()) {
      if (!master.solve()) {
        return;
      }
      int added = price(goOn);
      if (added < 0 || bound >= enough) {
        return;
      }
      if (added > 0) {
        if (!solveNear(goOn)) {
          return;
        }
      } else if (master.unmet() <= UNMET) {
        converged = true;
        return;
      } else if (++raises > MOST_RAISES) {
        return;
      } else {
        master.dearer(10);
      }
    }
  }

  /** Solves until none of the networks near improves the program; false when it was stopped. */
  private boolean solveNear(BooleanSupplier goOn) {
    if (pool.count() <= FEW) {
      return true;
    }
    for (int round = 0; round < MOST_NEAR_ROUNDS; round++) {
      if (!goOn.getAsBoolean() || !master.solve()) {
        return false;
      }
      Scan scan = new Scan(new ReducedCosts(master.duals()));
      near.each(scan::see, () -> true);
      if (join(scan) == 0) {
        return true;
      }
    }
    return true;
  }

  /** Prices the pool, raises the bound, adds columns; gives how many, −1 when it was stopped. */
  private int price(BooleanSupplier goOn) {
    Duals duals = master.duals();
    Scan scan = new Scan(new ReducedCosts(duals));
    if (pool.count() > FEW) {
      scan.collectBelow(nearBelow);
    }
    if (!pool.each(scan::see, goOn)) {
      join(scan);
      return -1;
    }
    double[] prices = duals.practices().clone();
    for (int i = 0; i < practices; i++) {
      prices[i] -= scan.lowered[i];
    }
    Duals lower = new Duals(prices, duals.cuts(), duals.cutPrices(), duals.sidePrices());
    double worth = lower.worth(sides);
    if (worth > bound) {
      bound = worth;
      safe = lower;
    }
    near = scan.near();
    nearBelow = scan.below(NEAR);
    return join(scan);
  }

  private int join(Scan scan) {
    int added = 0;
    for (Column column : scan.best.columns()) {
      added += master.add(column) ? 1 : 0;
    }
    return added;
  }

  /** One look at many networks at given prices. */
  private final class Scan {
    private static final int SAMPLE = 61;
    private final ReducedCosts reduced;
    private final double[] lowered = new double[practices];
    private final Best best = new Best(practices);
    private Pool.Builder collected = new Pool.Builder(0);
    private double below = Double.NEGATIVE_INFINITY;
    private double[] sample = new double[1024];
    private int sampled;

    Scan(ReducedCosts reduced) {
      this.reduced = reduced;
    }

    void collectBelow(double most) {
      below = most;
      collected = new Pool.Builder(2 * NEAR);
    }

    void see(Pool.Block block) {
      double[] costs = reduced.of(block);
      char[] members = block.members();
      int[] starts = block.starts();
      for (int k = 0; k < block.count(); k++) {
        double cost = costs[k];
        if (cost < below) {
          collected.add(block, k);
        }
        if (cost < 0) {
          double share = -cost / (starts[k + 1] - starts[k]);
          for (int m = starts[k]; m < starts[k + 1]; m++) {
            if (share > lowered[members[m]]) {
              lowered[members[m]] = share;
            }
          }
          if (cost < NEGATIVE) {
            best.offer(block, k, cost);
          }
        }
      }
      best.take(block);
      for (int k = 0; k < block.count(); k += SAMPLE) {
        if (sampled == sample.length) {
          sample = Arrays.copyOf(sample, 2 * sampled);
        }
        sample[sampled++] = costs[k];
      }
    }

    Pool.Held near() {
      return collected.build();
    }

    /** The reduced cost below which about so many networks are. */
    double below(int wanted) {
      double[] sorted = Arrays.copyOf(sample, sampled);
      Arrays.sort(sorted);
      int rank = wanted / SAMPLE;
      return rank < sampled ? Math.max(0, sorted[rank]) : Double.POSITIVE_INFINITY;
    }
  }

  /**
   * Leaves out every network that is in no plan cheaper than this. A pool that is walked becomes
   * held when what is left fits.
   *
   * @param cheaper cost of the best plan known
   * @param most how many networks to hold
   */
  void fix(double cheaper, long most, BooleanSupplier goOn) {
    ReducedCosts reduced = new ReducedCosts(safe);
    double slack = slack(cheaper, bound);
    Pool.Builder kept = new Pool.Builder(most);
    boolean all =
        pool.each(
            block -> {
              double[] costs = reduced.of(block);
              for (int k = 0; k < block.count(); k++) {
                if (costs[k] <= slack) {
                  kept.add(block, k);
                }
              }
            },
            goOn);
    if (!all || kept.overflown()) {
      return;
    }
    pool = kept.build();
    for (int k = 0; k < master.count(); k++) {
      if (master.allowed(k) && reduced.of(master.column(k)) > slack) {
        master.allow(k, false);
        converged = false;
      }
    }
  }

  /**
   * Reduced costs at the prices of the present bound: every plan with a network costs at least the
   * bound and the network's reduced cost.
   */
  ReducedCosts reducedCosts() {
    return new ReducedCosts(safe);
  }

  /** Rounding of sums of some dozen doubles is far below what is added here. */
  static double slack(double cheaper, double bound) {
    return cheaper - bound + 1e-9 * Math.max(1, Math.abs(cheaper));
  }

  /** Forgets columns that are not allowed and cuts that cost nothing, to be quick from now on. */
  void tidy() {
    master.renew(bindingCuts());
    converged = false;
  }

  List<Cut> bindingCuts() {
    Duals duals = master.duals();
    List<Cut> binding = new ArrayList<>();
    for (int c = 0; c < duals.cutPrices().length; c++) {
      if (duals.cutPrices()[c] < -1e-9) {
        binding.add(duals.cuts().get(c));
      }
    }
    return binding;
  }

  /** The members of columns that cost next to nothing above the program's prices. */
  List<int[]> usefulColumns() {
    ReducedCosts reduced = new ReducedCosts(master.duals());
    List<int[]> useful = new ArrayList<>();
    for (int k = 0; k < master.count(); k++) {
      Column column = master.column(k);
      if (master.allowed(k) && reduced.of(column) < USEFUL * Math.abs(column.cost())) {
        useful.add(column.members());
      }
    }
    return useful;
  }

  /**
   * What the program would cost after a decision, over its present columns only: no bound, but a
   * good guess of how much the decision matters. The program is as before afterwards.
   */
  double guess(Branch decision) {
    List<Integer> banned = new ArrayList<>();
    for (int k = 0; k < master.count(); k++) {
      if (master.allowed(k) && !decision.allows(master.column(k).members())) {
        master.allow(k, false);
        banned.add(k);
      }
    }
    double cost = master.solve() ? master.objective() : Double.NaN;
    for (int k : banned) {
      master.allow(k, true);
    }
    return cost;
  }

  /** The columns in the solution, with their shares. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (int k = 0; k < master.count(); k++) {
      if (master.value(k) > 1e-7) {
        parts.add(new Part(master.column(k), master.value(k)));
      }
    }
    return parts;
  }

  /** A share of a network in the relaxation's solution. */
  record Part(Column column, double share) {}

  @Override
  public void close() {
    master.close();
  }

  /** For each practice the best few columns that it is in; a column counts for its first taker. */
  private static final class Best {
    private final double[] costs;
    private final Column[] columns;
    private final int[] numbers;

    Best(int practices) {
      costs = new double[practices * PER_PRACTICE];
      columns = new Column[practices * PER_PRACTICE];
      numbers = new int[practices * PER_PRACTICE];
      Arrays.fill(numbers, -1);
    }

    void offer(Pool.Block block, int k, double cost) {
      for (int m = block.starts()[k]; m < block.starts()[k + 1]; m++) {
        int first = block.members()[m] * PER_PRACTICE;
        int slot = first + PER_PRACTICE - 1;
        if (cost < costs[slot]) {
          while (slot > first && cost < costs[slot - 1]) {
            costs[slot] = costs[slot - 1];
            columns[slot] = columns[slot - 1];
            numbers[slot] = numbers[slot - 1];
            slot--;
          }
          costs[slot] = cost;
          numbers[slot] = k;
          return;
        }
      }
    }

    /** Keeps what was offered from this block; its arrays may go after that. */
    void take(Pool.Block block) {
      for (int slot = 0; slot < numbers.length; slot++) {
        if (numbers[slot] >= 0) {
          columns[slot] = block.column(numbers[slot]);
          numbers[slot] = -1;
        }
      }
    }

    List<Column> columns() {
      List<Column> found = new ArrayList<>();
      for (int slot = 0; slot < costs.length; slot++) {
        if (costs[slot] < 0) {
          found.add(columns[slot]);
        }
      }
      return found;
    }
  }
}
