package moot.app.drafts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import moot.app.access.Seat;
import moot.app.drafts.Change.Overtaken;
import moot.app.drafts.DraftStore.Hand;
import moot.app.drafts.Rooms.Room;
import moot.app.forming.FinishedPlans;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import moot.formation.Drafting;
import moot.formation.FirstOffer;
import moot.formation.Plan;
import moot.papers.Wording;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes drafts and changes them. A change names the version it was made on. If others changed the
 * draft in between, it is made again on what there is now, when it concerns other practices; else
 * whoever is later is told what happened, and nothing is changed.
 */
@Component
class DraftDesk {
  static final int LONGEST_NAME = 100;

  /** More locks than this nobody can oversee. */
  private static final int MOST_LOCKS = 200;

  private final DraftStore drafts;
  private final Rooms rooms;
  private final FinishedPlans plans;
  private final Journal journal;
  private final TransactionTemplate transaction;

  DraftDesk(
      DraftStore drafts,
      Rooms rooms,
      FinishedPlans plans,
      Journal journal,
      PlatformTransactionManager transactions) {
    this.drafts = drafts;
    this.rooms = rooms;
    this.plans = plans;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  // Making drafts.

  long fromToday(Seat seat, String name) {
    PlaceCode place = place(seat);
    DraftRules rules = DraftRules.of(FirstOffer.RULES);
    Room room = rooms.at(place, rules);
    return add(
        seat,
        place,
        name,
        rules,
        "began with today's networks",
        DraftState.of(Drafting.today(room.place())),
        null);
  }

  long fromPlan(Seat seat, String name, long run) {
    PlaceCode place = place(seat);
    Plan plan =
        plans
            .findPlan(run)
            .filter(found -> found.place().code().equals(place))
            .orElseThrow(
                () ->
                    new ToldToVisitors(
                        404,
                        "There is no plan %d of your place. Maybe its run is still searching?"
                            .formatted(run)));
    DraftRules rules = DraftRules.of(plan.rules());
    Room room = rooms.at(place, rules);
    Map<PracticeCode, String> networkOf =
        room.drafting().named(plan, Drafting.today(room.place()), Set.of());
    return add(
        seat,
        place,
        name,
        rules,
        "began with plan %d (%s)".formatted(run, Wording.status(plan)),
        DraftState.of(networkOf),
        null);
  }

  long fromDraft(Seat seat, String name, long other, int version) {
    Draft from = get(seat, other);
    DraftVersion of = getVersion(from, version);
    return add(
        seat,
        from.place(),
        name,
        from.rules(),
        "began with version %d of the draft “%s”".formatted(version, from.name()),
        of.state(),
        of.proof());
  }

  private long add(
      Seat seat,
      PlaceCode place,
      String name,
      DraftRules rules,
      String words,
      DraftState state,
      DraftVersion.@Nullable Proof proof) {
    checkEdits(seat);
    String called = name(name);
    Long id =
        transaction.execute(
            status ->
                drafts.add(
                    place, seat.party().id(), called, rules, Hand.of(seat), words, state, proof));
    if (id == null) {
      throw new IllegalStateException("no draft was made");
    }
    return id;
  }

  static String name(String name) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      throw new ToldToVisitors(
          400,
          "The name of the draft has %d characters: expected 1 to %d. Maybe say in a few words what it tries?"
              .formatted(called.length(), LONGEST_NAME));
    }
    return called;
  }

  /** The place at whose table somebody sits. */
  static PlaceCode place(Seat seat) {
    PlaceCode place = seat.party().place();
    if (place == null) {
      throw new ToldToVisitors(
          404,
          "%s sits at no place's table. Maybe act for another party?"
              .formatted(seat.party().name()));
    }
    return place;
  }

  static void checkEdits(Seat seat) {
    if (!seat.role().edits()) {
      throw new ToldToVisitors(
          403,
          "You look at the table for %s as a %s: expected somebody who may edit. Maybe its administrator can give you the role?"
              .formatted(seat.party().name(), seat.role().words()));
    }
  }

  // Looking at drafts.

  /** A draft that somebody on this seat may see. */
  Draft get(Seat seat, long id) {
    return drafts.find(id).filter(draft -> draft.isSeenBy(seat)).orElseThrow(() -> unknown(id));
  }

  private static ToldToVisitors unknown(long id) {
    return new ToldToVisitors(
        404,
        "There is no draft %d at your table. Maybe it is another party's own, or the link is old?"
            .formatted(id));
  }

  DraftVersion getVersion(Draft draft, int number) {
    return drafts
        .findVersion(draft.id(), number)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "The draft has no version %d: expected 1 to %d. Maybe the link was cut short?"
                        .formatted(number, draft.latest())));
  }

  // Changing drafts.

  /** Lets all parties of the table see and change it. This cannot be taken back. */
  void share(Seat seat, long id) {
    checkEdits(seat);
    transaction.executeWithoutResult(
        status -> {
          Draft draft =
              drafts.findToChange(id).filter(d -> d.isSeenBy(seat)).orElseThrow(() -> unknown(id));
          if (!draft.isOf(seat)) {
            throw new ToldToVisitors(
                403,
                "The draft is %s's: expected one of your own party. Maybe make a copy?"
                    .formatted(draft.partyName()));
          }
          if (!draft.shared()) {
            drafts.share(id);
            journal.write(
                seat,
                Deed.open(
                        "draft.shared",
                        draft.subject(),
                        draft.place(),
                        "shared the draft “%s” with the table".formatted(draft.name()))
                    .with("version", Integer.toString(draft.current())));
          }
        });
  }

  void rename(Seat seat, long id, String name) {
    checkEdits(seat);
    String called = name(name);
    transaction.executeWithoutResult(
        status -> {
          Draft draft =
              drafts.findToChange(id).filter(d -> d.isSeenBy(seat)).orElseThrow(() -> unknown(id));
          if (!draft.isOf(seat)) {
            throw new ToldToVisitors(
                403,
                "The draft is %s's, and only they name it. Maybe make a copy?"
                    .formatted(draft.partyName()));
          }
          drafts.rename(id, called);
        });
  }

  /**
   * Makes a change.
   *
   * @param on the version that the change was made on
   * @return the number of the version that holds afterwards
   * @throws Overtaken when somebody else was there first
   */
  int change(Seat seat, long id, int on, Change change) {
    checkEdits(seat);
    Draft seen = get(seat, id);
    Room room = rooms.at(seen.place(), seen.rules());
    Integer version =
        transaction.execute(
            status -> {
              Draft draft =
                  drafts
                      .findToChange(id)
                      .filter(d -> d.isSeenBy(seat))
                      .orElseThrow(() -> unknown(id));
              return changed(draft, room, seat, on, change);
            });
    if (version == null) {
      throw new IllegalStateException("no version came of it");
    }
    return version;
  }

  private int changed(Draft draft, Room room, Seat seat, int on, Change change) {
    DraftVersion now = drafts.getVersion(draft.id(), draft.current());
    DraftVersion then = on == draft.current() ? now : getVersion(draft, on);
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
        DraftVersion to = getVersion(draft, version);
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
            : onwards(draft, now, hand, state, words(room, move, state), null);
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
        String words = "locked: " + words(room, lock);
        record(seat, draft, "draft.locked", words);
        return onwards(draft, now, hand, state, words, null);
      }
      case Change.Unlock(DraftLock lock) -> {
        List<DraftLock> locks = new ArrayList<>(now.state().locks());
        if (!locks.remove(lock)) {
          return draft.current();
        }
        String words = "took back the lock: " + words(room, lock);
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
      if (!java.util.Objects.equals(
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
      network = Drafting.newName(taken);
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

  private static void checkKnown(Room room, java.util.Collection<String> practices) {
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

  // Words.

  private static String words(Room room, Change.Move move, DraftState after) {
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

  private static String words(Room room, DraftLock lock) {
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
