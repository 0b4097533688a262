package moot.papers;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import moot.formation.Curve;
import moot.formation.Plan;
import moot.formation.PlanStatus;
import org.jspecify.annotations.Nullable;

/**
 * A trade-off drawn as SVG: above the travel (or, against ties, all other cost) at each point,
 * below the patients who would change network. A full dot is proved, a ring is the best found.
 */
public final class CurveChart {
  private static final double WIDTH = 720;
  private static final double LEFT = 80;
  private static final double RIGHT = 20;
  private static final double PANEL = 170;
  private static final double GAP = 46;
  private static final double TOP = 30;

  private final List<Curve.Point> points;
  private final StringBuilder svg = new StringBuilder();
  private final double from;
  private final double to;

  private CurveChart(Curve curve) {
    this.points = curve.points();
    this.from = points.stream().mapToDouble(Curve.Point::value).min().orElse(0);
    this.to = points.stream().mapToDouble(Curve.Point::value).max().orElse(1);
  }

  /** The drawing as one {@code svg} element. */
  public static String svg(Curve curve) {
    return new CurveChart(curve).draw(curve.parameter());
  }

  /** What is traded for the parameter, in words. */
  static String traded(String parameter) {
    return parameter.equals("ties") ? "Cost without ties" : "Travel";
  }

  static double traded(String parameter, Plan plan) {
    return parameter.equals("ties") ? plan.cost() - plan.parts().ties() : plan.parts().travel();
  }

  private String draw(String parameter) {
    double height = TOP + 2 * PANEL + GAP + 44;
    String what =
        parameter.equals("networks") ? "number of networks" : "weight of ties (km per patient)";
    append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\" role=\"img\" aria-label=\"%s and patients who would change network by %s; the table says the same\" %s font-size=\"12\" fill=\"#1d2a35\">",
        WIDTH, height, WIDTH, height, traded(parameter), what, PlanPdf.DRAWN_IN);
    panel(
        TOP,
        traded(parameter) + " (thousand patient-km)",
        point -> traded(parameter, point.plan()),
        "#1f5c99",
        null);
    panel(
        TOP + PANEL + GAP,
        "Patients whose practice would change network",
        Curve.Point::patientsMoved,
        "#9c1c2e",
        "6 3");
    double bottom = TOP + 2 * PANEL + GAP;
    double lastLabel = -100;
    for (Curve.Point point : points) {
      double x = x(point.value());
      append("<path d=\"M%.1f,%.1f v4\" stroke=\"#5b6b7a\"/>", x, bottom);
      if (x - lastLabel > 34) {
        append(
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
            x, bottom + 17, label(point.value()));
        lastLabel = x;
      }
    }
    append(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
        (LEFT + WIDTH - RIGHT) / 2, bottom + 36, what);
    svg.append("</svg>");
    return svg.toString();
  }

  private void panel(
      double top,
      String title,
      ToDoubleFunction<Curve.Point> value,
      String colour,
      @Nullable String dashes) {
    double highest = points.stream().mapToDouble(value).max().orElse(1);
    double step = step(highest);
    double ceiling = Math.max(step, Math.ceil(highest / step) * step);
    append("<text x=\"%.1f\" y=\"%.1f\" font-weight=\"bold\">%s</text>", LEFT, top - 10, title);
    for (double tick = 0; tick <= ceiling + step / 2; tick += step) {
      double y = top + PANEL - PANEL * tick / ceiling;
      append(
          "<path d=\"M%.1f,%.1f H%.1f\" stroke=\"%s\"/><text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT,
          y,
          WIDTH - RIGHT,
          tick == 0 ? "#5b6b7a" : "#dde3e8",
          LEFT - 6,
          y + 4,
          Wording.brief(tick));
    }
    StringBuilder line = new StringBuilder();
    for (Curve.Point point : points) {
      line.append(
          String.format(
              Locale.ROOT,
              "%s%.1f,%.1f",
              line.isEmpty() ? "M" : "L",
              x(point.value()),
              top + PANEL - PANEL * value.applyAsDouble(point) / ceiling));
    }
    if (!line.isEmpty()) {
      append(
          "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>",
          line, colour, dashes == null ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }
    for (Curve.Point point : points) {
      boolean proved = point.plan().status() == PlanStatus.PROVED_OPTIMAL;
      append(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.6\"><title>%s: %s, %s</title></circle>",
          x(point.value()),
          top + PANEL - PANEL * value.applyAsDouble(point) / ceiling,
          proved ? colour : "#ffffff",
          colour,
          Wording.brief(point.value()),
          Wording.brief(value.applyAsDouble(point)),
          Wording.status(point.plan()));
    }
  }

  /** As many digits as there is room for under the axis; the table has more. */
  private static String label(double value) {
    return value == Math.rint(value)
        ? Wording.brief(value)
        : String.format(Locale.UK, value < 10 ? "%.1f" : "%.0f", value);
  }

  private static double step(double highest) {
    if (!(highest > 0)) {
      return 1;
    }
    double magnitude = Math.pow(10, Math.floor(Math.log10(highest)));
    double leading = highest / magnitude;
    return magnitude * (leading > 5 ? 2 : leading > 2 ? 1 : 0.5);
  }

  private double x(double value) {
    return to == from
        ? (LEFT + WIDTH - RIGHT) / 2
        : LEFT + 14 + (value - from) / (to - from) * (WIDTH - LEFT - RIGHT - 28);
  }

  private void append(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
