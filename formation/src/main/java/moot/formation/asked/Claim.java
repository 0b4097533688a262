package moot.formation.asked;

/**
 * A group's claim on a plan: at least one of its members has to be content, that is, have an own
 * cost of at most its limit; otherwise all of them would rather form the group.
 *
 * @param members ascending
 * @param limits by member: its own cost in the group and the gain that the plan may leave it
 */
record Claim(int hub, int[] members, double[] limits) {

  static Claim of(OwnCosts ownCosts, double threshold, int hub, int[] members) {
    double[] limits = new double[members.length];
    for (int k = 0; k < members.length; k++) {
      limits[k] =
          ownCosts.of(members[k], hub, members, members.length)
              + threshold
              + GainingGroups.TOLERANCE_KM;
    }
    return new Claim(hub, members, limits);
  }

  /** How many of the group's members are content in a network. */
  int contentIn(int[] network, int networkHub, OwnCosts ownCosts) {
    int content = 0;
    for (int k = 0; k < members.length; k++) {
      for (int i : network) {
        if (i == members[k] && ownCosts.of(i, networkHub, network, network.length) <= limits[k]) {
          content++;
        }
      }
    }
    return content;
  }
}
