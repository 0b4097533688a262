package moot.formation.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import moot.formation.ground.Ground;

/** Grows connected networks within a region from random seeds. */
final class Growth {
  private final Ground ground;
  private final int[] practices;
  private final SplittableRandom random;
  private final int[] grownInto;
  private final boolean[] inRegion;

  Growth(Ground ground, int[] practices, SplittableRandom random) {
    this.ground = ground;
    this.practices = practices;
    this.random = random;
    this.grownInto = new int[ground.size()];
    Arrays.fill(grownInto, -1);
    this.inRegion = new boolean[ground.size()];
    for (int i : practices) {
      inRegion[i] = true;
    }
  }

  List<int[]> grow(int seeds) {
    List<int[]> networks = new ArrayList<>();
    long[] patients = new long[practices.length];
    int[] shuffled = practices.clone();
    for (int k = 0; k < seeds; k++) {
      int pick = k + random.nextInt(shuffled.length - k);
      int seed = shuffled[pick];
      shuffled[pick] = shuffled[k];
      shuffled[k] = seed;
      start(networks, patients, seed);
    }
    // Whoever is nearest to a network that has room joins it, so that networks come out compact.
    while (true) {
      int joins = -1;
      int into = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int i : practices) {
        if (grownInto[i] < 0) {
          for (int j : ground.neighbours(i)) {
            int a = inRegion[j] ? grownInto[j] : -1;
            if (a >= 0 && patients[a] + ground.list(i) <= ground.rules().band().max()) {
              double km = ground.km(i, networks.get(a)[0]) * (1 + 0.3 * random.nextDouble());
              if (km < least) {
                least = km;
                joins = i;
                into = a;
              }
            }
          }
        }
      }
      if (joins < 0) {
        break;
      }
      networks.set(into, Sets.with(networks.get(into), joins));
      patients[into] += ground.list(joins);
      grownInto[joins] = into;
    }
    for (int i : practices) {
      if (grownInto[i] < 0) {
        start(networks, patients, i);
      }
    }
    return networks;
  }

  private void start(List<int[]> networks, long[] patients, int seed) {
    grownInto[seed] = networks.size();
    patients[networks.size()] = ground.list(seed);
    networks.add(new int[] {seed});
  }
}
