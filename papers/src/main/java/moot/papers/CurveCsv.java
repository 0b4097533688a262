package moot.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import moot.formation.Curve;
import moot.formation.Plan;

/** {@code curve.csv}: each point of a trade-off as a row, with all digits. */
public final class CurveCsv {
  private CurveCsv() {}

  /** Leaves the stream open. */
  public static void write(List<Curve> curves, OutputStream out) throws IOException {
    PlanCsv.table(
        out,
        csv -> {
          csv.writeRecord(
              "parameter",
              "value",
              "status",
              "cost",
              "bound",
              "gap",
              "networks",
              "in_band",
              "travel",
              "shortfall",
              "ties",
              "patients_moved",
              "seconds");
          for (Curve curve : curves) {
            for (Curve.Point point : curve.points()) {
              Plan plan = point.plan();
              PlanFigures figures = PlanFigures.of(plan);
              csv.writeRecord(
                  curve.parameter(),
                  PlanCsv.number(point.value()),
                  plan.status().name(),
                  PlanCsv.number(plan.cost()),
                  PlanCsv.number(plan.bound()),
                  PlanCsv.number(plan.gap()),
                  Integer.toString(figures.networks()),
                  Integer.toString(figures.inBand()),
                  PlanCsv.number(plan.parts().travel()),
                  PlanCsv.number(plan.parts().shortfall()),
                  PlanCsv.number(plan.parts().ties()),
                  Integer.toString(point.patientsMoved()),
                  PlanCsv.number(plan.seconds()));
            }
          }
        });
  }
}
