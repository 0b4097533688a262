package moot.formation.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.formation.Explanation.Match;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.NetworkNames;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.asked.Comparing;
import moot.register.PracticeCode;

/** The rest of a draft: the rules for it, and names for what comes of it. */
public final class Rest {
  private Rest() {}

  /** As {@code Drafting.rest} defines it. */
  public static FormingRules rules(
      FormingRules rules,
      Map<PracticeCode, String> networkOf,
      Set<String> keep,
      List<Lock> draftLocks) {
    Set<Lock> locks = new java.util.LinkedHashSet<>(rules.locks());
    locks.addAll(draftLocks);
    Set<PracticeCode> out = new TreeSet<>();
    for (Lock lock : locks) {
      if (lock instanceof Lock.LeaveOut(PracticeCode practice)) {
        out.add(practice);
      }
    }
    Map<String, Set<PracticeCode>> kept = new TreeMap<>();
    networkOf.forEach(
        (practice, network) -> {
          if (keep.contains(network) && !out.contains(practice)) {
            kept.computeIfAbsent(network, n -> new TreeSet<>()).add(practice);
          }
        });
    kept.values().forEach(members -> locks.add(new Lock.Keep(members)));
    return rules.withLocks(new ArrayList<>(locks));
  }

  /** As {@code Drafting.named} defines it. */
  public static Map<PracticeCode, String> named(Plan plan, Plan before, Set<String> taken) {
    Set<String> used = new TreeSet<>(taken);
    before.networks().forEach(network -> used.add(network.id()));
    Map<String, String> names = new HashMap<>();
    for (Match match : Comparing.compare(plan, before).matches()) {
      if (match.network() != null && match.reference() != null) {
        names.put(match.network(), match.reference());
      }
    }
    Map<PracticeCode, String> networkOf = new TreeMap<>();
    for (PlanNetwork network : plan.networks()) {
      String name = names.get(network.id());
      if (name == null) {
        name = NetworkNames.newName(used);
        used.add(name);
      }
      for (PracticeCode practice : network.practices()) {
        networkOf.put(practice, name);
      }
    }
    return networkOf;
  }
}
