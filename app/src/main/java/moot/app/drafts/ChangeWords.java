package moot.app.drafts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import moot.app.drafts.Rooms.Room;

/** What a change does, as a sentence without its subject, for the history of a draft. */
final class ChangeWords {
  private ChangeWords() {}

  static String of(Room room, Change.Move move, DraftState after) {
    String who = who(room, move.practices());
    return switch (move.to()) {
      case Change.NONE -> "took %s out of all networks".formatted(who);
      case Change.NEW -> {
        String name = after.networkOf().getOrDefault(move.practices().iterator().next(), "");
        yield "made a new network, %s, of %s".formatted(name, who);
      }
      default -> "moved %s to %s".formatted(who, room.called(move.to()));
    };
  }

  static String of(Room room, DraftLock lock) {
    String who = who(room, new LinkedHashSet<>(lock.practices()));
    return switch (lock.kind()) {
      case TOGETHER -> who + " together";
      case APART -> who + " apart";
      case LEAVE_OUT -> who + " left out";
    };
  }

  private static String who(Room room, Set<String> practices) {
    List<String> names = practices.stream().sorted().map(room::named).toList();
    return switch (names.size()) {
      case 1 -> names.getFirst();
      case 2 -> names.getFirst() + " and " + names.getLast();
      case 3 -> names.get(0) + ", " + names.get(1) + " and " + names.get(2);
      default -> "%s, %s and %d more".formatted(names.get(0), names.get(1), names.size() - 2);
    };
  }
}
