package moot.formation.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import moot.register.Position;
import org.junit.jupiter.api.Test;

class GabrielTest {
  @Test
  void nobodyStandsBetweenNeighbours() {
    // B stands between A and C; D stands off, inside no circle but its own.
    assertThat(pairs(at(0, 0), at(10, 1), at(20, 0), at(10, 30)))
        .containsExactly("0-1", "1-2", "1-3");
  }

  @Test
  void onTheCircleIsNotInside() {
    // The corners of a square lie on the circle of each diagonal: all six pairs are neighbours.
    assertThat(pairs(at(0, 0), at(10, 0), at(0, 10), at(10, 10)))
        .containsExactly("0-1", "0-2", "0-3", "1-2", "1-3", "2-3");
    // The same square turned and far away, in tenths of metres that no double holds exactly.
    assertThat(
            pairs(
                at(400_000.5, 300_000.25),
                at(400_010.5, 300_020.25),
                at(399_980.5, 300_010.25),
                at(399_990.5, 300_030.25)))
        .hasSize(6);
  }

  @Test
  void inARowOnlyTheNextIsANeighbour() {
    assertThat(pairs(at(0, 0), at(1, 0), at(2, 0), at(3, 0))).containsExactly("0-1", "1-2", "2-3");
  }

  @Test
  void whoSharesASpotSharesItsNeighbours() {
    assertThat(pairs(at(0, 0), at(5, 0), at(0, 0), at(9, 0)))
        .containsExactly("0-1", "0-2", "1-2", "1-3");
  }

  @Test
  void asTheDefinitionSaysOnGridsOfAnySize() {
    for (long seed = 1; seed <= 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int grid = 3 + random.nextInt(40);
      List<Position> sites = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        sites.add(at(350_000 + 7 * random.nextInt(grid), 420_000 + 7 * random.nextInt(grid)));
      }
      assertThat(pairs(sites.toArray(Position[]::new))).as("seed %d", seed).isEqualTo(slow(sites));
    }
  }

  private static List<String> slow(List<Position> sites) {
    List<String> pairs = new ArrayList<>();
    for (int a = 0; a < sites.size(); a++) {
      for (int b = a + 1; b < sites.size(); b++) {
        boolean between = false;
        for (Position c : sites) {
          // Twice the distance from the middle against the diameter, in whole numbers.
          long x = (long) (2 * c.easting() - sites.get(a).easting() - sites.get(b).easting());
          long y = (long) (2 * c.northing() - sites.get(a).northing() - sites.get(b).northing());
          long dx = (long) (sites.get(a).easting() - sites.get(b).easting());
          long dy = (long) (sites.get(a).northing() - sites.get(b).northing());
          between |= x * x + y * y < dx * dx + dy * dy;
        }
        if (!between) {
          pairs.add(a + "-" + b);
        }
      }
    }
    return pairs;
  }

  private static Position at(double easting, double northing) {
    return new Position(easting, northing);
  }

  private static List<String> pairs(Position... sites) {
    return Gabriel.pairs(List.of(sites)).stream().map(pair -> pair[0] + "-" + pair[1]).toList();
  }
}
