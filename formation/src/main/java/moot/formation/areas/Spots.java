package moot.formation.areas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.register.Position;
import moot.register.PracticeCode;

/**
 * Where the networks of a plan stand on the map: one stand for all practices of one network at one
 * spot (to the metre). Networks that share a spot get a stand each, a quarter of a metre from it,
 * so that no two stands coincide.
 */
final class Spots {
  /** Spots are at least 1 m apart, so stands of different spots are at least 0.5 m apart. */
  private static final double STEP_METRES = 0.25;

  private Spots() {}

  record Stand(Position position, String network, List<PracticeCode> practices) {}

  static List<Stand> of(Plan plan) {
    Map<PracticeCode, Position> site = new HashMap<>();
    plan.place().practices().forEach(p -> site.put(p.code(), toTheMetre(p.site())));

    Comparator<Position> order =
        Comparator.comparingDouble(Position::easting).thenComparingDouble(Position::northing);
    Map<Position, Map<PlanNetwork, List<PracticeCode>>> atSpot = new TreeMap<>(order);
    for (PlanNetwork network : plan.networks()) {
      for (PracticeCode practice : network.practices()) {
        Position spot = site.get(practice);
        if (spot == null) {
          throw new IllegalArgumentException(
              "network %s has practice %s, which is not in place %s. Maybe the plan is of another place?"
                  .formatted(network.id(), practice, plan.place().code()));
        }
        atSpot
            .computeIfAbsent(spot, s -> new TreeMap<>(Comparator.comparing(PlanNetwork::id)))
            .computeIfAbsent(network, n -> new ArrayList<>())
            .add(practice);
      }
    }

    List<Stand> stands = new ArrayList<>();
    atSpot.forEach(
        (spot, networks) -> {
          if (networks.size() == 1) {
            networks.forEach(
                (network, practices) -> stands.add(new Stand(spot, network.id(), practices)));
          } else {
            stands.addAll(aroundSpot(spot, networks, site));
          }
        });
    return stands;
  }

  /** Evenly round the spot, in the order and, as far as that allows, the direction of each rest. */
  private static List<Stand> aroundSpot(
      Position spot,
      Map<PlanNetwork, List<PracticeCode>> networks,
      Map<PracticeCode, Position> site) {
    record Towards(PlanNetwork network, double angle) {}
    List<Towards> order =
        networks.keySet().stream()
            .map(network -> new Towards(network, angleToRest(spot, network, site)))
            .sorted(
                Comparator.comparingDouble(Towards::angle)
                    .thenComparing(towards -> towards.network().id()))
            .toList();
    double step = 2 * Math.PI / order.size();
    double sine = 0;
    double cosine = 0;
    for (int i = 0; i < order.size(); i++) {
      sine += Math.sin(order.get(i).angle() - i * step);
      cosine += Math.cos(order.get(i).angle() - i * step);
    }
    double turn = Math.atan2(sine, cosine);
    List<Stand> stands = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      PlanNetwork network = order.get(i).network();
      double angle = turn + i * step;
      Position position =
          new Position(
              spot.easting() + STEP_METRES * Math.cos(angle),
              spot.northing() + STEP_METRES * Math.sin(angle));
      stands.add(new Stand(position, network.id(), networks.getOrDefault(network, List.of())));
    }
    return stands;
  }

  private static double angleToRest(
      Position spot, PlanNetwork network, Map<PracticeCode, Position> site) {
    double east = 0;
    double north = 0;
    // Sums of decimals depend on their order.
    for (PracticeCode practice : new TreeSet<>(network.practices())) {
      Position other = site.getOrDefault(practice, spot);
      east += other.easting() - spot.easting();
      north += other.northing() - spot.northing();
    }
    return Math.atan2(north, east);
  }

  private static Position toTheMetre(Position site) {
    return new Position(Math.rint(site.easting()), Math.rint(site.northing()));
  }
}
