package moot.formation.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Feasible networks held in flat arrays with their costs: all that {@link Walk} meets, in its
 * order, and behind them those that are feasible only because they stand already.
 */
public final class FeasibleNetworks {
  /** How many networks a block holds, except the last. */
  public static final int BLOCK = 1 << 16;

  private static final int ASK_EVERY = 1 << 12;

  /** Networks are numbered by whole numbers. */
  private static final long MOST = Integer.MAX_VALUE - 2L * BLOCK;

  private final List<Block> blocks;
  private final int count;
  private final boolean all;

  private FeasibleNetworks(List<Block> blocks, int count, boolean all) {
    this.blocks = List.copyOf(blocks);
    this.count = count;
    this.all = all;
  }

  /** None held, and not all. */
  public static FeasibleNetworks none() {
    return new FeasibleNetworks(List.of(), 0, false);
  }

  /**
   * Walks and holds all feasible networks.
   *
   * @param most how many to hold; beyond it, or beyond a third of the heap, the walk ends
   * @param goOn asked now and then; false ends the walk
   */
  public static FeasibleNetworks of(Ground ground, long most, BooleanSupplier goOn) {
    Costing costing = new Costing(ground);
    List<Block> blocks = new ArrayList<>();
    Filling filling =
        new Filling(
            costing, Math.min(most, MOST), Runtime.getRuntime().maxMemory() / 3, blocks::add, goOn);
    boolean all = Walk.all(ground, filling, costing) && filling.addStanding(ground);
    filling.close();
    return new FeasibleNetworks(blocks, Math.toIntExact(filling.seen), all);
  }

  /**
   * Walks all feasible networks and hands them on block by block, holding none.
   *
   * @param goOn asked now and then; false ends the walk
   * @return whether the walk came to its end
   */
  public static boolean walk(Ground ground, Consumer<Block> each, BooleanSupplier goOn) {
    Costing costing = new Costing(ground);
    Filling filling = new Filling(costing, Long.MAX_VALUE, Long.MAX_VALUE, each, goOn);
    boolean all = Walk.all(ground, filling, costing) && filling.addStanding(ground);
    if (all) {
      filling.close();
    }
    return all;
  }

  /** How many are held. */
  public int count() {
    return count;
  }

  /** Whether these are all feasible networks. */
  public boolean all() {
    return all;
  }

  public List<Block> blocks() {
    return blocks;
  }

  public int[] members(int network) {
    return blocks.get(network / BLOCK).members(network % BLOCK);
  }

  public double cost(int network) {
    return blocks.get(network / BLOCK).costs[network % BLOCK];
  }

  /** The same networks, priced anew for the weights of another ground over the same place. */
  public FeasibleNetworks pricedBy(Ground other) {
    Costing costing = new Costing(other);
    List<Block> priced = new ArrayList<>();
    int[] members = new int[other.size()];
    for (Block block : blocks) {
      double[] costs = new double[block.count];
      for (int k = 0; k < block.count; k++) {
        int from = block.starts[k];
        int size = block.starts[k + 1] - from;
        for (int m = 0; m < size; m++) {
          members[m] = block.members[from + m];
        }
        costs[k] = costing.of(members, size);
      }
      priced.add(new Block(block.count, block.starts, block.members, costs));
    }
    return new FeasibleNetworks(priced, count, all);
  }

  /** Up to {@link #BLOCK} networks one behind the other. The arrays are not to be changed. */
  public static final class Block {
    private final int count;
    private final int[] starts;
    private final char[] members;
    private final double[] costs;

    private Block(int count, int[] starts, char[] members, double[] costs) {
      this.count = count;
      this.starts = starts;
      this.members = members;
      this.costs = costs;
    }

    public int count() {
      return count;
    }

    /** Where the members of each network begin, and at the end where the last one's end. */
    public int[] starts() {
      return starts;
    }

    public char[] members() {
      return members;
    }

    public double[] costs() {
      return costs;
    }

    int[] members(int k) {
      int[] result = new int[starts[k + 1] - starts[k]];
      for (int m = 0; m < result.length; m++) {
        result[m] = members[starts[k] + m];
      }
      Arrays.sort(result);
      return result;
    }
  }

  /** Fills blocks with what the walk meets. */
  private static final class Filling implements Walk.Visitor {
    private final Costing costing;
    private final long most;
    private final long mostBytes;
    private final Consumer<Block> full;
    private final BooleanSupplier goOn;
    // Small at first: most questions about a small place are over before a block is full.
    private int[] starts = new int[1025];
    private char[] members = new char[8192];
    private double[] costs = new double[1024];
    private int filled;
    private long seen;
    private long bytes;

    Filling(
        Costing costing, long most, long mostBytes, Consumer<Block> full, BooleanSupplier goOn) {
      this.costing = costing;
      this.most = most;
      this.mostBytes = mostBytes;
      this.full = full;
      this.goOn = goOn;
    }

    @Override
    public boolean visit(int[] network, int size, int patients) {
      return add(network, size, costing.total());
    }

    /** What the walk does not meet: networks that may stay though the rules speak against them. */
    boolean addStanding(Ground ground) {
      Costing own = new Costing(ground);
      for (int[] network : ground.standing()) {
        if (!add(network, network.length, own.of(network))) {
          return false;
        }
      }
      return true;
    }

    private boolean add(int[] network, int size, double cost) {
      if (filled == BLOCK) {
        close();
      }
      if (seen >= most || bytes > mostBytes || (filled % ASK_EVERY == 0 && !goOn.getAsBoolean())) {
        return false;
      }
      if (filled == costs.length) {
        starts = Arrays.copyOf(starts, 4 * filled + 1);
        costs = Arrays.copyOf(costs, 4 * filled);
      }
      int from = starts[filled];
      if (from + size > members.length) {
        members = Arrays.copyOf(members, 2 * members.length + size);
      }
      for (int m = 0; m < size; m++) {
        members[from + m] = (char) network[m];
      }
      costs[filled] = cost;
      starts[++filled] = from + size;
      seen++;
      return true;
    }

    void close() {
      if (filled == 0) {
        return;
      }
      int end = starts[filled];
      full.accept(
          new Block(
              filled,
              filled == BLOCK ? starts : Arrays.copyOf(starts, filled + 1),
              Arrays.copyOf(members, end),
              filled == BLOCK ? costs : Arrays.copyOf(costs, filled)));
      bytes += 12L * filled + 2L * end;
      starts = new int[starts.length];
      costs = new double[costs.length];
      filled = 0;
    }
  }
}
