package moot.checker;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is whose neighbour.
 *
 * @param of neighbours by practice
 */
record Graph(Map<String, SortedSet<String>> of) {
  /** Each pair as {@code a–b}, the smaller code first. */
  SortedSet<String> pairs() {
    SortedSet<String> pairs = new TreeSet<>();
    of.forEach((a, all) -> all.tailSet(a).forEach(b -> pairs.add(a + "–" + b)));
    return pairs;
  }

  static Graph ofPairs(List<List<String>> pairs) {
    Map<String, SortedSet<String>> of = new TreeMap<>();
    for (List<String> pair : pairs) {
      of.computeIfAbsent(pair.get(0), code -> new TreeSet<>()).add(pair.get(1));
      of.computeIfAbsent(pair.get(1), code -> new TreeSet<>()).add(pair.get(0));
    }
    return new Graph(of);
  }

  /**
   * Two sites are neighbours when no third lies strictly inside the circle that has the line
   * between them as its diameter; those at one spot are neighbours of each other and share that
   * spot's neighbours (which this rule gives them by itself: a site at either end is on the circle,
   * not in it). Every pair is held against every third site.
   */
  static Graph gabriel(Collection<Practice> practices) {
    List<Practice> all = new ArrayList<>(practices);
    List<List<String>> pairs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (nobodyBetween(all, all.get(i), all.get(j))) {
          pairs.add(List.of(all.get(i).code(), all.get(j).code()));
        }
      }
    }
    return ofPairs(pairs);
  }

  private static boolean nobodyBetween(List<Practice> all, Practice a, Practice b) {
    for (Practice c : all) {
      if (between(a, b, c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the angle at c, looking at a and b, is more than a right angle. */
  private static boolean between(Practice a, Practice b, Practice c) {
    double scalar =
        (a.easting() - c.easting()) * (b.easting() - c.easting())
            + (a.northing() - c.northing()) * (b.northing() - c.northing());
    // On a national grid, rounding is some ten-thousandths of a square metre.
    if (Math.abs(scalar) > 1) {
      return scalar < 0;
    }
    return product(a.easting(), b.easting(), c.easting())
            .add(product(a.northing(), b.northing(), c.northing()))
            .signum()
        < 0;
  }

  private static BigDecimal product(double a, double b, double c) {
    BigDecimal from = new BigDecimal(c);
    return new BigDecimal(a).subtract(from).multiply(new BigDecimal(b).subtract(from));
  }

  /** Whether a chain of neighbours within the group links all of it. */
  boolean links(Collection<String> group) {
    Set<String> missing = new HashSet<>(group);
    ArrayDeque<String> next = new ArrayDeque<>();
    for (String first : group) {
      next.add(first);
      missing.remove(first);
      break;
    }
    while (!next.isEmpty()) {
      for (String neighbour : of.getOrDefault(next.poll(), new TreeSet<>())) {
        if (missing.remove(neighbour)) {
          next.add(neighbour);
        }
      }
    }
    return missing.isEmpty();
  }
}
