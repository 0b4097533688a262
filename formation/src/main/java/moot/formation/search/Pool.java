package moot.formation.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import moot.formation.ground.FeasibleNetworks;

/**
 * The networks that may still be part of a better plan: at first all that are feasible, then fewer
 * as the bound rises and the best plan falls.
 */
final class Pool {
  private final List<Block> blocks;
  private final int count;

  private Pool(List<Block> blocks) {
    this.blocks = List.copyOf(blocks);
    int sum = 0;
    for (Block block : blocks) {
      sum += block.count;
    }
    this.count = sum;
  }

  /**
   * @param sides by side row, the amount of each network; null where it is 1 for all
   */
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

    Column column(int k, int sideCount) {
      double[] amounts = new double[sideCount];
      for (int s = 0; s < sideCount; s++) {
        amounts[s] = side(s, k);
      }
      return new Column(membersOf(k), costs[k], amounts);
    }

    double side(int s, int k) {
      return sides[s].length == 0 ? 1 : sides[s][k];
    }
  }

  static Pool of(FeasibleNetworks networks, List<Side> sides) {
    List<Block> blocks = new ArrayList<>();
    for (FeasibleNetworks.Block block : networks.blocks()) {
      double[][] amounts = new double[sides.size()][];
      int[] members = new int[Character.MAX_VALUE];
      for (int s = 0; s < amounts.length; s++) {
        amounts[s] = amounts(sides.get(s), block, members);
      }
      blocks.add(
          new Block(block.count(), block.starts(), block.members(), block.costs(), amounts));
    }
    return new Pool(blocks);
  }

  private static double[] amounts(Side side, FeasibleNetworks.Block block, int[] buffer) {
    if (side instanceof Side.Count) {
      return new double[0];
    }
    double[] amounts = new double[block.count()];
    for (int k = 0; k < amounts.length; k++) {
      int from = block.starts()[k];
      int size = block.starts()[k + 1] - from;
      for (int m = 0; m < size; m++) {
        buffer[m] = block.members()[from + m];
      }
      amounts[k] = side.amount(buffer, size);
    }
    return amounts;
  }

  int count() {
    return count;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Those whose reduced cost is at most this. */
  Pool within(ReducedCosts reduced, double most) {
    Builder kept = new Builder();
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

  /** Collects networks of other pools. */
  static final class Builder {
    private static final int BLOCK = FeasibleNetworks.BLOCK;
    private final List<Block> blocks = new ArrayList<>();
    private int[] starts = new int[1025];
    private char[] members = new char[8192];
    private double[] costs = new double[1024];
    private double[][] sides = new double[0][];
    private int count;

    void add(Block from, int k) {
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

    Pool build() {
      if (count > 0) {
        close();
      }
      return new Pool(blocks);
    }
  }
}
