package moot.app.drafts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.app.access.Seat;
import moot.app.drafts.Change.Overtaken;
import moot.app.drafts.DraftView.ChangeLine;
import moot.app.drafts.DraftView.Figures;
import moot.app.drafts.DraftView.NetworkLine;
import moot.app.drafts.DraftView.PracticeLine;
import moot.app.web.Listing;
import moot.app.web.ToldToVisitors;
import moot.formation.CostParts;
import moot.formation.DraftEffects.OfPractice;
import moot.papers.PlanFigures;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafts for programs: what their pages show, and what can be done there. */
@RestController
class DraftApi {
  private final DraftDesk desk;
  private final DraftStore drafts;
  private final DraftViews views;
  private final DraftRequests requests;
  private final RestDesk rest;

  DraftApi(
      DraftDesk desk, DraftStore drafts, DraftViews views, DraftRequests requests, RestDesk rest) {
    this.desk = desk;
    this.drafts = drafts;
    this.views = views;
    this.requests = requests;
    this.rest = rest;
  }

  /**
   * A draft in the list.
   *
   * @param version the number of the one that holds
   * @param latest the number of the last there is
   */
  record DraftSummary(
      long id,
      String place,
      String name,
      String party,
      boolean shared,
      int version,
      int latest,
      Instant changedAt) {
    static DraftSummary of(Draft draft) {
      return new DraftSummary(
          draft.id(),
          draft.place().value(),
          draft.name(),
          draft.partyName(),
          draft.shared(),
          draft.current(),
          draft.latest(),
          draft.changedAt());
    }
  }

  /**
   * A draft to be made.
   *
   * @param from {@code today}, {@code plan:RUN}, {@code draft:ID} or {@code draft:ID:VERSION};
   *     today without it
   */
  record NewDraft(@Nullable String name, @Nullable String from) {}

  /**
   * A version of a draft.
   *
   * @param holds whether it is the one that holds
   * @param words what was changed
   * @param band the sizes that networks should have, in words
   * @param networkOf each practice's network by its name in the draft; who is in none is not there
   * @param kept networks that stay as they are
   * @param proof null when people made it
   * @param undo what undoing would take back; null for nothing
   * @param redo what redoing would bring back; null for nothing
   * @param rest what became of completing it; null when the seat cannot change it here and now
   */
  record DraftBody(
      DraftSummary draft,
      int version,
      boolean holds,
      Instant madeAt,
      String person,
      String party,
      String words,
      String band,
      Map<String, String> networkOf,
      List<DraftNetwork> networks,
      List<DraftPractice> nowhere,
      List<String> kept,
      List<LockOfDraft> locks,
      DraftFigures figures,
      List<PracticeChange> changes,
      List<BreachOfDraft> breaches,
      @Nullable ProofOfDraft proof,
      @Nullable String undo,
      @Nullable String redo,
      @Nullable RestOfDraft rest) {}

  /**
   * A network of a draft. Patients, km, and costs in thousand patient-km.
   *
   * @param name by which the draft knows it
   * @param called what people call it
   * @param size against the band, in words
   */
  record DraftNetwork(
      String name,
      String called,
      String hub,
      int patients,
      String size,
      boolean inBand,
      boolean connected,
      boolean straddles,
      double farthestKm,
      double travel,
      double cost,
      boolean kept,
      List<DraftPractice> practices) {
    static DraftNetwork of(NetworkLine line) {
      return new DraftNetwork(
          line.name(),
          line.called(),
          line.hub(),
          line.patients(),
          line.size(),
          line.bar().inBand(),
          line.connected(),
          line.straddles(),
          line.farthestKm(),
          line.travel(),
          line.cost(),
          line.kept(),
          line.practices().stream().map(DraftPractice::of).toList());
    }
  }

  /**
   * A practice of a draft.
   *
   * @param list its registered patients
   * @param moves whether its network does not continue today's
   */
  record DraftPractice(String code, String name, int list, boolean moves, boolean leftOut) {
    static DraftPractice of(PracticeLine line) {
      return new DraftPractice(line.code(), line.name(), line.list(), line.moves(), line.leftOut());
    }
  }

  /**
   * @param number by which it can be taken back
   */
  record LockOfDraft(int number, DraftLock.Kind kind, List<String> practices, String words) {}

  /**
   * The whole in figures. Sizes in patients, costs in thousand patient-km, need in points.
   *
   * @param straddling networks in more than one council or sub-ICB location
   * @param needSpread the largest mean need of a network less the smallest; null when not known
   */
  record DraftFigures(
      int networks,
      int inBand,
      int notConnected,
      int practicesMoved,
      int patientsMoved,
      int straddling,
      int smallest,
      int largest,
      @Nullable Double needSpread,
      CostOfDraft cost,
      CostOfDraft costToday) {
    static DraftFigures of(Figures figures) {
      return new DraftFigures(
          figures.networks(),
          figures.inBand(),
          figures.notConnected(),
          figures.practicesMoved(),
          figures.patientsMoved(),
          figures.straddling(),
          figures.smallest(),
          figures.largest(),
          figures.needSpread(),
          CostOfDraft.of(figures.parts()),
          CostOfDraft.of(figures.today()));
    }
  }

  /** A cost and its parts as the page of a draft has them, in thousand patient-km. */
  record CostOfDraft(
      double total,
      double travel,
      double shortfall,
      double ties,
      double boundary,
      double evenSize,
      double evenNeed,
      double perNetwork,
      double overlap) {
    static CostOfDraft of(CostParts parts) {
      return new CostOfDraft(
          parts.total(),
          parts.travel(),
          parts.shortfall(),
          parts.ties(),
          parts.boundary(),
          parts.evenSize(),
          parts.evenNeed(),
          parts.perNetwork(),
          parts.overlap());
    }
  }

  /**
   * What changes for one practice.
   *
   * @param gained the codes of those that are with it and were not
   * @param lost the codes of those that were with it and are not
   * @param kmBefore straight line to the hub; null for one in no network
   * @param patientsBefore of its network; null for one in none
   */
  record PracticeChange(
      String code,
      String name,
      boolean moves,
      String from,
      String to,
      List<String> gained,
      List<String> lost,
      @Nullable Double kmBefore,
      @Nullable Double km,
      @Nullable Integer patientsBefore,
      @Nullable Integer patients) {
    static PracticeChange of(ChangeLine line) {
      OfPractice effect = line.effect();
      return new PracticeChange(
          line.code(),
          line.name(),
          line.moves(),
          line.from(),
          line.to(),
          codes(effect.gained()),
          codes(effect.lost()),
          effect.kmBefore(),
          effect.km(),
          effect.patientsBefore(),
          effect.patients());
    }
  }

  /** Something that the draft breaks, in words. */
  record BreachOfDraft(
      String kind, @Nullable String network, List<String> practices, String words) {}

  /**
   * How sure it is that nothing better respects what was kept.
   *
   * @param cost thousand patient-km
   * @param bound no such plan costs less, thousand patient-km
   * @param gap the share by which another could be cheaper at most, 0 to 1
   */
  record ProofOfDraft(boolean proved, double cost, double bound, double gap, double seconds) {}

  /**
   * Completing the rest, in the background.
   *
   * @param state WAITING, RUNNING, DONE or FAILED
   * @param version what it became; null while it is none
   * @param most how many practices might move; null for any number
   * @param gains what each further move brings, costs in thousand patient-km; empty unless {@code
   *     most} was asked, and until it is known
   */
  record RestOfDraft(
      String state,
      @Nullable String progress,
      @Nullable String message,
      @Nullable Integer version,
      @Nullable Integer most,
      List<DraftView.GainLine> gains) {}

  /**
   * Completing the rest, in the words of the form on the draft's page.
   *
   * @param on the version that is completed
   * @param only {@code all}, {@code chosen} or {@code near}; all without it
   * @param networks by their names in the draft: of {@code chosen}, those that may change
   * @param most of {@code near}, how many practices may move, 1 to 50
   */
  record NewRest(
      @Nullable Integer on,
      @Nullable String only,
      @Nullable List<String> networks,
      @Nullable Integer most) {}

  /**
   * @param on the version that this is about
   */
  record OnVersion(@Nullable Integer on) {}

  record NewName(@Nullable String name) {}

  /**
   * A change to a draft, in the words of the form on its page.
   *
   * @param on the version that it is made on
   * @param what move, together, apart, leave-out, keep, release, unlock, undo, redo or go-back
   * @param practices codes of those it is about
   * @param network to which practices move ({@code +} for a new one, {@code -} for none), or which
   *     is kept; of going back, the number of the version
   * @param lock the number of the lock to take back
   */
  record NewChange(
      @Nullable Integer on,
      @Nullable String what,
      @Nullable List<String> practices,
      @Nullable String network,
      @Nullable Integer lock) {}

  /**
   * @param version the number of the version that holds now
   */
  record Changed(int version) {}

  /**
   * A draft beside today or another. Costs in thousand patient-km.
   *
   * @param with what it is beside, in words
   */
  record Comparing(
      DraftSummary draft,
      String with,
      int practicesMoved,
      int patientsMoved,
      PlanFigures figures,
      PlanFigures figuresWith,
      CostOfDraft cost,
      CostOfDraft costWith,
      List<PracticeChange> changes) {}

  @GetMapping("/api/drafts")
  Listing<DraftSummary> drafts(
      Seat seat,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(
        page,
        size,
        drafts.list(DraftDesk.place(seat), seat.party().id()).stream()
            .map(DraftSummary::of)
            .toList());
  }

  @PostMapping("/api/drafts")
  @ResponseStatus(HttpStatus.CREATED)
  DraftSummary make(Seat seat, @RequestBody NewDraft sent) {
    String from = sent.from();
    long id = requests.make(seat, text(sent.name()), from == null ? "today" : from);
    return DraftSummary.of(desk.get(seat, id));
  }

  @GetMapping("/api/drafts/{id}")
  DraftBody draft(Seat seat, @PathVariable long id) {
    Draft draft = desk.get(seat, id);
    return body(seat, draft, desk.getVersion(draft, draft.current()));
  }

  @GetMapping("/api/drafts/{id}/versions")
  Listing<Line> versions(
      Seat seat,
      @PathVariable long id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    Draft draft = desk.get(seat, id);
    return Listing.of(
        page, size, draft.latest(), (offset, limit) -> drafts.history(id, offset, limit));
  }

  @GetMapping("/api/drafts/{id}/versions/{number}")
  DraftBody version(Seat seat, @PathVariable long id, @PathVariable int number) {
    Draft draft = desk.get(seat, id);
    return body(seat, draft, desk.getVersion(draft, number));
  }

  /** Answers 409 with the version that holds when somebody else was there first. */
  @PostMapping("/api/drafts/{id}/changes")
  Changed change(Seat seat, @PathVariable long id, @RequestBody NewChange sent) {
    int on = on(sent.on());
    List<String> practices = sent.practices();
    Integer lock = sent.lock();
    Change change =
        requests.read(
            seat,
            id,
            on,
            text(sent.what()),
            practices == null ? List.of() : practices,
            text(sent.network()),
            lock == null ? "" : lock.toString());
    return new Changed(desk.change(seat, id, on, change));
  }

  @GetMapping("/api/drafts/{id}/compare")
  Comparing compare(
      Seat seat, @PathVariable long id, @RequestParam(defaultValue = "today") String with) {
    Draft draft = desk.get(seat, id);
    DraftRequests.Compared compared = requests.compare(seat, draft, with);
    Beside beside = compared.beside();
    return new Comparing(
        DraftSummary.of(draft),
        compared.left(),
        beside.comparison().practicesMoved(),
        beside.comparison().patientsMoved(),
        beside.right(),
        beside.left(),
        CostOfDraft.of(beside.rightParts()),
        CostOfDraft.of(beside.leftParts()),
        beside.changes().stream().map(PracticeChange::of).toList());
  }

  @PostMapping("/api/drafts/{id}/share")
  DraftSummary share(Seat seat, @PathVariable long id) {
    desk.share(seat, id);
    return DraftSummary.of(desk.get(seat, id));
  }

  @PostMapping("/api/drafts/{id}/name")
  DraftSummary name(Seat seat, @PathVariable long id, @RequestBody NewName sent) {
    desk.rename(seat, id, text(sent.name()));
    return DraftSummary.of(desk.get(seat, id));
  }

  /** In the background; what becomes of it stands in {@code rest} of the draft. */
  @PostMapping("/api/drafts/{id}/rest")
  @ResponseStatus(HttpStatus.ACCEPTED)
  DraftSummary rest(Seat seat, @PathVariable long id, @RequestBody NewRest sent) {
    String only = sent.only();
    List<String> networks = sent.networks();
    Integer most = sent.most();
    rest.ask(
        seat,
        id,
        on(sent.on()),
        requests.wanted(
            only == null ? "all" : only,
            networks == null ? List.of() : networks,
            most == null ? "" : most.toString()));
    return DraftSummary.of(desk.get(seat, id));
  }

  /** The same, counting what practices say in confidence. */
  @PostMapping("/api/drafts/{id}/rest-with-wishes")
  @ResponseStatus(HttpStatus.ACCEPTED)
  DraftSummary restWithWishes(Seat seat, @PathVariable long id, @RequestBody OnVersion sent) {
    rest.ask(seat, id, on(sent.on()), new RestDesk.Wanted.WithWishes());
    return DraftSummary.of(desk.get(seat, id));
  }

  private static int on(@Nullable Integer on) {
    if (on == null) {
      throw new ToldToVisitors(
          400,
          "No version in \"on\": expected the one that this is about. Maybe read the draft first?");
    }
    return on;
  }

  /** In the shape of all errors, with the version that holds. */
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> overtaken(Overtaken error, HttpServletRequest request) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", HttpStatus.CONFLICT.getReasonPhrase());
    problem.put("status", HttpStatus.CONFLICT.value());
    problem.put("detail", error.getMessage());
    problem.put("instance", request.getRequestURI());
    problem.put("version", error.version());
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private DraftBody body(Seat seat, Draft draft, DraftVersion version) {
    DraftView view = views.of(seat, draft, version);
    DraftVersion.Proof proof = version.proof();
    Rest rest = view.open() ? view.rest() : null;
    return new DraftBody(
        DraftSummary.of(draft),
        version.number(),
        view.holds(),
        version.madeAt(),
        version.person(),
        version.party(),
        version.words(),
        view.band(),
        version.state().networkOf(),
        view.networks().stream().map(DraftNetwork::of).toList(),
        view.nowhere().stream().map(DraftPractice::of).toList(),
        List.copyOf(version.state().keep()),
        view.locks().stream()
            .map(
                line ->
                    new LockOfDraft(
                        line.number(), line.lock().kind(), line.lock().practices(), line.words()))
            .toList(),
        DraftFigures.of(view.figures()),
        view.changes().stream().map(PracticeChange::of).toList(),
        view.breaches().stream()
            .map(
                breach ->
                    new BreachOfDraft(
                        breach.kind().words(),
                        breach.network(),
                        codes(breach.practices()),
                        breach.words()))
            .toList(),
        proof == null
            ? null
            : new ProofOfDraft(
                proof.proved(), proof.cost(), proof.bound(), proof.gap(), proof.seconds()),
        view.undo(),
        view.redo(),
        rest == null
            ? null
            : new RestOfDraft(
                rest.state(),
                rest.progress(),
                rest.message(),
                rest.version(),
                rest.most(),
                view.gains()));
  }

  private static List<String> codes(List<PracticeCode> practices) {
    return practices.stream().map(PracticeCode::value).toList();
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent;
  }
}
