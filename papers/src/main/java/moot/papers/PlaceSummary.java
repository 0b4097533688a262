package moot.papers;

import moot.formation.Explanation.Comparison;
import moot.formation.Plan;
import moot.formation.PlanStatus;
import org.jspecify.annotations.Nullable;

/**
 * One place's plan in one row, small enough to keep for all of England.
 *
 * @param folder where its files are, beside the index
 * @param mostStable whether the status speaks of plans that leave as little to gain by leaving
 * @param today today's networks priced by the same rules; null when no practice is in one
 * @param feasibleNetworks −1 when they were not counted
 */
public record PlaceSummary(
    String code,
    String name,
    String folder,
    PlanStatus status,
    boolean mostStable,
    double cost,
    double bound,
    double gap,
    PlanFigures figures,
    @Nullable Today today,
    long feasibleNetworks,
    double seconds) {

  /**
   * @param patientsMoved patients whose practice would change network
   */
  public record Today(double cost, PlanFigures figures, int practicesMoved, int patientsMoved) {}

  public static PlaceSummary of(Answer answer, String folder) {
    Plan plan = answer.plan();
    Comparison comparison = answer.againstToday();
    return new PlaceSummary(
        plan.place().code().value(),
        plan.place().name(),
        folder,
        plan.status(),
        answer.mostStable(),
        plan.cost(),
        plan.bound(),
        plan.gap(),
        PlanFigures.of(plan),
        comparison == null
            ? null
            : new Today(
                comparison.reference().cost(),
                PlanFigures.of(comparison.reference()),
                comparison.practicesMoved(),
                comparison.patientsMoved()),
        plan.feasibleNetworks(),
        plan.seconds());
  }
}
