package moot.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A practice's patients by sex and five-year age band.
 *
 * @param female patients aged 0–4, 5–9, …, 90–94, 95 and over: 20 numbers
 * @param male the same for male patients
 */
public record AgeCounts(List<Integer> female, List<Integer> male) {
  /** How many bands there are. */
  public static final int BANDS = 20;

  /** England's people by band, per cent, rounded (2021 census order of magnitude). */
  private static final double[] ENGLAND = {
    5.4, 5.9, 6.0, 5.7, 6.0, 6.6, 7.0, 6.7, 6.3, 6.4, 6.9, 6.7, 5.8, 4.9, 5.0, 3.6, 2.5, 1.6, 0.7,
    0.3
  };

  public AgeCounts {
    female = List.copyOf(female);
    male = List.copyOf(male);
    if (female.size() != BANDS || male.size() != BANDS) {
      throw new IllegalArgumentException("expected %d age bands for each sex".formatted(BANDS));
    }
  }

  /** The band's name as published, for example {@code 35_39} or {@code 95+}. */
  public static String bandName(int band) {
    return band == BANDS - 1 ? "95+" : (band * 5) + "_" + (band * 5 + 4);
  }

  public int inBand(int band) {
    return female.get(band) + male.get(band);
  }

  public int all() {
    return from(0);
  }

  /** Patients of at least this age, a multiple of five. */
  public int from(int age) {
    int sum = 0;
    for (int band = age / 5; band < BANDS; band++) {
      sum += inBand(band);
    }
    return sum;
  }

  /** The share of each band among the people of one small area. */
  static double[] localShares(Neighbourhood character, Dice dice) {
    double young = dice.about1(0.08);
    double old = dice.about1(0.12);
    double[] shares = new double[BANDS];
    double sum = 0;
    for (int band = 0; band < BANDS; band++) {
      shares[band] =
          ENGLAND[band]
              * character.ageMultiplier(band * 5 + 2)
              * (band < 4 ? young : band >= 12 ? old : 1);
      sum += shares[band];
    }
    for (int band = 0; band < BANDS; band++) {
      shares[band] /= sum;
    }
    return shares;
  }

  /**
   * The patients of each practice, of the ages that live where its patients live.
   *
   * @param patients by practice and district
   */
  static List<AgeCounts> of(List<Districts.District> districts, int[][] patients) {
    List<AgeCounts> all = new ArrayList<>();
    for (int[] byDistrict : patients) {
      int list = Arrays.stream(byDistrict).sum();
      double[] expected = new double[BANDS];
      for (int i = 0; i < byDistrict.length; i++) {
        for (int band = 0; band < BANDS; band++) {
          double tilt = list > Catchments.UNIVERSITY ? studentTilt(band) : 1;
          expected[band] += byDistrict[i] * districts.get(i).ages()[band] * tilt;
        }
      }
      all.add(of(expected, list));
    }
    return all;
  }

  /** How much more likely a student health service's patient is of this band. */
  private static double studentTilt(int band) {
    return StrictMath.pow(Neighbourhood.STUDENT.ageMultiplier(band * 5 + 2), 0.6);
  }

  /** Whole people by sex and band from expected numbers by band. */
  private static AgeCounts of(double[] expected, int patients) {
    double[] bySex = new double[2 * BANDS];
    for (int band = 0; band < BANDS; band++) {
      double female = band < 13 ? 0.495 : band < 16 ? 0.53 : band < 18 ? 0.59 : 0.68;
      bySex[band] = expected[band] * female;
      bySex[BANDS + band] = expected[band] * (1 - female);
    }
    List<Integer> whole = Arrays.stream(WholeNumbers.of(bySex, patients)).boxed().toList();
    return new AgeCounts(whole.subList(0, BANDS), whole.subList(BANDS, 2 * BANDS));
  }
}
