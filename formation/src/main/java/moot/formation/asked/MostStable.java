package moot.formation.asked;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moot.formation.Contradiction;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.PlanStatus;
import moot.formation.Progress;
import moot.formation.SearchLimits;
import moot.formation.asked.GainingGroups.Then;
import moot.formation.ground.Ground;
import moot.formation.search.Demand;
import moot.formation.search.Demanding;
import moot.formation.search.Outcome;
import moot.formation.search.PlanWriter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest stable plan, or, where none is stable, the one that leaves the least to gain
 * by leaving.
 *
 * <p>What a plan leaves to gain is the largest number of km such that some group that could form a
 * feasible network of at least the minimum would, by forming it, lower the own cost of each of its
 * members by that much or more; 0 for a stable plan. See {@link moot.formation.Stability} for own
 * costs and groups.
 *
 * <p>Method: the exact search finds the cheapest plan; every group that would gain more than the
 * threshold lays a claim, namely that the plan must leave at least one of its members content; the
 * search runs again with these claims, until no group gains. The claims are met by every plan that
 * leaves no more to gain than the threshold, so the last search's bound and proof hold for all such
 * plans. Where no plan meets them with threshold 0, the smallest threshold is found by halving.
 */
public final class MostStable {
  /** Thresholds closer than this are told apart one by one, no longer by halving. */
  private static final double CLOSE_KM = 0.01;

  private static final int CLAIMS_AT_ONCE = 40;
  private static final int CLAIMS_PER_HUB = 3;

  /** The gaps accepted one after the other: most claims are found before a proof is worth it. */
  private static final List<Double> GAPS = List.of(0.01, 0.003, 0.0);

  private final long start = System.nanoTime();
  private final Ground ground;
  private final OwnCosts ownCosts;
  private final SearchLimits limits;
  private final Progress.Listener listener;
  private final Demanding search;
  private final Set<Group> groups = new HashSet<>();
  private final List<Group> inOrder = new ArrayList<>();
  private @Nullable Found best;
  private boolean stopped;
  private double boundOfAll;
  private long feasible = -1;
  private boolean held;

  /** A group that some plan so far gave reason to leave. */
  private record Group(int hub, List<Integer> members) {}

  /**
   * @param leftToGain km; 0 for a stable plan
   * @param obeys whether it obeys all rules
   */
  private record Found(List<int[]> networks, double cost, double leftToGain, boolean obeys) {}

  private enum End {
    FOUND,
    IMPOSSIBLE,
    UNDECIDED
  }

  /**
   * What was found for one threshold.
   *
   * @param bound no plan within the threshold costs less
   * @param proved whether the plan found is the cheapest within the threshold
   */
  private record Settled(End end, @Nullable Found found, double bound, boolean proved) {}

  private MostStable(
      FormingPlace place, FormingRules rules, SearchLimits limits, Progress.Listener listener) {
    this.ground = new Ground(place, rules);
    this.ownCosts = new OwnCosts(ground);
    this.limits = limits;
    this.listener = listener;
    this.search = new Demanding(ground, limits, heard("listing"));
  }

  /**
   * Finds the plan. Its notes say in words what was proved; its status and bound are among plans
   * that leave no more to gain.
   */
  public static Plan find(
      FormingPlace place, FormingRules rules, SearchLimits limits, Progress.Listener listener)
      throws Contradiction {
    return new MostStable(place, rules, limits, listener).find();
  }

  private Plan find() throws Contradiction {
    Settled stable = settle(0, GAPS);
    if (stable.end() == End.FOUND) {
      return write(stable, stableNotes(stable));
    }
    if (stable.end() == End.UNDECIDED) {
      return write(
          new Settled(End.UNDECIDED, best(), boundOfAll, false),
          List.of(
              "Whether any plan of this place is stable was not settled in the time given.",
              leavesToGain(best().leftToGain()),
              "The bound is for all plans, stable or not."));
    }
    return leastToGain();
  }

  private Plan leastToGain() {
    double impossible = 0;
    boolean exact = false;
    while (!exact && !stopped) {
      double possible = best().leftToGain();
      boolean close = possible - impossible <= CLOSE_KM;
      double threshold =
          close ? possible - 2 * GainingGroups.TOLERANCE_KM : (possible + impossible) / 2;
      if (threshold <= impossible) {
        exact = true;
        break;
      }
      Settled settled = settle(threshold, List.of(1.0));
      if (settled.end() == End.IMPOSSIBLE) {
        impossible = threshold;
        exact = close;
      } else if (settled.end() == End.UNDECIDED) {
        break;
      }
    }
    double least = best().leftToGain();
    String none = "No plan of this place is stable: proved.";
    if (!exact) {
      return write(
          new Settled(End.UNDECIDED, best(), boundOfAll, false),
          List.of(
              none,
              leavesToGain(least),
              "In every plan some group could gain more than %s each; whether less than %s is possible was not settled in the time given."
                  .formatted(km(impossible), km(least)),
              "The bound is for all plans, whatever they leave to gain."));
    }
    Settled cheapest = settle(least, GAPS);
    Found found = cheapest.found() == null ? best() : cheapest.found();
    return write(
        new Settled(End.FOUND, found, cheapest.bound(), cheapest.proved()),
        List.of(
            none,
            leavesToGain(least) + " No plan leaves less: proved.",
            cheapest.proved()
                ? "No plan that leaves as little costs less: proved."
                : "The bound is for plans that leave as little to gain."));
  }

  private static String leavesToGain(double km) {
    return "In this plan no group of practices could leave so that each of them gains more than %s."
        .formatted(km(km));
  }

  private static String km(double km) {
    return "%.2f km".formatted(km);
  }

  private static List<String> stableNotes(Settled stable) {
    return List.of(
        "Stable, proved: there is no group of practices that would all rather form another network.",
        stable.proved()
            ? "No stable plan costs less: proved."
            : "Whether a stable plan costs less was not settled in the time given; the bound is for stable plans.");
  }

  /**
   * Looks for the cheapest plan that leaves no more to gain than the threshold.
   *
   * @param gaps how far to prove, one after the other; the last one is what is wanted
   */
  private Settled settle(double threshold, List<Double> gaps) throws Contradiction {
    double bound = 0;
    int gap = 0;
    Map<Group, Demand> claims = new HashMap<>();
    while (!stopped || best == null) {
      List<Demand> demands =
          inOrder.stream()
              .map(group -> claims.computeIfAbsent(group, g -> claim(g, threshold)))
              .toList();
      Outcome outcome =
          search.cheapest(
              demands, suggestions(), gaps.get(gap), timeLeft(), heard("so that it is stable"));
      feasible = outcome.feasible();
      held = outcome.held();
      if (outcome.impossible()) {
        return new Settled(End.IMPOSSIBLE, null, 0, true);
      }
      bound = Math.max(bound, outcome.bound());
      if (demands.isEmpty()) {
        boundOfAll = Math.max(boundOfAll, outcome.bound());
      }
      Found found = take(outcome);
      boolean more = addGroups(outcome.networks(), threshold);
      if (!outcome.obeys()) {
        return new Settled(End.UNDECIDED, null, bound, false);
      }
      if (found.leftToGain() <= threshold + GainingGroups.TOLERANCE_KM) {
        boolean last = gap == gaps.size() - 1;
        if (last || outcome.proved() || stopped) {
          return new Settled(End.FOUND, found, Math.min(bound, found.cost()), outcome.proved());
        }
        gap++;
      } else if (!more) {
        break;
      }
    }
    Found known = best;
    return known != null
            && known.obeys()
            && known.leftToGain() <= threshold + GainingGroups.TOLERANCE_KM
        ? new Settled(End.FOUND, known, Math.min(bound, known.cost()), false)
        : new Settled(End.UNDECIDED, null, bound, false);
  }

  private Claim claim(Group group, double threshold) {
    int[] members = group.members().stream().mapToInt(Integer::intValue).toArray();
    return new Claim(ground, ownCosts, threshold, group.hub(), members);
  }

  /** Plans found before; the last search finds out which of them serve. */
  private List<List<int[]>> suggestions() {
    Found found = best;
    return found == null ? List.of() : List.of(found.networks());
  }

  private Found take(Outcome outcome) {
    Found found =
        new Found(
            outcome.networks(),
            outcome.cost(),
            leftToGain(now(outcome.networks())),
            outcome.obeys());
    Found before = best;
    if (outcome.obeys()
        && (before == null
            || !before.obeys()
            || found.leftToGain() < before.leftToGain() - GainingGroups.TOLERANCE_KM
            || (found.leftToGain() <= before.leftToGain() + GainingGroups.TOLERANCE_KM
                && found.cost() < before.cost()))) {
      best = found;
    } else if (before == null) {
      best = found;
    }
    return found;
  }

  private Found best() {
    Found found = best;
    if (found == null) {
      throw new IllegalStateException("no search has run yet");
    }
    return found;
  }

  private double[] now(List<int[]> networks) {
    double[] own = new double[ground.size()];
    Arrays.fill(own, Double.NEGATIVE_INFINITY);
    for (int[] members : networks) {
      int hub = Hubs.of(ground, members, members.length);
      for (int i : members) {
        own[i] = ownCosts.of(i, hub, members, members.length);
      }
    }
    return own;
  }

  private double leftToGain(double[] now) {
    double[] most = {0};
    walk(
        now,
        0,
        (hub, members, size, patients, resistance) -> {
          most[0] = Math.max(most[0], ownCosts.leastGain(now, hub, members, size));
          return smaller();
        });
    return most[0];
  }

  /** A larger group of the same hub leaves nobody better off, unless it brings in a friend. */
  private Then smaller() {
    return ownCosts.distanceOnly() ? Then.SMALLER : Then.ALL;
  }

  private void walk(double[] now, double threshold, GainingGroups.Visitor visitor) {
    GainingGroups.walk(
        ground,
        ownCosts.resistance(now, threshold),
        ground.rules().band().min(),
        (hub, members, size, patients, resistance) ->
            ownCosts.allGain(now, threshold, hub, members, size)
                ? visitor.visit(hub, members, size, patients, resistance)
                : Then.ALL);
  }

  /** Takes in groups that would leave this plan, those with the most to gain first. */
  private boolean addGroups(List<int[]> networks, double threshold) {
    record Leaving(Group group, double gain) {}
    double[] now = now(networks);
    List<Leaving> leaving = new ArrayList<>();
    walk(
        now,
        threshold,
        (hub, members, size, patients, resistance) -> {
          List<Integer> sorted = Arrays.stream(members, 0, size).sorted().boxed().toList();
          leaving.add(
              new Leaving(new Group(hub, sorted), ownCosts.leastGain(now, hub, members, size)));
          return smaller();
        });
    leaving.sort(Comparator.comparingDouble(Leaving::gain).reversed());
    int[] ofHub = new int[ground.size()];
    int added = 0;
    for (Leaving one : leaving) {
      if (added < CLAIMS_AT_ONCE
          && ofHub[one.group().hub()] < CLAIMS_PER_HUB
          && groups.add(one.group())) {
        inOrder.add(one.group());
        ofHub[one.group().hub()]++;
        added++;
      }
    }
    return added > 0;
  }

  private Duration timeLeft() {
    return limits.time().minusNanos(System.nanoTime() - start);
  }

  private Progress.Listener heard(String why) {
    return progress -> {
      Found found = best;
      Progress told =
          new Progress(
              progress.phase() + ", " + why,
              found != null && found.obeys() && found.leftToGain() == 0 ? found.cost() : Double.NaN,
              boundOfAll,
              (System.nanoTime() - start) / 1e9);
      if (!listener.goOn(told) || timeLeft().isNegative()) {
        stopped = true;
      }
      return !stopped;
    };
  }

  private Plan write(Settled settled, List<String> proved) {
    Found found = settled.found() == null ? best() : settled.found();
    List<String> notes = new ArrayList<>(proved);
    if (!found.obeys()) {
      notes.add("The search ended before it found a plan that obeys all rules.");
    }
    return new PlanWriter(ground)
        .write(
            found.networks(),
            new PlanWriter.Standing(
                settled.proved() ? PlanStatus.PROVED_OPTIMAL : PlanStatus.BEST_FOUND,
                settled.bound(),
                feasible,
                held,
                (System.nanoTime() - start) / 1e9,
                limits.seed(),
                notes));
  }
}
