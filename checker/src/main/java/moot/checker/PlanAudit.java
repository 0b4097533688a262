package moot.checker;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Recomputes one partition and says where it differs. */
final class PlanAudit {
  private static final List<String> STATUSES = List.of("PROVED_OPTIMAL", "BEST_FOUND", "PRICED");

  /** Up to this gap a plan may be called proved: rounding of the solver's own arithmetic. */
  static final double PROVED_GAP = 1e-6;

  private final Place place;
  private final Rules rules;
  private final Graph graph;
  private final Set<String> takingPart;
  private final Pricing pricing;
  private final Feasibility feasibility;
  private final Findings findings;

  PlanAudit(Place place, Rules rules, Graph graph, Findings findings) {
    this.place = place;
    this.rules = rules;
    this.graph = graph;
    this.findings = findings;
    this.takingPart = new TreeSet<>(place.practices().keySet());
    takingPart.removeAll(rules.leftOut());
    this.pricing = new Pricing(place, rules, takingPart);
    this.feasibility = new Feasibility(place, rules, graph, takingPart);
  }

  void audit(WrittenPlan plan) {
    partition(plan);
    Map<Part, Double> sums = new EnumMap<>(Part.class);
    double cost = 0;
    for (WrittenPlan.Network network : plan.networks()) {
      if (network.practices().isEmpty()) {
        findings.wrong(where(plan, network), "it has no practice");
      } else if (place.practices().keySet().containsAll(network.practices())) {
        cost += network(plan, network);
        network.parts().forEach((part, value) -> sums.merge(part, value, Double::sum));
      }
    }
    findings.compare(plan.what(), "cost", plan.cost(), cost);
    Map<Part, Double> parts = plan.parts();
    if (parts != null) {
      for (Part part : Part.values()) {
        findings.compare(
            plan.what(), part.json, parts.getOrDefault(part, 0.0), sums.getOrDefault(part, 0.0));
      }
    }
    exceptions(plan);
    if (plan.fromASearch()) {
      numberOfNetworks(plan);
    }
    proof(plan);
  }

  private static String where(WrittenPlan plan, WrittenPlan.Network network) {
    return plan.what() + ", network " + network.id();
  }

  private void partition(WrittenPlan plan) {
    Map<String, String> placed = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (WrittenPlan.Network network : plan.networks()) {
      if (!ids.add(network.id())) {
        findings.wrong(plan.what(), "two networks are called %s", network.id());
      }
      for (String code : network.practices()) {
        place(plan, placed, code, "network " + network.id());
      }
    }
    for (String code : plan.leftOut()) {
      place(plan, placed, code, "those left out");
    }
    for (Practice practice : place.practices().values()) {
      String code = practice.code();
      String at = placed.get(code);
      boolean meantOut = !takingPart.contains(code);
      if (at == null) {
        findings.wrong(
            plan.what(), "practice %s is in no network and not among those left out", code);
      } else if (at.equals("those left out") && !meantOut && plan.fromASearch()) {
        findings.wrong(plan.what(), "practice %s is left out, but no lock says so", code);
      } else if (!at.equals("those left out") && meantOut) {
        findings.wrong(plan.what(), "practice %s is in %s, but a lock leaves it out", code, at);
      }
    }
  }

  private void place(WrittenPlan plan, Map<String, String> placed, String code, String at) {
    if (!place.practices().containsKey(code)) {
      findings.wrong(plan.what(), "practice %s in %s is not in input.csv", code, at);
      return;
    }
    String before = placed.put(code, at);
    if (before != null) {
      findings.wrong(
          plan.what(),
          before.equals(at) ? "practice %s is in %s twice" : "practice %s is in %s and in %s",
          code,
          before,
          at);
    }
  }

  /** Returns what it costs. */
  private double network(WrittenPlan plan, WrittenPlan.Network network) {
    String where = where(plan, network);
    Set<String> members = new TreeSet<>(network.practices());
    int patients = pricing.patients(members);
    if (network.patients() != patients) {
      findings.wrong(
          where,
          "%d patients are stated, but its lists add up to %d",
          network.patients(),
          patients);
    }
    boolean linked = graph.links(members);
    if (network.connected() != linked) {
      findings.wrong(
          where,
          linked
              ? "it is said not to be connected, but a chain of neighbours links all its practices"
              : "it is said to be connected, but no chain of neighbours links all its practices");
    }
    if (plan.fromASearch()) {
      feasibility.objections(members).forEach(objection -> findings.wrong(where, "%s", objection));
    }
    hub(where, network, members);
    double cost = 0;
    Map<Part, Double> right = pricing.parts(members);
    for (Part part : Part.values()) {
      double stated = network.parts().getOrDefault(part, 0.0);
      if (part == Part.PREFERENCES && rules.weight(part) > 0 && !place.dislikesKnown()) {
        findings.remark(
            "what practices think of each other is confidential and not written: the preferences"
                + " part was taken as stated");
        cost += stated;
      } else {
        findings.compare(where, part.json, stated, right.getOrDefault(part, 0.0));
        cost += right.getOrDefault(part, 0.0);
      }
    }
    findings.compare(where, "cost", network.cost(), cost);
    return cost;
  }

  private void hub(String where, WrittenPlan.Network network, Set<String> members) {
    if (!members.contains(network.hub())) {
      findings.wrong(where, "its hub %s is not a member", network.hub());
      return;
    }
    double stated = pricing.travelTo(network.hub(), members);
    for (String other : members) {
      double travel = pricing.travelTo(other, members);
      boolean sameSpot = place.get(other).atSpotOf(place.get(network.hub()));
      if (!sameSpot && !Findings.near(travel, stated) && travel < stated) {
        findings.wrong(
            where,
            "its hub is %s (%s patient-km), but %s would make less travel (%s patient-km)",
            network.hub(),
            stated,
            other,
            travel);
        return;
      }
      if (sameSpot && other.compareTo(network.hub()) < 0) {
        findings.wrong(
            where,
            "its hub is %s, but %s stands at the same spot and comes first by code",
            network.hub(),
            other);
        return;
      }
    }
  }

  /** Each network outside the band, or not connected, has to be named once, with a reason. */
  private void exceptions(WrittenPlan plan) {
    Map<String, WrittenPlan.Exceptional> stated = new TreeMap<>();
    for (WrittenPlan.Exceptional e : plan.exceptions()) {
      if (stated.put(e.kind() + " " + e.network(), e) != null) {
        findings.wrong(
            plan.what(), "the exception %s of network %s is listed twice", e.kind(), e.network());
      }
    }
    for (WrittenPlan.Network network : plan.networks()) {
      if (!place.practices().keySet().containsAll(network.practices())) {
        continue;
      }
      int patients = pricing.patients(new TreeSet<>(network.practices()));
      expect(plan, stated, network, "UNDER_MINIMUM", patients < rules.min());
      expect(plan, stated, network, "OVER_MAXIMUM", patients > rules.max());
      expect(plan, stated, network, "NOT_CONNECTED", !graph.links(network.practices()));
    }
    for (String left : stated.keySet()) {
      findings.wrong(plan.what(), "the exception %s fits no network", left);
    }
  }

  private void expect(
      WrittenPlan plan,
      Map<String, WrittenPlan.Exceptional> stated,
      WrittenPlan.Network network,
      String kind,
      boolean expected) {
    WrittenPlan.Exceptional e = stated.remove(kind + " " + network.id());
    String where = where(plan, network);
    if (e == null) {
      if (expected) {
        findings.wrong(where, "it should be among the exceptions as %s and is not", kind);
      }
      return;
    }
    if (!expected) {
      findings.wrong(where, "it is listed as the exception %s and is none", kind);
    }
    if (e.reason().isBlank()) {
      findings.wrong(where, "the exception %s gives no reason", kind);
    }
    if (e.patients() != network.patients()
        || !new TreeSet<>(e.practices()).equals(new TreeSet<>(network.practices()))) {
      findings.wrong(where, "the exception %s has other practices or patients", kind);
    }
  }

  private void numberOfNetworks(WrittenPlan plan) {
    int count = plan.networks().size();
    if (count < rules.from() || count > rules.to()) {
      findings.wrong(
          plan.what(),
          "it has %d networks, but %s were asked for",
          count,
          rules.to() == Integer.MAX_VALUE
              ? "at least " + rules.from()
              : rules.from() == rules.to()
                  ? "exactly " + rules.to()
                  : rules.from() + " to " + rules.to());
    }
    Long feasible = plan.feasibleNetworks();
    if (feasible != null && feasible < count) {
      findings.wrong(
          plan.what(),
          "it has %d networks, but only %d feasible ones are said to exist",
          count,
          feasible);
    }
  }

  private void proof(WrittenPlan plan) {
    double gap =
        plan.cost() <= plan.bound() || plan.cost() == 0
            ? 0
            : (plan.cost() - plan.bound()) / plan.cost();
    if (Math.abs(plan.gap() - gap) > 1e-9) {
      findings.wrong(
          plan.what(),
          "gap is stated as %s, but cost %s and bound %s make it %s",
          plan.gap(),
          plan.cost(),
          plan.bound(),
          gap);
    }
    if (plan.bound() > plan.cost() && !Findings.near(plan.bound(), plan.cost())) {
      findings.wrong(
          plan.what(),
          "the bound %s is above the cost %s, so it is not a bound",
          plan.bound(),
          plan.cost());
    }
    if (!STATUSES.contains(plan.status())) {
      findings.wrong(
          plan.what(), "status %s is none of %s", plan.status(), String.join(", ", STATUSES));
    }
    if (plan.status().equals("PROVED_OPTIMAL") && gap > PROVED_GAP + 1e-12) {
      findings.wrong(plan.what(), "it is said to be proved optimal, but a gap of %s is left", gap);
    }
  }
}
