package moot.papers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import moot.formation.FormingPractice;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.areas.NetworkAreas;
import moot.register.Position;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A plan as a drawing (SVG): networks as areas told apart by tint <em>and</em> hatching and named
 * at their hubs, practices as dots on a thread to their hub, hubs as squares, a scale bar.
 */
public final class PlanMap {
  private static final double WIDTH = 900;
  private static final double TALLEST = 1150;
  private static final double MARGIN = 14;

  /** Light tints that stay apart for most eyes; the hatching does the rest. */
  private static final List<String> TINTS =
      List.of(
          "#cfe3f5", "#fbe3c0", "#d3ecd5", "#f3d3de", "#e4dcf3", "#f4f0c3", "#d6e9ea", "#e9e2d8");

  private final Plan plan;
  private final StringBuilder svg = new StringBuilder();
  private final double left;
  private final double top;
  private final double scale;
  private final double height;
  private final Map<PracticeCode, FormingPractice> practices = new HashMap<>();
  private final NetworkAreas areas;
  private final Set<PracticeCode> marked;

  /** The one network that the drawing is about; null for all. */
  private final @Nullable PlanNetwork about;

  private PlanMap(
      Plan plan, NetworkAreas areas, Set<PracticeCode> marked, @Nullable PlanNetwork about) {
    this.plan = plan;
    this.marked = marked;
    this.about = about;
    for (FormingPractice practice : plan.place().practices()) {
      practices.put(practice.code(), practice);
    }
    Envelope frame;
    if (about == null) {
      frame = new Envelope(areas.outline().getEnvelopeInternal());
      for (FormingPractice practice : plan.place().practices()) {
        frame.expandToInclude(practice.site().easting(), practice.site().northing());
      }
      frame.expandBy(Math.max(1, Math.max(frame.getWidth(), frame.getHeight()) * 0.004));
    } else {
      Geometry area = areas.networks().get(about.id());
      frame = area == null ? new Envelope() : new Envelope(area.getEnvelopeInternal());
      for (PracticeCode practice : about.practices()) {
        Position site = site(practice);
        frame.expandToInclude(site.easting(), site.northing());
      }
      // What lies around it shows where it is.
      frame.expandBy(Math.max(300, Math.max(frame.getWidth(), frame.getHeight()) * 0.12));
    }
    this.scale =
        Math.min(
            (WIDTH - 2 * MARGIN) / frame.getWidth(), (TALLEST - 2 * MARGIN) / frame.getHeight());
    this.left = frame.getMinX() - (WIDTH / scale - frame.getWidth()) / 2;
    this.top = frame.getMaxY() + MARGIN / scale;
    this.height = frame.getHeight() * scale + 2 * MARGIN + 22;
    this.areas = areas.simplified(0.4 / scale);
  }

  /**
   * A drawing.
   *
   * @param svg one {@code svg} element
   * @param proportion its height over its width
   */
  public record Drawing(String svg, double proportion) {}

  /** The drawing of a plan that has at least one network. */
  public static Drawing of(Plan plan) {
    return of(plan, Set.of());
  }

  /** The same, with a ring round each of some practices, such as those placed otherwise. */
  public static Drawing of(Plan plan, Set<PracticeCode> marked) {
    return of(plan, NetworkAreas.of(plan, null), marked, null);
  }

  /**
   * For each of some networks of a plan, a drawing of its area and what lies around it, its
   * practices named by their codes.
   */
  public static Map<String, Drawing> ofEach(Plan plan, Set<String> ids) {
    NetworkAreas areas = NetworkAreas.of(plan, null);
    Map<String, Drawing> drawings = new LinkedHashMap<>();
    for (PlanNetwork network : plan.networks()) {
      if (ids.contains(network.id())) {
        drawings.put(network.id(), of(plan, areas, Set.of(), network));
      }
    }
    return drawings;
  }

  private static Drawing of(
      Plan plan, NetworkAreas areas, Set<PracticeCode> marked, @Nullable PlanNetwork about) {
    PlanMap map = new PlanMap(plan, areas, marked, about);
    return new Drawing(map.draw(), map.height / WIDTH);
  }

  private String draw() {
    append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\" role=\"img\" aria-labelledby=\"map-title map-text\" %s>",
        WIDTH, height, WIDTH, height, PlanPdf.DRAWN_IN);
    if (about == null) {
      append(
          "<title id=\"map-title\">Map of the networks of %s</title>",
          Xml.escaped(plan.place().name()));
      append(
          "<desc id=\"map-text\">%d networks as areas, each named at its hub. The tables below say the same in words.</desc>",
          plan.networks().size());
    } else {
      append("<title id=\"map-title\">Map of the area of %s</title>", Xml.escaped(about.id()));
      append(
          "<desc id=\"map-text\">Its %d practices by code. The table beside it says the same in words.</desc>",
          about.practices().size());
    }
    hatchings();
    areas();
    threads();
    dots();
    rings();
    labels();
    scaleBar();
    svg.append("</svg>");
    return svg.toString();
  }

  private void hatchings() {
    svg.append("<defs>");
    hatching(1, "M0,8 L8,0");
    hatching(2, "M0,0 L8,8");
    hatching(3, "M0,4 L8,4");
    hatching(4, "M4,0 L4,8");
    hatching(5, "M3,4 L5,4 M4,3 L4,5");
    hatching(6, "M0,8 L8,0 M0,0 L8,8");
    hatching(7, "M0,2 L4,6 L8,2");
    svg.append("</defs>");
  }

  private void hatching(int number, String path) {
    append(
        "<pattern id=\"hatching%d\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path d=\"%s\" stroke=\"#5b6b7a\" stroke-width=\"0.6\" stroke-opacity=\"0.55\" fill=\"none\"/></pattern>",
        number, path);
  }

  private void areas() {
    int[] look = looks();
    svg.append("<g stroke=\"#4c5b68\" stroke-width=\"1.1\" stroke-linejoin=\"round\">");
    for (int n = 0; n < plan.networks().size(); n++) {
      PlanNetwork network = plan.networks().get(n);
      Geometry area = areas.networks().get(network.id());
      if (area == null || area.isEmpty()) {
        continue;
      }
      String path = path(area);
      append("<g><title>%s</title>", Xml.escaped(said(network)));
      boolean aside = about != null && !about.equals(network);
      append(
          "<path fill-rule=\"evenodd\" fill=\"%s\" d=\"%s\"/>",
          aside ? "#f3f3f0" : about == null ? TINTS.get(look[n]) : TINTS.getFirst(), path);
      if (about == null && look[n] > 0) {
        append(
            "<path fill-rule=\"evenodd\" fill=\"url(#hatching%d)\" stroke=\"none\" d=\"%s\"/>",
            look[n], path);
      }
      svg.append("</g>");
    }
    svg.append("</g>");
  }

  private String said(PlanNetwork network) {
    return "%s: %s in %s, %s. Hub %s."
        .formatted(
            network.id(),
            Wording.count(network.patients(), "patient", "patients"),
            Wording.count(network.practices().size(), "practice", "practices"),
            Wording.size(plan.rules().band(), network.patients()),
            name(network.hub()));
  }

  /** Neighbouring areas look different as far as there are looks to go round. */
  private int[] looks() {
    int count = plan.networks().size();
    int[] look = new int[count];
    List<Geometry> drawn = new ArrayList<>();
    for (PlanNetwork network : plan.networks()) {
      drawn.add(
          areas
              .networks()
              .getOrDefault(network.id(), areas.outline().getFactory().createPolygon()));
    }
    int[] used = new int[TINTS.size()];
    for (int n = 0; n < count; n++) {
      int[] near = new int[TINTS.size()];
      for (int m = 0; m < n; m++) {
        if (drawn.get(n).getEnvelopeInternal().intersects(drawn.get(m).getEnvelopeInternal())
            && drawn.get(n).intersects(drawn.get(m))) {
          near[look[m]]++;
        }
      }
      int best = 0;
      for (int l = 1; l < near.length; l++) {
        if (near[l] < near[best] || near[l] == near[best] && used[l] < used[best]) {
          best = l;
        }
      }
      look[n] = best;
      used[best]++;
    }
    return look;
  }

  private void threads() {
    svg.append("<g stroke=\"#33424f\" stroke-width=\"0.7\" stroke-opacity=\"0.6\">");
    for (PlanNetwork network : plan.networks()) {
      Position hub = site(network.hub());
      for (PracticeCode practice : network.practices()) {
        if (!practice.equals(network.hub())) {
          Position site = site(practice);
          append(
              "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
              x(site), y(site), x(hub), y(hub));
        }
      }
    }
    svg.append("</g>");
  }

  private void dots() {
    svg.append("<g stroke=\"#ffffff\" stroke-width=\"0.6\">");
    for (PlanNetwork network : plan.networks()) {
      for (PracticeCode practice : network.practices()) {
        if (!practice.equals(network.hub())) {
          dot(practice, network.id(), "#1d2a35");
        }
      }
    }
    for (PracticeCode practice : plan.leftOut()) {
      dot(practice, "left out", "#8a8f94");
    }
    for (PlanNetwork network : plan.networks()) {
      Position site = site(network.hub());
      append(
          "<rect x=\"%.1f\" y=\"%.1f\" width=\"7\" height=\"7\" fill=\"#9c1c2e\"><title>%s</title></rect>",
          x(site) - 3.5, y(site) - 3.5, Xml.escaped(said(network.hub(), network.id() + ", hub")));
    }
    svg.append("</g>");
  }

  private void rings() {
    if (marked.isEmpty()) {
      return;
    }
    // Large enough to be seen where the drawing is a small one beside others.
    svg.append("<g fill=\"none\" stroke=\"#1d2a35\" stroke-width=\"4\">");
    for (FormingPractice practice : plan.place().practices()) {
      if (marked.contains(practice.code())) {
        append(
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"14\"/>", x(practice.site()), y(practice.site()));
      }
    }
    svg.append("</g>");
  }

  private void dot(PracticeCode practice, String network, String colour) {
    Position site = site(practice);
    append(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.4\" fill=\"%s\"><title>%s</title></circle>",
        x(site), y(site), colour, Xml.escaped(said(practice, network)));
  }

  private String said(PracticeCode code, String network) {
    FormingPractice practice = practices.get(code);
    return "%s, %s (%s)"
        .formatted(
            name(code),
            Wording.count(practice == null ? 0 : practice.registeredList(), "patient", "patients"),
            network);
  }

  private void labels() {
    List<MapLabels.Anchor> anchors = new ArrayList<>();
    for (PlanNetwork network : plan.networks()) {
      if (network.equals(about)) {
        for (PracticeCode practice : network.practices()) {
          Position site = site(practice);
          anchors.add(new MapLabels.Anchor(practice.value(), x(site), y(site), 0));
        }
        continue;
      }
      Position hub = site(network.hub());
      if (about != null && !isShown(hub)) {
        continue;
      }
      int size =
          Integer.signum(
              network.patients() < plan.rules().band().min()
                  ? -1
                  : network.patients() > plan.rules().band().max() ? 1 : 0);
      anchors.add(new MapLabels.Anchor(network.id(), x(hub), y(hub), size));
    }
    for (MapLabels.Label label : MapLabels.placed(anchors, WIDTH, height - 22)) {
      label.draw(svg);
    }
  }

  private boolean isShown(Position site) {
    return x(site) > 0 && x(site) < WIDTH && y(site) > 0 && y(site) < height - 22;
  }

  private void scaleBar() {
    double km = 1;
    for (double candidate : new double[] {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100}) {
      if (candidate * 1000 * scale <= 160) {
        km = candidate;
      }
    }
    double length = km * 1000 * scale;
    double y = height - 10;
    append(
        "<rect x=\"0\" y=\"%.1f\" width=\"%.0f\" height=\"22\" fill=\"#ffffff\"/>",
        height - 22, WIDTH);
    append(
        "<g font-size=\"12\" fill=\"#1d2a35\"><path d=\"M%.1f,%.1f v5 h%.1f v-5\" fill=\"none\" stroke=\"#1d2a35\"/><text x=\"%.1f\" y=\"%.1f\">%s km</text></g>",
        MARGIN, y - 5, length, MARGIN + length + 6, y, PlanCsv.number(km));
    double x = MARGIN + length + 70;
    append(
        "<g font-size=\"12\" fill=\"#1d2a35\"><rect x=\"%.1f\" y=\"%.1f\" width=\"7\" height=\"7\" fill=\"#9c1c2e\"/><text x=\"%.1f\" y=\"%.1f\">hub</text>",
        x, y - 7.5, x + 12, y);
    append(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\"/><text x=\"%.1f\" y=\"%.1f\">practice</text>",
        x + 57, y - 4, x + 65, y);
    append("<path d=\"%s\"/>", MapLabels.triangle(x + 140, y - 4, -1));
    append("<text x=\"%.1f\" y=\"%.1f\">under the minimum</text>", x + 148, y);
    append("<path d=\"%s\"/>", MapLabels.triangle(x + 290, y - 4, 1));
    append("<text x=\"%.1f\" y=\"%.1f\">over the maximum</text>", x + 298, y);
    if (!marked.isEmpty()) {
      append(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"6\" fill=\"none\" stroke=\"#1d2a35\" stroke-width=\"2\"/><text x=\"%.1f\" y=\"%.1f\">placed otherwise</text>",
          x + 418, y - 4, x + 429, y);
    }
    svg.append("</g>");
  }

  private String path(Geometry area) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon) {
        ring(path, polygon.getExteriorRing().getCoordinates());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(path, polygon.getInteriorRingN(hole).getCoordinates());
        }
      }
    }
    return path.toString();
  }

  private void ring(StringBuilder path, Coordinate[] corners) {
    for (int i = 0; i < corners.length - 1; i++) {
      path.append(
          String.format(
              Locale.ROOT,
              "%s%.1f,%.1f",
              i == 0 ? "M" : "L",
              (corners[i].x - left) * scale,
              (top - corners[i].y) * scale));
    }
    path.append('Z');
  }

  private Position site(PracticeCode code) {
    FormingPractice practice = practices.get(code);
    if (practice == null) {
      throw new IllegalArgumentException(
          "practice %s is in the plan of %s but not in the place. Maybe the plan was made for other practices?"
              .formatted(code, plan.place().code()));
    }
    return practice.site();
  }

  private String name(PracticeCode code) {
    FormingPractice practice = practices.get(code);
    return practice == null || practice.name().isBlank()
        ? code.value()
        : code + " " + practice.name();
  }

  private double x(Position site) {
    return (site.easting() - left) * scale;
  }

  private double y(Position site) {
    return (top - site.northing()) * scale;
  }

  private void append(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
