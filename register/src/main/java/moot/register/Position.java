package moot.register;

/**
 * A point on the British National Grid (OSGB36, EPSG:27700).
 *
 * @param easting metres east of the grid's false origin
 * @param northing metres north of the grid's false origin
 */
public record Position(double easting, double northing) {
  public Position {
    if (!Double.isFinite(easting) || !Double.isFinite(northing)) {
      throw new IllegalArgumentException(
          "position %s, %s: expected two finite numbers of metres".formatted(easting, northing));
    }
  }

  /** Straight-line distance in kilometres. */
  public double kmTo(Position other) {
    return Math.hypot(easting - other.easting, northing - other.northing) / 1000.0;
  }
}
