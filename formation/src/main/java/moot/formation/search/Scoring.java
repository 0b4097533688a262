package moot.formation.search;

import java.util.List;
import moot.formation.ground.Costing;
import moot.formation.ground.Ground;

/**
 * What local search minimises: the cost of the networks, and far above it how much they break
 * rules.
 */
final class Scoring {
  /** Dearer than any cost that rules could be traded for, small enough to add up exactly enough. */
  static final double BROKEN = 1e7;

  private final Ground ground;
  private final Costing costing;
  private final List<Side> sides;

  Scoring(Ground ground, List<Side> sides) {
    this.ground = ground;
    this.costing = new Costing(ground);
    this.sides = sides;
  }

  Ground ground() {
    return ground;
  }

  List<Side> sides() {
    return sides;
  }

  int[][] together() {
    return ground.locks().groups();
  }

  double cost(int[] members) {
    return costing.of(members);
  }

  /**
   * How much this network by itself breaks rules; 0 when it is feasible. Connected is taken as
   * given.
   */
  double broken(int[] members) {
    return ground.broken(members);
  }

  double[] sides(int[] members) {
    double[] amounts = new double[sides.size()];
    for (int s = 0; s < amounts.length; s++) {
      amounts[s] = sides.get(s).amount(members, members.length);
    }
    return amounts;
  }

  /** How much these sums break the side rows. */
  double brokenSides(double[] sums) {
    double broken = 0;
    for (int s = 0; s < sums.length; s++) {
      Side side = sides.get(s);
      double off = Math.max(0, Math.max(side.from() - sums[s], sums[s] - side.to()));
      if (off > 0) {
        broken += side instanceof Side.Count ? off : off / 1000 + 0.001;
      }
    }
    return broken;
  }
}
