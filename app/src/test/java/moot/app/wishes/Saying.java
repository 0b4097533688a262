package moot.app.wishes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.register.RegisterStore;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.Wish;
import moot.sample.Mereshire;

/** Lets practices of Mereshire say what they want, for tests. */
final class Saying {
  private final WishDesk desk = ServedTable.bean(WishDesk.class);
  private final WishStore store = ServedTable.bean(WishStore.class);
  final FormingPlace place = ServedTable.bean(RegisterStore.class).getFormingPlace(Mereshire.PLACE);

  List<String> codes() {
    return place.practices().stream().map(FormingPractice::code).map(Object::toString).toList();
  }

  static Seat seat(String code, Role role) {
    return SignedIn.as(PartyKind.PRACTICE, code, role).seat();
  }

  /** Keeps it, whatever was said before. */
  void says(String code, Stance stance, String conditions, Map<String, Wish> wishes) {
    Seat seat = seat(code, Role.EDITOR);
    desk.keep(
        seat,
        store.getNow(seat.party().id()).number(),
        Confidence.of(stance, conditions, new TreeMap<>(wishes)));
  }

  void publishes(String code, String... parts) {
    Seat seat = seat(code, Role.SIGNATORY);
    desk.publish(seat, store.getNow(seat.party().id()).number(), WishDesk.ticked(List.of(parts)));
  }

  /** So many practices, the last of the place first, say something that no round has yet. */
  void aRoundSays(int count, Wish wish) {
    List<String> codes = codes().reversed();
    for (int k = 0; k < count; k++) {
      says(
          codes.get(k),
          Stance.UNDECIDED,
          "",
          Map.of(codes.get(k + 1), wish, codes.get(k + 2), Wish.WITH));
    }
  }
}
