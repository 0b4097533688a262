package moot.app.drafts;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import moot.app.access.Seat;
import moot.app.drafts.Rooms.Room;
import moot.app.jobs.Job;
import moot.app.jobs.JobQueue;
import moot.app.web.ToldToVisitors;
import moot.app.wishes.Answers;
import moot.formation.Contradiction;
import moot.formation.Forming;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.PlanStatus;
import moot.formation.Progress;
import moot.formation.SearchLimits;
import moot.papers.Wording;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Completes the rest of a draft: the best plan that respects what is kept and locked. */
@Component
class RestJob implements Job {
  static final String NAME = "draft-rest";

  private static final int MOST_ATTEMPTS = 3;
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Logger LOG = LoggerFactory.getLogger(RestJob.class);

  private final DraftStore drafts;
  private final DraftDesk desk;
  private final Rooms rooms;
  private final Answers answers;
  private final ObjectProvider<JobQueue> queue;

  RestJob(
      DraftStore drafts,
      DraftDesk desk,
      Rooms rooms,
      Answers answers,
      ObjectProvider<JobQueue> queue) {
    this.drafts = drafts;
    this.desk = desk;
    this.rooms = rooms;
    this.answers = answers;
    this.queue = queue;
  }

  /**
   * Asks for it.
   *
   * @param on the version that is to be completed
   * @param free the networks that may change, and nothing else; null for all that are not kept.
   *     Practices in no network are always free
   */
  void ask(Seat seat, long id, int on, @Nullable Set<String> free) {
    ask(seat, id, on, free, false);
  }

  /** The same, counting what practices say in confidence. */
  void askWithWishes(Seat seat, long id, int on) {
    ask(seat, id, on, null, true);
  }

  private void ask(Seat seat, long id, int on, @Nullable Set<String> free, boolean wanted) {
    DraftDesk.checkEdits(seat);
    Draft draft = desk.get(seat, id);
    DraftVersion version = desk.getVersion(draft, on);
    if (on != draft.current()) {
      throw new Change.Overtaken(
          draft.current(),
          "The draft has changed since you last looked. Nothing was begun. Maybe look at it and ask again?");
    }
    Optional<Rest> last = drafts.findLastRest(id);
    if (last.isPresent() && !last.get().ended()) {
      throw new ToldToVisitors(
          400, "The rest of this draft is being completed already. Maybe wait a moment?");
    }
    Set<String> keep = new TreeSet<>(version.state().keep());
    if (free != null) {
      Set<String> all = version.state().networks();
      for (String network : free) {
        if (!all.contains(network)) {
          throw new ToldToVisitors(
              400,
              "\"%s\": expected networks of this draft. Maybe it has changed since?"
                  .formatted(network.length() > 30 ? network.substring(0, 30) : network));
        }
      }
      keep.addAll(all);
      keep.removeAll(free);
      keep.addAll(version.state().keep());
    }
    Long round = wanted ? askedWishes(seat, draft, version.state(), keep) : null;
    long rest = drafts.addRest(id, on, seat, keep, round);
    queue.getObject().add(NAME, Long.toString(rest));
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

  @EventListener(ApplicationReadyEvent.class)
  void queueTheUnfinished() {
    for (Rest rest : drafts.listUnfinishedRests()) {
      queue.getObject().add(NAME, Long.toString(rest.id()));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String id, BooleanSupplier ending) {
    long number = Long.parseLong(id);
    Optional<Rest> rest = drafts.findRest(number);
    Optional<Integer> attempt = drafts.beginRest(number);
    if (rest.isEmpty() || attempt.isEmpty()) {
      return;
    }
    if (attempt.get() > MOST_ATTEMPTS) {
      fail(
          rest.get(),
          "Moot ended %d times while this was running. Maybe keep more networks?"
              .formatted(MOST_ATTEMPTS));
      return;
    }
    try {
      complete(rest.get(), ending);
    } catch (Contradiction e) {
      fail(
          rest.get(),
          "Nothing completes the draft: these contradict each other: %s. Maybe take one of them back?"
              .formatted(String.join("; ", e.rules())));
    } catch (ToldToVisitors | IllegalArgumentException e) {
      fail(rest.get(), String.valueOf(e.getMessage()));
    } catch (RuntimeException | OutOfMemoryError e) {
      if (!ending.getAsBoolean()) {
        LOG.error("rest {}", number, e);
        fail(
            rest.get(),
            "Something went wrong here. The terminal in which Moot runs says more. Maybe try again in a moment?");
      }
    }
  }

  private void complete(Rest rest, BooleanSupplier ending) {
    Draft draft = drafts.find(rest.draft()).orElseThrow();
    DraftState state = drafts.getVersion(draft.id(), rest.madeFrom()).state();
    Room room = rooms.at(draft.place(), draft.rules());
    Map<PracticeCode, String> networkOf = state.networkOf(room.known());
    FormingRules open = room.drafting().rest(networkOf, rest.keep(), state.locks(room.known()));
    Long round = rest.round();
    FormingRules rules = round == null ? open : answers.counting(open, round);
    SearchLimits limits =
        new SearchLimits(
            LONGEST, 0, SearchLimits.DEFAULT.maxHeldNetworks(), SearchLimits.DEFAULT.seed());
    Plan plan = Forming.best(room.place(), rules, limits, new Reporter(rest, ending));
    if (ending.getAsBoolean()) {
      return;
    }
    Map<String, String> completed = new TreeMap<>();
    room.drafting()
        .named(plan, networkOf, new TreeSet<>(room.networkNames().values()))
        .forEach((practice, network) -> completed.put(practice.value(), network));
    boolean proved = plan.status() == PlanStatus.PROVED_OPTIMAL;
    String words =
        "completed the rest%s, %s kept: %s"
            .formatted(
                round == null ? "" : " with what practices want",
                rest.keep().isEmpty()
                    ? "nothing"
                    : rest.keep().size() == 1 ? "1 network" : rest.keep().size() + " networks",
                proved
                    ? "proved the best"
                    : round == null
                        ? "best found, gap " + Wording.percent(plan.gap())
                        : "best found");
    // Cost and bound have what practices want in them; the draft is priced by the open rules.
    DraftVersion.Proof proof =
        round != null
            ? null
            : new DraftVersion.Proof(
                proved,
                plan.cost(),
                plan.bound(),
                plan.gap(),
                plan.seconds(),
                String.join(" ", plan.notes()));
    desk.completed(
        rest,
        new Change.Completed(completed, proof, rest.keep().stream().sorted().toList()),
        words);
  }

  private void fail(Rest rest, String message) {
    drafts.endRest(rest, false, message, null);
  }

  /** Says now and then how far it is. */
  private final class Reporter implements Progress.Listener {
    private static final long PAUSE_NANOS = 900_000_000;

    private final Rest rest;
    private final BooleanSupplier ending;
    private long last = System.nanoTime();

    Reporter(Rest rest, BooleanSupplier ending) {
      this.rest = rest;
      this.ending = ending;
    }

    @Override
    public synchronized boolean goOn(Progress progress) {
      if (System.nanoTime() - last > PAUSE_NANOS) {
        last = System.nanoTime();
        drafts.reportRest(
            rest,
            Double.isNaN(progress.incumbent()) || rest.round() != null
                ? progress.phase()
                : "%s, best so far %s, none below %s"
                    .formatted(
                        progress.phase(),
                        Wording.cost(progress.incumbent()),
                        Wording.cost(progress.bound())));
      }
      return !ending.getAsBoolean();
    }
  }
}
