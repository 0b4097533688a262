package moot.app.wishes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import moot.app.access.Seat;
import moot.app.register.RegisterStore;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.NeighbourPair;
import moot.formation.Wish;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Wishes that invented people of a sample place have, said by the desk that everybody uses. */
@Component
public class SampleWishes {
  private static final int MOST_OF_A_KIND = 3;
  private static final Comparator<PracticeCode> BY_CODE = Comparator.comparing(PracticeCode::value);
  private static final List<String> CONDITIONS =
      List.of(
          "",
          "Our receptionists stay with us.",
          "",
          "Extended access in our own building on one evening a week at least.",
          "We keep our pharmacist until a new one has begun.");

  private final WishDesk desk;
  private final WishStore store;
  private final RegisterStore register;

  SampleWishes(WishDesk desk, WishStore store, RegisterStore register) {
    this.desk = desk;
    this.store = store;
    this.register = register;
  }

  /**
   * Has these practices say whom they would like to work with: mostly neighbours of their network
   * of today, and not always those. Practices that have said something are left alone.
   *
   * @param practices one seat of each that edits
   * @param publishing seats that sign, whose practices publish what is kind
   * @return how many have said something
   */
  public int say(List<Seat> practices, List<Seat> publishing) {
    FormingPlace place = register.getFormingPlace(Answers.place(practices.getFirst()));
    Map<PracticeCode, Set<PracticeCode>> neighbours = new HashMap<>();
    for (NeighbourPair pair : Forming.today(place, FormingRules.BARE).neighbours()) {
      neighbours.computeIfAbsent(pair.a(), code -> new TreeSet<>(BY_CODE)).add(pair.b());
      neighbours.computeIfAbsent(pair.b(), code -> new TreeSet<>(BY_CODE)).add(pair.a());
    }
    Map<PracticeCode, NetworkCode> networks = new HashMap<>();
    place
        .practices()
        .forEach(
            practice -> {
              NetworkCode today = practice.today();
              if (today != null) {
                networks.put(practice.code(), today);
              }
            });
    Set<Long> said = new HashSet<>();
    for (int i = 0; i < practices.size(); i++) {
      Seat seat = practices.get(i);
      PracticeCode own = new PracticeCode(seat.party().code());
      if (store.getNow(seat.party().id()).number() == 0) {
        desk.keep(
            seat,
            0,
            Confidence.of(
                Stance.values()[i % Stance.values().length],
                CONDITIONS.get(i % CONDITIONS.size()),
                wishes(own, neighbours.getOrDefault(own, Set.of()), networks, i)));
        said.add(seat.party().id());
      }
    }
    for (Seat seat : publishing) {
      if (said.contains(seat.party().id())) {
        // A wish about a colleague is published where it is kind.
        Map<String, String> parts =
            new HashMap<>(WishDesk.values(store.getNow(seat.party().id()).said()));
        parts
            .entrySet()
            .removeIf(
                part ->
                    part.getKey().startsWith(Published.WISH)
                        && !part.getValue().equals(Wish.WITH.name()));
        desk.publish(seat, 1, parts.keySet());
      }
    }
    return said.size();
  }

  private static Map<String, Wish> wishes(
      PracticeCode own,
      Set<PracticeCode> neighbours,
      Map<PracticeCode, NetworkCode> networks,
      int turn) {
    @Nullable NetworkCode today = networks.get(own);
    List<PracticeCode> fellows = new ArrayList<>();
    List<PracticeCode> others = new ArrayList<>();
    for (PracticeCode code : neighbours) {
      (today != null && today.equals(networks.get(code)) ? fellows : others).add(code);
    }
    Map<String, Wish> wishes = new HashMap<>();
    // Every fourth would rather have a neighbour of another network than one of its own.
    boolean restless = turn % 4 == 3;
    (restless ? others : fellows)
        .stream().limit(MOST_OF_A_KIND).forEach(code -> wishes.put(code.value(), Wish.WITH));
    (restless ? fellows : others)
        .stream()
            .limit(1)
            .forEach(
                code -> wishes.put(code.value(), turn % 5 == 4 ? Wish.NEVER : Wish.RATHER_NOT));
    return wishes;
  }
}
