package moot.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether the groups that are said to rather leave a plan would. Each listed group is looked at; in
 * a small place every set of practices is.
 *
 * <p>A practice's own cost is its distance to the hub plus, weighted, its dislikes of its fellow
 * members. A group blocks a plan when it is a feasible network with at least the minimum of
 * patients in which every member's own cost is smaller, by more than a millimetre.
 */
final class StabilityAudit {
  private static final double MILLIMETRE = 1e-6;

  private final Place place;
  private final Rules rules;
  private final Findings findings;
  private final Pricing pricing;
  private final Feasibility feasibility;
  private final Map<String, Double> ownNow = new TreeMap<>();
  private final Set<String> staying = new TreeSet<>();

  StabilityAudit(Place place, Rules rules, Graph graph, WrittenPlan plan, Findings findings) {
    this.place = place;
    this.rules = rules;
    this.findings = findings;
    Set<String> takingPart = new TreeSet<>(place.practices().keySet());
    takingPart.removeAll(rules.leftOut());
    this.pricing = new Pricing(place, rules, takingPart);
    this.feasibility = new Feasibility(place, rules, graph, takingPart);
    for (WrittenPlan.Network network : plan.networks()) {
      if (place.practices().keySet().containsAll(network.practices())
          && place.practices().containsKey(network.hub())) {
        for (String code : network.practices()) {
          ownNow.put(code, own(code, network.hub(), network.practices()));
        }
      }
    }
    for (Rules.Lock lock : rules.locks()) {
      if (lock.kind().equals("keep")) {
        staying.addAll(lock.codes());
      }
      if (lock.kind().equals("stay")) {
        place.practices().values().stream()
            .filter(p -> p.today() != null && lock.codes().contains(p.today()))
            .forEach(p -> staying.add(p.code()));
      }
    }
  }

  private double own(String code, String hub, Iterable<String> fellows) {
    double sum = 0;
    Map<String, Double> dislikes = place.dislikes().getOrDefault(code, Map.of());
    for (String fellow : fellows) {
      sum += fellow.equals(code) ? 0 : dislikes.getOrDefault(fellow, 0.0);
    }
    return place.get(code).kmTo(place.get(hub)) + rules.weight(Part.PREFERENCES) * sum;
  }

  void audit(Json json) {
    long blocking = json.get("blockingGroups").large();
    List<Json> groups = json.get("groups").list();
    if (json.get("stable").flag() != (blocking == 0)) {
      findings.wrong(
          "stability", "stable is %s with %d blocking groups", json.get("stable").flag(), blocking);
    }
    if (groups.size() > blocking) {
      findings.wrong(
          "stability", "%d groups are listed, but only %d counted", groups.size(), blocking);
    }
    if (rules.weight(Part.PREFERENCES) > 0 && !place.dislikesKnown()) {
      findings.remark(
          "what practices think of each other is confidential and not written: stability was not"
              + " recomputed");
      return;
    }
    groups.forEach(this::group);
    if (json.get("proved").flag() && ownNow.size() <= SmallPlaceProof.MOST_PRACTICES) {
      long found = blockingSets();
      if (found != blocking) {
        findings.wrong(
            "stability",
            "%d blocking groups are stated, but looking at every set finds %d",
            blocking,
            found);
      }
    }
  }

  private void group(Json json) {
    Set<String> members = new TreeSet<>(json.get("practices").texts());
    String where = "stability, group " + String.join(", ", members);
    if (!ownNow.keySet().containsAll(members)) {
      findings.wrong(where, "not all of them are in a network");
      return;
    }
    feasibility.objections(members).forEach(objection -> findings.wrong(where, "%s", objection));
    if (members.stream().anyMatch(staying::contains)) {
      findings.wrong(where, "one of them is in a network that a lock keeps as it is");
    }
    int patients = pricing.patients(members);
    if (patients != json.get("patients").whole()) {
      findings.wrong(
          where, "%d patients are stated, not %d", json.get("patients").whole(), patients);
    }
    if (patients < rules.min()) {
      findings.wrong(where, "with %d patients it is under the minimum", patients);
    }
    String hub = json.get("hub").text();
    if (!members.contains(hub)) {
      findings.wrong(where, "its hub %s is not a member", hub);
      return;
    }
    double least = Double.POSITIVE_INFINITY;
    for (String other : members) {
      least = Math.min(least, pricing.travelTo(other, members));
    }
    if (!Findings.near(pricing.travelTo(hub, members), least)) {
      findings.wrong(where, "its hub %s does not make travel smallest", hub);
    }
    double sum = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (String code : members) {
      double gain = ownNow.getOrDefault(code, 0.0) - own(code, hub, members);
      sum += gain;
      smallest = Math.min(smallest, gain);
    }
    if (smallest <= MILLIMETRE / 2) {
      findings.wrong(where, "not every member would gain");
    }
    Json gain = json.find("gain");
    Json leastGain = json.find("leastGain");
    if (gain != null) {
      findings.compare(where, "gain", gain.number(), sum);
    }
    if (leastGain != null) {
      findings.compare(where, "leastGain", leastGain.number(), smallest);
    }
  }

  private long blockingSets() {
    List<String> codes = new ArrayList<>(ownNow.keySet());
    long found = 0;
    for (int set = 1; set < 1 << codes.size(); set++) {
      Set<String> members = new TreeSet<>();
      for (int i = 0; i < codes.size(); i++) {
        if ((set >> i & 1) == 1) {
          members.add(codes.get(i));
        }
      }
      found += blocks(members) ? 1 : 0;
    }
    return found;
  }

  private boolean blocks(Set<String> members) {
    if (members.stream().anyMatch(staying::contains)
        || pricing.patients(members) < rules.min()
        || !feasibility.objections(members).isEmpty()) {
      return false;
    }
    String hub = members.iterator().next();
    for (String other : members) {
      if (pricing.travelTo(other, members) < pricing.travelTo(hub, members)) {
        hub = other;
      }
    }
    for (String code : members) {
      if (ownNow.getOrDefault(code, 0.0) - own(code, hub, members) <= MILLIMETRE) {
        return false;
      }
    }
    return true;
  }
}
