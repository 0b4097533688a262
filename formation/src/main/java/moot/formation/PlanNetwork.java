package moot.formation;

import java.util.List;
import moot.register.PracticeCode;

/**
 * One network of a plan.
 *
 * @param id within the plan: the code of today's network when the plan is today's, else {@code
 *     N01}, {@code N02}, … in the order of the smallest practice code
 * @param hub the member that makes the travel smallest (the first by code where several do)
 * @param practices its members, sorted by code
 * @param patients registered patients of all members
 */
public record PlanNetwork(
    String id,
    PracticeCode hub,
    List<PracticeCode> practices,
    int patients,
    boolean connected,
    CostParts parts) {
  public PlanNetwork {
    practices = practices.stream().sorted().toList();
  }

  public double cost() {
    return parts.total();
  }
}
