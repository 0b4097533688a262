package moot.app.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.formation.Lock;
import moot.register.PracticeCode;

/**
 * What a version of a draft says.
 *
 * @param networkOf the name of each practice's network, by code; whoever is not in it is in none
 * @param keep the names of networks that stay as they are until that is taken back
 */
record DraftState(Map<String, String> networkOf, Set<String> keep, List<DraftLock> locks) {
  DraftState {
    networkOf = java.util.Collections.unmodifiableMap(new TreeMap<>(networkOf));
    keep = java.util.Collections.unmodifiableSet(new TreeSet<>(keep));
    keep = keep.isEmpty() ? Set.of() : keep;
    locks = List.copyOf(locks);
  }

  static DraftState of(Map<PracticeCode, String> networkOf) {
    Map<String, String> byCode = new TreeMap<>();
    networkOf.forEach((practice, network) -> byCode.put(practice.value(), network));
    return new DraftState(byCode, Set.of(), List.of());
  }

  DraftState with(Map<String, String> other) {
    Set<String> left = new TreeSet<>(keep);
    left.retainAll(new TreeSet<>(other.values()));
    return new DraftState(other, left, locks);
  }

  DraftState withKeep(Set<String> other) {
    return new DraftState(networkOf, other, locks);
  }

  DraftState withLocks(List<DraftLock> other) {
    return new DraftState(networkOf, keep, other);
  }

  /** Of the practices given; others have closed or left the place since. */
  Map<PracticeCode, String> networkOf(Set<PracticeCode> known) {
    Map<PracticeCode, String> result = new TreeMap<>();
    networkOf.forEach(
        (code, network) -> {
          PracticeCode practice = new PracticeCode(code);
          if (known.contains(practice)) {
            result.put(practice, network);
          }
        });
    return result;
  }

  /** The locks for the engine, as far as they are about the practices given. */
  List<Lock> locks(Set<PracticeCode> known) {
    List<Lock> result = new ArrayList<>();
    for (DraftLock lock : locks) {
      List<String> still =
          lock.practices().stream().filter(p -> known.contains(new PracticeCode(p))).toList();
      if (!still.isEmpty()) {
        result.addAll(new DraftLock(lock.kind(), still).locks());
      }
    }
    return result;
  }

  Set<String> networks() {
    return new TreeSet<>(networkOf.values());
  }

  /**
   * The network of a practice.
   *
   * @throws IllegalArgumentException when it is in none
   */
  String getNetwork(String practice) {
    String network = networkOf.get(practice);
    if (network == null) {
      throw new IllegalArgumentException(
          "practice %s is in no network of the draft. Maybe it was taken out?".formatted(practice));
    }
    return network;
  }

  /** The codes of a network's members. */
  Set<String> members(String network) {
    Set<String> members = new TreeSet<>();
    networkOf.forEach(
        (code, of) -> {
          if (of.equals(network)) {
            members.add(code);
          }
        });
    return members;
  }
}
