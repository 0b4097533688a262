package moot.formation;

import java.util.List;
import java.util.Map;
import moot.register.PracticeCode;

/**
 * Whether any group of practices would all rather form another network together.
 *
 * <p>A practice's <em>own cost</em> in a network, in km, is its straight-line distance to the
 * network's hub (the member that makes travel smallest, as everywhere) plus {@link
 * CostWeights#preferences()} times the sum of its stated dislikes of its fellow members. How many
 * patients it has does not count, and neither does what the network costs otherwise.
 *
 * <p>A group <em>blocks</em> a plan when it is a feasible network with at least the minimum of
 * patients in which every member's own cost is smaller than in the plan, by more than a millimetre.
 * A group that is short of the minimum cannot form by its own will: it needs a waiver, which is not
 * the members' to give. (Were it otherwise, every practice that is not a hub would block each plan,
 * by itself: alone it has no way to go.) Such groups are counted apart. For the other reading, in
 * which any feasible network may block, ask with a minimum of 0.
 *
 * <p>Practices without a network in the plan are in no group, and neither are those whose network
 * stays as it is by a lock.
 *
 * @param proved whether all groups were looked at
 * @param blockingGroups how many groups block the plan
 * @param groupsUnderMinimum how many more would, had they the minimum of patients
 * @param groups the groups with the most to gain, best first (at most as many as asked for)
 */
public record Stability(
    boolean proved, long blockingGroups, long groupsUnderMinimum, List<Group> groups) {
  public Stability {
    groups = List.copyOf(groups);
  }

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
