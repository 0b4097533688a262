package moot.checker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a network of a search has to obey. */
final class Feasibility {
  private final Place place;
  private final Rules rules;
  private final Graph graph;
  private final Set<String> takingPart;

  /** The members of each network that a lock keeps: as it is today, or as the lock says. */
  private final TreeMap<String, Set<String>> stays = new TreeMap<>();

  Feasibility(Place place, Rules rules, Graph graph, Set<String> takingPart) {
    this.place = place;
    this.rules = rules;
    this.graph = graph;
    this.takingPart = takingPart;
    for (Rules.Lock lock : rules.locks()) {
      if (lock.kind().equals("keep") && !lock.codes().isEmpty()) {
        stays.put("of " + String.join(" ", lock.codes()), new TreeSet<>(lock.codes()));
      }
      if (lock.kind().equals("stay")) {
        for (String network : lock.codes()) {
          Set<String> members = new TreeSet<>();
          for (String code : takingPart) {
            if (network.equals(place.get(code).today())) {
              members.add(code);
            }
          }
          stays.put(network, members);
        }
      }
    }
  }

  /** Why these may not be a network; empty when they may. */
  List<String> objections(Collection<String> network) {
    Set<String> members = new TreeSet<>(network);
    for (var stay : stays.entrySet()) {
      if (stay.getValue().equals(members)) {
        return List.of();
      }
    }
    List<String> objections = new ArrayList<>();
    for (var stay : stays.entrySet()) {
      if (stay.getValue().stream().anyMatch(members::contains)) {
        objections.add(
            "the lock to keep network %s as it is (%s) is not obeyed"
                .formatted(stay.getKey(), String.join(", ", stay.getValue())));
      }
    }
    int patients = members.stream().mapToInt(code -> place.get(code).list()).sum();
    if (members.size() > 1 && patients > rules.max()) {
      objections.add(
          "its %d practices have %d patients, over the maximum of %d"
              .formatted(members.size(), patients, rules.max()));
    }
    if (rules.minIsHard() && patients < rules.min() && !alonePerforce(members)) {
      objections.add(
          "it has %d patients, under the hard minimum of %d".formatted(patients, rules.min()));
    }
    if (!graph.links(members)) {
      objections.add("no chain of neighbours links all of its practices");
    }
    for (Rules.Lock lock : rules.locks()) {
      Set<String> met = new HashSet<>(lock.codes());
      met.retainAll(members);
      if (lock.kind().equals("apart") && met.size() > 1) {
        objections.add(
            "the lock to keep %s apart is not obeyed".formatted(String.join(", ", lock.codes())));
      }
      if (lock.kind().equals("together") && !met.isEmpty()) {
        Set<String> all = new HashSet<>(lock.codes());
        all.retainAll(takingPart);
        if (!met.equals(all)) {
          objections.add(
              "the lock to keep %s together is not obeyed"
                  .formatted(String.join(", ", lock.codes())));
        }
      }
    }
    return objections;
  }

  /** A lone practice that no free neighbour could join within the maximum. */
  private boolean alonePerforce(Set<String> members) {
    if (members.size() != 1) {
      return false;
    }
    Practice lone = place.get(members.iterator().next());
    for (String neighbour : graph.of().getOrDefault(lone.code(), new TreeSet<>())) {
      boolean free = stays.values().stream().noneMatch(stay -> stay.contains(neighbour));
      if (free && (long) lone.list() + place.get(neighbour).list() <= rules.max()) {
        return false;
      }
    }
    return true;
  }
}
