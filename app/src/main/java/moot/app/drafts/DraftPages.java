package moot.app.drafts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
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
  private final ChangeDesk changes;
  private final DraftStore drafts;
  private final DraftViews views;
  private final DraftRequests requests;
  private final DraftSignals signals;
  private final RestDesk rest;
  private final FinishedPlans plans;
  private final RegisterStore register;
  private final MapSettings maps;
  private final Comments comments;

  DraftPages(
      DraftDesk desk,
      ChangeDesk changes,
      DraftStore drafts,
      DraftViews views,
      DraftRequests requests,
      DraftSignals signals,
      RestDesk rest,
      FinishedPlans plans,
      RegisterStore register,
      MapSettings maps,
      Comments comments) {
    this.desk = desk;
    this.changes = changes;
    this.drafts = drafts;
    this.views = views;
    this.requests = requests;
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
    PlaceCode place = seat.getPlace();
    model.addAttribute("seat", seat);
    model.addAttribute("placeName", register.findName(place).orElse(place.value()));
    model.addAttribute("drafts", drafts.list(place, seat.party().id()));
    model.addAttribute("plans", plans.list(place));
    return "drafts/list";
  }

  @PostMapping("/table/drafts")
  String make(Seat seat, @RequestParam String name, @RequestParam String from) {
    return "redirect:/table/drafts/" + requests.make(seat, name, from);
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
    return unlessOvertaken(
        seat,
        id,
        model,
        response,
        () -> {
          changes.change(seat, id, on, requests.read(seat, id, on, what, practice, network, lock));
          return "";
        });
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
    return told(
        () ->
            changes.change(
                seat, id, on, requests.read(seat, id, on, what, practice, network, lock)));
  }

  /**
   * Completes the rest in the background.
   *
   * @param only {@code all}, {@code chosen} or {@code near}, as {@link DraftRequests#wanted} says
   */
  @PostMapping("/table/drafts/{id}/rest")
  String rest(
      Seat seat,
      @PathVariable long id,
      @RequestParam int on,
      @RequestParam(defaultValue = "all") String only,
      @RequestParam(defaultValue = "") List<String> network,
      @RequestParam(defaultValue = "") String most,
      Model model,
      HttpServletResponse response) {
    return unlessOvertaken(
        seat,
        id,
        model,
        response,
        () -> {
          rest.ask(seat, id, on, requests.wanted(only, network, most));
          return "#rest";
        });
  }

  /** The same, counting what practices say in confidence. */
  @PostMapping("/table/drafts/{id}/rest-with-wishes")
  String restWithWishes(
      Seat seat,
      @PathVariable long id,
      @RequestParam int on,
      Model model,
      HttpServletResponse response) {
    return unlessOvertaken(
        seat,
        id,
        model,
        response,
        () -> {
          rest.ask(seat, id, on, new RestDesk.Wanted.WithWishes());
          return "#rest";
        });
  }

  @PostMapping(path = "/table/drafts/{id}/rest", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> restByScript(
      Seat seat,
      @PathVariable long id,
      @RequestParam int on,
      @RequestParam(defaultValue = "all") String only,
      @RequestParam(defaultValue = "") List<String> network,
      @RequestParam(defaultValue = "") String most) {
    return told(
        () -> {
          rest.ask(seat, id, on, requests.wanted(only, network, most));
          return on;
        });
  }

  /**
   * Leads back to the page; when somebody else was there first, shows it and says so.
   *
   * @param deed gives the part of the page to lead to
   */
  private String unlessOvertaken(
      Seat seat, long id, Model model, HttpServletResponse response, Supplier<String> deed) {
    try {
      return "redirect:/table/drafts/" + id + deed.get();
    } catch (Overtaken e) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return page(seat, id, null, e.getMessage(), model);
    }
  }

  /**
   * What became of it, for the page's script.
   *
   * @param deed gives the version that holds
   */
  private static ResponseEntity<Map<String, Object>> told(IntSupplier deed) {
    try {
      return ResponseEntity.ok(Map.of("version", deed.getAsInt()));
    } catch (Overtaken e) {
      return ResponseEntity.status(409)
          .body(Map.of("message", e.getMessage(), "version", e.version()));
    } catch (ToldToVisitors e) {
      return ResponseEntity.status(e.status()).body(Map.of("message", e.getMessage()));
    }
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
    Map<String, String> choices = new TreeMap<>();
    others(seat, draft).forEach(other -> choices.put(Long.toString(other.id()), other.name()));
    DraftRequests.Compared compared = requests.compare(seat, draft, with);
    model.addAttribute("draft", draft);
    model.addAttribute("left", compared.left());
    model.addAttribute("with", with);
    model.addAttribute("choices", choices);
    model.addAttribute("beside", compared.beside());
    return "drafts/compare";
  }
}
