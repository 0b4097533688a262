package moot.app.drafts;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import moot.app.access.Seat;
import moot.app.jobs.JobQueue;
import moot.app.web.ToldToVisitors;
import moot.app.wishes.Answers;
import moot.register.PracticeCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes wishes for the rest of a draft to be completed, and keeps what came of them. */
@Component
class RestDesk {
  /** More moves than this are another plan: then the rest is better completed without a limit. */
  static final int MOST_MOVES = 50;

  private static final Completion NO_COMPLETION = new Completion(0, false);

  private final DraftStore drafts;
  private final RestStore rests;
  private final DraftDesk desk;
  private final Rooms rooms;
  private final Answers answers;
  private final ObjectProvider<JobQueue> queue;
  private final TransactionTemplate transaction;

  RestDesk(
      DraftStore drafts,
      RestStore rests,
      DraftDesk desk,
      Rooms rooms,
      Answers answers,
      ObjectProvider<JobQueue> queue,
      PlatformTransactionManager transactions) {
    this.drafts = drafts;
    this.rests = rests;
    this.desk = desk;
    this.rooms = rooms;
    this.answers = answers;
    this.queue = queue;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What the engine is to do with a draft. Kept networks and locks hold in any case. */
  sealed interface Wanted {
    /** All that is not kept is free. */
    record Everything() implements Wanted {}

    /** These networks may change, and nothing else. Practices in no network are always free. */
    record Only(Set<String> networks) implements Wanted {}

    /** At most so many practices move. */
    record FewMoves(int most) implements Wanted {}

    /** All is free, and what practices say in confidence counts. */
    record WithWishes() implements Wanted {}
  }

  /**
   * Asks for it.
   *
   * @param on the version that is to be completed
   */
  void ask(Seat seat, long id, int on, Wanted wanted) {
    seat.checkEdits();
    Draft draft = desk.get(seat, id);
    DraftVersion version = desk.getVersion(draft, on);
    if (on != draft.current()) {
      throw new Change.Overtaken(
          draft.current(),
          "The draft has changed since you last looked. Nothing was begun. Maybe look at it and ask again?");
    }
    Optional<Rest> last = rests.findLast(id);
    if (last.isPresent() && !last.get().ended()) {
      throw new ToldToVisitors(
          400, "The rest of this draft is being completed already. Maybe wait a moment?");
    }
    Set<String> keep = new TreeSet<>(version.state().keep());
    if (wanted instanceof Wanted.Only(Set<String> free)) {
      keep.addAll(allBut(free, version.state()));
    }
    Integer most = wanted instanceof Wanted.FewMoves(int moves) ? checked(moves) : null;
    Long round =
        wanted instanceof Wanted.WithWishes
            ? askedWishes(seat, draft, version.state(), keep)
            : null;
    long rest = rests.add(id, on, seat, keep, round, most);
    queue.getObject().add(RestJob.NAME, Long.toString(rest));
  }

  private static int checked(int moves) {
    if (moves < 1 || moves > MOST_MOVES) {
      throw new ToldToVisitors(
          400,
          "%d moves: expected 1 to %d. Maybe complete the rest without a limit?"
              .formatted(moves, MOST_MOVES));
    }
    return moves;
  }

  private static Set<String> allBut(Set<String> free, DraftState state) {
    Set<String> others = new TreeSet<>(state.networks());
    for (String network : free) {
      if (!others.remove(network)) {
        throw new ToldToVisitors(
            400,
            "\"%s\": expected networks of this draft. Maybe it has changed since?"
                .formatted(network.length() > 30 ? network.substring(0, 30) : network));
      }
    }
    return others;
  }

  /** Whoever is kept or locked is not free, and locks could leave one practice a single choice. */
  private long askedWishes(Seat seat, Draft draft, DraftState state, Set<String> keep) {
    if (!draft.shared()) {
      throw new ToldToVisitors(
          400,
          "The draft is not shared: expected one that the whole table sees. Maybe share it first?");
    }
    Set<PracticeCode> open = new TreeSet<>(rooms.at(draft.place(), draft.rules()).known());
    keep.forEach(
        network -> state.members(network).forEach(code -> open.remove(new PracticeCode(code))));
    state
        .locks()
        .forEach(lock -> lock.practices().forEach(code -> open.remove(new PracticeCode(code))));
    return answers.ask(
        seat,
        open,
        draft.subject(),
        "asked for the rest of the draft “%s” with what practices want".formatted(draft.name()));
  }

  /**
   * Keeps what the engine made. When the draft has gone on since, it becomes a version that anybody
   * can go back to, and what holds stays as it is.
   *
   * @return the number of the version, and whether it holds
   */
  Completion completed(Rest rest, Change.Completed made, String words) {
    Completion completion =
        transaction.execute(
            status -> {
              Draft draft = drafts.findToChange(rest.draft()).orElseThrow();
              DraftVersion from = drafts.getVersion(draft.id(), rest.madeFrom());
              boolean holds = draft.current() == rest.madeFrom();
              int number = draft.latest() + 1;
              String told =
                  holds
                      ? "The rest is completed."
                      : "The draft was changed while the rest was being completed; the result is version %d in its history."
                          .formatted(number);
              if (!rests.end(rest, true, told, number)) {
                return NO_COMPLETION; // another attempt at the same was quicker
              }
              DraftState state = from.state().with(made.networkOf());
              drafts.add(
                  draft,
                  number,
                  number,
                  from.stateOf(),
                  rest.hand(),
                  words,
                  state,
                  made.proof(),
                  holds);
              return new Completion(number, holds);
            });
    return completion == null ? NO_COMPLETION : completion;
  }

  /**
   * @param version 0 for none
   */
  record Completion(int version, boolean holds) {}
}
