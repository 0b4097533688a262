package moot.formation.areas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import moot.formation.Plan;
import moot.register.Position;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;

/**
 * A plan as areas on a map, OSGB36 metres. An area says which practice of the plan is nearest in a
 * straight line, not where its patients live.
 *
 * <p>The cell of a practice is the part of the place's outline that is nearer to its site than to
 * any other (its Voronoi cell). Practices of one network at one spot (to the metre) share a cell;
 * where practices of several networks share a spot, its cell is cut like a cake, each network's
 * piece towards the rest of its network. The area of a network is the union of its practices'
 * cells. Areas of different networks do not overlap, are valid, and together cover the outline to
 * the centimetre; all share their corner points. The same plan and outline give the same corners in
 * the same order, each ring from its least corner on, in whatever order practices come.
 *
 * @param outline of the place: polygon or multipolygon
 * @param cells by practice; empty when a site lies so far outside a given outline that no part of
 *     it is nearest
 * @param networks by network id
 */
public record NetworkAreas(
    Geometry outline,
    SortedMap<PracticeCode, Geometry> cells,
    SortedMap<String, Geometry> networks) {

  public NetworkAreas {
    cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    networks = Collections.unmodifiableSortedMap(new TreeMap<>(networks));
  }

  /**
   * Draws the areas of a plan.
   *
   * @param outline the place's boundary, polygon or multipolygon in OSGB36 metres; null for one
   *     drawn round the sites (a concave hull with a margin)
   * @throws IllegalArgumentException when the outline is not a valid area
   */
  public static NetworkAreas of(Plan plan, @Nullable Geometry outline) {
    if (outline != null && (outline.getDimension() != 2 || !outline.isValid())) {
      throw new IllegalArgumentException(
          "outline of %s: expected a valid polygon or multipolygon. Maybe its ring crosses itself?"
              .formatted(plan.place().code()));
    }
    List<Spots.Stand> stands = Spots.of(plan);
    List<Position> positions = stands.stream().map(Spots.Stand::position).toList();
    if (positions.isEmpty()) {
      throw new IllegalArgumentException(
          "plan of %s has no network, so there is no area to draw. Maybe every practice is left out?"
              .formatted(plan.place().code()));
    }
    Geometry drawn = outline == null ? PlaceOutline.around(positions) : outline;
    List<Geometry> pieces = VoronoiCells.within(positions, drawn);

    SortedMap<PracticeCode, Geometry> cells = new TreeMap<>();
    Map<String, List<Geometry>> byNetwork = new HashMap<>();
    for (int i = 0; i < stands.size(); i++) {
      Geometry piece = pieces.get(i);
      stands.get(i).practices().forEach(practice -> cells.put(practice, piece));
      List<Geometry> ofNetwork =
          byNetwork.computeIfAbsent(stands.get(i).network(), id -> new ArrayList<>());
      if (!piece.isEmpty()) {
        ofNetwork.add(piece);
      }
    }
    SortedMap<String, Geometry> networks = new TreeMap<>();
    byNetwork.forEach((id, areas) -> networks.put(id, VoronoiCells.join(areas)));
    return new NetworkAreas(drawn, cells, networks);
  }

  /**
   * The cell of a practice.
   *
   * @throws IllegalArgumentException when it is in none of the plan's networks
   */
  public Geometry getCell(PracticeCode practice) {
    Geometry cell = cells.get(practice);
    if (cell == null) {
      throw new IllegalArgumentException(
          "practice %s has no cell. Maybe the plan leaves it out?".formatted(practice));
    }
    return cell;
  }

  /**
   * The area of a network.
   *
   * @throws IllegalArgumentException when the plan has no network of that id
   */
  public Geometry getNetwork(String id) {
    Geometry area = networks.get(id);
    if (area == null) {
      throw new IllegalArgumentException(
          "network %s has no area. Maybe it is a network of another plan?".formatted(id));
    }
    return area;
  }

  /**
   * The same areas with fewer corners, for sending over the web. Shared boundaries stay shared:
   * still no overlap and no gap between networks, nor between cells. The outline is that of the
   * simpler networks. Cells are simplified by themselves, so a cell may stick out of its network by
   * about the tolerance.
   *
   * @param metres about how far a line may move; 0 or more
   */
  public NetworkAreas simplified(double metres) {
    // Practices that share a cell hold the same geometry, which may be in a coverage only once.
    Map<Geometry, List<PracticeCode>> whose = new IdentityHashMap<>();
    List<Geometry> distinct = new ArrayList<>();
    cells.forEach(
        (practice, cell) ->
            whose
                .computeIfAbsent(
                    cell,
                    c -> {
                      distinct.add(c);
                      return new ArrayList<>();
                    })
                .add(practice));
    List<Geometry> simplerCells = simplified(distinct, metres);
    SortedMap<PracticeCode, Geometry> newCells = new TreeMap<>();
    for (int c = 0; c < distinct.size(); c++) {
      for (PracticeCode practice : whose.getOrDefault(distinct.get(c), List.of())) {
        newCells.put(practice, simplerCells.get(c));
      }
    }
    SortedMap<String, Geometry> newNetworks = new TreeMap<>();
    List<Geometry> simplerNetworks = simplified(List.copyOf(networks.values()), metres);
    int i = 0;
    for (String id : networks.keySet()) {
      newNetworks.put(id, simplerNetworks.get(i++));
    }
    Geometry simplerOutline =
        VoronoiCells.join(simplerNetworks.stream().filter(area -> !area.isEmpty()).toList());
    return new NetworkAreas(simplerOutline, newCells, newNetworks);
  }

  private static List<Geometry> simplified(List<Geometry> coverage, double metres) {
    return Stream.of(CoverageSimplifier.simplify(coverage.toArray(Geometry[]::new), metres))
        .map(Geometry::norm)
        .toList();
  }
}
