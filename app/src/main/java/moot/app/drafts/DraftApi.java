package moot.app.drafts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import moot.app.access.Seat;
import moot.app.drafts.Change.Overtaken;
import moot.app.drafts.DraftAsData.Comparing;
import moot.app.drafts.DraftAsData.CostOfDraft;
import moot.app.drafts.DraftAsData.DraftBody;
import moot.app.drafts.DraftAsData.DraftSummary;
import moot.app.drafts.DraftAsData.PracticeChange;
import moot.app.web.Listing;
import moot.app.web.Problems;
import moot.app.web.ToldToVisitors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
  private final ChangeDesk changes;
  private final DraftStore drafts;
  private final DraftViews views;
  private final DraftRequests requests;
  private final RestDesk rest;

  DraftApi(
      DraftDesk desk,
      ChangeDesk changes,
      DraftStore drafts,
      DraftViews views,
      DraftRequests requests,
      RestDesk rest) {
    this.desk = desk;
    this.changes = changes;
    this.drafts = drafts;
    this.views = views;
    this.requests = requests;
    this.rest = rest;
  }

  /**
   * A draft to be made.
   *
   * @param from {@code today}, {@code plan:RUN}, {@code draft:ID} or {@code draft:ID:VERSION};
   *     today without it
   */
  record NewDraft(@Nullable String name, @Nullable String from) {}

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
   * @param version the number of the version that holds now
   */
  record Changed(int version) {}

  /**
   * @param on the version that this is about
   */
  record OnVersion(@Nullable Integer on) {}

  record NewName(@Nullable String name) {}

  @GetMapping("/api/drafts")
  Listing<DraftSummary> drafts(
      Seat seat,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(
        page,
        size,
        drafts.list(seat.getPlace(), seat.party().id()).stream().map(DraftSummary::of).toList());
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
    return DraftBody.of(views.of(seat, draft, desk.getVersion(draft, draft.current())));
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
    return DraftBody.of(views.of(seat, draft, desk.getVersion(draft, number)));
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
    return new Changed(changes.change(seat, id, on, change));
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
    return Problems.saying(
        request,
        HttpServletResponse.SC_CONFLICT,
        String.valueOf(error.getMessage()),
        "version",
        error.version());
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent;
  }
}
