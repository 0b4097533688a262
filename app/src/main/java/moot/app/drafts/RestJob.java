package moot.app.drafts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import moot.app.drafts.Rooms.Room;
import moot.app.jobs.Job;
import moot.app.jobs.JobQueue;
import moot.app.web.ToldToVisitors;
import moot.app.wishes.Answers;
import moot.formation.Contradiction;
import moot.formation.Forming;
import moot.formation.FormingRules;
import moot.formation.NearPlan;
import moot.formation.Plan;
import moot.formation.PlanStatus;
import moot.formation.Progress;
import moot.formation.SearchLimits;
import moot.papers.Wording;
import moot.register.PracticeCode;
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

  /** Up to how many moves it is said what each would bring. */
  private static final int MOST_GAINS = 10;

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Logger LOG = LoggerFactory.getLogger(RestJob.class);

  private final DraftStore drafts;
  private final RestDesk desk;
  private final Rooms rooms;
  private final RestStore rests;
  private final Answers answers;
  private final ObjectProvider<JobQueue> queue;

  RestJob(
      DraftStore drafts,
      RestDesk desk,
      RestStore rests,
      Rooms rooms,
      Answers answers,
      ObjectProvider<JobQueue> queue) {
    this.drafts = drafts;
    this.desk = desk;
    this.rests = rests;
    this.rooms = rooms;
    this.answers = answers;
    this.queue = queue;
  }

  @EventListener(ApplicationReadyEvent.class)
  void queueTheUnfinished() {
    for (Rest rest : rests.listUnfinished()) {
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
    Optional<Rest> rest = rests.find(number);
    Optional<Integer> attempt = rests.begin(number);
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
    Reporter reporter = new Reporter(rest, ending);
    Integer most = rest.most();
    Plan plan;
    Map<PracticeCode, String> named;
    String words;
    if (most == null) {
      plan = Forming.best(room.place(), rules, limits, reporter);
      named = room.drafting().named(plan, networkOf, names(room));
      words =
          "completed the rest%s, %%s kept: %%s"
              .formatted(round == null ? "" : " with what practices want");
    } else {
      List<NearPlan> found = near(room, rules, networkOf, List.of(most), limits, reporter);
      if (found.isEmpty()) {
        if (!ending.getAsBoolean()) {
          fail(rest, "No plan was found in time. Maybe allow more moves, or keep more networks?");
        }
        return;
      }
      plan = found.getFirst().plan();
      named = found.getFirst().networkOf();
      int moved = found.getFirst().moved().size();
      words =
          "improved by moving %s of at most %d, %%s kept: %%s"
              .formatted(moved == 1 ? "1 practice" : moved + " practices", most);
    }
    if (ending.getAsBoolean()) {
      return;
    }
    Map<String, String> completed = new TreeMap<>();
    named.forEach((practice, network) -> completed.put(practice.value(), network));
    boolean proved = plan.status() == PlanStatus.PROVED_OPTIMAL;
    String sure =
        proved
            ? "proved the best"
            : round == null ? "best found, gap " + Wording.percent(plan.gap()) : "best found";
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
        words.formatted(kept(rest), sure));
    if (most != null) {
      // The result is there already; what other numbers of moves would bring follows.
      List<Integer> others = IntStream.rangeClosed(0, MOST_GAINS).boxed().toList();
      rests.keepGains(
          rest,
          near(room, rules, networkOf, others, limits, progress -> !ending.getAsBoolean()).stream()
              .map(
                  near ->
                      new Rest.Gain(
                          near.most(),
                          near.moved().size(),
                          near.plan().cost(),
                          near.plan().status() == PlanStatus.PROVED_OPTIMAL))
              .toList());
    }
  }

  private static List<NearPlan> near(
      Room room,
      FormingRules rules,
      Map<PracticeCode, String> networkOf,
      List<Integer> most,
      SearchLimits limits,
      Progress.Listener listener) {
    return Forming.near(room.place(), rules, networkOf, names(room), most, limits, listener);
  }

  private static Set<String> names(Room room) {
    return new TreeSet<>(room.networkNames().values());
  }

  private static String kept(Rest rest) {
    return switch (rest.keep().size()) {
      case 0 -> "nothing";
      case 1 -> "1 network";
      default -> rest.keep().size() + " networks";
    };
  }

  private void fail(Rest rest, String message) {
    rests.end(rest, false, message, null);
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
        rests.report(
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
