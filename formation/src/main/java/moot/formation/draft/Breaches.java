package moot.formation.draft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import moot.formation.DraftEffects.Breach;
import moot.formation.DraftEffects.Kind;
import moot.formation.Lock;
import moot.formation.NetworkCount;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.SizeBand;
import moot.formation.ground.Ground;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/** What a draft breaks, in words that name those concerned. */
final class Breaches {
  private static final int MOST_NAMES = 4;

  private static final int START = -1;
  private static final int UNSEEN = -2;

  private final Ground ground;
  private final Plan plan;
  private final List<Lock> locks;
  private final UnaryOperator<String> called;
  private final Function<PracticeCode, String> name;
  private final Map<PracticeCode, String> networkOf = new HashMap<>();

  Breaches(
      Ground ground,
      Plan plan,
      List<Lock> locks,
      UnaryOperator<String> called,
      Function<PracticeCode, String> name) {
    this.ground = ground;
    this.plan = plan;
    this.locks = locks;
    this.called = called;
    this.name = name;
    for (PlanNetwork network : plan.networks()) {
      network.practices().forEach(practice -> networkOf.put(practice, network.id()));
    }
  }

  List<Breach> list() {
    List<Breach> found = new ArrayList<>();
    for (PlanNetwork network : plan.networks()) {
      size(network, found);
      if (!network.connected()) {
        cutOff(network, found);
      }
    }
    for (Lock lock : locks) {
      Breach broken = broken(lock);
      if (broken != null) {
        found.add(broken);
      }
    }
    NetworkCount count = plan.rules().networks();
    int networks = plan.networks().size();
    if (networks < count.from() || networks > count.to()) {
      found.add(
          new Breach(
              Kind.COUNT,
              null,
              List.of(),
              "These are %d networks; asked for were %s."
                  .formatted(
                      networks,
                      count.from() == count.to()
                          ? Integer.toString(count.from())
                          : count.to() == Integer.MAX_VALUE
                              ? "at least " + count.from()
                              : "%d to %d".formatted(count.from(), count.to()))));
    }
    unplaced(found);
    found.sort(Comparator.comparing(Breach::kind));
    return List.copyOf(found);
  }

  private void size(PlanNetwork network, List<Breach> found) {
    SizeBand band = plan.rules().band();
    if (network.patients() > band.max() && network.practices().size() > 1) {
      found.add(
          new Breach(
              Kind.TOO_LARGE,
              network.id(),
              network.practices(),
              "%s has %,d patients, %,d more than the maximum of %,d."
                  .formatted(
                      called.apply(network.id()),
                      network.patients(),
                      network.patients() - band.max(),
                      band.max())));
    }
    if (network.patients() < band.min()) {
      found.add(
          new Breach(
              Kind.TOO_SMALL,
              network.id(),
              network.practices(),
              "%s has %,d patients, %,d short of %,d."
                  .formatted(
                      called.apply(network.id()),
                      network.patients(),
                      band.min() - network.patients(),
                      band.min())));
    }
  }

  /** Each part that no chain of neighbours links to the largest one, and who stands between. */
  private void cutOff(PlanNetwork network, List<Breach> found) {
    int[] members = network.practices().stream().mapToInt(ground::number).toArray();
    List<Set<Integer>> parts = parts(members);
    parts.sort(
        Comparator.comparing((Set<Integer> part) -> -patients(part))
            .thenComparing(part -> part.iterator().next()));
    Set<Integer> main = parts.getFirst();
    for (Set<Integer> part : parts.subList(1, parts.size())) {
      List<PracticeCode> cut = part.stream().map(ground::code).toList();
      String who = names(cut);
      String others =
          main.size() == 1
              ? "%s in %s".formatted(names(codes(main)), called.apply(network.id()))
              : "the others of " + called.apply(network.id());
      List<Integer> between = between(part, main);
      String by =
          between == null
              ? "No chain of neighbours leads there."
              : "Between them %s %s."
                  .formatted(between.size() == 1 ? "stands" : "stand", withNetworks(between));
      found.add(
          new Breach(
              Kind.NOT_CONNECTED,
              network.id(),
              cut,
              "%s %s cut off from %s. %s"
                  .formatted(who, cut.size() == 1 ? "is" : "are", others, by)));
    }
  }

  private List<Set<Integer>> parts(int[] members) {
    Set<Integer> left = new TreeSet<>();
    Arrays.stream(members).forEach(left::add);
    List<Set<Integer>> parts = new ArrayList<>();
    while (!left.isEmpty()) {
      Set<Integer> part = new TreeSet<>();
      ArrayDeque<Integer> queue = new ArrayDeque<>();
      int first = left.iterator().next();
      left.remove(first);
      queue.add(first);
      while (!queue.isEmpty()) {
        int at = queue.remove();
        part.add(at);
        for (int next : ground.neighbours(at)) {
          if (left.remove(next)) {
            queue.add(next);
          }
        }
      }
      parts.add(part);
    }
    return parts;
  }

  private long patients(Set<Integer> part) {
    return part.stream().mapToLong(ground::list).sum();
  }

  /** Whom a shortest chain of neighbours from one part to the other passes; null for no chain. */
  private @Nullable List<Integer> between(Set<Integer> from, Set<Integer> to) {
    int[] cameFrom = new int[ground.size()];
    Arrays.fill(cameFrom, UNSEEN);
    int[] queue = new int[ground.size()];
    int tail = 0;
    for (int i : from) {
      cameFrom[i] = START;
      queue[tail++] = i;
    }
    for (int head = 0; head < tail; head++) {
      int at = queue[head];
      if (to.contains(at)) {
        List<Integer> chain = new ArrayList<>();
        for (int back = cameFrom[at]; back >= 0 && cameFrom[back] != START; back = cameFrom[back]) {
          chain.addFirst(back);
        }
        return chain;
      }
      for (int next : ground.neighbours(at)) {
        if (cameFrom[next] == UNSEEN) {
          cameFrom[next] = at;
          queue[tail++] = next;
        }
      }
    }
    return null;
  }

  private String withNetworks(List<Integer> practices) {
    Map<String, List<PracticeCode>> byNetwork = new LinkedHashMap<>();
    for (int i : practices) {
      String network = networkOf.get(ground.code(i));
      byNetwork
          .computeIfAbsent(
              network == null ? "in no network" : called.apply(network), n -> new ArrayList<>())
          .add(ground.code(i));
    }
    return byNetwork.entrySet().stream()
        .map(e -> "%s (%s)".formatted(names(e.getValue()), e.getKey()))
        .collect(Collectors.joining(", then "));
  }

  private @Nullable Breach broken(Lock lock) {
    return switch (lock) {
      case Lock.Together(Set<PracticeCode> practices) -> {
        Map<String, List<PracticeCode>> where = where(practices);
        yield where.size() <= 1
            ? null
            : lock(practices, "To be together, yet in different networks: " + said(where) + ".");
      }
      case Lock.Apart(Set<PracticeCode> practices) -> {
        Map<String, List<PracticeCode>> where = where(practices);
        where.remove("");
        where.values().removeIf(these -> these.size() < 2);
        yield where.isEmpty()
            ? null
            : lock(practices, "To be apart, yet together: " + said(where) + ".");
      }
      case Lock.Stay(NetworkCode network) -> {
        Set<PracticeCode> members = new TreeSet<>();
        ground.place().practices().stream()
            .filter(p -> network.equals(p.today()))
            .forEach(p -> members.add(p.code()));
        yield isNetwork(members)
            ? null
            : lock(
                members,
                "%s is to stay as it is today, and is not."
                    .formatted(called.apply(network.value())));
      }
      case Lock.Keep(Set<PracticeCode> practices) ->
          isNetwork(practices)
              ? null
              : lock(
                  practices,
                  "To be one network of their own, and are not: "
                      + names(List.copyOf(new TreeSet<>(practices)))
                      + ".");
      case Lock.LeaveOut ignored -> null;
    };
  }

  private boolean isNetwork(Set<PracticeCode> practices) {
    return practices.isEmpty()
        || plan.networks().stream()
            .anyMatch(network -> new HashSet<>(network.practices()).equals(practices));
  }

  private static Breach lock(Set<PracticeCode> practices, String words) {
    return new Breach(Kind.LOCK, null, practices.stream().sorted().toList(), words);
  }

  /** Practices by network, those in none under an empty name. */
  private Map<String, List<PracticeCode>> where(Set<PracticeCode> practices) {
    Map<String, List<PracticeCode>> where = new TreeMap<>();
    for (PracticeCode practice : new TreeSet<>(practices)) {
      where
          .computeIfAbsent(networkOf.getOrDefault(practice, ""), n -> new ArrayList<>())
          .add(practice);
    }
    return where;
  }

  private String said(Map<String, List<PracticeCode>> where) {
    return where.entrySet().stream()
        .map(
            e ->
                "%s (%s)"
                    .formatted(
                        names(e.getValue()),
                        e.getKey().isEmpty() ? "in no network" : called.apply(e.getKey())))
        .collect(Collectors.joining("; "));
  }

  private void unplaced(List<Breach> found) {
    Set<PracticeCode> out = new HashSet<>(ground.leftOut());
    List<PracticeCode> without =
        plan.leftOut().stream().filter(practice -> !out.contains(practice)).toList();
    if (!without.isEmpty()) {
      found.add(
          new Breach(
              Kind.NO_NETWORK,
              null,
              without,
              "%s %s in no network."
                  .formatted(names(without), without.size() == 1 ? "is" : "are")));
    }
  }

  private List<PracticeCode> codes(Set<Integer> part) {
    return part.stream().map(ground::code).toList();
  }

  private String names(List<PracticeCode> practices) {
    List<String> names = new ArrayList<>();
    for (PracticeCode practice : practices) {
      names.add(name.apply(practice));
    }
    if (names.size() > MOST_NAMES) {
      return String.join(", ", names.subList(0, MOST_NAMES - 1))
          + " and %d more".formatted(names.size() - MOST_NAMES + 1);
    }
    if (names.size() == 1) {
      return names.getFirst();
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
