package moot.formation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import moot.register.CouncilCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;

/** Small places from a seed, awkward on purpose: shared spots, rows, oversize and empty lists. */
public final class RandomPlaces {
  private RandomPlaces() {}

  public static FormingPlace place(Random random, int most) {
    return place(random, 1, most);
  }

  public static FormingPlace place(Random random, int least, int most) {
    int count = least + random.nextInt(most - least + 1);
    boolean inARow = random.nextInt(10) == 0;
    List<FormingPractice> practices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Position site =
          i > 0 && random.nextInt(8) == 0
              ? practices.get(random.nextInt(i)).site()
              : new Position(
                  400_000 + random.nextInt(20_000),
                  300_000 + (inARow ? 0 : random.nextInt(20_000)));
      int list =
          switch (random.nextInt(20)) {
            case 0 -> 0;
            case 1 -> 55_000;
            default -> 2_000 + random.nextInt(18_000);
          };
      practices.add(
          new FormingPractice(
              new PracticeCode("P%02d".formatted(i)),
              "Practice " + i,
              site,
              list,
              random.nextInt(6) == 0 ? null : new NetworkCode("U" + random.nextInt(3)),
              new CouncilCode("E" + random.nextInt(2)),
              null,
              random.nextInt(5) == 0 ? null : random.nextDouble() * 50));
    }
    return new FormingPlace(new PlaceCode("RANDOM"), "A random place", practices, null, Map.of());
  }

  /** Any partition, feasible or not: each practice in one of a few networks. */
  public static Map<PracticeCode, String> partition(FormingPlace place, Random random) {
    Map<PracticeCode, String> networkOf = new java.util.TreeMap<>();
    int networks = 1 + random.nextInt(place.practices().size());
    place
        .practices()
        .forEach(p -> networkOf.put(p.code(), "N%02d".formatted(random.nextInt(networks))));
    return networkOf;
  }

  /** Some practices like or dislike some others, each pair at most once. */
  public static List<Preference> preferences(FormingPlace place, Random random) {
    List<Preference> preferences = new ArrayList<>();
    for (FormingPractice of : place.practices()) {
      for (FormingPractice about : place.practices()) {
        if (of != about && random.nextInt(3) == 0) {
          preferences.add(new Preference(of.code(), about.code(), random.nextInt(-4, 5) / 4.0));
        }
      }
    }
    return preferences;
  }

  /** A dense city, 20 km across, with lists as practices have them. */
  public static FormingPlace city(Random random, int practices) {
    List<FormingPractice> sites = new ArrayList<>();
    for (int i = 0; i < practices; i++) {
      double metres = 10_000 * Math.sqrt(random.nextDouble());
      double angle = random.nextDouble() * 2 * Math.PI;
      sites.add(
          new FormingPractice(
              new PracticeCode("P%03d".formatted(i)),
              "Practice " + i,
              new Position(
                  Math.rint(510_000 + metres * Math.cos(angle)),
                  Math.rint(10_000 + metres * Math.sin(angle))),
              (int) (2_000 + 14_000 * Math.pow(random.nextDouble(), 1.3)),
              null,
              null,
              null,
              null));
    }
    return new FormingPlace(new PlaceCode("CITY"), "A city", sites, null, Map.of());
  }
}
