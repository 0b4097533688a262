package moot.checker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a network costs, straight from the definitions, in thousand patient-km. Slow and plain on
 * purpose.
 */
final class Pricing {
  private final Place place;
  private final Rules rules;
  private final double placeNeed;

  /**
   * @param takingPart practices that no lock leaves out; the place's mean need is theirs
   */
  Pricing(Place place, Rules rules, Collection<String> takingPart) {
    this.place = place;
    this.rules = rules;
    this.placeNeed = meanNeed(practices(takingPart)).orElse(0);
  }

  private List<Practice> practices(Collection<String> codes) {
    List<Practice> all = new ArrayList<>();
    codes.forEach(code -> all.add(place.get(code)));
    return all;
  }

  /** Patient-km when everybody goes to this hub. */
  double travelTo(String hub, Collection<String> network) {
    double sum = 0;
    for (Practice p : practices(network)) {
      sum += p.list() * p.kmTo(place.get(hub));
    }
    return sum;
  }

  int patients(Collection<String> network) {
    return practices(network).stream().mapToInt(Practice::list).sum();
  }

  double cost(Collection<String> network) {
    return parts(network).values().stream().mapToDouble(v -> v).sum();
  }

  /** Each part times its weight. */
  Map<Part, Double> parts(Collection<String> network) {
    Map<Part, Double> parts = new EnumMap<>(Part.class);
    int patients = patients(network);
    double leastTravel = Double.POSITIVE_INFINITY;
    for (String hub : network) {
      leastTravel = Math.min(leastTravel, travelTo(hub, network));
    }
    put(parts, Part.TRAVEL, leastTravel);
    put(parts, Part.SHORTFALL, Math.max(0, rules.min() - patients));
    put(parts, Part.TIES, awayFromOldFellows(network));
    put(parts, Part.BOUNDARY, straddles(network) ? patients : 0);
    put(parts, Part.EVEN_SIZE, Math.abs(patients - (rules.min() + (double) rules.max()) / 2));
    put(parts, Part.EVEN_NEED, patients * awayFromPlaceNeed(network));
    parts.put(Part.PER_NETWORK, rules.weight(Part.PER_NETWORK));
    put(parts, Part.OVERLAP, livingAlone(network));
    put(parts, Part.PREFERENCES, disliked(network));
    return parts;
  }

  private void put(Map<Part, Double> parts, Part part, double patientKm) {
    double weight = rules.weight(part);
    parts.put(part, weight == 0 ? 0 : weight * patientKm / 1000);
  }

  /**
   * Patients whose practice is not in the largest group of practices that share a network today;
   * those in none today count nothing.
   */
  private int awayFromOldFellows(Collection<String> network) {
    Map<String, Integer> groups = new TreeMap<>();
    int all = 0;
    for (Practice p : practices(network)) {
      if (p.today() != null) {
        groups.merge(p.today(), p.list(), Integer::sum);
        all += p.list();
      }
    }
    return all - groups.values().stream().mapToInt(v -> v).max().orElse(0);
  }

  /** Whether there are two councils or two sub-ICB locations; what is unknown does not differ. */
  private boolean straddles(Collection<String> network) {
    Set<String> councils = new HashSet<>();
    Set<String> subLocations = new HashSet<>();
    for (Practice p : practices(network)) {
      if (p.council() != null) {
        councils.add(p.council());
      }
      if (p.subLocation() != null) {
        subLocations.add(p.subLocation());
      }
    }
    return councils.size() > 1 || subLocations.size() > 1;
  }

  private double awayFromPlaceNeed(Collection<String> network) {
    Mean mean = meanNeed(practices(network));
    return mean.known() ? Math.abs(mean.orElse(0) - placeNeed) : 0;
  }

  /** Weighted by list, over those whose need is known. */
  private static Mean meanNeed(List<Practice> practices) {
    double sum = 0;
    double patients = 0;
    for (Practice p : practices) {
      Double need = p.need();
      if (need != null) {
        sum += need * p.list();
        patients += p.list();
      }
    }
    return new Mean(patients == 0 ? null : sum / patients);
  }

  private record Mean(@Nullable Double value) {
    boolean known() {
      return value != null;
    }

    double orElse(double other) {
      return value == null ? other : value;
    }
  }

  /** Patients who live in an area where no other member has a patient. */
  private long livingAlone(Collection<String> network) {
    Map<String, Integer> membersIn = new HashMap<>();
    Map<String, Long> patientsIn = new HashMap<>();
    for (String code : network) {
      place
          .patientsByArea()
          .getOrDefault(code, Map.of())
          .forEach(
              (area, patients) -> {
                if (patients > 0) {
                  membersIn.merge(area, 1, Integer::sum);
                  patientsIn.merge(area, (long) patients, Long::sum);
                }
              });
    }
    long alone = 0;
    for (Map.Entry<String, Integer> area : membersIn.entrySet()) {
      if (area.getValue() == 1) {
        alone += patientsIn.getOrDefault(area.getKey(), 0L);
      }
    }
    return alone;
  }

  private double disliked(Collection<String> network) {
    double sum = 0;
    for (Practice of : practices(network)) {
      Map<String, Double> about = place.dislikes().getOrDefault(of.code(), Map.of());
      for (String other : network) {
        if (!other.equals(of.code())) {
          sum += of.list() * about.getOrDefault(other, 0.0);
        }
      }
    }
    return sum;
  }
}
