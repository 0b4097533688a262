package moot.formation.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds cuts that the relaxation's solution breaks. */
final class Separation {
  private static final double BROKEN = 0.02;

  private final int practices;
  private final Set<String> known = new HashSet<>();

  Separation(int practices) {
    this.practices = practices;
  }

  /** Cuts that are in use already. */
  void knows(List<Cut> cuts) {
    for (Cut cut : cuts) {
      known.add(cut.key());
    }
  }

  /** All others may be found again. */
  void forget(List<Cut> inUse) {
    known.clear();
    for (Cut cut : inUse) {
      known.add(cut.key());
    }
  }

  private record Found(Cut cut, double by) {}

  /**
   * The most broken cuts of three practices.
   *
   * @param most how many
   * @param perPractice in how many of them a practice is at most, so that they spread over the
   *     place
   */
  List<Cut> ofThree(List<Relaxation.Part> parts, int most, int perPractice) {
    double[][] pairs = new double[practices][];
    List<List<Relaxation.Part>> of = new ArrayList<>();
    for (int i = 0; i < practices; i++) {
      of.add(new ArrayList<>());
    }
    for (Relaxation.Part part : parts) {
      if (part.share() < 1 - 1e-6) {
        for (int i : part.column().members()) {
          of.get(i).add(part);
        }
      }
    }
    for (int i = 0; i < practices; i++) {
      if (!of.get(i).isEmpty()) {
        double[] row = new double[practices];
        for (Relaxation.Part part : of.get(i)) {
          for (int j : part.column().members()) {
            row[j] += part.share();
          }
        }
        pairs[i] = row;
      }
    }
    List<Found> broken = new ArrayList<>();
    for (int i = 0; i < practices; i++) {
      for (int j = i + 1; j < practices && pairs[i] != null; j++) {
        if (pairs[j] == null) {
          continue;
        }
        for (int k = j + 1; k < practices; k++) {
          if (pairs[k] == null) {
            continue;
          }
          double upper = pairs[i][j] + pairs[i][k] + pairs[j][k];
          if (upper > 1 + BROKEN) {
            double all = 0;
            for (Relaxation.Part part : of.get(i)) {
              if (has(part.column().members(), j) && has(part.column().members(), k)) {
                all += part.share();
              }
            }
            double by = upper - 2 * all - 1;
            if (by > BROKEN) {
              broken.add(new Found(Cut.ofThree(i, j, k), by));
            }
          }
        }
      }
    }
    broken.sort(Comparator.comparingDouble(f -> -f.by()));
    return choose(broken, most, perPractice);
  }

  private List<Cut> choose(List<Found> broken, int most, int perPractice) {
    int[] used = new int[practices];
    List<Cut> chosen = new ArrayList<>();
    for (Found one : broken) {
      boolean free = chosen.size() < most;
      for (int i : one.cut().practices()) {
        free &= used[i] < perPractice;
      }
      if (free && known.add(one.cut().key())) {
        chosen.add(one.cut());
        for (int i : one.cut().practices()) {
          used[i]++;
        }
      }
    }
    return chosen;
  }

  private static boolean has(int[] members, int i) {
    return java.util.Arrays.binarySearch(members, i) >= 0;
  }
}
