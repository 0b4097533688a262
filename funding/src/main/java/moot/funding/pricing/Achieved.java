package moot.funding.pricing;

import java.util.Map;
import java.util.Set;
import moot.funding.Money;
import moot.funding.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What payees did, by term and payee code. Nothing said about parts means that they are priced in
 * full, as the most there is; nothing said about points leaves the term out.
 *
 * @param parts part id to percent achieved, 0 to 100
 * @param notMet payees that do not meet the condition of a term
 */
public record Achieved(
    Map<String, Map<String, Map<String, Integer>>> parts,
    Map<String, Map<String, Points>> points,
    Map<String, Map<String, Elsewhere>> elsewhere,
    Map<String, Set<String>> notMet) {
  public static final Achieved NOTHING_SAID = new Achieved(Map.of(), Map.of(), Map.of(), Map.of());

  /**
   * Points and the factors they count with.
   *
   * @param points where the term has no indicators
   * @param byIndicator achievement in percent by indicator id, where it has
   * @param list the payee's list; null where no list-size factor applies
   * @param prevalence the payee's, in percent; null where no prevalence factor applies
   * @param nationalPrevalence in percent; null with {@code prevalence}
   */
  public record Points(
      @Nullable Quantity points,
      Map<String, Quantity> byIndicator,
      @Nullable Quantity list,
      @Nullable Quantity prevalence,
      @Nullable Quantity nationalPrevalence) {}

  /** What a payee got elsewhere, for a term that tops it up. */
  public record Elsewhere(Money amount, boolean targetMet) {}

  @Nullable Map<String, Integer> partsOf(String term, String payee) {
    return parts.getOrDefault(term, Map.of()).get(payee);
  }

  @Nullable Points pointsOf(String term, String payee) {
    return points.getOrDefault(term, Map.of()).get(payee);
  }

  @Nullable Elsewhere elsewhereOf(String term, String payee) {
    return elsewhere.getOrDefault(term, Map.of()).get(payee);
  }

  boolean isMet(String term, String payee) {
    return !notMet.getOrDefault(term, Set.of()).contains(payee);
  }
}
