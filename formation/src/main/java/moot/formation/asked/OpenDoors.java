package moot.formation.asked;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import moot.formation.Door;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.Wish;
import moot.formation.ground.Ground;
import moot.formation.search.PlanWriter;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/** Which networks of a draft could take a practice later. */
public final class OpenDoors {
  private final Ground ground;
  private final PlanWriter writer;
  private final Map<PracticeCode, String> networkOf;
  private final Plan before;
  private final Map<String, PlanNetwork> networks = new HashMap<>();

  public OpenDoors(FormingPlace place, FormingRules rules, Map<PracticeCode, String> networkOf) {
    // Later is after the draft: its locks do not count then.
    this.ground = new Ground(place, Wish.uncounted(rules).withLocks(List.of()));
    this.writer = new PlanWriter(ground);
    this.networkOf = new TreeMap<>(networkOf);
    this.before = writer.sketched(networkOf);
    before.networks().forEach(network -> networks.put(network.id(), network));
  }

  /** As {@link moot.formation.Forming#doors} defines it. */
  public List<Door> of(PracticeCode practice) {
    int number = ground.number(practice);
    if (number < 0) {
      throw new IllegalArgumentException(
          "practice %s: expected one of the %d practices of %s. Maybe it has closed?"
              .formatted(practice, ground.size(), ground.place().code()));
    }
    String from = networkOf.get(practice);
    Set<String> around = new HashSet<>();
    for (int j : ground.neighbours(number)) {
      String network = networkOf.get(ground.code(j));
      if (network != null && !network.equals(from)) {
        around.add(network);
      }
    }
    List<PracticeCode> cutOff = cutOff(practice, from);
    List<Door> doors = new ArrayList<>();
    for (String network : around) {
      PlanNetwork takes = networks.get(network);
      if (takes == null
          || !connected(takes.practices(), practice)
          || takes.patients() + ground.list(number) > ground.rules().band().max()) {
        continue;
      }
      Map<PracticeCode, String> later = new TreeMap<>(networkOf);
      later.put(practice, network);
      Plan after = writer.sketched(later);
      PlanNetwork taken =
          after.networks().stream().filter(n -> n.id().equals(network)).findFirst().orElseThrow();
      doors.add(
          new Door(
              network,
              from,
              takes.patients(),
              taken.patients(),
              takes.hub(),
              taken.hub(),
              ground.km(number, ground.number(taken.hub())),
              after.cost() - before.cost(),
              cutOff));
    }
    doors.sort(Comparator.comparingDouble(Door::extraCost).thenComparing(Door::network));
    return doors;
  }

  private boolean connected(List<PracticeCode> members, PracticeCode more) {
    List<PracticeCode> all = new ArrayList<>(members);
    all.add(more);
    return ground.connected(all.stream().mapToInt(ground::number).toArray());
  }

  /** Who is not linked with the largest part of those who stay behind. */
  private List<PracticeCode> cutOff(PracticeCode leaving, @Nullable String from) {
    PlanNetwork left = from == null ? null : networks.get(from);
    if (left == null) {
      return List.of();
    }
    List<Integer> open = new ArrayList<>();
    left.practices()
        .forEach(
            member -> {
              if (!member.equals(leaving)) {
                open.add(ground.number(member));
              }
            });
    List<List<Integer>> parts = new ArrayList<>();
    while (!open.isEmpty()) {
      List<Integer> part = new ArrayList<>(List.of(open.removeFirst()));
      for (int head = 0; head < part.size(); head++) {
        int at = part.get(head);
        open.removeIf(
            other -> {
              boolean reached = ground.adjacent(at, other);
              if (reached) {
                part.add(other);
              }
              return reached;
            });
      }
      parts.add(part);
    }
    if (parts.size() < 2) {
      return List.of();
    }
    List<Integer> largest =
        parts.stream()
            .max(
                Comparator.comparingInt(
                    part -> ground.patients(part.stream().mapToInt(Integer::intValue).toArray())))
            .orElseThrow();
    return parts.stream()
        .filter(part -> part != largest)
        .flatMap(List::stream)
        .map(ground::code)
        .sorted()
        .toList();
  }
}
