package moot.sample;

import java.util.List;

/**
 * How much work and need a practice's patients bring, beside their number. Plausible figures for a
 * place that nobody lives in, in the manner of the two formulas that pay practices; not those
 * formulas. Both add up to the registered total.
 */
final class Weights {
  /**
   * Workload by age (0–4, 5–14, 15–44, 45–64, 65–74, 75–84, 85 and over), in the proportions that
   * are commonly quoted for the Carr-Hill formula.
   */
  private static final double[] FEMALE = {3.64, 1.04, 2.19, 3.36, 4.90, 6.56, 6.72};

  private static final double[] MALE = {3.97, 1.00, 1.02, 2.15, 4.19, 5.18, 6.27};

  private Weights() {}

  /**
   * Registered lists weighted by age, need and distance.
   *
   * @param rural 1 for a practice in the country, 0 elsewhere
   * @return hundredths of a patient
   */
  static int[] weightedListHundredths(List<AgeCounts> ages, double[] need, int[] rural, Dice dice) {
    int total = 0;
    for (AgeCounts a : ages) {
      total += a.all();
    }
    double[] workload = workload(ages);
    double meanNeed = mean(need, ages);
    double[] shares = new double[need.length];
    for (int j = 0; j < need.length; j++) {
      shares[j] =
          ages.get(j).all()
              * StrictMath.pow(workload[j], 0.9)
              * (1 + 0.0045 * (need[j] - meanNeed))
              * (1 + 0.035 * rural[j])
              * dice.about1(0.02);
    }
    return WholeNumbers.of(shares, total * 100);
  }

  /** Lists adjusted by need more than by age, in whole patients. */
  static int[] adjustedPopulation(List<AgeCounts> ages, double[] need, Dice dice) {
    int total = 0;
    for (AgeCounts a : ages) {
      total += a.all();
    }
    double[] workload = workload(ages);
    double meanNeed = mean(need, ages);
    double[] shares = new double[need.length];
    for (int j = 0; j < need.length; j++) {
      shares[j] =
          ages.get(j).all()
              * StrictMath.pow(workload[j], 0.75)
              * (1 + 0.006 * (need[j] - meanNeed))
              * dice.about1(0.03);
    }
    return WholeNumbers.of(shares, total);
  }

  /** Mean workload of a patient against the place's. */
  private static double[] workload(List<AgeCounts> ages) {
    double[] each = new double[ages.size()];
    double all = 0;
    double patients = 0;
    for (int j = 0; j < each.length; j++) {
      AgeCounts a = ages.get(j);
      double sum = 0;
      for (int band = 0; band < AgeCounts.BANDS; band++) {
        int group = group(band * 5);
        sum += a.female().get(band) * FEMALE[group] + a.male().get(band) * MALE[group];
      }
      each[j] = sum / a.all();
      all += sum;
      patients += a.all();
    }
    for (int j = 0; j < each.length; j++) {
      each[j] /= all / patients;
    }
    return each;
  }

  private static int group(int age) {
    return age < 5
        ? 0
        : age < 15 ? 1 : age < 45 ? 2 : age < 65 ? 3 : age < 75 ? 4 : age < 85 ? 5 : 6;
  }

  private static double mean(double[] need, List<AgeCounts> ages) {
    double sum = 0;
    double patients = 0;
    for (int j = 0; j < need.length; j++) {
      sum += need[j] * ages.get(j).all();
      patients += ages.get(j).all();
    }
    return sum / patients;
  }
}
