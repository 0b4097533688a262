package moot.formation.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds cuts that the relaxation's solution breaks. */
final class Separation {
  private static final double BROKEN = 0.02;

  private final int practices;

  private final Set<Cut> known = new HashSet<>();

  Separation(int practices) {
    this.practices = practices;
  }

  /** Cuts that are in use already are not found again; all others may be. */
  void inUse(List<Cut> cuts) {
    known.clear();
    known.addAll(cuts);
  }

  /**
   * Cuts that a solution breaks, the most broken first.
   *
   * @param most how many
   * @param perPractice in how many of them a practice is at most, so that they spread over the
   *     place
   */
  List<Cut> find(List<Relaxation.Part> parts, int most, int perPractice) {
    Fractions fractions = new Fractions(practices, parts);
    if (fractions.count() == 0) {
      return List.of();
    }
    List<OddSets.Found> broken = new ArrayList<>(ofThree(fractions));
    List<Cut> chosen = choose(broken, most, perPractice);
    if (chosen.size() < most / 4) {
      List<OddSets.Found> larger = new ArrayList<>(new OddSets(fractions).find(BROKEN));
      larger.addAll(new Majorities(fractions, 5).find(BROKEN));
      larger.addAll(new Majorities(fractions, 7).find(BROKEN));
      chosen.addAll(choose(larger, most / 2 - chosen.size(), perPractice + 2));
    }
    return chosen;
  }

  private static List<OddSets.Found> ofThree(Fractions fractions) {
    List<OddSets.Found> broken = new ArrayList<>();
    int n = fractions.practices();
    double[][] pairs = fractions.pairs();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        for (int k = j + 1; k < n; k++) {
          if (pairs[i][j] + pairs[i][k] + pairs[j][k] > 1 + BROKEN) {
            int[] three = {i, j, k};
            double by = (1 - fractions.odd(three)) / 2;
            if (by > BROKEN) {
              broken.add(new OddSets.Found(new Cut(fractions.codes(three), 2), by));
            }
          }
        }
      }
    }
    return broken;
  }

  private List<Cut> choose(List<OddSets.Found> broken, int most, int perPractice) {
    broken.sort(
        Comparator.<OddSets.Found>comparingDouble(f -> -f.by())
            .thenComparing((f, g) -> Arrays.compare(f.cut().practices(), g.cut().practices())));
    int[] used = new int[practices];
    List<Cut> chosen = new ArrayList<>();
    for (OddSets.Found one : broken) {
      boolean free = chosen.size() < most;
      for (int i : one.cut().practices()) {
        free &= used[i] < perPractice;
      }
      if (free && known.add(one.cut())) {
        chosen.add(one.cut());
        for (int i : one.cut().practices()) {
          used[i]++;
        }
      }
    }
    return chosen;
  }
}
