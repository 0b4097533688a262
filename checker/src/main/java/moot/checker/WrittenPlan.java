package moot.checker;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A partition as {@code plan.json} states it: the plan itself, today's networks, an alternative or
 * a point of a curve.
 *
 * @param what which of these, in words
 * @param parts null where the file does not state them
 * @param feasibleNetworks null where they were not counted
 */
record WrittenPlan(
    String what,
    String status,
    double cost,
    double bound,
    double gap,
    @Nullable Map<Part, Double> parts,
    @Nullable Long feasibleNetworks,
    List<Network> networks,
    List<String> leftOut,
    List<Exceptional> exceptions) {

  record Network(
      String id,
      String hub,
      List<String> practices,
      int patients,
      boolean connected,
      double cost,
      Map<Part, Double> parts) {}

  record Exceptional(
      String kind, String network, List<String> practices, int patients, String reason) {}

  boolean fromASearch() {
    return !status.equals("PRICED");
  }
}
