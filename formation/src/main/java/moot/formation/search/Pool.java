package moot.formation.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import moot.formation.ground.FeasibleNetworks;
import moot.formation.ground.Ground;

/**
 * The networks that may still be part of a better plan: at first all that are feasible, then fewer
 * as the bound rises and the best plan falls. Held in arrays, or, where they are too many, walked
 * anew whenever they are asked for.
 */
sealed interface Pool {
  /**
   * Hands on all networks block by block.
   *
   * @param goOn asked now and then; false ends it
   * @return whether all were handed on
   */
  boolean each(Consumer<Block> consumer, BooleanSupplier goOn);

  /** How many there are; {@code Long.MAX_VALUE} when that is not known. */
  long count();

  /** Some networks one behind the other. The arrays are not to be changed. */
  record Block(int count, int[] starts, char[] members, double[] costs, double[][] sides) {
    int size(int k) {
      return starts[k + 1] - starts[k];
    }

    int[] membersOf(int k) {
      int[] result = new int[size(k)];
      for (int m = 0; m < result.length; m++) {
        result[m] = members[starts[k] + m];
      }
      Arrays.sort(result);
      return result;
    }

    /** An empty array of amounts means 1 for each network. */
    double side(int s, int k) {
      return sides[s].length == 0 ? 1 : sides[s][k];
    }

    Column column(int k) {
      double[] amounts = new double[sides.length];
      for (int s = 0; s < amounts.length; s++) {
        amounts[s] = side(s, k);
      }
      return new Column(membersOf(k), costs[k], amounts);
    }

    static Block of(FeasibleNetworks.Block block, List<Side> sides) {
      double[][] amounts = new double[sides.size()][];
      for (int s = 0; s < amounts.length; s++) {
        amounts[s] = amounts(sides.get(s), block);
      }
      return new Block(block.count(), block.starts(), block.members(), block.costs(), amounts);
    }

    private static double[] amounts(Side side, FeasibleNetworks.Block block) {
      if (side instanceof Side.Count) {
        return new double[0];
      }
      double[] amounts = new double[block.count()];
      int[] members = new int[64];
      for (int k = 0; k < amounts.length; k++) {
        int from = block.starts()[k];
        int size = block.starts()[k + 1] - from;
        if (size > members.length) {
          members = new int[2 * size];
        }
        for (int m = 0; m < size; m++) {
          members[m] = block.members()[from + m];
        }
        amounts[k] = side.amount(members, size);
      }
      return amounts;
    }
  }

  /** Looks at the members of one network, which are a part of an array. */
  @FunctionalInterface
  interface Test {
    boolean passes(char[] members, int from, int to);
  }

  /** All networks in memory. */
  record Held(List<Block> blocks, long count) implements Pool {
    static Held of(List<Block> blocks) {
      long sum = 0;
      for (Block block : blocks) {
        sum += block.count;
      }
      return new Held(List.copyOf(blocks), sum);
    }

    static Held of(FeasibleNetworks networks, List<Side> sides) {
      return of(networks.blocks().stream().map(block -> Block.of(block, sides)).toList());
    }

    @Override
    public boolean each(Consumer<Block> consumer, BooleanSupplier goOn) {
      for (Block block : blocks) {
        if (!goOn.getAsBoolean()) {
          return false;
        }
        consumer.accept(block);
      }
      return true;
    }

    /** Those whose reduced cost is at most this. */
    Held within(ReducedCosts reduced, double most) {
      Builder kept = new Builder(Long.MAX_VALUE);
      for (Block block : blocks) {
        double[] costs = reduced.of(block);
        for (int k = 0; k < block.count; k++) {
          if (costs[k] <= most) {
            kept.add(block, k);
          }
        }
      }
      return kept.build();
    }

    Held where(Test test) {
      Builder kept = new Builder(Long.MAX_VALUE);
      for (Block block : blocks) {
        for (int k = 0; k < block.count; k++) {
          if (test.passes(block.members, block.starts[k], block.starts[k + 1])) {
            kept.add(block, k);
          }
        }
      }
      return kept.build();
    }
  }

  /** None in memory: walked anew each time. */
  record Walked(Ground ground, List<Side> sides) implements Pool {
    @Override
    public boolean each(Consumer<Block> consumer, BooleanSupplier goOn) {
      return FeasibleNetworks.walk(ground, block -> consumer.accept(Block.of(block, sides)), goOn);
    }

    @Override
    public long count() {
      return Long.MAX_VALUE;
    }
  }

  /** Collects networks of other pools. */
  final class Builder {
    private static final int BLOCK = FeasibleNetworks.BLOCK;
    private final long most;
    private final List<Block> blocks = new ArrayList<>();
    private int[] starts = new int[1025];
    private char[] members = new char[8192];
    private double[] costs = new double[1024];
    private double[][] sides = new double[0][];
    private int count;
    private long total;

    /**
     * @param most how many to hold; what comes after is counted only
     */
    Builder(long most) {
      this.most = most;
    }

    boolean overflown() {
      return total > most;
    }

    void add(Block from, int k) {
      if (++total > most) {
        return;
      }
      if (count == BLOCK) {
        close();
      }
      if (count == 0) {
        sides = new double[from.sides.length][];
        for (int s = 0; s < sides.length; s++) {
          sides[s] = new double[from.sides[s].length == 0 ? 0 : costs.length];
        }
      }
      if (count == costs.length) {
        int more = Math.min(BLOCK, 2 * count);
        starts = Arrays.copyOf(starts, more + 1);
        costs = Arrays.copyOf(costs, more);
        for (int s = 0; s < sides.length; s++) {
          sides[s] = Arrays.copyOf(sides[s], sides[s].length == 0 ? 0 : more);
        }
      }
      int at = starts[count];
      int size = from.size(k);
      if (at + size > members.length) {
        members = Arrays.copyOf(members, 2 * members.length + size);
      }
      System.arraycopy(from.members, from.starts[k], members, at, size);
      for (int s = 0; s < sides.length; s++) {
        if (sides[s].length > 0) {
          sides[s][count] = from.sides[s][k];
        }
      }
      costs[count] = from.costs[k];
      starts[++count] = at + size;
    }

    private void close() {
      double[][] amounts = new double[sides.length][];
      for (int s = 0; s < amounts.length; s++) {
        amounts[s] = Arrays.copyOf(sides[s], sides[s].length == 0 ? 0 : count);
      }
      blocks.add(
          new Block(
              count,
              Arrays.copyOf(starts, count + 1),
              Arrays.copyOf(members, starts[count]),
              Arrays.copyOf(costs, count),
              amounts));
      count = 0;
    }

    Held build() {
      if (count > 0) {
        close();
      }
      return Held.of(blocks);
    }
  }
}
