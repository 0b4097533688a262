package moot.formation.ground;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.register.Position;

/**
 * The Gabriel graph of sites: two are neighbours when no third lies strictly inside the circle that
 * has the line between them as its diameter (Gabriel and Sokal, 1969).
 *
 * <p>Sites at one spot are neighbours of each other and share that spot's neighbours. The test is
 * exact for the given coordinates, so that sites on one line or on one circle (a grid of streets)
 * come out the same on every machine.
 */
final class Gabriel {
  private Gabriel() {}

  /** Pairs of indices into {@code sites}, the smaller first, in ascending order. */
  static List<int[]> pairs(List<Position> sites) {
    Map<Position, List<Integer>> atSpot = new LinkedHashMap<>();
    for (int i = 0; i < sites.size(); i++) {
      atSpot.computeIfAbsent(normal(sites.get(i)), spot -> new ArrayList<>()).add(i);
    }
    List<Position> spots = List.copyOf(atSpot.keySet());
    List<int[]> pairs = new ArrayList<>();
    for (List<Integer> here : atSpot.values()) {
      for (int a = 0; a < here.size(); a++) {
        for (int b = a + 1; b < here.size(); b++) {
          pairs.add(new int[] {here.get(a), here.get(b)});
        }
      }
    }
    for (int[] pair : spotPairs(spots)) {
      for (int a : atSpot.getOrDefault(spots.get(pair[0]), List.of())) {
        for (int b : atSpot.getOrDefault(spots.get(pair[1]), List.of())) {
          pairs.add(new int[] {Math.min(a, b), Math.max(a, b)});
        }
      }
    }
    pairs.sort(Comparator.<int[]>comparingInt(p -> p[0]).thenComparingInt(p -> p[1]));
    return pairs;
  }

  /** Turns −0.0 into 0.0, which are one spot but not equal as records. */
  private static Position normal(Position p) {
    return new Position(p.easting() + 0.0, p.northing() + 0.0);
  }

  private static List<int[]> spotPairs(List<Position> spots) {
    List<int[]> pairs = new ArrayList<>();
    for (int a = 0; a < spots.size(); a++) {
      Position here = spots.get(a);
      // Near sites are the most likely to lie between: nearly every pair falls to one of the first.
      int[] nearest = nearestFirst(spots, here);
      for (int rank = 0; rank < nearest.length; rank++) {
        int b = nearest[rank];
        if (b > a && nobodyBetween(spots, here, spots.get(b), nearest, rank)) {
          pairs.add(new int[] {a, b});
        }
      }
    }
    return pairs;
  }

  private static int[] nearestFirst(List<Position> spots, Position here) {
    record Far(int spot, double km) {}
    List<Far> all = new ArrayList<>();
    for (int i = 0; i < spots.size(); i++) {
      if (!spots.get(i).equals(here)) {
        all.add(new Far(i, here.kmTo(spots.get(i))));
      }
    }
    all.sort(Comparator.comparingDouble(Far::km).thenComparingInt(Far::spot));
    return all.stream().mapToInt(Far::spot).toArray();
  }

  private static boolean nobodyBetween(
      List<Position> spots, Position a, Position b, int[] nearest, int rank) {
    // Whoever lies inside the circle is nearer to a than b is. One more rank allows for rounding.
    double reach = a.kmTo(b) * (1 + 1e-9);
    for (int i = 0; i < nearest.length; i++) {
      Position c = spots.get(nearest[i]);
      if (i > rank && a.kmTo(c) > reach) {
        return true;
      }
      if (i != rank && strictlyInside(a, b, c)) {
        return false;
      }
    }
    return true;
  }

  /** Thales: c is strictly inside exactly when the angle at c is obtuse. */
  static boolean strictlyInside(Position a, Position b, Position c) {
    double ax = a.easting() - c.easting();
    double ay = a.northing() - c.northing();
    double bx = b.easting() - c.easting();
    double by = b.northing() - c.northing();
    double dot = ax * bx + ay * by;
    double doubt = 1e-14 * (Math.abs(ax * bx) + Math.abs(ay * by));
    // Differences of doubles of like size are exact or nearly so; in doubt compute exactly.
    double coordinates =
        Math.max(
            Math.max(Math.abs(c.easting()), Math.abs(c.northing())),
            Math.max(
                Math.max(Math.abs(a.easting()), Math.abs(a.northing())),
                Math.max(Math.abs(b.easting()), Math.abs(b.northing()))));
    doubt += 1e-15 * coordinates * (Math.abs(ax) + Math.abs(ay) + Math.abs(bx) + Math.abs(by));
    if (Math.abs(dot) > doubt) {
      return dot < 0;
    }
    return exactly(a.easting(), b.easting(), c.easting())
            .add(exactly(a.northing(), b.northing(), c.northing()))
            .signum()
        < 0;
  }

  private static BigDecimal exactly(double a, double b, double c) {
    BigDecimal origin = new BigDecimal(c);
    return new BigDecimal(a).subtract(origin).multiply(new BigDecimal(b).subtract(origin));
  }
}
