package moot.funding.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.terms.Basis;
import moot.funding.terms.Formula;
import moot.funding.terms.Pack;
import moot.funding.terms.Term;
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

  /**
   * What somebody says, as a pack's terms take it: the list that points count with is the payee's
   * registered list, a network's the sum over those who are in it as the year begins.
   *
   * @param said in any order; of two about the same the later one counts
   */
  public static Achieved of(
      Pack pack, FundedPlace place, MembershipRule rule, List<Achievement> said) {
    if (said.isEmpty()) {
      return NOTHING_SAID;
    }
    Map<String, Map<String, Map<String, Integer>>> parts = new HashMap<>();
    Map<String, Map<String, Points>> points = new HashMap<>();
    for (Term term : pack.terms()) {
      for (Achievement one : said) {
        if (one.term() != null && !one.term().equals(term.id())) {
          continue;
        }
        BigDecimal earned = one.points();
        if (term.formula() instanceof Formula.Points && earned != null) {
          BigDecimal factor = one.prevalenceFactor();
          points
              .computeIfAbsent(term.id(), id -> new HashMap<>())
              .put(
                  one.payee(),
                  new Points(
                      Quantity.of(earned),
                      Map.of(),
                      list(place, pack.year(), rule, one.payee()),
                      factor == null ? null : Quantity.of(factor),
                      factor == null ? null : Quantity.of(1)));
        }
        Integer percent = one.percent();
        if (term.formula() instanceof Formula.Parts all && percent != null) {
          Map<String, Integer> each = new HashMap<>();
          all.parts().forEach(part -> each.put(part.id(), percent));
          parts.computeIfAbsent(term.id(), id -> new HashMap<>()).put(one.payee(), each);
        }
      }
    }
    return new Achieved(parts, points, Map.of(), Map.of());
  }

  private static @Nullable Quantity list(
      FundedPlace place, FinancialYear year, MembershipRule rule, String payee) {
    Quantity sum = Quantity.ZERO;
    boolean any = false;
    LocalDate begin = rule.decides(year, year.months().getFirst());
    for (FundedPractice practice : place.practices()) {
      boolean counts =
          practice.code().value().equals(payee)
              || practice.networkOn(begin).map(in -> in.value().equals(payee)).orElse(false);
      if (counts) {
        Held held = practice.bases().get(Basis.REGISTERED_LIST);
        if (held == null) {
          return null;
        }
        sum = sum.plus(held.quantity());
        any = true;
      }
    }
    return any ? sum : null;
  }

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
