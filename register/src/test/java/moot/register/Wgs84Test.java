package moot.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Wgs84Test {
  /**
   * Landmarks with both coordinates known: the Ordnance Survey's worked example (Caister water
   * tower, as WGS 84), and postcode points whose latitude and longitude the Office for National
   * Statistics publishes.
   */
  @ParameterizedTest
  @CsvSource({
    "Caister water tower, 52.658008, 1.716074, 651409.903, 313177.270",
    "TS18 1HU Stockton, 54.561625, -1.318986, 444136, 518701",
    "CR0 1FE Croydon, 51.370492, -0.099135, 532413, 165207",
    "BR1 5EP Bromley, 51.426849, 0.00981, 539824, 171676"
  })
  void landmarksLieWhereTheyAreKnownToLie(
      String name, double latitude, double longitude, double easting, double northing) {
    Position grid = new Position(easting, northing);

    assertThat(Wgs84.position(latitude, longitude).kmTo(grid)).as(name).isLessThan(0.006);

    double[] lonLat = Wgs84.lonLat(grid);
    assertThat(lonLat[0]).as(name).isCloseTo(longitude, within(0.0001));
    assertThat(lonLat[1]).as(name).isCloseTo(latitude, within(0.00006));
  }

  @Test
  void thereAndBackIsTheSamePoint() {
    for (double easting = 150_000; easting < 650_000; easting += 50_000) {
      for (double northing = 50_000; northing < 650_000; northing += 50_000) {
        Position start = new Position(easting, northing);
        double[] lonLat = Wgs84.lonLat(start);
        assertThat(Wgs84.position(lonLat[1], lonLat[0]).kmTo(start)).isLessThan(0.0001);
      }
    }
  }

  @Test
  void swappedDegreesAreRefusedWithAHint() {
    assertThatThrownBy(() -> Wgs84.position(-1.3, 54.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe the two are swapped?");
  }
}
