package moot.app.drafts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import moot.app.access.Seat;
import moot.app.drafts.Change.Overtaken;
import moot.app.drafts.DraftStore.Hand;
import moot.app.drafts.Rooms.Room;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import moot.formation.NetworkNames;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes drafts. A change names the version it was made on. If others changed the draft in
 * between, it is made again on what there is now, when it concerns other practices; else whoever is
 * later is told what happened, and nothing is changed.
 */
@Component
class ChangeDesk {
  /** More locks than this nobody can oversee. */
  private static final int MOST_LOCKS = 200;

  private final DraftStore drafts;
  private final DraftDesk desk;
  private final Rooms rooms;
  private final Journal journal;
  private final TransactionTemplate transaction;

  ChangeDesk(
      DraftStore drafts,
      DraftDesk desk,
      Rooms rooms,
      Journal journal,
      PlatformTransactionManager transactions) {
    this.drafts = drafts;
    this.desk = desk;
    this.rooms = rooms;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Makes a change.
   *
   * @param on the version that the change was made on
   * @return the number of the version that holds afterwards
   * @throws Overtaken when somebody else was there first
   */
  int change(Seat seat, long id, int on, Change change) {
    seat.checkEdits();
    Draft seen = desk.get(seat, id);
    Room room = rooms.at(seen.place(), seen.rules());
    Integer version =
        transaction.execute(
            status -> {
              Draft draft =
                  drafts
                      .findToChange(id)
                      .filter(d -> d.isSeenBy(seat))
                      .orElseThrow(() -> DraftDesk.unknown(id));
              return made(draft, room, seat, on, change);
            });
    if (version == null) {
      throw new IllegalStateException("no version came of it");
    }
    return version;
  }

  private int made(Draft draft, Room room, Seat seat, int on, Change change) {
    DraftVersion now = drafts.getVersion(draft.id(), draft.current());
    DraftVersion then = on == draft.current() ? now : desk.getVersion(draft, on);
    Hand hand = Hand.of(seat);
    switch (change) {
      case Change.Undo ignored -> {
        DraftVersion before =
            drafts
                .findBefore(draft.id(), checkedUntouched(draft, now, then).stateOf())
                .orElseThrow(
                    () ->
                        new ToldToVisitors(
                            400, "There is nothing to undo. Maybe it was undone already?"));
        DraftVersion undone = drafts.getVersion(draft.id(), now.stateOf());
        return again(draft, hand, before, "undid: " + undone.words());
      }
      case Change.Redo ignored -> {
        DraftVersion after =
            drafts
                .findAfter(draft.id(), checkedUntouched(draft, now, then).stateOf())
                .orElseThrow(
                    () ->
                        new ToldToVisitors(
                            400, "There is nothing to redo. Maybe it was redone already?"));
        return again(draft, hand, after, "redid: " + after.words());
      }
      case Change.GoBack(int version) -> {
        DraftVersion to = desk.getVersion(draft, version);
        checkedUntouched(draft, now, then);
        if (to.state().equals(now.state())) {
          return draft.current();
        }
        return onwards(draft, now, hand, to.state(), "went back to version " + version, to.proof());
      }
      case Change.Move move -> {
        DraftState state = moved(draft, room, now, then, move);
        return state.equals(now.state())
            ? draft.current()
            : onwards(draft, now, hand, state, ChangeWords.of(room, move, state), null);
      }
      case Change.Keep(String network, boolean keep) -> {
        Set<String> kept = new TreeSet<>(now.state().keep());
        if (keep) {
          if (!now.state().networks().contains(network)
              || !now.state().members(network).equals(then.state().members(network))) {
            throw overtaken(draft, then, room.called(network) + " has changed");
          }
          kept.add(network);
        } else {
          kept.remove(network);
        }
        if (kept.equals(now.state().keep())) {
          return draft.current();
        }
        String words =
            (keep ? "keeps %s as it is" : "no longer keeps %s as it is")
                .formatted(room.called(network));
        record(seat, draft, keep ? "draft.locked" : "draft.unlocked", words);
        return onwards(draft, now, hand, now.state().withKeep(kept), words, null);
      }
      case Change.Lock(DraftLock lock) -> {
        checkKnown(room, lock.practices());
        List<DraftLock> locks = new ArrayList<>(now.state().locks());
        if (locks.contains(lock)) {
          return draft.current();
        }
        if (locks.size() >= MOST_LOCKS) {
          throw new ToldToVisitors(
              400,
              "The draft has %d locks: expected no more. Maybe take some back?"
                  .formatted(locks.size()));
        }
        if (lock.kind() != DraftLock.Kind.LEAVE_OUT && lock.practices().size() < 2) {
          throw new ToldToVisitors(
              400,
              "%s: %d practice: expected 2 or more. Maybe tick those it is about first?"
                  .formatted(lock.kind().words(), lock.practices().size()));
        }
        locks.add(lock);
        DraftState state = now.state().withLocks(locks);
        if (lock.kind() == DraftLock.Kind.LEAVE_OUT) {
          Map<String, String> without = new TreeMap<>(state.networkOf());
          for (String practice : lock.practices()) {
            checkNotKept(room, now.state(), without.get(practice));
            without.remove(practice);
          }
          state = state.with(without);
        }
        String words = "locked: " + ChangeWords.of(room, lock);
        record(seat, draft, "draft.locked", words);
        return onwards(draft, now, hand, state, words, null);
      }
      case Change.Unlock(DraftLock lock) -> {
        List<DraftLock> locks = new ArrayList<>(now.state().locks());
        if (!locks.remove(lock)) {
          return draft.current();
        }
        String words = "took back the lock: " + ChangeWords.of(room, lock);
        record(seat, draft, "draft.unlocked", words);
        return onwards(draft, now, hand, now.state().withLocks(locks), words, null);
      }
      case Change.Completed ignored ->
          throw new IllegalArgumentException("only the engine completes drafts");
    }
  }

  /** Whoever may read the draft may read of its locks. */
  private void record(Seat seat, Draft draft, String kind, String words) {
    String said = "in the draft “%s”: %s".formatted(draft.name(), words);
    journal.write(
        seat,
        draft.shared()
            ? Deed.open(kind, draft.subject(), draft.place(), said)
            : Deed.within(draft.partyId(), kind, draft.subject(), draft.place(), said));
  }

  private int again(Draft draft, Hand hand, DraftVersion to, String words) {
    int number = draft.latest() + 1;
    drafts.add(draft, number, to.stateOf(), null, hand, words, to.state(), to.proof(), true);
    return number;
  }

  private int onwards(
      Draft draft,
      DraftVersion now,
      Hand hand,
      DraftState state,
      String words,
      DraftVersion.@Nullable Proof proof) {
    int number = draft.latest() + 1;
    drafts.add(draft, number, number, now.stateOf(), hand, words, state, proof, true);
    return number;
  }

  private DraftState moved(
      Draft draft, Room room, DraftVersion now, DraftVersion then, Change.Move move) {
    checkKnown(room, move.practices());
    if (move.practices().isEmpty()) {
      throw new ToldToVisitors(
          400, "No practice was chosen: expected 1 or more. Maybe tick those to move first?");
    }
    for (String practice : move.practices()) {
      if (!Objects.equals(
          now.state().networkOf().get(practice), then.state().networkOf().get(practice))) {
        throw overtaken(draft, then, room.named(practice) + " has been moved");
      }
    }
    Set<String> out =
        now.state().locks().stream()
            .filter(lock -> lock.kind() == DraftLock.Kind.LEAVE_OUT)
            .flatMap(lock -> lock.practices().stream())
            .collect(Collectors.toSet());
    String to = move.to();
    boolean known = now.state().networks().contains(to);
    if (!to.equals(Change.NEW) && !to.equals(Change.NONE) && !known) {
      if (then.state().networks().contains(to)) {
        throw overtaken(draft, then, "there is no %s any more".formatted(room.called(to)));
      }
      if (!room.networkNames().containsKey(to)) {
        throw new ToldToVisitors(
            400,
            "\"%s\": expected the name of a network of this draft. Maybe choose one from the list?"
                .formatted(cut(to)));
      }
    }
    String network = to;
    if (to.equals(Change.NEW)) {
      Set<String> taken = new TreeSet<>(room.networkNames().values());
      taken.addAll(now.state().networks());
      taken.addAll(then.state().networks());
      network = NetworkNames.newName(taken);
    }
    Map<String, String> networkOf = new TreeMap<>(now.state().networkOf());
    checkNotKept(room, now.state(), to);
    for (String practice : move.practices()) {
      String from = networkOf.get(practice);
      if (network.equals(from)) {
        continue;
      }
      checkNotKept(room, now.state(), from);
      if (to.equals(Change.NONE)) {
        networkOf.remove(practice);
      } else if (out.contains(practice)) {
        throw new ToldToVisitors(
            400,
            "%s is left out by a lock. Maybe take the lock back first?"
                .formatted(room.named(practice)));
      } else {
        networkOf.put(practice, network);
      }
    }
    return now.state().with(networkOf);
  }

  private static void checkNotKept(Room room, DraftState state, @Nullable String network) {
    if (network != null && state.keep().contains(network)) {
      throw new ToldToVisitors(
          400, "%s is kept as it is. Maybe take that back first?".formatted(room.called(network)));
    }
  }

  private static void checkKnown(Room room, Collection<String> practices) {
    for (String practice : practices) {
      if (!room.known().contains(new PracticeCode(practice))) {
        throw new ToldToVisitors(
            400,
            "\"%s\": expected the code of a practice of %s. Maybe it has closed since?"
                .formatted(cut(practice), room.place().name()));
      }
    }
  }

  private static String cut(String text) {
    return text.length() > 30 ? text.substring(0, 30) + "…" : text;
  }

  private DraftVersion checkedUntouched(Draft draft, DraftVersion now, DraftVersion then) {
    if (now.number() != then.number()) {
      throw overtaken(draft, then, "the draft has changed");
    }
    return now;
  }

  private Overtaken overtaken(Draft draft, DraftVersion then, String what) {
    String since =
        drafts.between(draft.id(), then.number(), draft.current()).stream()
            .map(line -> "%s (%s) %s".formatted(line.person(), line.party(), line.words()))
            .collect(Collectors.joining("; "));
    return new Overtaken(
        draft.current(),
        "Somebody else was first: %s since you last looked (%s). Nothing was changed. Maybe look at it and try again?"
            .formatted(what, since));
  }
}
