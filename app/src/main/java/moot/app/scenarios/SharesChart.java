package moot.app.scenarios;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A share by year, a line for each scenario. The same figures stand in a table beside it. */
final class SharesChart {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 230;
  private static final int LEFT = 58;
  private static final int RIGHT = 14;
  private static final int TOP = 12;
  private static final int BOTTOM = 26;
  private static final List<String> COLOURS = List.of("#1d4a46", "#b3261e", "#7d5a96", "#a86f00");
  private static final List<String> DASHES = List.of("", "7 4", "2 4", "10 3 2 3");

  private SharesChart() {}

  /**
   * @param values percent by year; empty where there is none
   */
  record Line(String title, List<OptionalDouble> values) {}

  /**
   * @param what the share is of, in words
   * @param years their names, as many as the longest line has
   */
  static String of(String what, List<String> years, List<Line> lines) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s by year; the figures stand in a table below\" font-family=\"arial, sans-serif\" font-size=\"14\">"
            .formatted(WIDTH, HEIGHT + 22 * lines.size() + 6, FundingChart.escaped(what)));
    for (int percent = 0; percent <= 100; percent += 25) {
      svg.append(
          FundingChart.line(
              LEFT,
              y(percent),
              WIDTH - RIGHT,
              y(percent),
              percent == 0 ? "#1b2a29" : "#ddd8cb",
              1));
      svg.append(FundingChart.text(LEFT - 6, y(percent) + 5, "end", percent + " %"));
    }
    for (int y = 0; y < years.size(); y++) {
      svg.append(
          FundingChart.text(
              x(y, years.size()),
              HEIGHT - 8,
              "middle",
              years.size() > 5 ? years.get(y).substring(2) : years.get(y)));
    }
    for (int k = 0; k < lines.size(); k++) {
      svg.append(line(lines.get(k), k, years.size()));
      int at = HEIGHT + 16 + 22 * k;
      svg.append(path("M%d %d h26".formatted(LEFT, at - 5), k));
      svg.append(
          FundingChart.text(LEFT + 34, at, "start", FundingChart.shortened(lines.get(k).title())));
    }
    return svg.append("</svg>").toString();
  }

  private static String line(Line line, int k, int years) {
    StringBuilder path = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    boolean down = false;
    for (int y = 0; y < line.values().size(); y++) {
      OptionalDouble value = line.values().get(y);
      if (value.isEmpty()) {
        down = false;
        continue;
      }
      double at = y(value.getAsDouble());
      path.append(down ? "L" : "M").append(n(x(y, years))).append(' ').append(n(at));
      dots.append(
          "<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\"/>"
              .formatted(n(x(y, years)), n(at), COLOURS.get(k % COLOURS.size())));
      down = true;
    }
    return path(path.toString(), k) + dots;
  }

  private static String path(String d, int k) {
    String dash = DASHES.get(k % DASHES.size());
    return "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"3\"%s/>"
        .formatted(
            d,
            COLOURS.get(k % COLOURS.size()),
            dash.isEmpty() ? "" : " stroke-dasharray=\"%s\"".formatted(dash));
  }

  private static double x(int year, int years) {
    double column = (WIDTH - LEFT - RIGHT) / (double) years;
    return LEFT + column * (year + 0.5);
  }

  private static double y(double percent) {
    return HEIGHT - BOTTOM - Math.clamp(percent, 0, 100) / 100 * (HEIGHT - TOP - BOTTOM);
  }

  private static String n(double value) {
    return String.format(Locale.UK, "%.1f", value);
  }
}
