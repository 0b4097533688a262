package moot.checker;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Recomputes what stands beside the plan: today's networks, alternatives and points of curves, each
 * a plan of its own; the explanation; the groups that would rather leave.
 */
final class BesideAudit {
  private final Place place;
  private final Rules rules;
  private final Graph graph;
  private final WrittenPlan plan;
  private final Findings findings;
  private int audited;

  BesideAudit(Place place, Rules rules, Graph graph, WrittenPlan plan, Findings findings) {
    this.place = place;
    this.rules = rules;
    this.graph = graph;
    this.plan = plan;
    this.findings = findings;
  }

  /** Returns how many plans there were. */
  int audit(Json json) {
    Json today = json.find("today");
    if (today != null) {
      today(today);
    }
    Json alternatives = json.find("alternatives");
    if (alternatives != null) {
      int number = 0;
      for (Json alternative : alternatives.list()) {
        WrittenPlan other = partition("alternative " + ++number, alternative.get("plan"), rules);
        findings.compare(
            other.what(),
            "extraCost",
            alternative.get("extraCost").number(),
            other.cost() - plan.cost());
      }
    }
    Json cheapest = json.find("cheapest");
    if (cheapest != null) {
      cheapest(cheapest);
    }
    Json curves = json.find("curves");
    if (curves != null) {
      curves.list().forEach(this::curve);
    }
    Json explanation = json.find("explanation");
    if (explanation != null) {
      new ExplanationAudit(place, rules, graph, plan, findings).audit(explanation);
    }
    Json stability = json.find("stability");
    if (stability != null) {
      new StabilityAudit(place, rules, graph, plan, findings).audit(stability);
    }
    return audited;
  }

  private WrittenPlan partition(String what, Json json, Rules its) {
    WrittenPlan other = PlanReading.plan(what, json);
    new PlanAudit(place, its, graph, findings).audit(other);
    audited++;
    return other;
  }

  /** Beside the most stable plan, the cheapest of all. */
  private void cheapest(Json json) {
    WrittenPlan other = partition("cheapest", json.get("plan"), rules);
    SmallPlaceProof.check(place, rules.amongAll(), graph, other, findings);
    findings.compare(
        other.what(), "extraCost", json.get("extraCost").number(), other.cost() - plan.cost());
    if (other.status().equals("PROVED_OPTIMAL")
        && other.cost() > plan.cost()
        && !Findings.near(other.cost(), plan.cost())) {
      findings.wrong(
          other.what(), "it is said to be proved the cheapest, but the plan beside it costs less");
    }
  }

  private void today(Json json) {
    WrittenPlan today = partition("today", json.get("plan"), rules);
    Map<String, TreeSet<String>> right = new TreeMap<>();
    for (Practice p : place.practices().values()) {
      if (p.today() != null && !rules.leftOut().contains(p.code())) {
        right.computeIfAbsent(p.today(), code -> new TreeSet<>()).add(p.code());
      }
    }
    Map<String, TreeSet<String>> stated = new TreeMap<>();
    int inBand = 0;
    int notConnected = 0;
    for (WrittenPlan.Network network : today.networks()) {
      stated.put(network.id(), new TreeSet<>(network.practices()));
      inBand += network.patients() >= rules.min() && network.patients() <= rules.max() ? 1 : 0;
      notConnected += network.connected() ? 0 : 1;
    }
    if (!right.equals(stated)) {
      findings.wrong("today", "its networks are not those of input.csv");
    }
    findings.compare("today", "cost", json.get("cost").number(), today.cost());
    findings.compare(
        "today", "networkCount", json.get("networkCount").whole(), today.networks().size());
    findings.compare("today", "networksInBand", json.get("networksInBand").whole(), inBand);
    findings.compare(
        "today", "networksNotConnected", json.get("networksNotConnected").whole(), notConnected);
    findings.compare(
        "today", "extraCost", json.get("extraCost").number(), plan.cost() - today.cost());
  }

  private void curve(Json json) {
    String parameter = json.get("parameter").text();
    for (Json point : json.get("points").list()) {
      Json value = point.get("value");
      Rules its =
          switch (parameter) {
            case "networks" -> rules.withNetworks(value.whole());
            case "ties" -> rules.with(Part.TIES, value.number());
            default ->
                throw new BadInput(
                    "%s.parameter: %s: expected networks or ties. Maybe the file was written by another version?"
                        .formatted(json.path(), parameter));
          };
      String what = "curve of " + parameter + ", point " + value.number();
      WrittenPlan other = partition(what, point.get("plan"), its);
      SmallPlaceProof.check(place, its, graph, other, findings);
    }
  }
}
