package moot.checker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * Where a place is small enough, the least cost over all partitions, by trying them all: an
 * independent proof of the optimum. A plan that was searched for as the most stable one claims to
 * be the cheapest of fewer, see {@link MostStableProof}.
 */
final class SmallPlaceProof {
  /** 3 to this power sets and subsets are looked at. */
  static final int MOST_PRACTICES = 12;

  private SmallPlaceProof() {}

  /** Compares a plan's bound and claim with the true optimum. */
  static void check(Place place, Rules rules, Graph graph, WrittenPlan plan, Findings findings) {
    if (!plan.fromASearch() || (rules.weight(Part.PREFERENCES) > 0 && !place.dislikesKnown())) {
      return;
    }
    TreeSet<String> takingPart = new TreeSet<>(place.practices().keySet());
    takingPart.removeAll(rules.leftOut());
    if (takingPart.isEmpty() || takingPart.size() > MOST_PRACTICES) {
      return;
    }
    double[] costs = costs(place, rules, graph, takingPart);
    long feasible = Arrays.stream(costs).filter(c -> c < Double.POSITIVE_INFINITY).count();
    Long stated = plan.feasibleNetworks();
    if (stated != null && stated != feasible) {
      findings.wrong(
          plan.what(),
          "%d feasible networks are said to exist, but there are %d",
          stated,
          feasible);
    }
    OptionalDouble found = optimum(rules, costs, takingPart.size());
    if (found.isEmpty()) {
      findings.wrong(plan.what(), "no partition obeys the rules, so this one cannot");
      return;
    }
    if (rules.mostStable()) {
      MostStableProof.check(place, rules, List.copyOf(takingPart), costs, plan, findings);
      return;
    }
    double optimum = found.getAsDouble();
    if (plan.bound() > optimum && !Findings.near(plan.bound(), optimum)) {
      findings.wrong(
          plan.what(),
          "the bound is stated as %s, but trying every partition finds one of %s",
          plan.bound(),
          optimum);
    }
    double closeEnough = optimum + PlanAudit.PROVED_GAP * (1 + Math.abs(optimum));
    if (plan.status().equals("PROVED_OPTIMAL") && plan.cost() > closeEnough) {
      findings.wrong(
          plan.what(),
          "it is said to be proved optimal at %s, but trying every partition finds one of %s",
          plan.cost(),
          optimum);
    }
  }

  /** What each set of practices costs as a network; infinite for one that is not feasible. */
  private static double[] costs(Place place, Rules rules, Graph graph, TreeSet<String> takingPart) {
    List<String> codes = new ArrayList<>(takingPart);
    Pricing pricing = new Pricing(place, rules, takingPart);
    Feasibility feasibility = new Feasibility(place, rules, graph, takingPart);
    double[] cost = new double[1 << codes.size()];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    for (int set = 1; set < cost.length; set++) {
      List<String> members = new ArrayList<>();
      for (int i = 0; i < codes.size(); i++) {
        if ((set >> i & 1) == 1) {
          members.add(codes.get(i));
        }
      }
      if (feasibility.objections(members).isEmpty()) {
        cost[set] = pricing.cost(members);
      }
    }
    return cost;
  }

  private static OptionalDouble optimum(Rules rules, double[] cost, int practices) {
    int sets = cost.length;
    // least[k][set]: the least cost of a partition of the set into k networks.
    double[][] least = new double[practices + 1][sets];
    for (double[] row : least) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    least[0][0] = 0;
    for (int set = 1; set < sets; set++) {
      int first = set & -set;
      for (int network = set; network > 0; network = network - 1 & set) {
        if ((network & first) != 0 && cost[network] < Double.POSITIVE_INFINITY) {
          for (int k = 1; k < least.length; k++) {
            least[k][set] = Math.min(least[k][set], least[k - 1][set ^ network] + cost[network]);
          }
        }
      }
    }
    double best = Double.POSITIVE_INFINITY;
    for (int k = Math.max(1, rules.from()); k < least.length && k <= rules.to(); k++) {
      best = Math.min(best, least[k][sets - 1]);
    }
    return best < Double.POSITIVE_INFINITY ? OptionalDouble.of(best) : OptionalDouble.empty();
  }
}
