package moot.formation.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import moot.formation.CostParts;
import moot.formation.Drawing;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.PlanStatus;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

class NetworkAreasTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  @Test
  void twoPracticesShareASquareInHalves() {
    Drawing two = Drawing.of(" A B ");

    NetworkAreas areas = NetworkAreas.of(two.plan("A B"), box(400, 299, 404, 301));

    assertThat(areas.getCell(Drawing.code('A')).getEnvelopeInternal())
        .isEqualTo(new Envelope(400_000, 402_000, 299_000, 301_000));
    assertThat(areas.getNetwork("N02").getArea()).isCloseTo(4e6, within(1.0));
    assertSound(areas);
  }

  @Test
  void onePracticeHasThePlaceToItself() {
    NetworkAreas given = NetworkAreas.of(Drawing.of("A").plan("A"), box(400, 299, 404, 301));
    assertThat(given.getNetwork("N01").getArea()).isCloseTo(8e6, within(1.0));

    NetworkAreas drawn = NetworkAreas.of(Drawing.of("A").plan("A"), null);
    // A disc with a radius of 1 km, as a polygon.
    assertThat(drawn.getNetwork("N01").getArea() / 1e6).isCloseTo(3.1, within(0.05));
    assertSound(drawn);
  }

  @Test
  void practicesInARowHaveSlices() {
    NetworkAreas areas = NetworkAreas.of(Drawing.of("A B C D E").plan("AB CDE"), null);

    assertSound(areas);
    assertThat(areas.getNetwork("N01").getNumGeometries()).isEqualTo(1);
    assertThat(areas.getNetwork("N01").getEnvelopeInternal().getMaxX())
        .isCloseTo(403_000, within(0.02));
  }

  @Test
  void surgeriesUnderOneRoofShareACell() {
    Drawing three = Drawing.of("A B C").sameSpot('B', 'A');

    NetworkAreas areas = NetworkAreas.of(three.plan("AB C"), null);

    assertSound(areas);
    assertThat(areas.getCell(Drawing.code('A'))).isSameAs(areas.getCell(Drawing.code('B')));
  }

  @Test
  void underOneRoofButInTwoNetworksEachPieceLooksTowardsItsOwn() {
    // A with the west, B with the east, both in the middle.
    Drawing four = Drawing.of("W  A  E B").sameSpot('B', 'A');

    NetworkAreas areas = NetworkAreas.of(four.plan("AW BE"), box(399, 298, 407, 302));

    assertSound(areas);
    assertThat(areas.getNetwork("N01").getNumGeometries()).isEqualTo(1);
    assertThat(areas.getNetwork("N02").getNumGeometries()).isEqualTo(1);
    assertThat(areas.getNetwork("N01").getEnvelopeInternal().getMaxX())
        .isCloseTo(403_000, within(1.0));
  }

  @Test
  void manyNetworksUnderOneRoofGetAPieceEach() {
    Drawing five = Drawing.of("ABCDE");
    for (char c : "BCDE".toCharArray()) {
      five = five.sameSpot(c, 'A');
    }

    NetworkAreas areas = NetworkAreas.of(five.plan("AE B C D"), null);

    assertSound(areas);
    areas.networks().values().forEach(area -> assertThat(area.getArea()).isGreaterThan(10_000));
  }

  @Test
  void aPracticeFarOutsideTheOutlineHasNoAreaAndTheOthersShareIt() {
    NetworkAreas areas =
        NetworkAreas.of(
            Drawing.of("A B                  C").plan("A B C"), box(400, 299, 402, 301));

    assertThat(areas.getNetwork("N03").isEmpty()).isTrue();
    assertSound(areas);
    assertSound(areas.simplified(50), 0.005);
  }

  @Test
  void anOutlineOfSeveralIslandsIsCovered() {
    Geometry islands =
        box(400, 299, 401, 301).union(box(402, 299, 403, 301)).union(box(410, 299, 411, 301));

    NetworkAreas areas = NetworkAreas.of(Drawing.of("A  B").plan("A B"), islands);

    assertSound(areas);
    assertThat(areas.getNetwork("N02").getArea()).isCloseTo(4e6, within(1.0));
  }

  @Test
  void everyPlaceOfACellIsNearestToItsPractice() {
    for (long seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      Plan plan = scattered(random, 3 + random.nextInt(60), 20_000, 1 + random.nextInt(5));
      NetworkAreas areas = NetworkAreas.of(plan, null);
      assertSound(areas);
      Envelope extent = areas.outline().getEnvelopeInternal();
      for (int i = 0; i < 100; i++) {
        Point point =
            GEOMETRY.createPoint(
                new Coordinate(
                    extent.getMinX() + random.nextDouble() * extent.getWidth(),
                    extent.getMinY() + random.nextDouble() * extent.getHeight()));
        if (!areas.outline().contains(point)) {
          continue;
        }
        double nearest = Double.POSITIVE_INFINITY;
        double ofCell = Double.POSITIVE_INFINITY;
        for (FormingPractice practice : plan.place().practices()) {
          double metres = 1000 * practice.site().kmTo(new Position(point.getX(), point.getY()));
          nearest = Math.min(nearest, metres);
          Geometry cell = areas.cells().get(practice.code());
          if (cell != null && cell.intersects(point)) {
            ofCell = Math.min(ofCell, metres);
          }
        }
        assertThat(ofCell).as("seed %d, %s", seed, point).isCloseTo(nearest, within(1.5));
      }
    }
  }

  @Test
  void aGridWithAllCornersInCommonIsSound() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < 10; column++) {
        text.append((char) ((row * 10 + column < 26 ? 'A' : 'a' - 26) + row * 10 + column));
      }
      text.append('\n');
    }
    Drawing grid = Drawing.of(text.toString());
    assertThat(grid.place().practices()).hasSize(50);

    NetworkAreas areas =
        NetworkAreas.of(grid.plan("ABKLUV CDEMNOWXY FGHIJPQRST Zabcdefghijklmnopqrstuvwx"), null);

    assertSound(areas);
  }

  @Test
  void allOfEnglandTakesASecondOrTwo() {
    Plan plan = scattered(new Random(7), 6_200, 400_000, 1_250);
    long start = System.nanoTime();
    NetworkAreas areas = NetworkAreas.of(plan, null);
    double seconds = (System.nanoTime() - start) / 1e9;
    NetworkAreas light = areas.simplified(500);
    double both = (System.nanoTime() - start) / 1e9;
    System.out.printf("6,200 practices: areas %.2f s, with simplification %.2f s%n", seconds, both);
    assertSound(areas);
    assertSound(light, 0.005);
    // Generous, for a busy machine; about a second on a quiet one.
    assertThat(both).isLessThan(30);
  }

  @Test
  void simplerAreasHaveFewerCornersAndStillNoGap() {
    Plan plan = scattered(new Random(3), 400, 50_000, 40);
    NetworkAreas areas = NetworkAreas.of(plan, null);

    NetworkAreas light = areas.simplified(1000);

    assertThat(corners(light)).isLessThan(corners(areas) * 9 / 10);
    // Cells keep a little more of the outline than networks do.
    assertSound(light, 0.005);
  }

  @Test
  void theSamePlanIsDrawnTheSameInWhateverOrderItComes() {
    for (long seed = 0; seed < 12; seed++) {
      Plan plan = scattered(new Random(seed), 150, 30_000, 12);
      NetworkAreas areas = NetworkAreas.of(plan, null);
      NetworkAreas light = areas.simplified(200);
      for (int again = 0; again < 4; again++) {
        NetworkAreas shuffled = NetworkAreas.of(shuffled(plan, new Random(again)), null);
        assertSame(shuffled, areas);
        assertSame(shuffled.simplified(200), light);
      }
    }
  }

  /** Corner by corner, from the same first one on. */
  private static void assertSame(NetworkAreas is, NetworkAreas was) {
    assertThat(is.outline().toText()).as("outline").isEqualTo(was.outline().toText());
    assertThat(texts(is.networks().values())).isEqualTo(texts(was.networks().values()));
    assertThat(texts(is.cells().values())).isEqualTo(texts(was.cells().values()));
  }

  private static List<String> texts(Collection<Geometry> areas) {
    return areas.stream().map(Geometry::toText).toList();
  }

  private static Plan shuffled(Plan plan, Random random) {
    List<FormingPractice> practices = new ArrayList<>(plan.place().practices());
    Collections.shuffle(practices, random);
    List<PlanNetwork> networks = new ArrayList<>();
    for (PlanNetwork network : plan.networks()) {
      List<PracticeCode> members = new ArrayList<>(network.practices());
      Collections.shuffle(members, random);
      networks.add(
          new PlanNetwork(
              network.id(), network.hub(), members, network.patients(), true, CostParts.NONE));
    }
    Collections.shuffle(networks, random);
    return plan(practices, networks);
  }

  @Test
  void anOutlineThatIsNoAreaIsRefused() {
    assertThatThrownBy(
            () ->
                NetworkAreas.of(
                    Drawing.of("A").plan("A"), GEOMETRY.createPoint(new Coordinate(1, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outline of PLACE")
        .hasMessageContaining("Maybe");
  }

  private static int corners(NetworkAreas areas) {
    return areas.networks().values().stream().mapToInt(Geometry::getNumPoints).sum();
  }

  /** Valid, no overlap, no gap, and the outline covered. */
  private static void assertSound(NetworkAreas areas) {
    assertSound(areas, 1e-4);
  }

  private static void assertSound(NetworkAreas areas, double share) {
    for (var distinct :
        List.of(List.copyOf(areas.networks().values()), distinct(areas.cells().values()))) {
      List<Geometry> drawn = distinct.stream().filter(area -> !area.isEmpty()).toList();
      drawn.forEach(area -> assertThat(area.isValid()).isTrue());
      Geometry[] coverage = drawn.toArray(Geometry[]::new);
      assertThat(CoverageValidator.isValid(coverage)).isTrue();
      double total = drawn.stream().mapToDouble(Geometry::getArea).sum();
      assertThat(total).isCloseTo(areas.outline().getArea(), within(total * share));
    }
  }

  private static List<Geometry> distinct(Iterable<Geometry> areas) {
    Map<Geometry, Boolean> seen = new java.util.IdentityHashMap<>();
    List<Geometry> distinct = new ArrayList<>();
    areas.forEach(
        area -> {
          if (seen.put(area, true) == null) {
            distinct.add(area);
          }
        });
    return distinct;
  }

  private static Geometry box(int west, int south, int east, int north) {
    return GEOMETRY.toGeometry(new Envelope(west * 1000, east * 1000, south * 1000, north * 1000));
  }

  /** Practices at random spots, some shared, each in the network whose centre is nearest. */
  private static Plan scattered(Random random, int count, double metres, int networks) {
    List<FormingPractice> practices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Position site =
          i > 0 && random.nextInt(15) == 0
              ? practices.get(random.nextInt(i)).site()
              : new Position(
                  300_000 + Math.rint(random.nextDouble() * metres),
                  200_000 + Math.rint(random.nextDouble() * metres));
      practices.add(
          new FormingPractice(
              new PracticeCode("P%05d".formatted(i)), "", site, 10_000, null, null, null, null));
    }
    List<Position> centres =
        IntStream.range(0, networks)
            .mapToObj(i -> practices.get(random.nextInt(count)).site())
            .toList();
    List<List<PracticeCode>> members = new ArrayList<>();
    centres.forEach(centre -> members.add(new ArrayList<>()));
    for (FormingPractice practice : practices) {
      int best = random.nextInt(networks);
      // One in ten is with a network far away.
      if (random.nextInt(10) > 0) {
        for (int c = 0; c < networks; c++) {
          if (practice.site().kmTo(centres.get(c)) < practice.site().kmTo(centres.get(best))) {
            best = c;
          }
        }
      }
      members.get(best).add(practice.code());
    }
    List<PlanNetwork> drawn = new ArrayList<>();
    for (List<PracticeCode> group : members) {
      if (!group.isEmpty()) {
        drawn.add(
            new PlanNetwork(
                "N%04d".formatted(drawn.size()),
                group.getFirst(),
                group,
                group.size() * 10_000,
                true,
                CostParts.NONE));
      }
    }
    return plan(practices, drawn);
  }

  private static Plan plan(List<FormingPractice> practices, List<PlanNetwork> networks) {
    return new Plan(
        new FormingPlace(new PlaceCode("RANDOM"), "", practices, null, Map.of()),
        FormingRules.BARE,
        PlanStatus.PRICED,
        networks,
        List.of(),
        0,
        -1,
        false,
        0,
        1,
        new TreeSet<>(),
        List.of(),
        List.of());
  }
}
