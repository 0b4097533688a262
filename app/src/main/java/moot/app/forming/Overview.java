package moot.app.forming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.app.register.PracticeNow;
import moot.formation.CostParts;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.PlanStatus;
import moot.formation.SizeBand;
import moot.formation.areas.NetworkAreas;
import moot.papers.Wording;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
import moot.register.Wgs84;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import tools.jackson.databind.json.JsonMapper;

/**
 * All practices of the register and today's networks on one map, simplified enough for a whole
 * country to be there at once.
 */
final class Overview {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** About how far a line may move where the map is 500 km wide, in metres. */
  private static final double COARSENESS = 250;

  /** Nobody in England has farther to the nearest practice than about this. */
  private static final double REACH_METRES = 12_000;

  private static final List<String> TINTS =
      List.of(
          "#cfe3f5", "#fbe3c0", "#d3ecd5", "#f3d3de", "#e4dcf3", "#f4f0c3", "#d6e9ea", "#e9e2d8");

  private final List<PracticeNow> practices;
  private final Map<NetworkCode, String> names;
  private final Map<NetworkCode, List<PracticeNow>> members = new TreeMap<>();
  private final @Nullable NetworkAreas areas;
  private final Map<NetworkCode, Geometry> clipped = new HashMap<>();

  Overview(List<PracticeNow> all, Map<NetworkCode, String> names) {
    this.practices = all.stream().filter(p -> p.takesPart() && p.site() != null).toList();
    this.names = names;
    for (PracticeNow practice : practices) {
      NetworkCode network = practice.network();
      if (network != null) {
        members.computeIfAbsent(network, n -> new ArrayList<>()).add(practice);
      }
    }
    this.areas = members.isEmpty() ? null : draw();
  }

  /**
   * For the browser: {@code networks} with code, name, patients, size against the national band
   * (−1, 0, 1) and area (polygons of rings of longitude and latitude); {@code practices} as
   * longitude, latitude, list, number of the network or −1, code, name.
   */
  String json() {
    List<Map<String, Object>> networks = new ArrayList<>();
    Map<NetworkCode, Integer> number = new HashMap<>();
    for (NetworkCode code : members.keySet()) {
      number.put(code, networks.size());
      int patients = patients(code);
      networks.add(
          Map.of(
              "code", code.value(),
              "name", names.getOrDefault(code, code.value()),
              "patients", patients,
              "practices", members.getOrDefault(code, List.of()).size(),
              "size", size(patients),
              "area", polygons(area(code))));
    }
    List<List<Object>> points = new ArrayList<>();
    for (PracticeNow practice : practices) {
      Position site = practice.site();
      if (site != null) {
        double[] point = Wgs84.lonLat(site);
        NetworkCode network = practice.network();
        points.add(
            List.of(
                rounded(point[0]),
                rounded(point[1]),
                list(practice),
                network == null ? -1 : number.getOrDefault(network, -1),
                practice.code().value(),
                practice.name()));
      }
    }
    return JSON.writeValueAsString(Map.of("networks", networks, "practices", points));
  }

  /** The same as a drawing, for browsers without script. */
  String svg() {
    if (areas == null) {
      return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";
    }
    Envelope frame = areas.outline().getEnvelopeInternal();
    double scale = 900 / frame.getWidth();
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 900 %.0f\"><g stroke=\"#4c5b68\" stroke-width=\"0.4\">",
            frame.getHeight() * scale));
    int tint = 0;
    for (NetworkCode code : members.keySet()) {
      Geometry area = area(code);
      svg.append("<path fill-rule=\"evenodd\" fill=\"")
          .append(TINTS.get(tint++ % TINTS.size()))
          .append("\" d=\"");
      for (int i = 0; i < area.getNumGeometries(); i++) {
        if (area.getGeometryN(i) instanceof Polygon polygon) {
          char step = 'M';
          for (Coordinate corner : polygon.getExteriorRing().getCoordinates()) {
            svg.append(
                String.format(
                    Locale.ROOT,
                    "%s%.1f,%.1f",
                    step,
                    (corner.x - frame.getMinX()) * scale,
                    (frame.getMaxY() - corner.y) * scale));
            step = 'L';
          }
          svg.append('Z');
        }
      }
      svg.append("\"><title>")
          .append(escaped(names.getOrDefault(code, code.value())))
          .append(", ")
          .append(Wording.whole(patients(code)))
          .append(" patients</title></path>");
    }
    return svg.append("</g></svg>").toString();
  }

  private NetworkAreas draw() {
    List<FormingPractice> sites = new ArrayList<>();
    List<PlanNetwork> networks = new ArrayList<>();
    members.forEach(
        (code, all) -> {
          List<PracticeCode> codes = new ArrayList<>();
          for (PracticeNow practice : all) {
            Position site = practice.site();
            if (site != null) {
              codes.add(practice.code());
              sites.add(
                  new FormingPractice(
                      practice.code(),
                      practice.name(),
                      site,
                      list(practice),
                      code,
                      null,
                      null,
                      null));
            }
          }
          networks.add(
              new PlanNetwork(
                  code.value(), codes.getFirst(), codes, patients(code), true, CostParts.NONE));
        });
    FormingPlace everywhere =
        new FormingPlace(new PlaceCode("all"), "All practices", sites, null, Map.of());
    Plan plan =
        new Plan(
            everywhere,
            FormingRules.BARE,
            PlanStatus.PRICED,
            networks,
            List.of(),
            0,
            -1,
            false,
            0,
            0,
            new TreeSet<>(),
            List.of(),
            List.of());
    return NetworkAreas.of(plan, null).simplified(COARSENESS);
  }

  /** The part of a network's area within reach of its practices: keeps the land out of the sea. */
  private Geometry withinReach(NetworkCode code, Geometry area) {
    List<Coordinate> spots = new ArrayList<>();
    for (PracticeNow practice : members.getOrDefault(code, List.of())) {
      Position site = practice.site();
      if (site != null) {
        spots.add(new Coordinate(site.easting(), site.northing()));
      }
    }
    Geometry reach =
        new GeometryFactory()
            .createMultiPointFromCoords(spots.toArray(Coordinate[]::new))
            .buffer(REACH_METRES, 4);
    return OverlayNGRobust.overlay(area, reach, OverlayNG.INTERSECTION);
  }

  private Geometry area(NetworkCode code) {
    if (areas == null) {
      throw new IllegalStateException("nothing was drawn");
    }
    Geometry whole = areas.getNetwork(code.value());
    return clipped.computeIfAbsent(code, network -> withinReach(network, whole));
  }

  private int patients(NetworkCode code) {
    return members.getOrDefault(code, List.of()).stream().mapToInt(Overview::list).sum();
  }

  private static int list(PracticeNow practice) {
    Integer list = practice.registeredList();
    return list == null ? 0 : list;
  }

  private static int size(int patients) {
    return patients < SizeBand.NATIONAL.min() ? -1 : patients > SizeBand.NATIONAL.max() ? 1 : 0;
  }

  private static List<List<List<double[]>>> polygons(Geometry area) {
    List<List<List<double[]>>> polygons = new ArrayList<>();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon) {
        List<List<double[]>> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing().getCoordinates()));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(ring(polygon.getInteriorRingN(hole).getCoordinates()));
        }
        polygons.add(rings);
      }
    }
    return polygons;
  }

  /** Latitude first, as the map in the browser wants it. */
  private static List<double[]> ring(Coordinate[] corners) {
    List<double[]> ring = new ArrayList<>();
    for (int i = 0; i < corners.length - 1; i++) {
      double[] point = Wgs84.lonLat(new Position(corners[i].x, corners[i].y));
      ring.add(new double[] {rounded(point[1]), rounded(point[0])});
    }
    return ring;
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 10_000) / 10_000.0;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
