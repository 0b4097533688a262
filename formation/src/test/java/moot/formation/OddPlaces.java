package moot.formation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import moot.register.CouncilCode;
import moot.register.LsoaCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * Small places and rules out of a seed, full of what goes wrong: shared premises, sites on one
 * line, empty lists, practices over the maximum, attributes that are not known.
 */
public final class OddPlaces {
  private final SplittableRandom random;

  public OddPlaces(long seed) {
    this.random = new SplittableRandom(seed);
  }

  private boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  public FormingPlace place(int most) {
    int n = 1 + random.nextInt(most);
    // A small grid makes shared spots, lines and circles common; a large one makes them rare.
    int grid = once(2) ? 4 : 1000;
    boolean line = once(10);
    List<FormingPractice> practices = new ArrayList<>();
    Map<PracticeCode, Map<LsoaCode, Integer>> areas = new HashMap<>();
    boolean knowAreas = once(3);
    for (int i = 0; i < n; i++) {
      PracticeCode code = code(i);
      int x = random.nextInt(grid);
      int y = line ? 0 : random.nextInt(grid);
      practices.add(
          new FormingPractice(
              code,
              "Practice " + i,
              new Position(400_000 + 10_000.0 / grid * x, 300_000 + 10_000.0 / grid * y),
              list(),
              once(6) ? null : new NetworkCode("U" + random.nextInt(4)),
              once(8) ? null : new CouncilCode("E" + random.nextInt(2)),
              once(8) ? null : "S" + random.nextInt(2),
              once(5) ? null : 5.0 + random.nextInt(40)));
      if (knowAreas && !once(6)) {
        Map<LsoaCode, Integer> where = new TreeMap<>();
        for (int a = 0; a < 4; a++) {
          where.put(new LsoaCode("L" + random.nextInt(7)), random.nextInt(3000));
        }
        areas.put(code, where);
      }
    }
    return new FormingPlace(
        new PlaceCode("QXX"), "Somewhere", practices, once(5) ? pairs(n) : null, areas);
  }

  static PracticeCode code(int i) {
    return new PracticeCode("P%02d".formatted(i));
  }

  private int list() {
    return switch (random.nextInt(12)) {
      case 0 -> 0;
      case 1 -> 50_001 + random.nextInt(20_000);
      case 2, 3 -> random.nextInt(3_000);
      default -> 3_000 + random.nextInt(15_000);
    };
  }

  private @Nullable Set<NeighbourPair> pairs(int n) {
    Set<NeighbourPair> pairs = new HashSet<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        if (once(3)) {
          pairs.add(new NeighbourPair(code(i), code(j)));
        }
      }
    }
    return pairs;
  }

  public FormingRules rules(FormingPlace place) {
    SizeBand band =
        once(3)
            ? new SizeBand(random.nextInt(20_000), 20_000 + random.nextInt(40_000), once(3))
            : new SizeBand(30_000, 50_000, once(6));
    return new FormingRules(band, weights(), count(place), locks(place), preferences(place));
  }

  CostWeights weights() {
    if (once(3)) {
      return CostWeights.BARE;
    }
    return new CostWeights(
        once(6) ? 0 : 1,
        once(6) ? 0 : 20,
        weight(4),
        weight(3),
        weight(2),
        weight(1) / 10,
        once(2) ? 0 : random.nextInt(60),
        weight(2),
        weight(8));
  }

  private double weight(int most) {
    return once(2) ? 0 : random.nextDouble() * most;
  }

  private NetworkCount count(FormingPlace place) {
    if (!once(4)) {
      return NetworkCount.ANY;
    }
    int from = random.nextInt(place.practices().size() + 1);
    return new NetworkCount(from, once(4) ? Integer.MAX_VALUE : from + random.nextInt(3));
  }

  private List<Lock> locks(FormingPlace place) {
    List<Lock> locks = new ArrayList<>();
    while (once(3)) {
      switch (random.nextInt(5)) {
        case 3 -> locks.add(new Lock.Keep(some(place)));
        case 0 -> locks.add(new Lock.Together(some(place)));
        case 1 -> locks.add(new Lock.Apart(some(place)));
        case 2 ->
            place.practices().stream()
                .map(FormingPractice::today)
                .filter(java.util.Objects::nonNull)
                .findAny()
                .ifPresent(network -> locks.add(new Lock.Stay(network)));
        default ->
            locks.add(
                new Lock.LeaveOut(
                    place.practices().get(random.nextInt(place.practices().size())).code()));
      }
    }
    return locks;
  }

  private Set<PracticeCode> some(FormingPlace place) {
    Set<PracticeCode> some = new HashSet<>();
    for (int k = 0; k < 2 + random.nextInt(2); k++) {
      some.add(place.practices().get(random.nextInt(place.practices().size())).code());
    }
    return some;
  }

  private List<Preference> preferences(FormingPlace place) {
    Map<List<PracticeCode>, Preference> preferences = new HashMap<>();
    if (once(2)) {
      for (int k = 0; k < 6; k++) {
        PracticeCode of = place.practices().get(random.nextInt(place.practices().size())).code();
        PracticeCode about = place.practices().get(random.nextInt(place.practices().size())).code();
        if (!of.equals(about)) {
          preferences.put(
              List.of(of, about), new Preference(of, about, random.nextDouble() * 2 - 1));
        }
      }
    }
    return List.copyOf(preferences.values());
  }
}
