package moot.formation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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
record Drawing(FormingPlace place) {

  static Drawing of(String text) {
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

  static PracticeCode code(char letter) {
    return new PracticeCode(String.valueOf(letter));
  }

  static List<PracticeCode> codes(String letters) {
    return letters.chars().mapToObj(c -> code((char) c)).sorted().toList();
  }

  /** The letters of some practices, sorted. */
  static String letters(Iterable<PracticeCode> practices) {
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
  Drawing lists(String sizes) {
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
  Drawing today(String networks) {
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
  Drawing sameSpot(char practice, char asOther) {
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

  /** A plan with travel and nothing else priced, for example {@code "ABC DE"}: N01, N02, …. */
  Plan plan(String networks) {
    Map<PracticeCode, FormingPractice> practice = new TreeMap<>();
    place.practices().forEach(p -> practice.put(p.code(), p));
    List<PlanNetwork> drawn = new ArrayList<>();
    for (String letters : networks.split(" ")) {
      List<FormingPractice> members =
          codes(letters).stream().map(code -> practice.get(code)).toList();
      FormingPractice hub = members.getFirst();
      double travel = Double.POSITIVE_INFINITY;
      for (FormingPractice candidate : members) {
        double cost =
            members.stream()
                .mapToDouble(m -> m.registeredList() * m.site().kmTo(candidate.site()) / 1000)
                .sum();
        if (cost < travel) {
          travel = cost;
          hub = candidate;
        }
      }
      drawn.add(
          new PlanNetwork(
              "N%02d".formatted(drawn.size() + 1),
              hub.code(),
              codes(letters),
              members.stream().mapToInt(FormingPractice::registeredList).sum(),
              true,
              new CostParts(travel, 0, 0, 0, 0, 0, 0, 0, 0)));
    }
    return new Plan(
        place,
        FormingRules.BARE,
        PlanStatus.PRICED,
        drawn,
        List.of(),
        0,
        -1,
        false,
        0,
        1,
        new TreeSet<>(),
        List.of(),
        List.of());
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
  static String groups(Plan plan) {
    return plan.networks().stream()
        .map(network -> letters(network.practices()))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  static String sorted(String groups) {
    return Arrays.stream(groups.split(" ")).sorted().collect(Collectors.joining(" "));
  }
}
