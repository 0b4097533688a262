package moot.register;

import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Between the British National Grid, in which Moot reckons, and WGS 84 latitude and longitude,
 * which files and maps at the edge use.
 *
 * <p>The datum shift is the Ordnance Survey's seven-parameter Helmert transformation (<i>A guide to
 * coordinate systems in Great Britain</i>, section 6.6), good to about 5 m over Great Britain.
 */
public final class Wgs84 {
  private static final CoordinateReferenceSystem GRID;
  private static final CoordinateReferenceSystem DEGREES;

  static {
    // By parameter string: looking up EPSG:27700 by name needs a dictionary that is not shipped.
    CRSFactory factory = new CRSFactory();
    GRID =
        factory.createFromParameters(
            "OSGB36",
            "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
                + " +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs");
    DEGREES =
        factory.createFromParameters("WGS84", "+proj=longlat +ellps=WGS84 +datum=WGS84 +no_defs");
  }

  private Wgs84() {}

  /** Longitude and latitude, in this order (as GeoJSON has them), in degrees. */
  public static double[] lonLat(Position position) {
    ProjCoordinate degrees = transform(GRID, DEGREES, position.easting(), position.northing());
    return new double[] {degrees.x, degrees.y};
  }

  /**
   * The grid position of a point.
   *
   * @param latitude degrees north, 49 to 62
   * @param longitude degrees east (negative: west), −10 to 4
   * @throws IllegalArgumentException for a point outside the grid
   */
  public static Position position(double latitude, double longitude) {
    if (!(latitude >= 49 && latitude <= 62 && longitude >= -10 && longitude <= 4)) {
      throw new IllegalArgumentException(
          "latitude %s, longitude %s: expected latitude 49 to 62 and longitude −10 to 4. Maybe the two are swapped?"
              .formatted(latitude, longitude));
    }
    ProjCoordinate metres = transform(DEGREES, GRID, longitude, latitude);
    return new Position(metres.x, metres.y);
  }

  private static ProjCoordinate transform(
      CoordinateReferenceSystem from, CoordinateReferenceSystem to, double x, double y) {
    // A transform keeps scratch coordinates inside and so must not be shared between threads;
    // making
    // one is cheap.
    ProjCoordinate out = new ProjCoordinate();
    new BasicCoordinateTransform(from, to).transform(new ProjCoordinate(x, y), out);
    return out;
  }
}
