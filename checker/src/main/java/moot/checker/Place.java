package moot.checker;

import java.util.Map;
import java.util.SortedMap;

/**
 * What was read, as the files beside the plan have it.
 *
 * @param practices by code
 * @param patientsByArea by practice and area; empty when there is no such file
 * @param dislikes by practice and whom it is about; empty when they were not given
 * @param dislikesKnown whether they were given: they are confidential and never lie beside a plan
 */
record Place(
    SortedMap<String, Practice> practices,
    Map<String, Map<String, Integer>> patientsByArea,
    Map<String, Map<String, Double>> dislikes,
    boolean dislikesKnown) {
  Practice get(String code) {
    Practice practice = practices.get(code);
    if (practice == null) {
      throw new IllegalArgumentException(code + " is not in input.csv");
    }
    return practice;
  }
}
