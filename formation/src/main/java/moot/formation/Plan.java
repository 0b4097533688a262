package moot.formation;

import java.util.List;
import java.util.SortedSet;
import moot.register.PracticeCode;

/**
 * A partition of a place's practices into networks, with the rules it obeys, its cost, and proof of
 * how good it is.
 *
 * @param networks sorted by id; every practice that takes part is in exactly one
 * @param leftOut practices that take no part
 * @param bound no plan under the same rules costs less (thousand patient-km); 0 when nothing is
 *     known
 * @param feasibleNetworks how many networks obey the rules; −1 when they were not counted
 * @param enumerated whether every feasible network was held and looked at, so that a statement
 *     about all of them is proved
 * @param neighbours the pairs used
 * @param notes what the reader should know about how it was found, in words
 */
public record Plan(
    FormingPlace place,
    FormingRules rules,
    PlanStatus status,
    List<PlanNetwork> networks,
    List<PracticeCode> leftOut,
    double bound,
    long feasibleNetworks,
    boolean enumerated,
    double seconds,
    long seed,
    SortedSet<NeighbourPair> neighbours,
    List<PlanException> exceptions,
    List<String> notes) {

  /** Thousand patient-km. */
  public double cost() {
    return parts().total();
  }

  public CostParts parts() {
    return networks.stream().map(PlanNetwork::parts).reduce(CostParts.NONE, CostParts::plus);
  }

  /** The share of the cost (0 to 1) by which another plan could be cheaper at most. */
  public double gap() {
    double cost = cost();
    return cost <= bound || cost == 0 ? 0 : (cost - bound) / cost;
  }
}
