package moot.formation;

import java.util.List;
import java.util.Map;
import moot.register.PracticeCode;

/**
 * Whether any group of practices would all rather form another network together.
 *
 * <p>A practice's own cost is its distance to the hub in km plus its preferences. A group blocks a
 * plan when it is a feasible network in which every member's own cost is smaller than in the plan.
 *
 * @param proved whether all feasible networks were looked at
 * @param blockingGroups how many groups block the plan
 * @param groups the groups with the most to gain, best first (at most as many as asked for)
 */
public record Stability(boolean proved, long blockingGroups, List<Group> groups) {
  public boolean stable() {
    return blockingGroups == 0;
  }

  /**
   * @param gain km per practice, summed over the members
   * @param leastGain what the member with the smallest gain gains, in km
   */
  public record Group(
      PracticeCode hub,
      List<PracticeCode> practices,
      int patients,
      double gain,
      double leastGain,
      Map<PracticeCode, Double> gainByPractice) {}
}
