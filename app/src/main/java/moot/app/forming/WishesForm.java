package moot.app.forming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import moot.formation.FormingPlace;
import org.jspecify.annotations.Nullable;

/**
 * The form of a run as it was filled in, with what is wrong in it.
 *
 * @param values text by name of the field
 * @param errors what is wrong, in words, by name of the field, in the order of the form
 */
public record WishesForm(Map<String, String> values, Map<String, String> errors) {
  private static final int LONGEST_LIST = 20_000;

  /** The tick for counting what practices want in confidence. */
  static final String COUNTS_ANSWERS = "countsAnswers";

  /** The form filled in with these wishes. */
  static WishesForm of(Wishes wishes) {
    Map<String, String> values = new TreeMap<>();
    values.put("min", Integer.toString(wishes.min()));
    values.put("max", Integer.toString(wishes.max()));
    values.put("minIsHard", wishes.minIsHard() ? "yes" : "");
    values.put("travel", number(wishes.travel()));
    values.put("shortfall", number(wishes.shortfall()));
    values.put("ties", number(wishes.ties()));
    values.put("boundary", number(wishes.boundary()));
    values.put("evenSize", number(wishes.evenSize()));
    values.put("evenNeed", number(wishes.evenNeed()));
    values.put("perNetwork", number(wishes.perNetwork()));
    values.put("overlap", number(wishes.overlap()));
    values.put("networksFrom", whole(wishes.networksFrom()));
    values.put("networksTo", whole(wishes.networksTo()));
    values.put("together", lines(wishes.together()));
    values.put("apart", lines(wishes.apart()));
    values.put("stay", String.join(" ", wishes.stay()));
    values.put("leaveOut", String.join(" ", wishes.leaveOut()));
    values.put("minutes", Integer.toString(wishes.minutes()));
    values.put("alternatives", Integer.toString(wishes.alternatives()));
    values.put("stability", wishes.stability() ? "yes" : "");
    values.put("curveFrom", whole(wishes.curveFrom()));
    values.put("curveTo", whole(wishes.curveTo()));
    values.put("tiesCurve", wishes.tiesCurve() ? "yes" : "");
    values.put("mostStable", wishes.mostStable() ? "yes" : "");
    return new WishesForm(values, Map.of());
  }

  /** What stands in a field; empty when nothing does. */
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  public @Nullable String error(String field) {
    return errors.get(field);
  }

  public boolean isTicked(String field) {
    return value(field).equals("yes");
  }

  WishesForm with(Map<String, String> found) {
    return new WishesForm(values, found);
  }

  /** Reads the form; on the left what is wrong, on the right the wishes when nothing is. */
  static Reading read(Map<String, String> sent, FormingPlace place) {
    WishesForm form = new WishesForm(new TreeMap<>(sent), new LinkedHashMap<>());
    Wishes wishes = form.read();
    if (form.errors.isEmpty()) {
      form.errors.putAll(wishes.strangers(place));
    }
    return new Reading(form, form.errors.isEmpty() ? Optional.of(wishes) : Optional.empty());
  }

  record Reading(WishesForm form, Optional<Wishes> wishes) {}

  private Wishes read() {
    int min = whole("min", 0, 10_000_000, 30_000);
    int max = whole("max", 1, 10_000_000, 50_000);
    if (min > max && errors.isEmpty()) {
      errors.put(
          "max",
          "%d: expected at least the smallest size, %d. Maybe the two are swapped?"
              .formatted(max, min));
    }
    double travel = weight("travel");
    double shortfall = weight("shortfall");
    double ties = weight("ties");
    double perNetwork = weight("perNetwork");
    double boundary = weight("boundary");
    double evenSize = weight("evenSize");
    double evenNeed = weight("evenNeed");
    double overlap = weight("overlap");
    Integer from = wholeOrNone("networksFrom", 0, 100_000);
    Integer to = wholeOrNone("networksTo", 1, 100_000);
    if (from != null && to != null && from > to) {
      errors.put(
          "networksTo",
          "%d: expected at least the smallest number, %d. Maybe the two are swapped?"
              .formatted(to, from));
    }
    Integer curveFrom = wholeOrNone("curveFrom", 1, 100_000);
    Integer curveTo = wholeOrNone("curveTo", 1, 100_000);
    if ((curveFrom == null) != (curveTo == null)) {
      errors.putIfAbsent(
          curveFrom == null ? "curveFrom" : "curveTo",
          "empty: the trade-off needs two numbers. Maybe leave both empty for none?");
    } else if (curveFrom != null && curveTo != null) {
      if (curveFrom > curveTo) {
        errors.put(
            "curveTo",
            "%d: expected at least %d. Maybe the two are swapped?".formatted(curveTo, curveFrom));
      } else if (curveTo - curveFrom >= 60) {
        errors.put(
            "curveTo",
            "%d to %d: expected at most 60 numbers of networks. Maybe look at fewer at once?"
                .formatted(curveFrom, curveTo));
      }
    }
    int alternatives = whole("alternatives", 0, 10, 0);
    if (isTicked(COUNTS_ANSWERS)
        && (alternatives > 0
            || curveFrom != null
            || isTicked("tiesCurve")
            || isTicked("stability")
            || isTicked("mostStable"))) {
      errors.put(
          COUNTS_ANSWERS,
          "ticked with more to find out: expected the best plan alone, as more would tell what single practices said. Maybe ask twice?");
    }
    if (isTicked("mostStable") && alternatives > 0) {
      errors.put(
          "alternatives",
          "%d: expected none with the most stable plan, as other plans are looked for beside the cheapest. Maybe ask twice?"
              .formatted(alternatives));
    }
    return new Wishes(
        min,
        max,
        isTicked("minIsHard"),
        travel,
        shortfall,
        ties,
        boundary,
        evenSize,
        evenNeed,
        perNetwork,
        overlap,
        from,
        to,
        groups("together"),
        groups("apart"),
        codes(value("stay"), "stay"),
        codes(value("leaveOut"), "leaveOut"),
        whole("minutes", 1, 240, 5),
        alternatives,
        isTicked("stability"),
        curveFrom,
        curveTo,
        isTicked("tiesCurve"),
        isTicked("mostStable"),
        null);
  }

  private int whole(String field, int least, int most, int otherwise) {
    Integer given = wholeOrNone(field, least, most);
    return given == null ? otherwise : given;
  }

  private @Nullable Integer wholeOrNone(String field, int least, int most) {
    String text = value(field).strip().replace(",", "").replace(" ", "");
    if (text.isEmpty()) {
      return null;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    errors.put(
        field,
        String.format(
            Locale.UK,
            "\"%s\": expected a whole number from %,d to %,d. Maybe a digit too many?",
            shown(field),
            least,
            most));
    return null;
  }

  private double weight(String field) {
    String text = value(field).strip().replace(",", "");
    if (text.isEmpty()) {
      return 0;
    }
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && number <= 1_000_000) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    errors.put(
        field,
        "\"%s\": expected a number from 0 to 1,000,000. Maybe a letter got in?"
            .formatted(shown(field)));
    return 0;
  }

  private List<List<String>> groups(String field) {
    List<List<String>> groups = new ArrayList<>();
    for (String line : value(field).lines().toList()) {
      List<String> group = codes(line, field);
      if (group.size() == 1) {
        errors.putIfAbsent(
            field,
            "%s stands alone on its line: expected at least two codes a line. Maybe the others are on the next line?"
                .formatted(group.getFirst()));
      } else if (!group.isEmpty()) {
        groups.add(group);
      }
    }
    return groups;
  }

  private List<String> codes(String text, String field) {
    if (text.length() > LONGEST_LIST) {
      errors.put(field, "too long: expected at most 20,000 characters. Maybe a whole file got in?");
      return List.of();
    }
    List<String> codes =
        Arrays.stream(text.split("[\\s,;]+"))
            .filter(code -> !code.isEmpty())
            .map(code -> code.toUpperCase(Locale.ROOT))
            .distinct()
            .toList();
    codes.stream()
        .filter(code -> code.length() > 40)
        .findFirst()
        .ifPresent(
            code ->
                errors.put(
                    field,
                    "\"%s…\": a code has at most 40 characters. Maybe a space is missing?"
                        .formatted(code.substring(0, 20))));
    return codes;
  }

  private String shown(String field) {
    String text = value(field).strip();
    return text.length() > 30 ? text.substring(0, 30) + "…" : text;
  }

  private static String whole(@Nullable Integer number) {
    return number == null ? "" : Integer.toString(number);
  }

  private static String number(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static String lines(List<List<String>> groups) {
    return String.join("\n", groups.stream().map(group -> String.join(" ", group)).toList());
  }
}
