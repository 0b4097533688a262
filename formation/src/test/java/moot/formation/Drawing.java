package moot.formation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;

/**
 * Small places and plans drawn as text. Every letter of the drawing is a practice; one character to
 * the right is 1 km east, one line down is 1 km south, the first character of the first line is at
 * (400 km, 300 km). Each practice has 10,000 patients unless told otherwise.
 */
public record Drawing(FormingPlace place) {

  public static Drawing of(String text) {
    List<FormingPractice> practices = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int row = 0; row < lines.size(); row++) {
      String line = lines.get(row);
      for (int column = 0; column < line.length(); column++) {
        char letter = line.charAt(column);
        if (Character.isLetter(letter)) {
          practices.add(
              new FormingPractice(
                  code(letter),
                  "Practice " + letter,
                  new Position(400_000 + 1000.0 * column, 300_000 - 1000.0 * row),
                  10_000,
                  null,
                  null,
                  null,
                  null));
        }
      }
    }
    return new Drawing(
        new FormingPlace(new PlaceCode("PLACE"), "A place", practices, null, Map.of()));
  }

  public static PracticeCode code(char letter) {
    return new PracticeCode(String.valueOf(letter));
  }

  public static List<PracticeCode> codes(String letters) {
    return letters.chars().mapToObj(c -> code((char) c)).sorted().toList();
  }

  /** The letters of some practices, sorted. */
  public static String letters(Iterable<PracticeCode> practices) {
    StringBuilder letters = new StringBuilder();
    practices.forEach(letters::append);
    return letters
        .toString()
        .chars()
        .sorted()
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** Registered lists, for example {@code "A=12000 B=500"}. */
  public Drawing lists(String sizes) {
    Map<String, Integer> byLetter = new HashMap<>();
    for (String size : sizes.split(" ")) {
      byLetter.put(size.substring(0, 1), Integer.parseInt(size.substring(2)));
    }
    return map(
        p ->
            new FormingPractice(
                p.code(),
                p.name(),
                p.site(),
                byLetter.getOrDefault(p.code().value(), p.registeredList()),
                p.today(),
                p.council(),
                p.subLocation(),
                p.need()));
  }

  /** Today's networks, for example {@code "ABC DE"}; called U1, U2, … in that order. */
  public Drawing today(String networks) {
    List<String> groups = List.of(networks.split(" "));
    return map(
        p -> {
          NetworkCode network = null;
          for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).contains(p.code().value())) {
              network = new NetworkCode("U" + (i + 1));
            }
          }
          return new FormingPractice(
              p.code(),
              p.name(),
              p.site(),
              p.registeredList(),
              network,
              p.council(),
              p.subLocation(),
              p.need());
        });
  }

  /** Puts one practice at the spot of another. */
  public Drawing sameSpot(char practice, char asOther) {
    Position spot =
        place.practices().stream()
            .filter(p -> p.code().equals(code(asOther)))
            .findFirst()
            .orElseThrow()
            .site();
    return map(
        p ->
            p.code().equals(code(practice))
                ? new FormingPractice(
                    p.code(),
                    p.name(),
                    spot,
                    p.registeredList(),
                    p.today(),
                    p.council(),
                    p.subLocation(),
                    p.need())
                : p);
  }

  /** These networks, priced by bare rules, for example {@code "ABC DE"}: N01, N02, …. */
  public Plan plan(String networks) {
    return plan(networks, FormingRules.BARE);
  }

  /** These networks, priced by the rules. */
  public Plan plan(String networks, FormingRules rules) {
    Map<PracticeCode, String> networkOf = new TreeMap<>();
    String[] groups = networks.split(" ");
    for (int k = 0; k < groups.length; k++) {
      for (PracticeCode practice : codes(groups[k])) {
        networkOf.put(practice, "N%02d".formatted(k + 1));
      }
    }
    return Forming.priced(place, rules, networkOf);
  }

  /** The pairs that are neighbours, instead of the Gabriel graph: {@code "AB BC"}. */
  public Drawing neighbours(String pairs) {
    return new Drawing(
        new FormingPlace(
            place.code(),
            place.name(),
            place.practices(),
            Arrays.stream(pairs.split(" "))
                .map(pair -> new NeighbourPair(code(pair.charAt(0)), code(pair.charAt(1))))
                .collect(Collectors.toSet()),
            place.patientsByArea()));
  }

  private Drawing map(java.util.function.UnaryOperator<FormingPractice> change) {
    return new Drawing(
        new FormingPlace(
            place.code(),
            place.name(),
            place.practices().stream().map(change).toList(),
            place.neighbours(),
            place.patientsByArea()));
  }

  /** The groups of a plan as text, in a fixed order: {@code "ABC DE"}. */
  public static String groups(Plan plan) {
    return plan.networks().stream()
        .map(network -> letters(network.practices()))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  public static String sorted(String groups) {
    return Arrays.stream(groups.split(" ")).sorted().collect(Collectors.joining(" "));
  }
}
