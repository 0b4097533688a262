package moot.app.wishes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import moot.app.access.Seat;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.register.PracticeCode;

/** Drafts, for weighing them against what practices want. Whoever keeps drafts provides it. */
public interface DraftsToWeigh {
  /** The version of a draft that holds; empty when there is none or the seat may not see it. */
  Optional<Weighable> find(Seat seat, long draft);

  /**
   * A draft as it is now.
   *
   * @param shared with the whole table
   * @param own whether it is of the seat's own party
   * @param version the number of the version that holds
   * @param rules without the draft's locks
   * @param networkOf of each practice that is in one
   * @param called what people call a network, where that is not its name
   */
  record Weighable(
      long id,
      String name,
      boolean shared,
      boolean own,
      int version,
      FormingPlace place,
      FormingRules rules,
      Map<PracticeCode, String> networkOf,
      Map<String, String> called) {

    String networkName(String network) {
      return called.getOrDefault(network, network);
    }

    Map<PracticeCode, String> names() {
      return place.practices().stream()
          .collect(Collectors.toMap(FormingPractice::code, Weighable::name));
    }

    private static String name(FormingPractice practice) {
      return practice.name().isBlank() ? practice.code().value() : practice.name();
    }

    /** Practices of the place that are in no network. */
    Set<PracticeCode> nowhere() {
      Set<PracticeCode> nowhere = new TreeSet<>();
      place.practices().forEach(practice -> nowhere.add(practice.code()));
      nowhere.removeAll(networkOf.keySet());
      return nowhere;
    }
  }
}
