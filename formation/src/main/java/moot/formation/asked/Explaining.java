package moot.formation.asked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import moot.formation.Explanation;
import moot.formation.Explanation.Move;
import moot.formation.Explanation.OfNetwork;
import moot.formation.Explanation.OfPractice;
import moot.formation.NetworkCount;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.ground.Costing;
import moot.formation.ground.Ground;
import moot.register.CouncilCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * Says why a plan is as it is.
 *
 * <p>A practice's own travel is {@code weight · n(p) · km(p, hub) / 1000}. Its share is its part by
 * registered list of all that its network costs (equal parts where no member has a patient).
 *
 * <p>A single move takes one practice to a network that one of its neighbours is in, or to a
 * network of its own, while everybody else stays. It counts when both networks that change obey the
 * rules afterwards (connected, within the maximum, locks, hard minimum), and so does the number of
 * networks. A network of one that loses its only practice ends.
 */
public final class Explaining {
  private final Plan plan;
  private final Ground ground;
  private final Costing costing;
  private final List<int[]> members = new ArrayList<>();
  private final double[] cost;
  private final int[] networkOf;

  private Explaining(Plan plan) {
    this.plan = plan;
    this.ground = new Ground(plan.place(), plan.rules());
    this.costing = new Costing(ground);
    this.networkOf = new int[ground.size()];
    Arrays.fill(networkOf, -1);
    this.cost = new double[plan.networks().size()];
    for (int k = 0; k < cost.length; k++) {
      int[] numbers =
          plan.networks().get(k).practices().stream().mapToInt(ground::number).toArray();
      for (int i : numbers) {
        networkOf[i] = k;
      }
      members.add(numbers);
      cost[k] = costing.of(numbers);
    }
  }

  /**
   * Explains a plan.
   *
   * @param today today's networks by the same rules; null when the practices have none
   */
  public static Explanation explain(Plan plan, @Nullable Plan today) {
    Explaining explaining = new Explaining(plan);
    return new Explanation(
        explaining.practices(),
        plan.networks().stream().map(explaining::network).toList(),
        today == null ? null : Comparing.compare(plan, today));
  }

  private List<OfPractice> practices() {
    double travelWeight = plan.rules().weights().travel();
    Map<PracticeCode, OfPractice> found = new HashMap<>();
    for (int k = 0; k < cost.length; k++) {
      PlanNetwork network = plan.networks().get(k);
      int hub = ground.number(network.hub());
      for (int i : members.get(k)) {
        double km = ground.km(i, hub);
        double part =
            network.patients() == 0
                ? 1.0 / members.get(k).length
                : (double) ground.list(i) / network.patients();
        found.put(
            ground.code(i),
            new OfPractice(
                ground.code(i),
                network.id(),
                km,
                travelWeight * ground.list(i) * km / 1000,
                cost[k] * part,
                bestMove(i)));
      }
    }
    return found.values().stream()
        .sorted(java.util.Comparator.comparing(OfPractice::practice))
        .toList();
  }

  private @Nullable Move bestMove(int practice) {
    int from = networkOf[practice];
    int[] rest = Arrays.stream(members.get(from)).filter(i -> i != practice).toArray();
    if (rest.length > 0 && !ground.feasible(rest)) {
      return null;
    }
    double saved = cost[from] - (rest.length == 0 ? 0 : costing.of(rest));
    int after = cost.length - (rest.length == 0 ? 1 : 0);

    Move best = null;
    if (rest.length > 0 && countAllowed(after + 1)) {
      best = better(best, practice, null, new int[] {practice}, -saved);
    }
    if (countAllowed(after)) {
      for (int to : neighbouringNetworks(practice)) {
        int[] joined =
            IntStream.concat(Arrays.stream(members.get(to)), IntStream.of(practice)).toArray();
        String id = plan.networks().get(to).id();
        best = better(best, practice, id, joined, -saved - cost[to]);
      }
    }
    return best;
  }

  private @Nullable Move better(
      @Nullable Move best, int practice, @Nullable String to, int[] joined, double otherwise) {
    if (!ground.feasible(joined)) {
      return best;
    }
    double extra = otherwise + costing.of(joined);
    return best == null || extra < best.extraCost()
        ? new Move(ground.code(practice), to, extra)
        : best;
  }

  private int[] neighbouringNetworks(int practice) {
    return Arrays.stream(ground.neighbours(practice))
        .map(j -> networkOf[j])
        .filter(k -> k >= 0 && k != networkOf[practice])
        .distinct()
        .sorted()
        .toArray();
  }

  /** A plan that has too many or too few networks already is not held to the number. */
  private boolean countAllowed(int networks) {
    NetworkCount count = plan.rules().networks();
    return within(count, networks) || !within(count, cost.length);
  }

  private static boolean within(NetworkCount count, int networks) {
    return count.from() <= networks && networks <= count.to();
  }

  private OfNetwork network(PlanNetwork network) {
    int hub = ground.number(network.hub());
    double spread = 0;
    double farthest = 0;
    SortedSet<CouncilCode> councils = new TreeSet<>();
    int[] numbers = network.practices().stream().mapToInt(ground::number).toArray();
    for (int i : numbers) {
      farthest = Math.max(farthest, ground.km(i, hub));
      for (int j : numbers) {
        spread = Math.max(spread, ground.km(i, j));
      }
      CouncilCode council = ground.practice(i).council();
      if (council != null) {
        councils.add(council);
      }
    }
    int patients = network.patients();
    return new OfNetwork(
        network.id(),
        network.hub(),
        patients,
        plan.rules().band().min() <= patients && patients <= plan.rules().band().max(),
        spread,
        farthest,
        councils);
  }
}
