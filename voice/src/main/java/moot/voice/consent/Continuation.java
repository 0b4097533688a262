package moot.voice.consent;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import moot.register.NetworkCode;
import moot.register.PracticeCode;

/**
 * Which network of a proposal continues which of today's, and so keeps its code.
 *
 * <p>A network of today goes on in the one network of the proposal that more than half of its
 * patients would be in, if there is one. Where several go on in one, it continues the one that
 * brings the most patients (the first by code where several do).
 */
public final class Continuation {
  private Continuation() {}

  /**
   * The code that each network of the proposal keeps; those that keep none are not in it.
   *
   * @param proposed each practice's network in the proposal, by its name there
   * @param today each practice's network of today
   * @param patients of each practice; 0 for those that are missing
   */
  public static SortedMap<String, NetworkCode> of(
      Map<PracticeCode, String> proposed,
      Map<PracticeCode, NetworkCode> today,
      Map<PracticeCode, Integer> patients) {
    Map<NetworkCode, Long> whole = new HashMap<>();
    Map<NetworkCode, Map<String, Long>> parts = new TreeMap<>();
    today.forEach(
        (practice, network) -> {
          long count = patients.getOrDefault(practice, 0);
          whole.merge(network, count, Long::sum);
          String to = proposed.get(practice);
          if (to != null) {
            parts.computeIfAbsent(network, n -> new TreeMap<>()).merge(to, count, Long::sum);
          }
        });
    SortedMap<String, NetworkCode> kept = new TreeMap<>();
    Map<String, Long> brought = new HashMap<>();
    parts.forEach(
        (network, shares) ->
            shares.forEach(
                (to, count) -> {
                  boolean most = 2 * count > whole.getOrDefault(network, 0L);
                  if (most && count > brought.getOrDefault(to, 0L)) {
                    brought.put(to, count);
                    kept.put(to, network);
                  }
                }));
    return kept;
  }
}
