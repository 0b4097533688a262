package moot.formation.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.formation.CostParts;
import moot.formation.Plan;
import moot.formation.PlanException;
import moot.formation.PlanNetwork;
import moot.formation.PlanStatus;
import moot.formation.ground.Costing;
import moot.formation.ground.Ground;
import moot.register.PracticeCode;

/**
 * Turns sets of practice numbers into a {@link Plan}, with every exception to the band in words.
 */
public final class PlanWriter {
  private final Ground ground;
  private final Costing costing;

  public PlanWriter(Ground ground) {
    this.ground = ground;
    this.costing = new Costing(ground);
  }

  /** What is known about a plan besides its networks. */
  public record Standing(
      PlanStatus status,
      double bound,
      long feasibleNetworks,
      boolean enumerated,
      double seconds,
      long seed,
      List<String> notes) {
    /** Of a plan that no search has made. */
    public static final Standing PRICED =
        new Standing(PlanStatus.PRICED, 0, -1, false, 0, 0, List.of());

    Standing withNotes(List<String> more) {
      return new Standing(status, bound, feasibleNetworks, enumerated, seconds, seed, more);
    }
  }

  /** A plan of a search: its networks are called N01, N02, … by their smallest practice code. */
  public Plan write(List<int[]> networks, Standing standing) {
    List<int[]> sorted = new ArrayList<>();
    networks.forEach(network -> sorted.add(network.clone()));
    sorted.forEach(java.util.Arrays::sort);
    sorted.sort(Comparator.comparingInt(network -> network[0]));
    String pattern = sorted.size() < 100 ? "N%02d" : sorted.size() < 1000 ? "N%03d" : "N%04d";
    SortedMap<String, int[]> byId = new TreeMap<>();
    for (int k = 0; k < sorted.size(); k++) {
      byId.put(pattern.formatted(k + 1), sorted.get(k));
    }
    return write(byId, standing);
  }

  /** A plan whose networks have names already. */
  public Plan write(SortedMap<String, int[]> networks, Standing standing) {
    return write(networks, standing, true);
  }

  private Plan write(SortedMap<String, int[]> networks, Standing standing, boolean withExceptions) {
    List<PlanNetwork> written = new ArrayList<>();
    List<PlanException> exceptions = new ArrayList<>();
    TreeSet<PracticeCode> leftOut = new TreeSet<>(ground.leftOut());
    int[] networkOf = new int[ground.size()];
    java.util.Arrays.fill(networkOf, -1);
    List<String> ids = List.copyOf(networks.keySet());
    List<int[]> members = List.copyOf(networks.values());
    for (int k = 0; k < members.size(); k++) {
      for (int i : members.get(k)) {
        networkOf[i] = k;
      }
    }
    for (int i = 0; i < networkOf.length; i++) {
      if (networkOf[i] < 0) {
        leftOut.add(ground.code(i));
      }
    }
    for (int k = 0; k < members.size(); k++) {
      PlanNetwork network = network(ids.get(k), members.get(k));
      written.add(network);
      if (withExceptions) {
        addExceptions(exceptions, network, members.get(k), ids, members, networkOf);
      }
    }
    // The same sum as Plan.cost(): the bound was computed by another one, equal but for rounding.
    double cost =
        written.stream().map(PlanNetwork::parts).reduce(CostParts.NONE, CostParts::plus).total();
    return new Plan(
        ground.place(),
        ground.rules(),
        standing.status(),
        List.copyOf(written),
        List.copyOf(leftOut),
        Math.min(standing.bound(), cost),
        standing.feasibleNetworks(),
        standing.enumerated(),
        standing.seconds(),
        standing.seed(),
        ground.pairs(),
        List.copyOf(exceptions),
        standing.notes());
  }

  private PlanNetwork network(String id, int[] members) {
    return new PlanNetwork(
        id,
        ground.code(costing.hubOf(members)),
        codes(members),
        ground.patients(members),
        ground.connected(members),
        costing.partsOf(members));
  }

  private List<PracticeCode> codes(int[] members) {
    return java.util.Arrays.stream(members).mapToObj(ground::code).toList();
  }

  private void addExceptions(
      List<PlanException> exceptions,
      PlanNetwork network,
      int[] members,
      List<String> ids,
      List<int[]> all,
      int[] networkOf) {
    int min = ground.rules().band().min();
    int max = ground.rules().band().max();
    if (network.patients() > max) {
      exceptions.add(
          exception(
              PlanException.Kind.OVER_MAXIMUM,
              network,
              members.length == 1
                  ? "%s alone has %,d patients, more than the %,d of a network. It stands by itself."
                      .formatted(network.hub(), network.patients(), max)
                  : "Together its practices have %,d patients, %,d more than the maximum of %,d."
                      .formatted(network.patients(), network.patients() - max, max)));
    }
    if (network.patients() < min) {
      exceptions.add(
          exception(
              PlanException.Kind.UNDER_MINIMUM,
              network,
              "%,d patients, %,d short of %,d. %s"
                  .formatted(
                      network.patients(),
                      min - network.patients(),
                      min,
                      whySmall(members, ids, all, networkOf))));
    }
    if (!network.connected()) {
      exceptions.add(
          exception(
              PlanException.Kind.NOT_CONNECTED,
              network,
              "No chain of neighbours within the network links all of its practices."));
    }
  }

  private static PlanException exception(
      PlanException.Kind kind, PlanNetwork network, String reason) {
    return new PlanException(kind, network.id(), network.practices(), network.patients(), reason);
  }

  private String whySmall(int[] members, List<String> ids, List<int[]> all, int[] networkOf) {
    TreeSet<Integer> around = new TreeSet<>();
    for (int i : members) {
      for (int j : ground.neighbours(i)) {
        if (networkOf[j] >= 0 && networkOf[j] != networkOf[i]) {
          around.add(networkOf[j]);
        }
      }
    }
    if (around.isEmpty()) {
      return "No other network is its neighbour.";
    }
    double alone = costing.of(members);
    String cheapest = "";
    double least = Double.POSITIVE_INFINITY;
    for (int k : around) {
      int[] both =
          java.util.stream.IntStream.concat(
                  java.util.Arrays.stream(members), java.util.Arrays.stream(all.get(k)))
              .toArray();
      if (ground.feasible(both)) {
        double extra = costing.of(both) - alone - costing.of(all.get(k));
        if (extra < least) {
          least = extra;
          cheapest = ids.get(k);
        }
      }
    }
    return cheapest.isEmpty()
        ? "No neighbouring network could take all of it within the maximum and the locks."
        : "Joining %s would be possible and cost %,.1f thousand patient-km %s."
            .formatted(cheapest, Math.abs(least), least < 0 ? "less" : "more");
  }

  /** A partition made by hand; whoever is not in the map, or is left out by a lock, is left out. */
  public Plan priced(Map<PracticeCode, String> networkOf) {
    SortedMap<String, int[]> networks = byName(networkOf);
    return write(
        networks,
        Standing.PRICED.withNotes(Disobeyed.list(ground, List.copyOf(networks.values()))));
  }

  /** The same without its exceptions and notes, the reasons for which take most of the time. */
  public Plan sketched(Map<PracticeCode, String> networkOf) {
    return write(byName(networkOf), Standing.PRICED, false);
  }

  private SortedMap<String, int[]> byName(Map<PracticeCode, String> networkOf) {
    TreeMap<String, List<Integer>> byId = new TreeMap<>();
    java.util.Set<PracticeCode> known = new java.util.HashSet<>(ground.leftOut());
    new TreeMap<>(networkOf)
        .forEach(
            (practice, id) -> {
              int i = ground.number(practice);
              if (i >= 0) {
                byId.computeIfAbsent(id, key -> new ArrayList<>()).add(i);
              } else if (!known.contains(practice)) {
                throw new IllegalArgumentException(
                    "practice %s in network %s: expected a practice of %s. Maybe the code is misspelt, or it belongs to another place?"
                        .formatted(practice, id, ground.place().code()));
              }
            });
    TreeMap<String, int[]> networks = new TreeMap<>();
    byId.forEach((id, m) -> networks.put(id, m.stream().mapToInt(Integer::intValue).toArray()));
    return networks;
  }
}
