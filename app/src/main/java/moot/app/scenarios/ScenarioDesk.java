package moot.app.scenarios;

import java.util.List;
import java.util.Optional;
import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.register.PracticeNow;
import moot.app.register.RegisterStore;
import moot.app.web.ToldToVisitors;
import moot.funding.management.Confidential;
import moot.funding.management.PayingPractice;
import moot.funding.management.Published;
import moot.funding.management.Scenario;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds scenarios for those who may see them, keeps new versions, shares them with the table. */
@Component
class ScenarioDesk {
  private static final int LONGEST_WORDS = 200;

  private final ScenarioStore scenarios;
  private final RegisterStore register;
  private final Journal journal;
  private final TransactionTemplate transaction;

  ScenarioDesk(
      ScenarioStore scenarios,
      RegisterStore register,
      Journal journal,
      PlatformTransactionManager transactions) {
    this.scenarios = scenarios;
    this.register = register;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Somebody else was there first. */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int version;

    Overtaken(int version, String message) {
      super(message);
      this.version = version;
    }

    /** The version that holds now. */
    int version() {
      return version;
    }

    String words() {
      return String.valueOf(getMessage());
    }
  }

  /** The place at whose table somebody sits. */
  static PlaceCode place(Seat seat) {
    return seat.getPlace();
  }

  String placeName(PlaceCode place) {
    return register.findName(place).orElse(place.value());
  }

  /**
   * The practices of a place that a scenario is for.
   *
   * @param network of one network alone; empty for all
   */
  List<PayingPractice> listPractices(PlaceCode place, String network) {
    List<PayingPractice> all =
        register.listPractices(place).stream()
            .filter(PracticeNow::takesPart)
            .filter(p -> network.isEmpty() || isIn(p, network))
            .flatMap(p -> paying(p).stream())
            .toList();
    if (all.isEmpty()) {
      throw new ToldToVisitors(
          404,
          network.isEmpty()
              ? "The register knows no practice with patients at %s. Maybe its files are not imported yet?"
                  .formatted(place)
              : "%s is no network of %s with practices: expected one of the list. Maybe the whole place?"
                  .formatted(network, place));
    }
    return all;
  }

  private static boolean isIn(PracticeNow practice, String network) {
    NetworkCode today = practice.network();
    return today != null && today.value().equals(network);
  }

  private static Optional<PayingPractice> paying(PracticeNow practice) {
    Integer patients = practice.registeredList();
    return patients == null || patients < 1
        ? Optional.empty()
        : Optional.of(PayingPractice.of(practice.code().value(), practice.name(), patients));
  }

  List<NetworkChoice> listNetworks(PlaceCode place) {
    var names = register.listNetworkNames();
    return register.listPractices(place).stream()
        .filter(PracticeNow::takesPart)
        .flatMap(p -> Optional.ofNullable(p.network()).stream())
        .distinct()
        .map(code -> new NetworkChoice(code.value(), names.getOrDefault(code, code.value())))
        .sorted(java.util.Comparator.comparing(NetworkChoice::name))
        .toList();
  }

  SavedScenario get(Seat seat, long id) {
    return scenarios.find(id).filter(s -> s.isSeenBy(seat)).orElseThrow(() -> unknown(id));
  }

  private static ToldToVisitors unknown(long id) {
    return new ToldToVisitors(
        404,
        "There is no scenario %d at your table. Maybe it is another party's own, or the link is old?"
            .formatted(id));
  }

  ScenarioVersion getVersion(Seat seat, SavedScenario saved, int number) {
    return Optional.of(number)
        .filter(n -> saved.isSeenBy(seat, n))
        .flatMap(n -> scenarios.findVersion(saved.id(), n))
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "There is no version %d of the scenario for you: expected %d to %d. Maybe the link was cut short?"
                        .formatted(number, firstSeen(seat, saved), saved.latest())));
  }

  ScenarioVersion getLatest(Seat seat, SavedScenario saved) {
    return getVersion(seat, saved, saved.latest());
  }

  static int firstSeen(Seat seat, SavedScenario saved) {
    Integer from = saved.sharedFrom();
    return saved.isOf(seat) || from == null ? 1 : from;
  }

  /** The code of the practice that may say something of its own finances there; null for none. */
  static @Nullable String confidant(Seat seat, @Nullable SavedScenario saved) {
    return saved != null && (saved.shared() || !saved.isOf(seat))
        ? null
        : seat.party().practice().map(code -> code.value()).orElse(null);
  }

  /** A scenario of the party's own; what is confidential to other practices is left out. */
  long add(Seat seat, String words, Scenario scenario) {
    seat.checkEdits();
    PlaceCode place = place(seat);
    Scenario kept = Confidential.only(scenario, confidant(seat, null));
    Long id = transaction.execute(status -> scenarios.add(place, seat, words, kept));
    if (id == null) {
      throw new IllegalStateException("no scenario was made");
    }
    return id;
  }

  /**
   * Keeps a new version; figures that were changed lose the marks of what was published.
   *
   * @param on the version that was changed
   * @throws Overtaken when another version holds by now
   */
  int save(Seat seat, long id, int on, String words, Scenario changed) {
    seat.checkEdits();
    String said = words.strip();
    if (said.length() > LONGEST_WORDS) {
      throw new ToldToVisitors(
          400,
          "What was changed has %d characters: expected at most %d. Maybe say it in a few words?"
              .formatted(said.length(), LONGEST_WORDS));
    }
    Integer number =
        transaction.execute(
            status -> {
              SavedScenario saved =
                  scenarios
                      .findToChange(id)
                      .filter(s -> s.isSeenBy(seat))
                      .orElseThrow(() -> unknown(id));
              ScenarioVersion now = getLatest(seat, saved);
              if (saved.latest() != on) {
                throw new Overtaken(
                    saved.latest(),
                    "%s (%s) was first and made version %d: %s. You changed version %d. Maybe look at what holds now, and save again?"
                        .formatted(now.person(), now.party(), now.number(), now.words(), on));
              }
              int next = saved.latest() + 1;
              scenarios.add(
                  id,
                  next,
                  seat,
                  said.isEmpty() ? "changed it" : said,
                  Confidential.only(
                      Published.unlessChanged(now.scenario(), changed, seat.party().name()),
                      confidant(seat, saved)));
              return next;
            });
    if (number == null) {
      throw new IllegalStateException("no version was made");
    }
    return number;
  }

  /**
   * Lets all parties of the table see and change it from a new version on, in which no practice
   * says anything of its own finances. This cannot be taken back.
   */
  void share(Seat seat, long id) {
    seat.checkEdits();
    transaction.executeWithoutResult(
        status -> {
          SavedScenario saved =
              scenarios
                  .findToChange(id)
                  .filter(s -> s.isSeenBy(seat))
                  .orElseThrow(() -> unknown(id));
          if (!saved.isOf(seat)) {
            throw new ToldToVisitors(
                403,
                "The scenario is %s's: expected one of your own party. Maybe make a copy?"
                    .formatted(saved.partyName()));
          }
          if (saved.shared()) {
            return;
          }
          ScenarioVersion now = getLatest(seat, saved);
          int next = saved.latest() + 1;
          boolean stripped = !Confidential.of(now.scenario()).isEmpty();
          scenarios.add(
              id,
              next,
              seat,
              stripped
                  ? "shared it, without what a practice says of its own finances"
                  : "shared it with the table",
              Confidential.without(now.scenario()));
          scenarios.shareFrom(id, next);
          journal.write(
              seat,
              Deed.open(
                      "scenario.shared",
                      saved.subject(),
                      saved.place(),
                      "shared the scenario “%s” with the table".formatted(saved.title()))
                  .with("version", Integer.toString(next)));
        });
  }
}
