package moot.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import moot.register.Position;
import moot.sample.Skeleton.Surgery;

/**
 * Where each surgery stands and how many patients it is to have, in the order of the skeleton.
 *
 * @param targets registered patients
 */
record Sites(List<Position> positions, List<String> postcodes, int[] targets) {
  /** Letters that the second half of a postcode may have. */
  private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

  static Sites choose(Skeleton skeleton, Dice dice) {
    List<Position> positions = new ArrayList<>();
    List<String> postcodes = new ArrayList<>();
    int[] targets = new int[skeleton.surgeries().size()];
    Map<String, Integer> sharedPremises = new HashMap<>();
    for (int j = 0; j < targets.length; j++) {
      Surgery surgery = skeleton.surgeries().get(j);
      double east = surgery.settlement().east() + surgery.east() + dice.between(-140, 140);
      double north = surgery.settlement().north() + surgery.north() + dice.between(-140, 140);
      targets[j] = (int) StrictMath.rint(surgery.patients() * dice.about1(0.027));
      int unit = dice.below(LETTERS.length() * LETTERS.length());
      Integer first =
          surgery.premises().isEmpty() ? null : sharedPremises.putIfAbsent(surgery.premises(), j);
      if (first != null) {
        positions.add(positions.get(first));
        postcodes.add(postcodes.get(first));
        continue;
      }
      positions.add(Land.at(east, north));
      // The digit runs on with the surgery, so that no two premises share a postcode.
      postcodes.add(
          String.format(
              Locale.ROOT,
              "%s %d%c%c",
              surgery.settlement().postcodeDistrict(),
              1 + j % 9,
              LETTERS.charAt((unit / LETTERS.length() + j / 9) % LETTERS.length()),
              LETTERS.charAt(unit % LETTERS.length())));
    }
    return new Sites(positions, postcodes, targets);
  }
}
