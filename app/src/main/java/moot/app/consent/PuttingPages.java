package moot.app.consent;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import moot.app.access.Seat;
import moot.app.register.PracticeNow;
import moot.app.register.RegisterStore;
import moot.app.web.ToldToVisitors;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.voice.consent.Change;
import moot.voice.consent.Terms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms by which drafts and changes are put to practices. */
@Controller
class PuttingPages {
  private final Putting putting;
  private final RegisterStore register;
  private final Today today;

  PuttingPages(Putting putting, RegisterStore register, Today today) {
    this.putting = putting;
    this.register = register;
    this.today = today;
  }

  @GetMapping("/table/consent/new")
  String newPlan(Seat seat, @RequestParam Map<String, String> fields, Model model) {
    return planForm(seat, PutForm.of(withFirstChoices(fields)), model);
  }

  @PostMapping("/table/consent/new")
  String putPlan(Seat seat, @RequestParam Map<String, String> fields, Model model) {
    PutForm form = PutForm.of(fields);
    if (!form.field("draft").matches("\\d{1,18}")) {
      form.errors().put("draft", "No draft is chosen; expected one. Maybe none is shared yet?");
    }
    Optional<Terms> terms = form.terms();
    if (terms.isEmpty()) {
      return planForm(seat, form, model);
    }
    try {
      long id = putting.plan(seat, Long.parseLong(form.field("draft")), terms.get());
      return "redirect:/table/consent/" + id;
    } catch (ToldToVisitors refused) {
      return again(refused, form, with -> planForm(seat, with, model));
    }
  }

  private String planForm(Seat seat, PutForm form, Model model) {
    ConsentRights.requireMayPut(seat);
    model.addAttribute("form", form);
    model.addAttribute("drafts", putting.listDrafts(seat));
    model.addAttribute("rules", List.of(RuleChoice.values()));
    return "consent/new";
  }

  @GetMapping("/table/consent/change")
  String newChange(Seat seat, @RequestParam Map<String, String> fields, Model model) {
    Map<String, String> first = withFirstChoices(fields);
    seat.party().practice().ifPresent(code -> first.putIfAbsent("practice", code.value()));
    return changeForm(seat, PutForm.of(first), model);
  }

  @PostMapping("/table/consent/change")
  String putChange(Seat seat, @RequestParam Map<String, String> fields, Model model) {
    PutForm form = PutForm.of(fields);
    Optional<Change> change = form.change(kind(form));
    Optional<Terms> terms = form.terms();
    if (terms.isEmpty() || change.isEmpty()) {
      return changeForm(seat, form, model);
    }
    try {
      return "redirect:/table/consent/" + putting.change(seat, change.get(), terms.get());
    } catch (ToldToVisitors refused) {
      return again(refused, form, with -> changeForm(seat, with, model));
    }
  }

  private String changeForm(Seat seat, PutForm form, Model model) {
    ConsentRights.requireMayPut(seat);
    PlaceCode place = Objects.requireNonNull(seat.party().place());
    Map<NetworkCode, String> names = register.listNetworkNames();
    List<PracticeNow> practices =
        register.listPractices(place).stream()
            .sorted(Comparator.comparing(PracticeNow::name).thenComparing(PracticeNow::code))
            .toList();
    Map<String, String> networks = new TreeMap<>();
    for (PracticeNow practice : practices) {
      NetworkCode network = practice.network();
      if (network != null) {
        networks.put(network.value(), names.getOrDefault(network, network.value()));
      }
    }
    model.addAttribute("form", form);
    model.addAttribute("kind", kind(form));
    model.addAttribute("practices", practices);
    model.addAttribute("networks", networks);
    model.addAttribute("rules", List.of(RuleChoice.values()));
    return "consent/change";
  }

  private static ProposalKind kind(PutForm form) {
    for (ProposalKind kind : ProposalKind.values()) {
      if (kind != ProposalKind.PLAN && form.is("kind", kind.name())) {
        return kind;
      }
    }
    return ProposalKind.JOIN;
  }

  /** What the form begins with: each practice has to agree, and conditions count when met. */
  private Map<String, String> withFirstChoices(Map<String, String> given) {
    Map<String, String> fields = new HashMap<>(given);
    fields.putIfAbsent("rule", RuleChoice.EACH_PRACTICE.name());
    fields.putIfAbsent("percent", "50");
    fields.putIfAbsent("closes", today.get().plusDays(28).toString());
    fields.putIfAbsent(
        "effective", today.get().plusDays(28).plusMonths(1).withDayOfMonth(1).toString());
    return fields;
  }

  private interface Shown {
    String with(PutForm form);
  }

  /** What can be put right in the form is said above it; the rest is an error of its own. */
  private static String again(ToldToVisitors refused, PutForm form, Shown shown) {
    if (refused.status() != 400 && refused.status() != 409) {
      throw refused;
    }
    return shown.with(form.refused("title", refused.getMessage()));
  }
}
