package moot.app.drafts;

import java.util.List;
import moot.formation.CostParts;
import moot.formation.Explanation.Comparison;
import moot.papers.PlanFigures;

/**
 * A draft beside today or another.
 *
 * @param changes the practices about whose network anything is otherwise than on the left
 */
public record Beside(
    List<DraftView.ChangeLine> changes,
    Comparison comparison,
    PlanFigures left,
    PlanFigures right,
    CostParts leftParts,
    CostParts rightParts) {}
