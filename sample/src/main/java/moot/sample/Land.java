package moot.sample;

import java.util.ArrayList;
import java.util.List;
import moot.register.CouncilCode;
import moot.register.Position;

/**
 * The coast of Mereshire and the border between its two councils.
 *
 * <p>It lies where the North Sea is, on land that sank some eight thousand years ago, so that no
 * real place is drawn over.
 *
 * @param outline the coast; the two councils' outlines together fill it
 */
record Land(Outline outline, SampleCouncil westCouncil, SampleCouncil eastCouncil) {
  /** The place's south-west corner, metres from the grid's false origin. */
  static final double WEST = 600_000;

  static final double SOUTH = 385_000;

  private static final int CORNERS = 240;

  /** The border from south to north, kilometres: just east of the city. */
  private static final double[][] BORDER = {
    {28.5, 6},
    {28, 10},
    {29, 14},
    {28.6, 18},
    {25.6, 21.5},
    {25.2, 26},
    {27.5, 29},
    {30.2, 31},
    {30.4, 35},
    {29.4, 41}
  };

  static Land lay(Dice dice) {
    Outline coast = coast(dice);
    List<Position> ring = coast.ring();
    int south = nearest(ring, 28.6, -4);
    int north = nearest(ring, 29.6, 52);
    List<Position> bends = new ArrayList<>();
    bends.add(ring.get(south));
    for (double[] km : BORDER) {
      bends.add(at(km[0] * 1000 + dice.between(-250, 250), km[1] * 1000));
    }
    bends.add(ring.get(north));
    List<Position> winding = winding(winding(winding(bends, dice), dice), dice);
    List<Position> border = winding.subList(1, winding.size() - 1);
    // Anticlockwise the coast runs south → east → north → west → south.
    List<Position> east = new ArrayList<>(along(ring, south, north));
    east.addAll(border.reversed());
    List<Position> west = new ArrayList<>(along(ring, north, south));
    west.addAll(border);
    return new Land(
        coast,
        new SampleCouncil(
            new CouncilCode("E06999001"), "Merchester and West Mere", new Outline(west)),
        new SampleCouncil(new CouncilCode("E07999002"), "East Mere", new Outline(east)));
  }

  /** Puts a bend into the middle of every stretch. */
  private static List<Position> winding(List<Position> line, Dice dice) {
    List<Position> bent = new ArrayList<>();
    for (int i = 0; i + 1 < line.size(); i++) {
      Position a = line.get(i);
      Position b = line.get(i + 1);
      double bend = dice.between(-0.09, 0.09);
      bent.add(a);
      bent.add(
          new Position(
              StrictMath.rint(
                  (a.easting() + b.easting()) / 2 + bend * (b.northing() - a.northing())),
              StrictMath.rint(
                  (a.northing() + b.northing()) / 2 - bend * (b.easting() - a.easting()))));
    }
    bent.add(line.getLast());
    return bent;
  }

  /** A rounded shape with bays and headlands. */
  private static Outline coast(Dice dice) {
    double[] size = new double[9];
    double[] phase = new double[9];
    for (int k = 2; k < size.length; k++) {
      size[k] = 0.045 / StrictMath.sqrt(k) * dice.about1(0.3);
      phase[k] = dice.between(0, 2 * Math.PI);
    }
    List<Position> ring = new ArrayList<>();
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      double wave = 1 + 0.006 * dice.normal();
      for (int k = 2; k < size.length; k++) {
        wave += size[k] * StrictMath.cos(k * angle + phase[k]);
      }
      // A superellipse: rounder than a box, fuller in the corners than an ellipse.
      double radius =
          wave
              / StrictMath.pow(
                  StrictMath.pow(Math.abs(cos) / 37_500, 2.7)
                      + StrictMath.pow(Math.abs(sin) / 28_500, 2.7),
                  1 / 2.7);
      ring.add(at(30_500 + radius * cos, 24_500 + radius * sin));
    }
    return new Outline(ring);
  }

  static Position at(double east, double north) {
    return new Position(StrictMath.rint(WEST + east), StrictMath.rint(SOUTH + north));
  }

  SampleCouncil councilOf(Position p) {
    return westCouncil.outline().contains(p) ? westCouncil : eastCouncil;
  }

  private static int nearest(List<Position> ring, double eastKm, double northKm) {
    Position target = at(eastKm * 1000, northKm * 1000);
    int best = 0;
    for (int i = 1; i < ring.size(); i++) {
      if (ring.get(i).kmTo(target) < ring.get(best).kmTo(target)) {
        best = i;
      }
    }
    return best;
  }

  private static List<Position> along(List<Position> ring, int from, int to) {
    List<Position> part = new ArrayList<>();
    for (int i = from; i != to; i = (i + 1) % ring.size()) {
      part.add(ring.get(i));
    }
    part.add(ring.get(to));
    return part;
  }
}
