package moot.papers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.funding.pricing.LeftOut;
import moot.funding.pricing.Payee;
import moot.funding.pricing.Priced;
import moot.funding.terms.Pack;
import moot.funding.terms.Term;

/**
 * A term that could not be priced for some payees, for one reason.
 *
 * @param why in words, with what would be needed
 * @param payees in the order of the place's practices and networks
 */
public record LeftOutTogether(Pack pack, Term term, String why, List<Payee> payees) {
  public LeftOutTogether {
    payees = List.copyOf(payees);
  }

  private record Reason(Pack pack, Term term, String why) {}

  /**
   * @param contracts all of one year
   */
  public static List<LeftOutTogether> of(List<Priced> contracts) {
    Map<Reason, List<Payee>> reasons = new LinkedHashMap<>();
    for (Priced contract : contracts) {
      for (LeftOut left : contract.leftOut()) {
        reasons
            .computeIfAbsent(
                new Reason(contract.pack(), left.term(), left.why()), r -> new ArrayList<>())
            .add(left.payee());
      }
    }
    List<LeftOutTogether> groups = new ArrayList<>();
    reasons.forEach(
        (reason, payees) ->
            groups.add(new LeftOutTogether(reason.pack(), reason.term(), reason.why(), payees)));
    return groups;
  }
}
