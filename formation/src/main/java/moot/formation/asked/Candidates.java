package moot.formation.asked;

import java.util.Arrays;
import java.util.List;
import moot.formation.ground.Costing;
import moot.formation.ground.FeasibleNetworks;
import moot.formation.ground.Ground;

/**
 * All networks that a plan may choose from, each with its hub: those held, and those that locks
 * keep as they are.
 */
final class Candidates {
  private final FeasibleNetworks networks;
  private final List<int[]> stays;
  private final double[] stayCosts;
  private final char[][] hubs;
  private final int[] stayHubs;

  Candidates(Ground ground, FeasibleNetworks networks) {
    this.networks = networks;
    this.stays = ground.locks().stays();
    Costing costing = new Costing(ground);
    this.stayCosts = stays.stream().mapToDouble(costing::of).toArray();
    this.stayHubs = stays.stream().mapToInt(costing::hubOf).toArray();
    this.hubs = new char[networks.blocks().size()][];
    int[] sorted = new int[ground.size()];
    for (int b = 0; b < hubs.length; b++) {
      FeasibleNetworks.Block block = networks.blocks().get(b);
      hubs[b] = new char[block.count()];
      for (int k = 0; k < block.count(); k++) {
        int size = copy(block, k, sorted);
        Arrays.sort(sorted, 0, size);
        hubs[b][k] = (char) hub(ground, sorted, size);
      }
    }
  }

  private static int copy(FeasibleNetworks.Block block, int k, int[] into) {
    int from = block.starts()[k];
    int size = block.starts()[k + 1] - from;
    for (int m = 0; m < size; m++) {
      into[m] = block.members()[from + m];
    }
    return size;
  }

  /** As {@link Costing#hubOf}, for many. */
  private static int hub(Ground ground, int[] sorted, int size) {
    int hub = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < size; c++) {
      double sum = 0;
      for (int m = 0; m < size; m++) {
        sum += ground.list(sorted[m]) * ground.km(sorted[m], sorted[c]);
      }
      if (sum < least) {
        least = sum;
        hub = sorted[c];
      }
    }
    return hub;
  }

  /** How many there are; they are numbered from 0. */
  int count() {
    return networks.count() + stays.size();
  }

  /** Whether these are all. */
  boolean all() {
    return networks.all();
  }

  /** Ascending. */
  int[] members(int network) {
    return network < networks.count()
        ? networks.members(network)
        : stays.get(network - networks.count());
  }

  double cost(int network) {
    return network < networks.count()
        ? networks.cost(network)
        : stayCosts[network - networks.count()];
  }

  int hub(int network) {
    return network < networks.count()
        ? hubs[network / FeasibleNetworks.BLOCK][network % FeasibleNetworks.BLOCK]
        : stayHubs[network - networks.count()];
  }

  /** Sees one network after the other. */
  @FunctionalInterface
  interface Sink {
    /**
     * @param members the first {@code size} are the members; not to be kept or changed
     */
    void accept(int number, int hub, int[] members, int size, double cost);
  }

  /** Goes through all networks in order. */
  void each(Sink sink) {
    int number = 0;
    int[] scratch = new int[64];
    for (int b = 0; b < hubs.length; b++) {
      FeasibleNetworks.Block block = networks.blocks().get(b);
      double[] costs = block.costs();
      for (int k = 0; k < block.count(); k++) {
        int size = block.starts()[k + 1] - block.starts()[k];
        if (size > scratch.length) {
          scratch = new int[2 * size];
        }
        copy(block, k, scratch);
        sink.accept(number++, hubs[b][k], scratch, size, costs[k]);
      }
    }
    for (int s = 0; s < stayHubs.length; s++) {
      sink.accept(number++, stayHubs[s], stays.get(s), stays.get(s).length, stayCosts[s]);
    }
  }
}
