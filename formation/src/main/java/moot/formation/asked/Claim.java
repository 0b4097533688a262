package moot.formation.asked;

import java.util.Arrays;
import moot.formation.ground.Ground;
import moot.formation.search.Demand;

/**
 * A group's claim on a plan: at least one of its members has to be content, that is, have an own
 * cost of at most its limit; otherwise all of them would rather form the group. A network brings 1
 * when it leaves a member content.
 */
final class Claim implements Demand {
  private final Ground ground;
  private final OwnCosts ownCosts;
  private final int hub;
  private final int[] members;

  /** By practice: its own cost in the group and the gain that the plan may leave it. */
  private final double[] limits;

  /**
   * @param threshold km that each member may be left to gain
   * @param members ascending
   */
  Claim(Ground ground, OwnCosts ownCosts, double threshold, int hub, int[] members) {
    this.ground = ground;
    this.ownCosts = ownCosts;
    this.hub = hub;
    this.members = members;
    this.limits = new double[ground.size()];
    Arrays.fill(limits, Double.NEGATIVE_INFINITY);
    for (int i : members) {
      limits[i] =
          ownCosts.of(i, hub, members, members.length) + threshold + GainingGroups.TOLERANCE_KM;
    }
  }

  int hub() {
    return hub;
  }

  @Override
  public double amount(int[] network, int size) {
    boolean any = false;
    for (int k = 0; k < size; k++) {
      any |= limits[network[k]] > Double.NEGATIVE_INFINITY;
    }
    if (!any) {
      return 0;
    }
    int networkHub = Hubs.of(ground, network, size);
    for (int k = 0; k < size; k++) {
      int i = network[k];
      if (limits[i] > Double.NEGATIVE_INFINITY
          && ownCosts.of(i, networkHub, network, size) <= limits[i]) {
        return 1;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Claim claim
        && claim.hub == hub
        && Arrays.equals(claim.members, members)
        && Arrays.equals(claim.limits, limits);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(members) + hub;
  }
}
