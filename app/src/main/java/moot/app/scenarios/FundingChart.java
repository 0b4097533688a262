package moot.app.scenarios;

import java.util.List;
import java.util.Locale;
import moot.funding.management.Figure;
import moot.funding.management.Outcome;
import moot.funding.management.Simulation.Spread;
import moot.funding.management.Source;

/**
 * Need and funding by year: a column for each year, stacked by source, what is missing left open up
 * to the line of the need, and how far the funding may lie. The same figures stand in the table
 * under it.
 */
final class FundingChart {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 300;
  private static final int LEFT = 66;
  private static final int RIGHT = 8;
  private static final int TOP = 12;
  private static final int BOTTOM = 26;

  private FundingChart() {}

  static String of(Answer answer, double least) {
    List<Outcome.Year> years = answer.outcome().years();
    double top = Math.max(least, tallest(answer));
    double step = step(top);
    double most = Math.max(step, Math.ceil(top / step) * step);
    double column = (WIDTH - LEFT - RIGHT) / (double) years.size();
    StringBuilder svg = new StringBuilder();
    int legend = answer.scenario().sources().size() + 2;
    int height = HEIGHT + 22 * legend + 6;
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Need and funding by year; the figures stand in the table below\" font-family=\"arial, sans-serif\" font-size=\"14\">"
            .formatted(WIDTH, height));
    for (double at = 0; at <= most + step / 2; at += step) {
      double y = y(at, most);
      svg.append(line(LEFT, y, WIDTH - RIGHT, y, at == 0 ? "#1b2a29" : "#ddd8cb", 1));
      svg.append(text(LEFT - 6, y + 5, "end", thousands(at)));
    }
    for (int y = 0; y < years.size(); y++) {
      Outcome.Year year = years.get(y);
      double x = LEFT + column * y + column * 0.16;
      double width = column * 0.68;
      double from = 0;
      for (Source source : answer.scenario().sources()) {
        double used = answer.flow(year, source).used().pence() / 100.0;
        if (used > 0) {
          svg.append(
              rectangle(
                  x, y(from + used, most), width, y(from, most) - y(from + used, most), source));
        }
        from += used;
      }
      double need = year.need().pence() / 100.0;
      if (year.gap().pence() > 0) {
        svg.append(
            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\" stroke=\"#b3261e\" stroke-width=\"2\" stroke-dasharray=\"5 4\"/>"
                .formatted(n(x), n(y(need, most)), n(width), n(y(from, most) - y(need, most))));
      }
      svg.append(line(x - 5, y(need, most), x + width + 5, y(need, most), "#1b2a29", 3));
      Spread spread = answer.spread(y, Figure.FUNDED);
      if (spread != null && spread.p90() > spread.p10()) {
        double middle = x + width / 2;
        double low = y(spread.p10() / 100, most);
        double high = y(spread.p90() / 100, most);
        svg.append(line(middle, low, middle, high, "#ffffff", 5));
        svg.append(line(middle, low, middle, high, "#1b2a29", 2));
        svg.append(line(middle - 5, low, middle + 5, low, "#1b2a29", 2));
        svg.append(line(middle - 5, high, middle + 5, high, "#1b2a29", 2));
      }
      String name = year.year().toString();
      svg.append(
          text(x + width / 2, HEIGHT - 8, "middle", years.size() > 5 ? name.substring(2) : name));
    }
    int k = 0;
    for (Source source : answer.scenario().sources()) {
      svg.append(key(k, source));
      k++;
    }
    svg.append(
        "<rect x=\"%d\" y=\"%d\" width=\"16\" height=\"12\" fill=\"none\" stroke=\"#b3261e\" stroke-width=\"2\" stroke-dasharray=\"4 3\"/>"
            .formatted(LEFT, keyY(k) - 11));
    svg.append(text(LEFT + 24, keyY(k), "start", "short, up to the line of the need"));
    k++;
    svg.append(line(LEFT + 8, keyY(k) - 13, LEFT + 8, keyY(k) + 1, "#1b2a29", 2));
    svg.append(text(LEFT + 24, keyY(k), "start", "funding: eight draws in ten lie here"));
    return svg.append("</svg>").toString();
  }

  /** Pounds. */
  static double tallest(Answer answer) {
    return answer.outcome().years().stream()
            .mapToDouble(y -> Math.max(y.need().pence(), y.funded().pence()))
            .max()
            .orElse(1)
        / 100.0
        * 1.04;
  }

  private static double step(double top) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(top, 100) / 4)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (top / (factor * power) <= 5) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static int keyY(int k) {
    return HEIGHT + 16 + 22 * k;
  }

  private static String key(int k, Source source) {
    return "<rect x=\"%d\" y=\"%d\" width=\"16\" height=\"12\" fill=\"%s\" stroke=\"#1b2a29\"/>"
            .formatted(LEFT, keyY(k) - 11, fill(source))
        + text(LEFT + 24, keyY(k), "start", shortened(source.title()));
  }

  static String shortened(String title) {
    return title.length() <= 40 ? title : title.substring(0, 38) + "…";
  }

  private static String rectangle(double x, double y, double width, double height, Source source) {
    return "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"#ffffff\"/>"
        .formatted(n(x), n(y), n(width), n(height), fill(source));
  }

  private static String fill(Source source) {
    return switch (source.kind()) {
      case MARGIN -> "#d9a441";
      case PRACTICES -> "#1d4a46";
      case TRANSFORMATION -> "#b48ec0";
      case CONTRACT -> "#5f9f8f";
      case ALLOWANCE -> "#7d8ba8";
    };
  }

  private static double y(double pounds, double most) {
    return HEIGHT - BOTTOM - pounds / most * (HEIGHT - TOP - BOTTOM);
  }

  private static String thousands(double pounds) {
    return pounds >= 1_000_000
        ? "£" + String.format(Locale.UK, "%.1fm", pounds / 1e6)
        : pounds >= 1_000
            ? "£" + String.format(Locale.UK, "%,.0fk", pounds / 1e3)
            : "£" + Math.round(pounds);
  }

  static String line(double x1, double y1, double x2, double y2, String stroke, int width) {
    return "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%d\"/>"
        .formatted(n(x1), n(y1), n(x2), n(y2), stroke, width);
  }

  static String text(double x, double y, String anchor, String words) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"#1b2a29\">%s</text>"
        .formatted(n(x), n(y), anchor, escaped(words));
  }

  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String n(double value) {
    return String.format(Locale.UK, "%.1f", value);
  }
}
