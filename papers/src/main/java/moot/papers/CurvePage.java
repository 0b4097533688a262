package moot.papers;

import java.util.ArrayList;
import java.util.List;
import moot.formation.Curve;
import moot.formation.Plan;

/** A trade-off as a table; {@link CurveChart} draws it. */
public final class CurvePage {
  private final Curve curve;

  public CurvePage(Curve curve) {
    this.curve = curve;
  }

  public String heading() {
    return curve.parameter().equals("networks")
        ? "How many networks?"
        : "Travel against today's ties";
  }

  public String introduction() {
    return curve.parameter().equals("networks")
        ? "The best plan for each number of networks. More networks mean nearer hubs, but more of them under the minimum and more to manage."
        : "The best plan for each weight given to today's ties: how many km of travel one patient's practice staying in its network is worth.";
  }

  public String parameter() {
    return curve.parameter().equals("networks") ? "Networks" : "Weight of ties (km)";
  }

  /** Whether the number of networks is not the parameter itself. */
  public boolean countsNetworks() {
    return !curve.parameter().equals("networks");
  }

  /** What stands against the parameter: what the chart shows above. */
  public String traded() {
    return CurveChart.traded(curve.parameter());
  }

  public String chart() {
    return CurveChart.svg(curve);
  }

  /** A point in words and figures. */
  public record Row(
      String value,
      String networks,
      String inBand,
      String cost,
      String traded,
      String moved,
      String status) {}

  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Curve.Point point : curve.points()) {
      Plan plan = point.plan();
      PlanFigures figures = PlanFigures.of(plan);
      rows.add(
          new Row(
              Wording.brief(point.value()),
              Wording.whole(figures.networks()),
              Wording.whole(figures.inBand()),
              Wording.cost(plan.cost()),
              Wording.cost(CurveChart.traded(curve.parameter(), plan)),
              Wording.whole(point.patientsMoved()),
              Wording.status(plan)));
    }
    return rows;
  }
}
