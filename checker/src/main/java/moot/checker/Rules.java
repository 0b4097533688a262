package moot.checker;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters that a plan says it was made with.
 *
 * @param to the largest number of networks; {@link Integer#MAX_VALUE} for no limit
 * @param mostStable whether the plan was searched for among those that leave the least to gain by
 *     leaving, so that its status and bound speak of those alone
 */
record Rules(
    int min,
    int max,
    boolean minIsHard,
    Map<Part, Double> weights,
    int from,
    int to,
    List<Lock> locks,
    boolean neighboursGiven,
    boolean patientsByAreaGiven,
    boolean mostStable) {
  /**
   * @param kind together, apart, stay, keep or leave-out
   * @param codes practices; for stay the network
   */
  record Lock(String kind, List<String> codes) {}

  double weight(Part part) {
    return weights.getOrDefault(part, 0.0);
  }

  Rules with(Part part, double weight) {
    Map<Part, Double> changed = new EnumMap<>(weights);
    changed.put(part, weight);
    return new Rules(
        min, max, minIsHard, changed, from, to, locks, neighboursGiven, patientsByAreaGiven, false);
  }

  Rules withNetworks(int count) {
    return new Rules(
        min,
        max,
        minIsHard,
        weights,
        count,
        count,
        locks,
        neighboursGiven,
        patientsByAreaGiven,
        false);
  }

  /** The same rules, for a plan that was searched for among all plans. */
  Rules amongAll() {
    return new Rules(
        min, max, minIsHard, weights, from, to, locks, neighboursGiven, patientsByAreaGiven, false);
  }

  /** Practices that take no part by a lock. */
  Set<String> leftOut() {
    Set<String> out = new TreeSet<>();
    for (Lock lock : locks) {
      if (lock.kind().equals("leave-out")) {
        out.addAll(lock.codes());
      }
    }
    return out;
  }
}
