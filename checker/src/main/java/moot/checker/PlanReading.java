package moot.checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes out of {@code plan.json} what is to be checked. */
final class PlanReading {
  private PlanReading() {}

  static WrittenPlan plan(String what, Json json) {
    Json parts = json.find("parts");
    Json feasible = json.find("feasibleNetworks");
    return new WrittenPlan(
        what,
        json.get("status").text(),
        json.get("cost").number(),
        json.get("bound").number(),
        json.get("gap").number(),
        parts == null ? null : parts(parts),
        feasible == null ? null : feasible.large(),
        json.get("networks").list().stream().map(PlanReading::network).toList(),
        json.get("leftOut").texts(),
        json.get("exceptions").list().stream().map(PlanReading::exceptional).toList());
  }

  private static WrittenPlan.Network network(Json json) {
    return new WrittenPlan.Network(
        json.get("id").text(),
        json.get("hub").text(),
        json.get("practices").texts(),
        json.get("patients").whole(),
        json.get("connected").flag(),
        json.get("cost").number(),
        parts(json.get("parts")));
  }

  private static WrittenPlan.Exceptional exceptional(Json json) {
    return new WrittenPlan.Exceptional(
        json.get("kind").text(),
        json.get("network").text(),
        json.get("practices").texts(),
        json.get("patients").whole(),
        json.get("reason").text());
  }

  private static Map<Part, Double> parts(Json json) {
    Map<Part, Double> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      parts.put(part, json.get(part.json).number());
    }
    return parts;
  }

  static Rules rules(Json json) {
    Json networks = json.get("networks");
    Json to = networks.find("to");
    Json areas = json.find("patientsByAreaGiven");
    Json mostStable = json.find("mostStable");
    return new Rules(
        json.get("min").whole(),
        json.get("max").whole(),
        json.get("minIsHard").flag(),
        parts(json.get("weights")),
        networks.get("from").whole(),
        to == null ? Integer.MAX_VALUE : to.whole(),
        json.get("locks").list().stream().map(PlanReading::lock).toList(),
        json.get("neighboursGiven").flag(),
        areas != null && areas.flag(),
        mostStable != null && mostStable.flag());
  }

  private static Rules.Lock lock(Json json) {
    String kind = json.get("lock").text();
    if (!List.of("together", "apart", "stay", "keep", "leave-out").contains(kind)) {
      throw new BadInput(
          "%s.lock: %s: expected together, apart, stay, keep or leave-out. Maybe the file was written by another version?"
              .formatted(json.path(), kind));
    }
    return new Rules.Lock(kind, json.get("codes").texts());
  }

  /** Pairs, each as {@code [a, b]}. */
  static List<List<String>> neighbours(Json json) {
    List<List<String>> pairs = new ArrayList<>();
    for (Json pair : json.list()) {
      List<String> codes = pair.texts();
      if (codes.size() != 2) {
        throw new BadInput(
            "%s: %s: expected two practice codes. Maybe the file was changed by hand?"
                .formatted(pair.path(), codes));
      }
      pairs.add(codes);
    }
    return pairs;
  }
}
