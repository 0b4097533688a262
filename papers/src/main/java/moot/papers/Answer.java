package moot.papers;

import java.util.List;
import moot.formation.Curve;
import moot.formation.Explanation;
import moot.formation.Forming;
import moot.formation.Plan;
import moot.formation.SearchLimits;
import moot.formation.Stability;
import org.jspecify.annotations.Nullable;

/**
 * A plan with everything that was asked about it: what every paper of this room is made of.
 *
 * @param limits what the search was allowed to spend
 * @param explanation why the plan is as it is, and how it stands against today; null when nobody
 *     asked
 * @param alternatives other plans that really differ, in the order in which they were found; empty
 *     when nobody asked
 * @param stability whether any group would rather leave; null when nobody asked
 * @param curves trade-offs, empty when nobody asked
 * @param mostStable whether what was asked for is not the best plan of all, but the best of those
 *     that leave the least to gain by leaving
 * @param cheapest beside such a plan the cheapest of all, whatever it leaves to gain, so that one
 *     sees what stability costs; null when the answer's plan is itself the one searched for among
 *     all, or when there was no time
 */
public record Answer(
    Plan plan,
    SearchLimits limits,
    @Nullable Explanation explanation,
    List<Alternative> alternatives,
    @Nullable Stability stability,
    List<Curve> curves,
    boolean mostStable,
    @Nullable Alternative cheapest) {

  public Answer {
    alternatives = List.copyOf(alternatives);
    curves = List.copyOf(curves);
  }

  /** A plan about which nothing else was asked. */
  public static Answer of(Plan plan) {
    return new Answer(plan, SearchLimits.DEFAULT, null, List.of(), null, List.of(), false, null);
  }

  public Answer with(SearchLimits other) {
    return new Answer(
        plan, other, explanation, alternatives, stability, curves, mostStable, cheapest);
  }

  public Answer with(Explanation other) {
    return new Answer(plan, limits, other, alternatives, stability, curves, mostStable, cheapest);
  }

  public Answer with(List<Alternative> other) {
    return new Answer(plan, limits, explanation, other, stability, curves, mostStable, cheapest);
  }

  public Answer with(Stability other) {
    return new Answer(plan, limits, explanation, alternatives, other, curves, mostStable, cheapest);
  }

  public Answer withCurves(List<Curve> other) {
    return new Answer(
        plan, limits, explanation, alternatives, stability, other, mostStable, cheapest);
  }

  /** The same, as the answer to a search for the plan that leaves the least to gain by leaving. */
  public Answer asMostStable() {
    return new Answer(plan, limits, explanation, alternatives, stability, curves, true, cheapest);
  }

  /** The same, with the cheapest plan beside the most stable one. */
  public Answer withCheapest(Plan other) {
    return new Answer(
        plan,
        limits,
        explanation,
        alternatives,
        stability,
        curves,
        mostStable,
        new Alternative(other, Forming.compare(other, plan)));
  }

  /** How the plan stands against today's networks, if that was asked. */
  public Explanation.@Nullable Comparison againstToday() {
    return explanation == null ? null : explanation.againstToday();
  }

  /**
   * Another plan under the same rules.
   *
   * @param againstPlan the other plan beside the answer's, which is the reference
   */
  public record Alternative(Plan plan, Explanation.Comparison againstPlan) {}
}
