package moot.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import moot.formation.CostWeights;

/** {@code --weights travel=1,ties=0.5}: what is not named keeps its default. */
final class WeightsOption {
  private static final List<String> NAMES =
      List.of(
          "travel",
          "shortfall",
          "ties",
          "boundary",
          "evenSize",
          "evenNeed",
          "perNetwork",
          "overlap",
          "preferences");

  private WeightsOption() {}

  /**
   * @throws UserError when a name or a number is wrong; all that are wrong at once
   */
  static CostWeights parse(String text) {
    Map<String, Double> values = new TreeMap<>();
    CostWeights bare = CostWeights.BARE;
    values.put("travel", bare.travel());
    values.put("shortfall", bare.shortfall());
    List<String> wrong =
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(part -> take(part, values))
            .filter(complaint -> !complaint.isEmpty())
            .toList();
    if (!wrong.isEmpty()) {
      throw new UserError(wrong);
    }
    double[] w = NAMES.stream().mapToDouble(name -> values.getOrDefault(name, 0.0)).toArray();
    return new CostWeights(w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8]);
  }

  /** Takes one weight; gives back what is wrong with it, or "". */
  private static String take(String part, Map<String, Double> values) {
    int equals = part.indexOf('=');
    if (equals < 0) {
      return "--weights \"%s\": expected name=number. Maybe the = is missing?".formatted(part);
    }
    String name = plain(part.substring(0, equals));
    String number = part.substring(equals + 1).strip();
    var known = NAMES.stream().filter(n -> plain(n).equals(name)).findFirst();
    if (known.isEmpty()) {
      return "--weights \"%s\": there is no such part of the cost; expected one of %s. Maybe it is mistyped?"
          .formatted(part, NAMES.stream().collect(Collectors.joining(", ")));
    }
    double value;
    try {
      value = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      return "--weights \"%s\": expected a number after the =. Maybe a decimal point is written as a comma?"
          .formatted(part);
    }
    if (!(value >= 0 && value <= 1_000_000)) {
      return "--weights \"%s\": expected a number from 0 to 1,000,000. Maybe the sign is wrong?"
          .formatted(part);
    }
    values.put(known.get(), value);
    return "";
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }
}
