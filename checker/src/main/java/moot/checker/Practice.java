package moot.checker;

import org.jspecify.annotations.Nullable;

/** One row of {@code input.csv}. */
record Practice(
    String code,
    double easting,
    double northing,
    int list,
    @Nullable String today,
    @Nullable String council,
    @Nullable String subLocation,
    @Nullable Double need) {
  double kmTo(Practice other) {
    double x = easting - other.easting;
    double y = northing - other.northing;
    return Math.sqrt(x * x + y * y) / 1000;
  }

  boolean atSpotOf(Practice other) {
    return easting == other.easting && northing == other.northing;
  }
}
