package moot.cli;

import java.io.PrintWriter;
import java.util.Locale;
import moot.formation.Curve;
import moot.formation.Explanation.Comparison;
import moot.formation.Plan;
import moot.formation.Stability;
import moot.papers.Answer;
import moot.papers.PlanFigures;
import moot.papers.Wording;

/** A plan in a few lines, for whoever sits at the terminal. */
final class PlanWords {
  private PlanWords() {}

  static void print(Answer answer, PrintWriter out) {
    Plan plan = answer.plan();
    PlanFigures figures = PlanFigures.of(plan);
    String title =
        plan.place().name().equals(plan.place().code().value())
            ? plan.place().name()
            : plan.place().code() + " " + plan.place().name();
    out.printf(
        "%s: %s practices, %s patients%n",
        title, Wording.whole(figures.practices()), Wording.whole(figures.patients()));
    out.printf(
        "  plan     cost %s  bound %s  %s in %s%n",
        Wording.cost(plan.cost()),
        Wording.cost(plan.bound()),
        Wording.status(answer).toLowerCase(Locale.UK),
        Wording.seconds(plan.seconds()));
    out.printf("           %s%n", networks(figures));
    Comparison comparison = answer.againstToday();
    if (comparison != null) {
      out.printf("  today    cost %s%n", Wording.cost(comparison.reference().cost()));
      out.printf("           %s%n", networks(PlanFigures.of(comparison.reference())));
      out.printf(
          "  change   %s patients (%s practices) would move%n",
          Wording.whole(comparison.patientsMoved()), Wording.whole(comparison.practicesMoved()));
    }
    plan.notes().forEach(note -> out.printf("  note     %s%n", note));
    if (!answer.alternatives().isEmpty()) {
      out.println("  others   (thousand patient-km more, patients placed otherwise)");
      for (Answer.Alternative alternative : answer.alternatives()) {
        out.printf(
            "           %s  %s%n",
            Wording.extra(alternative.againstPlan().extraCost()),
            Wording.whole(alternative.againstPlan().patientsMoved()));
      }
    }
    Wording.priceOfStability(answer).ifPresent(price -> out.printf("  price    %s%n", price));
    Stability stability = answer.stability();
    if (stability != null) {
      out.printf(
          "  stable   %s%s%n",
          stability.stable()
              ? "yes: no group would all rather form another network"
              : "no: %s groups would all rather form another network"
                  .formatted(Wording.whole(stability.blockingGroups())),
          stability.proved() ? " (all were looked at)" : " (not all could be looked at)");
    }
    for (Curve curve : answer.curves()) {
      boolean ties = curve.parameter().equals("ties");
      out.printf(
          "  curve    %s: cost, %s, patients who would move%n",
          curve.parameter(), ties ? "cost without ties" : "travel");
      for (Curve.Point point : curve.points()) {
        out.printf(
            "  %8s  %s  %s  %s  %s%n",
            Wording.brief(point.value()),
            Wording.cost(point.plan().cost()),
            Wording.cost(
                ties
                    ? point.plan().cost() - point.plan().parts().ties()
                    : point.plan().parts().travel()),
            Wording.whole(point.patientsMoved()),
            Wording.status(point.plan()).toLowerCase(Locale.UK));
      }
    }
    out.flush();
  }

  /** The same in one line, for one of many places. */
  static String line(Answer answer) {
    Plan plan = answer.plan();
    return "%s cost %s, %s, %s feasible networks, %s"
        .formatted(
            plan.place().code(),
            Wording.cost(plan.cost()),
            Wording.status(answer).toLowerCase(Locale.UK),
            plan.feasibleNetworks() < 0 ? "?" : Wording.whole(plan.feasibleNetworks()),
            Wording.seconds(plan.seconds()));
  }

  private static String networks(PlanFigures figures) {
    return "%d networks, %d in the band, %d under, %d over, %d not connected"
        .formatted(
            figures.networks(),
            figures.inBand(),
            figures.under(),
            figures.over(),
            figures.notConnected());
  }
}
