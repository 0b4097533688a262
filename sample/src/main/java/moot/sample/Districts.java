package moot.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import moot.register.LsoaCode;
import moot.register.Position;
import moot.sample.Skeleton.Kind;
import moot.sample.Skeleton.Settlement;
import moot.sample.Skeleton.Surgery;

/** Lays small areas over the settlements and the country round them. */
final class Districts {
  /** People in a small area. */
  private static final double PEOPLE = 1_600;

  /** Where the university stands, metres from the middle of the city. */
  private static final double CAMPUS_EAST = -1_800;

  private static final double CAMPUS_NORTH = 2_600;

  /**
   * A small area before anyone is registered.
   *
   * @param people how many live there, about
   * @param ages share of people by five-year band ({@link AgeCounts})
   */
  record District(
      LsoaCode code,
      String name,
      Settlement settlement,
      Neighbourhood character,
      Position centroid,
      double people,
      double need,
      double[] ages) {}

  private final Skeleton skeleton;
  private final Land land;
  private final Dice dice;

  Districts(Skeleton skeleton, Land land, Dice dice) {
    this.skeleton = skeleton;
    this.land = land;
    this.dice = dice;
  }

  /** Their people add up to the patients of all surgeries. */
  List<District> lay(int[] targets) {
    List<District> all = new ArrayList<>();
    for (Settlement settlement : skeleton.settlements()) {
      double patients = 0;
      double students = 0;
      for (int j = 0; j < targets.length; j++) {
        Surgery surgery = skeleton.surgeries().get(j);
        if (surgery.settlement().equals(settlement)) {
          patients += targets[j];
          if (targets[j] > Catchments.UNIVERSITY) {
            students += 0.6 * targets[j];
          }
        }
      }
      lay(settlement, patients, students, all);
    }
    return all;
  }

  private void lay(Settlement settlement, double patients, double students, List<District> all) {
    int count = (int) StrictMath.max(1, StrictMath.rint(patients / PEOPLE));
    int campus = (int) StrictMath.rint(students / PEOPLE);
    double[] people = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      people[i] = dice.about1(0.16);
      sum += people[i];
    }
    List<Position> here = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean scattered = scattered(settlement.kind(), i, count);
      Position centroid = i < campus ? campusSpot(settlement) : spot(settlement, scattered, here);
      here.add(centroid);
      Neighbourhood character =
          i < campus ? Neighbourhood.STUDENT : character(settlement, centroid, scattered);
      double need = Math.clamp(character.need + character.needDeviation * dice.normal(), 1.2, 88.0);
      all.add(
          new District(
              new LsoaCode(String.format(Locale.ROOT, "E%08d", 1_999_001 + all.size())),
              String.format(Locale.ROOT, "%s %03d", settlement.name(), i + 1),
              settlement,
              character,
              centroid,
              people[i] / sum * patients,
              StrictMath.rint(need * 1000) / 1000,
              AgeCounts.localShares(character, dice)));
    }
  }

  /** Villages look after the farms and hamlets round them. */
  private static boolean scattered(Kind kind, int i, int count) {
    double share =
        switch (kind) {
          case CITY -> 0;
          case TOWN -> 0.12;
          case VILLAGE -> 0.45;
        };
    return i >= count - StrictMath.rint(count * share);
  }

  private Position spot(Settlement s, boolean scattered, List<Position> taken) {
    Position best = Land.at(s.east(), s.north());
    double most = -1;
    // Of a few throws, the one with most room to its neighbours on land.
    for (int tries = 0; tries < 6; tries++) {
      double angle = dice.between(0, 2 * Math.PI);
      double reach =
          scattered
              ? s.radius() + dice.between(800, 4_500)
              : s.radius() * StrictMath.pow(dice.unit(), 0.8);
      Position p =
          Land.at(
              s.east() + reach * StrictMath.cos(angle), s.north() + reach * StrictMath.sin(angle));
      double room = 9;
      for (Position other : taken) {
        room = StrictMath.min(room, p.kmTo(other));
      }
      if (land.outline().contains(p) && room > most) {
        best = p;
        most = room;
        if (room > 0.35) {
          break;
        }
      }
    }
    return best;
  }

  private Position campusSpot(Settlement city) {
    return Land.at(
        city.east() + CAMPUS_EAST + 520 * Math.clamp(dice.normal(), -2.2, 2.2),
        city.north() + CAMPUS_NORTH + 520 * Math.clamp(dice.normal(), -2.2, 2.2));
  }

  private static Neighbourhood character(Settlement s, Position p, boolean scattered) {
    if (scattered) {
      return s.character() == Neighbourhood.FEN ? Neighbourhood.FEN : Neighbourhood.VILLAGE;
    }
    if (s.kind() != Kind.CITY) {
      return s.character();
    }
    double east = p.easting() - Land.WEST - s.east();
    double north = p.northing() - Land.SOUTH - s.north();
    if (StrictMath.hypot(east - 1_000, north + 400) < 2_000) {
      return Neighbourhood.INNER;
    }
    if (StrictMath.hypot(east - 3_400, north + 3_700) < 1_200) {
      return Neighbourhood.ESTATE;
    }
    return StrictMath.hypot(east, north) > 3_500 ? Neighbourhood.SUBURB : Neighbourhood.MIDDLE;
  }
}
