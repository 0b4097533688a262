package moot.app.drafts;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import moot.app.access.Seat;
import moot.app.web.ToldToVisitors;
import org.springframework.stereotype.Component;

/** Reads what people and programs ask of drafts in the words of the form. */
@Component
class DraftRequests {
  private final DraftDesk desk;
  private final NewDrafts begun;
  private final DraftViews views;

  DraftRequests(DraftDesk desk, NewDrafts begun, DraftViews views) {
    this.desk = desk;
    this.begun = begun;
    this.views = views;
  }

  /**
   * Makes a draft.
   *
   * @param from {@code today}, {@code plan:RUN}, {@code draft:ID} or {@code draft:ID:VERSION}
   */
  long make(Seat seat, String name, String from) {
    String[] parts = from.split(":");
    if (from.equals("today")) {
      return begun.fromToday(seat, name);
    }
    if (parts.length == 2 && parts[0].equals("plan")) {
      return begun.fromPlan(seat, name, number(parts[1]));
    }
    if (parts.length >= 2 && parts[0].equals("draft")) {
      long other = number(parts[1]);
      int version = parts.length == 3 ? (int) number(parts[2]) : desk.get(seat, other).current();
      return begun.fromDraft(seat, name, other, version);
    }
    throw new ToldToVisitors(
        400,
        "\"%s\": expected today's networks, a plan or a draft to begin with. Maybe choose from the list?"
            .formatted(cut(from)));
  }

  /**
   * What is to be done to a draft.
   *
   * @param what move, together, apart, leave-out, keep, release, unlock, undo, redo or go-back
   * @param network its name; of going back, the number of the version
   * @param lock the number of a lock in version {@code on}, as text
   */
  Change read(
      Seat seat,
      long id,
      int on,
      String what,
      Collection<String> practices,
      String network,
      String lock) {
    Set<String> chosen = new HashSet<>(practices);
    chosen.remove("");
    return switch (what) {
      case "move" -> {
        if (network.isEmpty()) {
          throw new ToldToVisitors(
              400, "No network was chosen: expected one of the list. Maybe choose it first?");
        }
        yield new Change.Move(chosen, network);
      }
      case "together" -> new Change.Lock(lock(DraftLock.Kind.TOGETHER, chosen));
      case "apart" -> new Change.Lock(lock(DraftLock.Kind.APART, chosen));
      case "leave-out" -> new Change.Lock(lock(DraftLock.Kind.LEAVE_OUT, chosen));
      case "keep" -> new Change.Keep(network, true);
      case "release" -> new Change.Keep(network, false);
      case "unlock" -> {
        List<DraftLock> locks = desk.getVersion(desk.get(seat, id), on).state().locks();
        long number = number(lock);
        if (number < 0 || number >= locks.size()) {
          throw new ToldToVisitors(
              400, "There is no lock %s. Maybe it was taken back already?".formatted(cut(lock)));
        }
        yield new Change.Unlock(locks.get((int) number));
      }
      case "undo" -> new Change.Undo();
      case "redo" -> new Change.Redo();
      case "go-back" -> new Change.GoBack((int) number(network));
      default ->
          throw new ToldToVisitors(
              400,
              "\"%s\": expected one of the changes that the page offers. Maybe the page is of another version?"
                  .formatted(cut(what)));
    };
  }

  /**
   * What is to be done with the rest of a draft.
   *
   * @param only {@code all}; {@code chosen}, when the networks named alone may change; {@code
   *     near}, when few practices may move
   * @param most how many of these, as text
   */
  RestDesk.Wanted wanted(String only, Collection<String> networks, String most) {
    return switch (only) {
      case "chosen" -> {
        Set<String> free = new HashSet<>(networks);
        free.remove("");
        if (free.isEmpty()) {
          throw new ToldToVisitors(
              400, "No network was chosen: expected 1 or more. Maybe tick those that may change?");
        }
        yield new RestDesk.Wanted.Only(free);
      }
      case "near" ->
          new RestDesk.Wanted.FewMoves(
              (int) Math.clamp(number(most.strip()), -1, RestDesk.MOST_MOVES + 1));
      case "all" -> new RestDesk.Wanted.Everything();
      default ->
          throw new ToldToVisitors(
              400,
              "\"%s\": expected all, chosen or near. Maybe the page is of another version?"
                  .formatted(cut(only)));
    };
  }

  private static DraftLock lock(DraftLock.Kind kind, Set<String> practices) {
    if (practices.isEmpty()) {
      throw new ToldToVisitors(
          400, "No practice was chosen: expected 1 or more. Maybe tick those it is about first?");
    }
    return new DraftLock(kind, List.copyOf(practices));
  }

  /**
   * A draft beside something else.
   *
   * @param left what it is beside, in words
   */
  record Compared(String left, Beside beside) {}

  /**
   * Puts the version of a draft that holds beside another.
   *
   * @param with {@code today} or the number of a draft
   */
  Compared compare(Seat seat, Draft draft, String with) {
    DraftVersion version = desk.getVersion(draft, draft.current());
    if (with.equals("today")) {
      return new Compared("Today", views.beside(draft, version.state(), null));
    }
    Draft other = desk.get(seat, number(with));
    if (!other.place().equals(draft.place())) {
      throw new ToldToVisitors(
          400, "The drafts are of two places: expected two of one. Maybe choose from the list?");
    }
    return new Compared(
        other.name(),
        views.beside(draft, version.state(), desk.getVersion(other, other.current()).state()));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new ToldToVisitors(
          400,
          "\"%s\": expected a whole number. Maybe the link was cut short?".formatted(cut(text)));
    }
  }

  private static String cut(String text) {
    return text.length() > 30 ? text.substring(0, 30) + "…" : text;
  }
}
