package moot.sample;

import java.util.Arrays;
import java.util.List;
import moot.register.Position;
import moot.sample.Districts.District;

/**
 * Who registers where: near surgeries draw more than far ones, catchments overlap, and a few people
 * stay registered with a practice far away.
 */
final class Catchments {
  /** A list above this is a student health service's. */
  static final int UNIVERSITY = 50_000;

  private static final int ROUNDS = 60;

  private Catchments() {}

  /**
   * @return patients by surgery (row) and district (column); each row adds up to the surgery's
   *     target
   */
  static int[][] fit(List<District> districts, List<Position> sites, int[] targets, Dice dice) {
    int n = targets.length;
    int m = districts.size();
    double[][] pull = new double[n][m];
    for (int j = 0; j < n; j++) {
      boolean university = targets[j] > UNIVERSITY;
      for (int i = 0; i < m; i++) {
        pull[j][i] = pull(districts.get(i), sites.get(j), university) * dice.about1(0.25);
      }
    }
    // Both sides are met by scaling rows and columns in turn until neither changes (Sinkhorn).
    double[] row = new double[n];
    double[] column = new double[m];
    Arrays.fill(column, 1);
    for (int round = 0; round < ROUNDS; round++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int i = 0; i < m; i++) {
          sum += pull[j][i] * column[i];
        }
        row[j] = targets[j] / sum;
      }
      for (int i = 0; i < m; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += pull[j][i] * row[j];
        }
        column[i] = districts.get(i).people() / sum;
      }
    }
    int[][] patients = new int[n][];
    for (int j = 0; j < n; j++) {
      double[] shares = new double[m];
      for (int i = 0; i < m; i++) {
        shares[i] = pull[j][i] * column[i];
      }
      patients[j] = WholeNumbers.of(shares, targets[j]);
    }
    return patients;
  }

  private static double pull(District district, Position site, boolean university) {
    double km = district.centroid().kmTo(site);
    if (university) {
      double liking =
          switch (district.character()) {
            case STUDENT -> 30;
            case MIDDLE, INNER -> 3;
            default -> 0.3;
          };
      return liking * StrictMath.exp(-km / 2.5) + 0.0003 * StrictMath.exp(-km / 10);
    }
    return StrictMath.exp(-km / district.character().reach) + 0.0003 * StrictMath.exp(-km / 10);
  }
}
