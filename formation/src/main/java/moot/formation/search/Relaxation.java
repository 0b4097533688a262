package moot.formation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

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

  private final List<Side> sides;
  private final Master master;
  private final int practices;
  private Pool pool;
  private double bound = Double.NEGATIVE_INFINITY;
  private Duals safe;
  private boolean converged;

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

  /** Whether even fractions of networks cannot meet all rows. */
  boolean unmet() {
    return master.unmet() > 1e-6;
  }

  void add(Cut cut) {
    master.add(cut);
    converged = false;
  }

  /**
   * Solves until no network of the pool improves the program.
   *
   * @param enough stop when the bound reaches this: it cannot matter any more
   */
  void solve(double enough, BooleanSupplier goOn) {
    converged = false;
    while (goOn.getAsBoolean()) {
      if (!master.solve()) {
        return;
      }
      int added = price();
      if (added == 0) {
        converged = true;
        return;
      }
      if (bound >= enough) {
        return;
      }
    }
  }

  /** Prices the pool, raises the bound, adds columns; gives how many. */
  private int price() {
    Duals duals = master.duals();
    ReducedCosts reduced = new ReducedCosts(duals);
    double[] lowered = new double[practices];
    Best best = new Best(practices);
    for (Pool.Block block : pool.blocks()) {
      double[] costs = reduced.of(block);
      char[] members = block.members();
      int[] starts = block.starts();
      for (int k = 0; k < block.count(); k++) {
        double cost = costs[k];
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
    }
    double[] prices = duals.practices().clone();
    for (int i = 0; i < practices; i++) {
      prices[i] -= lowered[i];
    }
    Duals lower = new Duals(prices, duals.cuts(), duals.cutPrices(), duals.sidePrices());
    double worth = lower.worth(sides);
    if (worth > bound) {
      bound = worth;
      safe = lower;
    }
    int added = 0;
    for (Column column : best.columns(sides.size())) {
      added += master.add(column) ? 1 : 0;
    }
    return added;
  }

  /**
   * Leaves out every network that is in no plan cheaper than this; gives whether some went.
   *
   * @param cheaper cost of the best plan known
   */
  boolean fix(double cheaper) {
    double slack = cheaper - bound;
    ReducedCosts reduced = new ReducedCosts(safe);
    // Rounding of sums of a dozen doubles is far below this.
    double most = slack + 1e-9 * Math.max(1, Math.abs(cheaper));
    Pool fewer = pool.within(reduced, most);
    boolean some = fewer.count() < pool.count();
    pool = fewer;
    for (int k = 0; k < master.count(); k++) {
      Column column = master.column(k);
      if (master.allowed(k)
          && reduced.of(column.members(), column.cost(), column.sides()) > most) {
        master.allow(k, false);
        converged = false;
      }
    }
    return some;
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
    private final Pool.Block[] blocks;
    private final int[] numbers;

    Best(int practices) {
      costs = new double[practices * PER_PRACTICE];
      blocks = new Pool.Block[practices * PER_PRACTICE];
      numbers = new int[practices * PER_PRACTICE];
    }

    void offer(Pool.Block block, int k, double cost) {
      for (int m = block.starts()[k]; m < block.starts()[k + 1]; m++) {
        int first = block.members()[m] * PER_PRACTICE;
        int slot = first + PER_PRACTICE - 1;
        if (cost < costs[slot]) {
          while (slot > first && cost < costs[slot - 1]) {
            costs[slot] = costs[slot - 1];
            blocks[slot] = blocks[slot - 1];
            numbers[slot] = numbers[slot - 1];
            slot--;
          }
          costs[slot] = cost;
          blocks[slot] = block;
          numbers[slot] = k;
          return;
        }
      }
    }

    List<Column> columns(int sides) {
      List<Column> columns = new ArrayList<>();
      for (int s = 0; s < costs.length; s++) {
        if (costs[s] < 0) {
          columns.add(blocks[s].column(numbers[s], sides));
        }
      }
      return columns;
    }
  }
}
