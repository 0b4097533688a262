package moot.app.drafts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import moot.app.access.Seat;
import moot.app.comments.Comments;
import moot.app.drafts.Change.Overtaken;
import moot.app.forming.FinishedPlans;
import moot.app.forming.MapSettings;
import moot.app.register.RegisterStore;
import moot.app.web.NavigationItem;
import moot.app.web.ToldToVisitors;
import moot.register.PlaceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages of drafts: the list, one at work, its changes, two beside each other. */
@Controller
class DraftPages {
  private final DraftDesk desk;
  private final DraftStore drafts;
  private final DraftViews views;
  private final DraftSignals signals;
  private final RestJob rest;
  private final FinishedPlans plans;
  private final RegisterStore register;
  private final MapSettings maps;
  private final Comments comments;

  DraftPages(
      DraftDesk desk,
      DraftStore drafts,
      DraftViews views,
      DraftSignals signals,
      RestJob rest,
      FinishedPlans plans,
      RegisterStore register,
      MapSettings maps,
      Comments comments) {
    this.desk = desk;
    this.drafts = drafts;
    this.views = views;
    this.signals = signals;
    this.rest = rest;
    this.plans = plans;
    this.register = register;
    this.maps = maps;
    this.comments = comments;
  }

  @Bean
  static NavigationItem draftsNavigation() {
    return new NavigationItem(20, "Drafts", "/table/drafts");
  }

  @GetMapping("/table/drafts")
  String list(Seat seat, Model model) {
    PlaceCode place = DraftDesk.place(seat);
    model.addAttribute("seat", seat);
    model.addAttribute("placeName", register.findName(place).orElse(place.value()));
    model.addAttribute("drafts", drafts.list(place, seat.party().id()));
    model.addAttribute("plans", plans.list(place));
    return "drafts/list";
  }

  @PostMapping("/table/drafts")
  String make(Seat seat, @RequestParam String name, @RequestParam String from) {
    return "redirect:/table/drafts/" + made(seat, name, from);
  }

  private long made(Seat seat, String name, String from) {
    String[] parts = from.split(":");
    if (from.equals("today")) {
      return desk.fromToday(seat, name);
    }
    if (parts.length == 2 && parts[0].equals("plan")) {
      return desk.fromPlan(seat, name, number(parts[1]));
    }
    if (parts.length >= 2 && parts[0].equals("draft")) {
      long other = number(parts[1]);
      int version = parts.length == 3 ? (int) number(parts[2]) : desk.get(seat, other).current();
      return desk.fromDraft(seat, name, other, version);
    }
    throw new ToldToVisitors(
        400,
        "\"%s\": expected today's networks, a plan or a draft to begin with. Maybe choose from the list?"
            .formatted(cut(from)));
  }

  @GetMapping("/table/drafts/{id}")
  String draft(
      Seat seat, @PathVariable long id, @RequestParam @Nullable Integer version, Model model) {
    return page(seat, id, version, null, model);
  }

  private String page(
      Seat seat, long id, @Nullable Integer version, @Nullable String told, Model model) {
    Draft draft = desk.get(seat, id);
    DraftVersion shown = desk.getVersion(draft, version == null ? draft.current() : version);
    DraftView view = views.of(seat, draft, shown);
    Map<String, String> parts = new LinkedHashMap<>();
    view.networks().forEach(network -> parts.put("network:" + network.name(), network.called()));
    view.networks().stream()
        .flatMap(network -> network.practices().stream())
        .sorted(Comparator.comparing(DraftView.PracticeLine::name))
        .forEach(practice -> parts.put("practice:" + practice.code(), practice.name()));
    model.addAttribute("view", view);
    model.addAttribute("discussion", comments.discussion(seat, draft.subject(), parts));
    model.addAttribute("told", told);
    model.addAttribute("tiles", maps);
    return "drafts/draft";
  }

  private List<Draft> others(Seat seat, Draft draft) {
    return drafts.list(draft.place(), seat.party().id()).stream()
        .filter(other -> other.id() != draft.id())
        .limit(50)
        .toList();
  }

  /** What the page shows beside the map, for putting it in the place of what it showed before. */
  @GetMapping("/table/drafts/{id}/panel")
  String panel(Seat seat, @PathVariable long id, Model model) {
    Draft draft = desk.get(seat, id);
    model.addAttribute("view", views.of(seat, draft, desk.getVersion(draft, draft.current())));
    return "drafts/panel";
  }

  @GetMapping(path = "/table/drafts/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(Seat seat, @PathVariable long id) {
    return signals.listen(desk.get(seat, id).id());
  }

  /** A change by a form of the page. */
  @PostMapping("/table/drafts/{id}/change")
  String change(
      Seat seat,
      @PathVariable long id,
      @RequestParam int on,
      @RequestParam String what,
      @RequestParam(defaultValue = "") List<String> practice,
      @RequestParam(defaultValue = "") String network,
      @RequestParam(defaultValue = "") String lock,
      Model model,
      HttpServletResponse response) {
    try {
      desk.change(seat, id, on, change(seat, id, on, what, practice, network, lock));
      return "redirect:/table/drafts/" + id;
    } catch (Overtaken e) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return page(seat, id, null, e.getMessage(), model);
    }
  }

  /** The same for the page's script. */
  @PostMapping(path = "/table/drafts/{id}/change", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> changeByScript(
      Seat seat,
      @PathVariable long id,
      @RequestParam int on,
      @RequestParam String what,
      @RequestParam(defaultValue = "") List<String> practice,
      @RequestParam(defaultValue = "") String network,
      @RequestParam(defaultValue = "") String lock) {
    try {
      int version = desk.change(seat, id, on, change(seat, id, on, what, practice, network, lock));
      return ResponseEntity.ok(Map.of("version", version));
    } catch (Overtaken e) {
      return ResponseEntity.status(409)
          .body(Map.of("message", e.getMessage(), "version", e.version()));
    } catch (ToldToVisitors e) {
      return ResponseEntity.status(e.status()).body(Map.of("message", e.getMessage()));
    }
  }

  private Change change(
      Seat seat,
      long id,
      int on,
      String what,
      List<String> practices,
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

  private static DraftLock lock(DraftLock.Kind kind, Set<String> practices) {
    if (practices.isEmpty()) {
      throw new ToldToVisitors(
          400, "No practice was chosen: expected 1 or more. Maybe tick those it is about first?");
    }
    return new DraftLock(kind, List.copyOf(practices));
  }

  /**
   * Completes the rest in the background.
   *
   * @param only when "chosen", the networks named alone are free
   */
  @PostMapping("/table/drafts/{id}/rest")
  String rest(
      Seat seat,
      @PathVariable long id,
      @RequestParam int on,
      @RequestParam(defaultValue = "all") String only,
      @RequestParam(defaultValue = "") List<String> network,
      Model model,
      HttpServletResponse response) {
    try {
      rest.ask(seat, id, on, free(only, network));
      return "redirect:/table/drafts/" + id + "#rest";
    } catch (Overtaken e) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return page(seat, id, null, e.getMessage(), model);
    }
  }

  /** The same, counting what practices say in confidence. */
  @PostMapping("/table/drafts/{id}/rest-with-wishes")
  String restWithWishes(
      Seat seat,
      @PathVariable long id,
      @RequestParam int on,
      Model model,
      HttpServletResponse response) {
    try {
      rest.askWithWishes(seat, id, on);
      return "redirect:/table/drafts/" + id + "#rest";
    } catch (Overtaken e) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return page(seat, id, null, e.getMessage(), model);
    }
  }

  @PostMapping(path = "/table/drafts/{id}/rest", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> restByScript(
      Seat seat,
      @PathVariable long id,
      @RequestParam int on,
      @RequestParam(defaultValue = "all") String only,
      @RequestParam(defaultValue = "") List<String> network) {
    try {
      rest.ask(seat, id, on, free(only, network));
      return ResponseEntity.ok(Map.of("version", on));
    } catch (Overtaken e) {
      return ResponseEntity.status(409)
          .body(Map.of("message", e.getMessage(), "version", e.version()));
    } catch (ToldToVisitors e) {
      return ResponseEntity.status(e.status()).body(Map.of("message", e.getMessage()));
    }
  }

  private static @Nullable Set<String> free(String only, List<String> networks) {
    if (!only.equals("chosen")) {
      return null;
    }
    Set<String> free = new HashSet<>(networks);
    free.remove("");
    if (free.isEmpty()) {
      throw new ToldToVisitors(
          400, "No network was chosen: expected 1 or more. Maybe tick those that may change?");
    }
    return free;
  }

  @PostMapping("/table/drafts/{id}/share")
  String share(Seat seat, @PathVariable long id) {
    desk.share(seat, id);
    return "redirect:/table/drafts/" + id;
  }

  @PostMapping("/table/drafts/{id}/name")
  String rename(Seat seat, @PathVariable long id, @RequestParam String name) {
    desk.rename(seat, id, name);
    return "redirect:/table/drafts/" + id;
  }

  /** Two beside each other, practice by practice. */
  @GetMapping("/table/drafts/{id}/compare")
  String compare(
      Seat seat,
      @PathVariable long id,
      @RequestParam(defaultValue = "today") String with,
      Model model) {
    Draft draft = desk.get(seat, id);
    DraftVersion version = desk.getVersion(draft, draft.current());
    Map<String, String> choices = new TreeMap<>();
    others(seat, draft).forEach(other -> choices.put(Long.toString(other.id()), other.name()));
    String left = "Today";
    DraftState reference = null;
    if (!with.equals("today")) {
      Draft other = desk.get(seat, number(with));
      if (!other.place().equals(draft.place())) {
        throw new ToldToVisitors(
            400, "The drafts are of two places: expected two of one. Maybe choose from the list?");
      }
      left = other.name();
      reference = desk.getVersion(other, other.current()).state();
    }
    model.addAttribute("draft", draft);
    model.addAttribute("left", left);
    model.addAttribute("with", with);
    model.addAttribute("choices", choices);
    model.addAttribute("beside", views.beside(draft, version.state(), reference));
    return "drafts/compare";
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
