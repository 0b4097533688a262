package moot.sample;

import java.util.List;
import moot.register.Position;

/**
 * A simple polygon.
 *
 * @param ring its corners, anticlockwise, the first not repeated at the end
 */
public record Outline(List<Position> ring) {
  public Outline {
    ring = List.copyOf(ring);
  }

  /** Whether a point lies inside (even-odd rule; a point on the line may fall either way). */
  public boolean contains(Position p) {
    boolean inside = false;
    Position a = ring.getLast();
    for (Position b : ring) {
      if ((a.northing() > p.northing()) != (b.northing() > p.northing())
          && p.easting()
              < (b.easting() - a.easting())
                      * (p.northing() - a.northing())
                      / (b.northing() - a.northing())
                  + a.easting()) {
        inside = !inside;
      }
      a = b;
    }
    return inside;
  }
}
