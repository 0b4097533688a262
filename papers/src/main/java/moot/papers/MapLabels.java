package moot.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts names on a map so that they do not cover each other, with a line to what they name. */
final class MapLabels {
  private static final double HEIGHT = 15;
  private static final double PER_CHARACTER = 7.3;
  private static final int DIRECTIONS = 20;

  private MapLabels() {}

  /**
   * @param size −1 for a network under the band, 1 for one over it, 0 for one within
   */
  record Anchor(String text, double x, double y, int size) {}

  /** A name in its box; {@code x} and {@code y} are the box's middle. */
  record Label(Anchor anchor, double x, double y) {
    double width() {
      return anchor.text().length() * PER_CHARACTER + 8 + (anchor.size() == 0 ? 0 : 11);
    }

    boolean covers(Label other) {
      return Math.abs(x - other.x) < (width() + other.width()) / 2 + 1
          && Math.abs(y - other.y) < HEIGHT + 1;
    }

    boolean covers(Anchor other) {
      return Math.abs(x - other.x()) < width() / 2 + 5 && Math.abs(y - other.y()) < HEIGHT / 2 + 5;
    }

    boolean within(double right, double bottom) {
      return x - width() / 2 >= 1
          && x + width() / 2 <= right - 1
          && y - HEIGHT / 2 >= 1
          && y + HEIGHT / 2 <= bottom - 1;
    }

    void draw(StringBuilder svg) {
      double w = width();
      if (Math.hypot(x - anchor.x(), y - anchor.y()) > 16) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#9c1c2e\" stroke-width=\"0.8\"/>",
                anchor.x(),
                anchor.y(),
                x,
                y));
      }
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.0f\" rx=\"3\" fill=\"#ffffff\" fill-opacity=\"0.92\" stroke=\"#4c5b68\" stroke-width=\"0.7\"/>",
              x - w / 2,
              y - HEIGHT / 2,
              w,
              HEIGHT));
      double middle = anchor.size() == 0 ? x : x - 5.5;
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%.1f\" font-size=\"11.5\" font-weight=\"bold\" text-anchor=\"middle\" fill=\"#1d2a35\">%s</text>",
              middle,
              y + 4,
              Xml.escaped(anchor.text())));
      if (anchor.size() != 0) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<path d=\"%s\" fill=\"#1d2a35\"/>",
                triangle(x + w / 2 - 8, y, anchor.size())));
      }
    }
  }

  /** A small triangle round a point, upwards for 1, downwards for −1. */
  static String triangle(double x, double y, int size) {
    return String.format(
        Locale.ROOT,
        "M%.1f,%.1f L%.1f,%.1f L%.1f,%.1f Z",
        x - 4,
        y + 3.5 * size,
        x + 4,
        y + 3.5 * size,
        x,
        y - 3.5 * size);
  }

  /** The labels, each as near to its anchor as the others leave room for. */
  static List<Label> placed(List<Anchor> anchors, double right, double bottom) {
    List<Label> placed = new ArrayList<>();
    for (Anchor anchor : anchors) {
      placed.add(place(anchor, anchors, placed, right, bottom));
    }
    return placed;
  }

  private static Label place(
      Anchor anchor, List<Anchor> anchors, List<Label> placed, double right, double bottom) {
    Label fallback = new Label(anchor, anchor.x(), anchor.y() - 14);
    boolean found = false;
    for (double away = 14; away < 260; away += away < 60 ? 6 : 12) {
      for (int d = 0; d < DIRECTIONS; d++) {
        // Above first, then round both sides alternately.
        double angle =
            -Math.PI / 2 + (d % 2 == 0 ? 1 : -1) * ((d + 1) / 2) * 2 * Math.PI / DIRECTIONS;
        Label label =
            new Label(
                anchor,
                anchor.x() + Math.cos(angle) * (away + 6),
                anchor.y() + Math.sin(angle) * away);
        if (!label.within(right, bottom) || placed.stream().anyMatch(label::covers)) {
          continue;
        }
        if (anchors.stream().noneMatch(label::covers)) {
          return label;
        }
        if (!found && away > 40) {
          fallback = label;
          found = true;
        }
      }
    }
    return fallback;
  }
}
