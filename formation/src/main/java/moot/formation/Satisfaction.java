package moot.formation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import moot.register.PracticeCode;

/**
 * How far networks meet what practices want.
 *
 * <p>A liking is met when the two share a network, a dislike when they do not; whoever is in no
 * network shares one with nobody. A practice's satisfaction is the share of its wishes that are
 * met, each counted by its strength {@code |dislike|}: one “never” weighs as much as four that one
 * would rather not have. Confidential, as what it comes from.
 *
 * @param byPractice 0 to 1, for each practice that has said anything
 */
public record Satisfaction(SortedMap<PracticeCode, Double> byPractice) {
  public Satisfaction {
    byPractice = Collections.unmodifiableSortedMap(new TreeMap<>(byPractice));
  }

  /** Whether two practices' networks are as this preference has it. */
  public static boolean isMet(Preference preference, Map<PracticeCode, String> networkOf) {
    String of = networkOf.get(preference.of());
    boolean together = of != null && of.equals(networkOf.get(preference.about()));
    return together == preference.dislike() < 0;
  }

  /** As {@link Forming#satisfaction} defines it. */
  static Satisfaction of(Map<PracticeCode, String> networkOf, List<Preference> preferences) {
    SortedMap<PracticeCode, double[]> sums = new TreeMap<>();
    for (Preference preference : preferences) {
      double strength = Math.abs(preference.dislike());
      if (strength > 0) {
        double[] sum = sums.computeIfAbsent(preference.of(), practice -> new double[2]);
        sum[0] += isMet(preference, networkOf) ? strength : 0;
        sum[1] += strength;
      }
    }
    SortedMap<PracticeCode, Double> shares = new TreeMap<>();
    sums.forEach((practice, sum) -> shares.put(practice, sum[0] / sum[1]));
    return new Satisfaction(shares);
  }

  /** The mean over all who have said anything, each practice counting once; empty for nobody. */
  public OptionalDouble mean() {
    return byPractice.values().stream().mapToDouble(Double::doubleValue).average();
  }
}
