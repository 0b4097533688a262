package moot.formation.asked;

import java.util.Arrays;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.ground.Ground;
import org.jspecify.annotations.Nullable;

/**
 * What a network costs each of its members by itself, in km, as {@link moot.formation.Stability}
 * defines it.
 */
final class OwnCosts {
  private final Ground ground;
  private final double weight;
  private final double @Nullable [][] dislikes;
  private final double[] mostLiked;

  OwnCosts(Ground ground) {
    this.ground = ground;
    this.weight = ground.rules().weights().preferences();
    this.dislikes = weight > 0 ? ground.dislikes() : null;
    this.mostLiked = new double[ground.size()];
    double[][] all = dislikes;
    if (all != null) {
      for (int i = 0; i < mostLiked.length; i++) {
        mostLiked[i] = weight * Arrays.stream(all[i]).map(d -> Math.min(0, d)).sum();
      }
    }
  }

  /** The own cost of a practice in a network of these members with this hub. */
  double of(int practice, int hub, int[] members, int size) {
    double km = ground.km(practice, hub);
    double[][] all = dislikes;
    if (all == null) {
      return km;
    }
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += all[practice][members[k]];
    }
    return km + weight * sum;
  }

  /** No network with this hub costs the practice less. */
  double least(int practice, int hub) {
    return ground.km(practice, hub) + mostLiked[practice];
  }

  /** By practice; negative infinity for those without a network, who so never gain. */
  double[] in(Plan plan) {
    double[] own = new double[ground.size()];
    Arrays.fill(own, Double.NEGATIVE_INFINITY);
    for (PlanNetwork network : plan.networks()) {
      int[] members = network.practices().stream().mapToInt(ground::number).toArray();
      int hub = ground.number(network.hub());
      for (int i : members) {
        own[i] = of(i, hub, members, members.length);
      }
    }
    return own;
  }

  /** Whether a practice's own cost is its distance to the hub and nothing else. */
  boolean distanceOnly() {
    return dislikes == null;
  }

  /**
   * Who resists a new network: whoever could not gain more than the threshold by it, whatever its
   * members.
   *
   * @param now each practice's own cost now; negative infinity for one that takes no part
   */
  GainingGroups.Resistance resistance(double[] now, double threshold) {
    return (hub, resistance) -> {
      for (int i = 0; i < now.length; i++) {
        resistance[i] = gains(now[i], least(i, hub), threshold) ? 0 : 1;
      }
    };
  }

  static boolean gains(double now, double then, double threshold) {
    return now > content(then, threshold);
  }

  /** The largest own cost that leaves a practice content which could have another, in km. */
  static double content(double then, double threshold) {
    return then + threshold + GainingGroups.TOLERANCE_KM;
  }

  /** Whether each member gains more than the threshold. */
  boolean allGain(double[] now, double threshold, int hub, int[] members, int size) {
    for (int k = 0; k < size; k++) {
      if (!gains(now[members[k]], of(members[k], hub, members, size), threshold)) {
        return false;
      }
    }
    return true;
  }

  /** What the member gains who gains least, in km. */
  double leastGain(double[] now, int hub, int[] members, int size) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      least = Math.min(least, now[members[k]] - of(members[k], hub, members, size));
    }
    return least;
  }
}
