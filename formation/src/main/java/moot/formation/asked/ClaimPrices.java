package moot.formation.asked;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a network earns under the prices of practices and of claims: for each member its price, and
 * the price of each claim of a group with that member in which the network leaves it content.
 */
final class ClaimPrices {
  private final OwnCosts ownCosts;
  private final double[] ofPractice;
  private final double perNetwork;

  /** By practice: the limits of its claims with a price, ascending. */
  private final double[][] limits;

  /** By practice: the price of the claim at that place and of all with higher limits. */
  private final double[][] prices;

  /** By hub and practice, where nothing but the hub decides about content. */
  private final double[][] byHub;

  /**
   * @param ofPractice prices of practices
   * @param claimPrices prices of the claims, none below 0
   * @param perNetwork the price of one more network
   */
  ClaimPrices(
      OwnCosts ownCosts,
      double[] ofPractice,
      List<Claim> claims,
      double[] claimPrices,
      double perNetwork) {
    this.ownCosts = ownCosts;
    this.ofPractice = ofPractice;
    this.perNetwork = perNetwork;
    record Step(double limit, double price) {}
    List<List<Step>> steps = new ArrayList<>();
    for (int i = 0; i < ofPractice.length; i++) {
      steps.add(new ArrayList<>());
    }
    for (int c = 0; c < claimPrices.length; c++) {
      if (claimPrices[c] > 0) {
        Claim claim = claims.get(c);
        for (int k = 0; k < claim.members().length; k++) {
          steps.get(claim.members()[k]).add(new Step(claim.limits()[k], claimPrices[c]));
        }
      }
    }
    int n = ofPractice.length;
    limits = new double[n][];
    prices = new double[n][];
    for (int i = 0; i < n; i++) {
      List<Step> ofOne = steps.get(i);
      ofOne.sort(Comparator.comparingDouble(Step::limit));
      limits[i] = ofOne.stream().mapToDouble(Step::limit).toArray();
      prices[i] = new double[ofOne.size()];
      double sum = 0;
      for (int s = ofOne.size() - 1; s >= 0; s--) {
        sum += ofOne.get(s).price();
        prices[i][s] = sum;
      }
    }
    byHub = new double[ownCosts.distanceOnly() ? n : 0][n];
    for (int hub = 0; hub < byHub.length; hub++) {
      for (int i = 0; i < n; i++) {
        byHub[hub][i] = ofPractice[i] + contentment(i, ownCosts.least(i, hub));
      }
    }
  }

  /** What its claims pay for a practice with this own cost. */
  private double contentment(int practice, double own) {
    double[] of = limits[practice];
    int low = 0;
    int high = of.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (of[middle] >= own) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low == of.length ? 0 : prices[practice][low];
  }

  /** What is left of a network's cost after all it earns. */
  double reduced(int hub, int[] members, int size, double cost) {
    double left = cost - perNetwork;
    if (byHub.length > 0) {
      double[] earned = byHub[hub];
      for (int k = 0; k < size; k++) {
        left -= earned[members[k]];
      }
    } else {
      for (int k = 0; k < size; k++) {
        int i = members[k];
        left -= ofPractice[i] + contentment(i, ownCosts.of(i, hub, members, size));
      }
    }
    return left;
  }
}
