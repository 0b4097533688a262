package moot.formation.areas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import moot.register.Position;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.GeometryItemDistance;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * The Voronoi cells of distinct spots within an outline: to each spot the part of the outline that
 * is nearer to it than to any other.
 *
 * <p>Cells of neighbouring spots share their corner points exactly, to a grid of one centimetre, so
 * that the cells can be put together without slivers. That is why all cell edges and the outline
 * are noded together, once, instead of clipping each cell by itself.
 */
final class VoronoiCells {
  private static final double CENTIMETRES_PER_METRE = 100;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private VoronoiCells() {}

  /**
   * Finds the cells.
   *
   * @param spots at least one; no two within 10 cm of each other
   * @param outline polygon or multipolygon, OSGB36 metres
   * @return in the order of the spots; empty where no part of the outline is nearest to a spot
   */
  static List<Geometry> within(List<Position> spots, Geometry outline) {
    List<Geometry> facesOutline = faces(spots, outline);
    STRtree nearest = new STRtree();
    for (int i = 0; i < spots.size(); i++) {
      Point point = point(spots.get(i));
      point.setUserData(i);
      nearest.insert(point.getEnvelopeInternal(), point);
    }
    nearest.build();

    List<List<Geometry>> facesOf = new ArrayList<>();
    spots.forEach(spot -> facesOf.add(new ArrayList<>()));
    GeometryItemDistance distance = new GeometryItemDistance();
    for (Geometry face : facesOutline) {
      Point inside = face.getInteriorPoint();
      Point spot = (Point) nearest.nearestNeighbour(inside.getEnvelopeInternal(), inside, distance);
      facesOf.get((Integer) spot.getUserData()).add(face);
    }
    return facesOf.stream().map(VoronoiCells::join).toList();
  }

  /**
   * Joins areas that share their corner points and do not overlap. At which corner a ring begins is
   * chance while it is put together; what is given has its least corner first, so that the same
   * areas are drawn the same, also when they are made simpler.
   */
  static Geometry join(List<Geometry> areas) {
    return switch (areas.size()) {
      case 0 -> GEOMETRY.createPolygon();
      case 1 -> areas.getFirst().norm();
      default -> CoverageUnion.union(areas.toArray(Geometry[]::new)).norm();
    };
  }

  private static List<Geometry> faces(List<Position> spots, Geometry outline) {
    List<SegmentString> lines = new ArrayList<>();
    Envelope extent = outline.getEnvelopeInternal();
    for (LineSegment edge : edges(spots, extent)) {
      lines.add(new NodedSegmentString(new Coordinate[] {edge.p0, edge.p1}, null));
    }
    for (Object ring : LinearComponentExtracter.getLines(outline)) {
      lines.add(new NodedSegmentString(((LineString) ring).getCoordinates(), null));
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(CENTIMETRES_PER_METRE));
    noder.computeNodes(lines);

    // Where the outline runs along a cell's edge the noder gives the same piece twice.
    Set<LineSegment> pieces = new HashSet<>();
    Polygonizer polygonizer = new Polygonizer();
    for (Object noded : noder.getNodedSubstrings()) {
      Coordinate[] path = ((SegmentString) noded).getCoordinates();
      for (int i = 1; i < path.length; i++) {
        LineSegment piece = normalised(path[i - 1], path[i]);
        if (piece.getLength() > 0 && pieces.add(piece)) {
          polygonizer.add(GEOMETRY.createLineString(new Coordinate[] {piece.p0, piece.p1}));
        }
      }
    }

    IndexedPointInAreaLocator within = new IndexedPointInAreaLocator(outline);
    List<Geometry> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      Polygon polygon = (Polygon) face;
      if (within.locate(polygon.getInteriorPoint().getCoordinate()) != Location.EXTERIOR) {
        faces.add(polygon.norm());
      }
    }
    // In an order of their own, not in that in which they were found.
    faces.sort(Comparator.naturalOrder());
    return faces;
  }

  private static Set<LineSegment> edges(List<Position> spots, Envelope extent) {
    List<Coordinate> sites = new ArrayList<>();
    spots.forEach(spot -> sites.add(new Coordinate(spot.easting(), spot.northing())));
    sites.addAll(farAway(sites, extent));
    VoronoiDiagramBuilder diagram = new VoronoiDiagramBuilder();
    diagram.setSites(sites);
    Set<LineSegment> edges = new HashSet<>();
    for (Object cell : diagram.getSubdivision().getVoronoiCellPolygons(GEOMETRY)) {
      Coordinate[] ring = ((Polygon) cell).getExteriorRing().getCoordinates();
      for (int i = 1; i < ring.length; i++) {
        if (extent.intersects(ring[i - 1], ring[i])) {
          edges.add(normalised(ring[i - 1], ring[i]));
        }
      }
    }
    return edges;
  }

  /**
   * Eight sites so far away that no point of the outline is nearest to them. With them around, one,
   * two or collinear spots are no special case, and every real cell is bounded.
   */
  private static List<Coordinate> farAway(List<Coordinate> sites, Envelope outline) {
    Envelope all = new Envelope(outline);
    sites.forEach(all::expandToInclude);
    Coordinate centre = all.centre();
    double radius = 10 * Math.max(1000, all.getDiameter());
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      // Turned a little, so that no far site is in line with a row of sites along an axis.
      double angle = 0.1 + i * Math.PI / 4;
      ring.add(
          new Coordinate(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle)));
    }
    return ring;
  }

  private static LineSegment normalised(Coordinate a, Coordinate b) {
    LineSegment segment = new LineSegment(a, b);
    segment.normalize();
    return segment;
  }

  private static Point point(Position position) {
    return GEOMETRY.createPoint(new Coordinate(position.easting(), position.northing()));
  }
}
