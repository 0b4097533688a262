package moot.formation.areas;

import java.util.List;
import moot.register.Position;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPoint;

/**
 * An outline for a place of which only the sites are known: their concave hull, with a margin round
 * it that grows with the distance between sites.
 */
final class PlaceOutline {
  /** How long an edge of the hull may be, between the shortest (0) and the longest (1). */
  private static final double HULL_EDGE_RATIO = 0.25;

  private static final double LEAST_MARGIN_METRES = 500;
  private static final double LARGEST_MARGIN_METRES = 10_000;

  /** Bays narrower than twice this many margins are filled. */
  private static final double BAY_MARGINS = 3;

  private PlaceOutline() {}

  /** Draws the outline of at least one spot, in OSGB36 metres. */
  static Geometry around(List<Position> spots) {
    MultiPoint points =
        new GeometryFactory()
            .createMultiPointFromCoords(
                spots.stream()
                    .map(spot -> new Coordinate(spot.easting(), spot.northing()))
                    .toArray(Coordinate[]::new));
    Geometry convex = points.convexHull();
    // One spot, or several in line, have no hull with an area.
    Geometry hull =
        convex.getDimension() < 2
            ? convex
            : ConcaveHull.concaveHullByLengthRatio(points, HULL_EDGE_RATIO);
    // Half the side of the square that each site would have if all were spread evenly.
    double spacing = Math.sqrt(hull.getEnvelope().getArea() / spots.size()) / 2;
    double margin = Math.clamp(spacing, LEAST_MARGIN_METRES, LARGEST_MARGIN_METRES);
    if (spots.size() == 1) {
      return hull.buffer(2 * margin);
    }
    // Wider and back again: a bay too narrow to mean anything would part practices that are
    // neighbours across it.
    return hull.buffer((1 + BAY_MARGINS) * margin).buffer(-BAY_MARGINS * margin);
  }
}
