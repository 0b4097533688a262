package moot.checker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Where a place is small enough, whether a plan that was searched for as the most stable one is
 * what it is said to be, by trying every partition.
 *
 * <p>What a partition leaves to gain is the largest number of km by which some group that could be
 * a feasible network of at least the minimum could lower the own cost of each of its members, see
 * {@link StabilityAudit}. Of all partitions none may leave less than the plan, and none that leaves
 * as little may cost less.
 */
final class MostStableProof {
  private static final double MILLIMETRE = 1e-6;

  private final Place place;
  private final Rules rules;
  private final List<String> codes;
  private final double[] cost;

  /** What each member has as its own cost in a set, by set; null where it is not feasible. */
  private final double[][] own;

  /** Sets that may be a group of leavers. */
  private final int[] groups;

  private final double planCost;
  private double threshold;
  private double cheapest = Double.POSITIVE_INFINITY;
  private boolean lessIsPossible;

  /**
   * @param cost of each set of the codes as a network; infinite where it is not feasible
   */
  private MostStableProof(
      Place place, Rules rules, List<String> codes, double[] cost, WrittenPlan plan) {
    this.place = place;
    this.rules = rules;
    this.codes = codes;
    this.cost = cost;
    this.planCost = plan.cost();
    this.own = new double[cost.length][];
    Pricing pricing = new Pricing(place, rules, new TreeSet<>(codes));
    for (int set = 1; set < cost.length; set++) {
      own[set] = cost[set] < Double.POSITIVE_INFINITY ? own(set, pricing) : null;
    }
    Set<String> staying = staying();
    this.groups =
        IntStream.range(1, cost.length)
            .filter(set -> own[set] != null && patients(set) >= rules.min())
            .filter(set -> members(set).stream().noneMatch(staying::contains))
            .toArray();
  }

  static void check(
      Place place,
      Rules rules,
      List<String> codes,
      double[] cost,
      WrittenPlan plan,
      Findings findings) {
    new MostStableProof(place, rules, codes, cost, plan).check(plan, findings);
  }

  private void check(WrittenPlan plan, Findings findings) {
    double[] now = new double[codes.size()];
    for (WrittenPlan.Network network : plan.networks()) {
      int set = 0;
      for (String code : network.practices()) {
        set |= codes.contains(code) ? 1 << codes.indexOf(code) : 0;
      }
      if (own[set] == null) {
        return; // not feasible, which is said elsewhere
      }
      place(now, set);
    }
    threshold = leftToGain(now);
    walk((1 << codes.size()) - 1, 0, 0, new double[codes.size()]);
    boolean proved = plan.status().equals("PROVED_OPTIMAL");
    if (proved && lessIsPossible) {
      findings.wrong(
          plan.what(),
          "it is said to be proved the most stable, leaving %.6f km to gain, but trying every"
              + " partition finds one that leaves less",
          threshold);
    }
    if (proved && cheapest < planCost - PlanAudit.PROVED_GAP * (1 + Math.abs(cheapest))) {
      findings.wrong(
          plan.what(),
          "it is said to be proved the cheapest that leaves as little to gain at %s, but trying"
              + " every partition finds one of %s",
          planCost,
          cheapest);
    }
    if (plan.bound() > cheapest && !Findings.near(plan.bound(), cheapest)) {
      findings.wrong(
          plan.what(),
          "the bound is stated as %s, but trying every partition finds one of %s that leaves as"
              + " little to gain",
          plan.bound(),
          cheapest);
    }
  }

  /** All partitions of what is left, each network holding the lowest practice that is left. */
  private void walk(int left, int networks, double sum, double[] now) {
    if (left == 0) {
      if (networks >= rules.from() && networks <= rules.to()) {
        weigh(sum, now);
      }
      return;
    }
    int first = left & -left;
    for (int set = left; set > 0; set = set - 1 & left) {
      if ((set & first) != 0 && own[set] != null) {
        place(now, set);
        walk(left ^ set, networks + 1, sum + cost[set], now);
      }
    }
  }

  private void weigh(double sum, double[] now) {
    if (sum < cheapest && noGroupGains(now, threshold)) {
      cheapest = sum;
    }
    lessIsPossible |=
        threshold > 2 * MILLIMETRE
            && !lessIsPossible
            && noGroupGains(now, threshold - 2 * MILLIMETRE);
  }

  private boolean noGroupGains(double[] now, double km) {
    for (int group : groups) {
      if (leastGain(now, group) > km + MILLIMETRE) {
        return false;
      }
    }
    return true;
  }

  private double leftToGain(double[] now) {
    double most = 0;
    for (int group : groups) {
      double gain = leastGain(now, group);
      most = gain > MILLIMETRE ? Math.max(most, gain) : most;
    }
    return most;
  }

  private double leastGain(double[] now, int set) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < now.length; i++) {
      if ((set >> i & 1) == 1) {
        least = Math.min(least, now[i] - own[set][i]);
      }
    }
    return least;
  }

  private void place(double[] now, int set) {
    for (int i = 0; i < now.length; i++) {
      if ((set >> i & 1) == 1) {
        now[i] = own[set][i];
      }
    }
  }

  private double[] own(int set, Pricing pricing) {
    List<String> members = members(set);
    String hub = members.getFirst();
    for (String other : members) {
      if (pricing.travelTo(other, members) < pricing.travelTo(hub, members)) {
        hub = other;
      }
    }
    double[] costs = new double[codes.size()];
    Arrays.fill(costs, Double.NaN);
    for (String code : members) {
      double sum = 0;
      Map<String, Double> dislikes = place.dislikes().getOrDefault(code, Map.of());
      for (String fellow : members) {
        sum += fellow.equals(code) ? 0 : dislikes.getOrDefault(fellow, 0.0);
      }
      costs[codes.indexOf(code)] =
          place.get(code).kmTo(place.get(hub)) + rules.weight(Part.PREFERENCES) * sum;
    }
    return costs;
  }

  private int patients(int set) {
    return members(set).stream().mapToInt(code -> place.get(code).list()).sum();
  }

  /** In the order of their codes. */
  private List<String> members(int set) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      if ((set >> i & 1) == 1) {
        members.add(codes.get(i));
      }
    }
    return members;
  }

  private Set<String> staying() {
    Set<String> staying = new TreeSet<>();
    for (Rules.Lock lock : rules.locks()) {
      if (lock.kind().equals("stay")) {
        place.practices().values().stream()
            .filter(p -> p.today() != null && lock.codes().contains(p.today()))
            .forEach(p -> staying.add(p.code()));
      }
    }
    return staying;
  }
}
