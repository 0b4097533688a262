package moot.formation;

import java.util.Map;
import java.util.SortedSet;
import moot.register.PracticeCode;

/**
 * A plan that moves few practices of an earlier one.
 *
 * <p>A network of the plan <em>carries on</em> at most one network of the earlier plan, and each of
 * those is carried on by at most one. Who carries on whom is chosen so that as many practices as
 * possible stay. A practice <em>moves</em> when it was in a network before and its network does not
 * carry that one on. Practices that were in none, or that a lock leaves out, do not move: they join
 * or leave.
 *
 * @param most how many practices may move
 * @param networkOf the plan with the earlier names: a network that carries one on has its name
 * @param moved who moves, at most so many
 */
public record NearPlan(
    int most, Plan plan, Map<PracticeCode, String> networkOf, SortedSet<PracticeCode> moved) {}
