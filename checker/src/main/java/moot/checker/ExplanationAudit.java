package moot.checker;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Recomputes why a plan is as it is: each practice's part and best move, each network's reach. */
final class ExplanationAudit {
  private final Place place;
  private final Rules rules;
  private final Graph graph;
  private final WrittenPlan plan;
  private final Findings findings;
  private final Pricing pricing;
  private final Feasibility feasibility;
  private final Map<String, WrittenPlan.Network> networkOf = new TreeMap<>();
  private final Map<String, Set<String>> members = new TreeMap<>();
  private final Map<String, Double> cost = new TreeMap<>();

  ExplanationAudit(Place place, Rules rules, Graph graph, WrittenPlan plan, Findings findings) {
    this.place = place;
    this.rules = rules;
    this.graph = graph;
    this.plan = plan;
    this.findings = findings;
    Set<String> takingPart = new TreeSet<>(place.practices().keySet());
    takingPart.removeAll(rules.leftOut());
    this.pricing = new Pricing(place, rules, takingPart);
    this.feasibility = new Feasibility(place, rules, graph, takingPart);
  }

  void audit(Json json) {
    for (WrittenPlan.Network network : plan.networks()) {
      Set<String> all = new TreeSet<>(network.practices());
      if (!place.practices().keySet().containsAll(all) || !all.contains(network.hub())) {
        // Complained about where the plan itself is looked at.
        return;
      }
      all.forEach(code -> networkOf.put(code, network));
      members.put(network.id(), all);
      cost.put(network.id(), pricing.cost(all));
    }
    boolean priceable = rules.weight(Part.PREFERENCES) == 0 || place.dislikesKnown();
    Set<String> unseen = new TreeSet<>(networkOf.keySet());
    for (Json practice : json.get("practices").list()) {
      String code = practice.get("practice").text();
      WrittenPlan.Network network = networkOf.get(code);
      if (network == null || !unseen.remove(code)) {
        findings.wrong("explanation", "practice %s is there twice or in no network", code);
      } else {
        practice(code, network, practice, priceable);
      }
    }
    unseen.forEach(code -> findings.wrong("explanation", "practice %s is missing", code));
    json.get("networks").list().forEach(this::network);
  }

  private void practice(String code, WrittenPlan.Network network, Json json, boolean priceable) {
    String where = "explanation of " + code;
    Practice practice = place.get(code);
    if (!json.get("network").text().equals(network.id())) {
      findings.wrong(
          where, "its network is %s, in the plan %s", json.get("network").text(), network.id());
    }
    double km = practice.kmTo(place.get(network.hub()));
    findings.compare(where, "kmToHub", json.get("kmToHub").number(), km);
    findings.compare(
        where,
        "travel",
        json.get("travel").number(),
        rules.weight(Part.TRAVEL) * practice.list() * km / 1000);
    if (!priceable) {
      return;
    }
    int patients = pricing.patients(network.practices());
    double part =
        patients == 0 ? 1.0 / network.practices().size() : (double) practice.list() / patients;
    findings.compare(
        where, "share", json.get("share").number(), part * cost.getOrDefault(network.id(), 0.0));
    bestMove(where, code, network.id(), json.find("bestMove"));
  }

  private void bestMove(String where, String code, String from, @Nullable Json stated) {
    Map<String, Double> moves = moves(code, from);
    if (stated == null) {
      if (!moves.isEmpty()) {
        findings.wrong(where, "no single move is stated, but there are some: %s", moves);
      }
      return;
    }
    Json to = stated.find("to");
    String target = to == null ? "" : to.text();
    String name = to == null ? "a network of its own" : target;
    Double extra = moves.get(target);
    if (extra == null) {
      findings.wrong(where, "a move to %s would break the rules", name);
      return;
    }
    findings.compare(
        where, "extraCost of a move to " + name, stated.get("extraCost").number(), extra);
    double least = moves.values().stream().mapToDouble(v -> v).min().orElse(extra);
    if (extra > least && !Findings.near(extra, least)) {
      findings.wrong(where, "the best move costs %s more, not %s", least, extra);
    }
  }

  /** What each single move that breaks no rule would cost more; empty text for a network alone. */
  private Map<String, Double> moves(String code, String from) {
    Map<String, Double> moves = new TreeMap<>();
    Set<String> rest = without(code, from);
    if (!rest.isEmpty() && !feasibility.objections(rest).isEmpty()) {
      return moves;
    }
    double saved = cost.getOrDefault(from, 0.0) - (rest.isEmpty() ? 0 : pricing.cost(rest));
    int after = plan.networks().size() - (rest.isEmpty() ? 1 : 0);
    if (!rest.isEmpty() && mayBe(after + 1) && feasibility.objections(Set.of(code)).isEmpty()) {
      moves.put("", pricing.cost(Set.of(code)) - saved);
    }
    if (mayBe(after)) {
      for (String neighbour : graph.of().getOrDefault(code, new TreeSet<>())) {
        WrittenPlan.Network to = networkOf.get(neighbour);
        if (to != null && !to.id().equals(from) && !moves.containsKey(to.id())) {
          Set<String> joined = new TreeSet<>(to.practices());
          joined.add(code);
          if (feasibility.objections(joined).isEmpty()) {
            moves.put(to.id(), pricing.cost(joined) - cost.getOrDefault(to.id(), 0.0) - saved);
          }
        }
      }
    }
    return moves;
  }

  private Set<String> without(String code, String network) {
    Set<String> rest = new TreeSet<>(Objects.requireNonNull(members.get(network)));
    rest.remove(code);
    return rest;
  }

  /** A plan that has too many or too few networks already is not held to the number. */
  private boolean mayBe(int networks) {
    int now = plan.networks().size();
    return now < rules.from()
        || now > rules.to()
        || (networks >= rules.from() && networks <= rules.to());
  }

  private void network(Json json) {
    String id = json.get("network").text();
    Set<String> all = members.get(id);
    if (all == null) {
      findings.wrong("explanation", "network %s is not in the plan", id);
      return;
    }
    String where = "explanation of network " + id;
    String hub = Objects.requireNonNull(networkOf.get(all.iterator().next())).hub();
    if (!json.get("hub").text().equals(hub)) {
      findings.wrong(where, "its hub is %s, in the plan %s", json.get("hub").text(), hub);
    }
    int patients = pricing.patients(all);
    if (json.get("patients").whole() != patients) {
      findings.wrong(where, "%d patients, not %d", json.get("patients").whole(), patients);
    }
    boolean inBand = patients >= rules.min() && patients <= rules.max();
    if (json.get("inBand").flag() != inBand) {
      findings.wrong(where, inBand ? "it is in the band" : "it is not in the band");
    }
    double spread = 0;
    double farthest = 0;
    Set<String> councils = new TreeSet<>();
    for (String a : all) {
      farthest = Math.max(farthest, place.get(a).kmTo(place.get(hub)));
      for (String b : all) {
        spread = Math.max(spread, place.get(a).kmTo(place.get(b)));
      }
      String council = place.get(a).council();
      if (council != null) {
        councils.add(council);
      }
    }
    findings.compare(where, "spreadKm", json.get("spreadKm").number(), spread);
    findings.compare(where, "farthestKm", json.get("farthestKm").number(), farthest);
    if (!new TreeSet<>(json.get("councils").texts()).equals(councils)) {
      findings.wrong(where, "councils %s, not %s", json.get("councils").texts(), councils);
    }
  }
}
