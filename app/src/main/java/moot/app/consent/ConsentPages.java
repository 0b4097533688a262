package moot.app.consent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import moot.app.access.Seat;
import moot.app.comments.Comments;
import moot.app.journal.JournalReader;
import moot.app.register.PracticeNow;
import moot.app.register.RegisterStore;
import moot.app.web.ToldToVisitors;
import moot.formation.Plan;
import moot.papers.PlanMap;
import moot.papers.RegistrationPack;
import moot.papers.RegistrationPackData;
import moot.papers.RegistrationPackPdf;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import moot.voice.consent.Answer;
import moot.voice.consent.Change;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of consent: what is put, what was said, what came of it. */
@Controller
class ConsentPages {
  private static final int ENTRIES = 200;

  private final ConsentDesk desk;
  private final ProposalLines lines;
  private final PackDesk packs;
  private final RegisterStore register;
  private final JournalReader journal;
  private final Comments comments;

  ConsentPages(
      ConsentDesk desk,
      ProposalLines lines,
      PackDesk packs,
      RegisterStore register,
      JournalReader journal,
      Comments comments) {
    this.desk = desk;
    this.lines = lines;
    this.packs = packs;
    this.register = register;
    this.journal = journal;
    this.comments = comments;
  }

  @GetMapping("/table/consent")
  String list(Seat seat, Model model) {
    model.addAttribute("seat", seat);
    model.addAttribute("lines", lines.list(seat));
    model.addAttribute("mayPut", ConsentRights.mayPut(seat));
    model.addAttribute("drafts", desk.listDrafts(seat));
    return "consent/proposals";
  }

  @GetMapping("/table/consent/{id}")
  String proposal(Seat seat, @PathVariable long id, Model model) {
    return show(seat, id, "", model);
  }

  private String show(Seat seat, long id, String error, Model model) {
    Matter matter = desk.get(seat, id);
    Map<String, String> parts = new TreeMap<>();
    matter
        .practices()
        .forEach(practice -> parts.put("practice:" + practice.code(), practice.name()));
    matter.networks().forEach(network -> parts.put("network:" + network.name(), network.name()));
    model.addAttribute("page", new ProposalPage(seat, matter, desk.today()));
    model.addAttribute("error", error);
    model.addAttribute("entries", journal.list(seat, matter.proposal().subject(), 0, ENTRIES));
    model.addAttribute("discussion", comments.discussion(seat, matter.proposal().subject(), parts));
    return "consent/proposal";
  }

  // Putting.

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
      long id = desk.putPlan(seat, Long.parseLong(form.field("draft")), terms.get());
      return "redirect:/table/consent/" + id;
    } catch (ToldToVisitors refused) {
      return again(refused, form, with -> planForm(seat, with, model));
    }
  }

  private String planForm(Seat seat, PutForm form, Model model) {
    requireMayPut(seat);
    model.addAttribute("form", form);
    model.addAttribute("drafts", desk.listDrafts(seat));
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
      return "redirect:/table/consent/" + desk.putChange(seat, change.get(), terms.get());
    } catch (ToldToVisitors refused) {
      return again(refused, form, with -> changeForm(seat, with, model));
    }
  }

  private String changeForm(Seat seat, PutForm form, Model model) {
    requireMayPut(seat);
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

  private static void requireMayPut(Seat seat) {
    if (!ConsentRights.mayPut(seat)) {
      throw new ToldToVisitors(
          403,
          "Editors of practices, the federation, the board and the facilitator put things to practices. Maybe ask one of them?");
    }
  }

  /** What the form begins with: each practice has to agree, and conditions count when met. */
  private Map<String, String> withFirstChoices(Map<String, String> given) {
    Map<String, String> fields = new HashMap<>(given);
    fields.putIfAbsent("rule", RuleChoice.EACH_PRACTICE.name());
    fields.putIfAbsent("percent", "50");
    fields.putIfAbsent("closes", desk.today().plusDays(28).toString());
    fields.putIfAbsent(
        "effective", desk.today().plusDays(28).plusMonths(1).withDayOfMonth(1).toString());
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

  // Answering.

  @PostMapping("/table/consent/{id}/answer")
  String answer(
      Seat seat,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "0") long after,
      Model model) {
    AnswerForm form = new AnswerForm(answer, words);
    if (!form.problem().isEmpty()) {
      return show(seat, id, form.problem(), model);
    }
    Answer given = form.answer();
    try {
      desk.answer(seat, id, given, after);
    } catch (ToldToVisitors refused) {
      if (refused.status() != 409 && refused.status() != 400) {
        throw refused;
      }
      return show(seat, id, refused.getMessage(), model);
    }
    return "redirect:/table/consent/" + id + "#answer";
  }

  @PostMapping("/table/consent/{id}/condition")
  String recordCondition(
      Seat seat, @PathVariable long id, @RequestParam String practice, @RequestParam long answer) {
    if (practice.isBlank() || practice.length() > 40) {
      throw new ToldToVisitors(
          400, "Expected the code of a practice. Maybe the form was cut short?");
    }
    desk.recordCondition(seat, id, new PracticeCode(practice.strip()), answer);
    return "redirect:/table/consent/" + id + "#answers";
  }

  @PostMapping("/table/consent/{id}/confirm")
  String confirm(Seat seat, @PathVariable long id, @RequestParam long answer) {
    desk.confirmCondition(seat, id, answer);
    return "redirect:/table/consent/" + id + "#answer";
  }

  @PostMapping("/table/consent/{id}/withdraw")
  String withdraw(
      Seat seat,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Model model) {
    try {
      desk.withdraw(seat, id, reason.replace("\u0000", ""));
    } catch (ToldToVisitors refused) {
      if (refused.status() != 400) {
        throw refused;
      }
      return show(seat, id, refused.getMessage(), model);
    }
    return "redirect:/table/consent/" + id;
  }

  @PostMapping("/table/consent/{id}/networks/{nr}")
  String name(
      Seat seat,
      @PathVariable long id,
      @PathVariable int nr,
      @RequestParam(defaultValue = "") String director,
      @RequestParam(defaultValue = "") String payee) {
    desk.name(seat, id, nr, director.replace("\u0000", ""), payee.replace("\u0000", ""));
    return "redirect:/table/consent/" + id + "#networks";
  }

  // What can be taken away.

  @GetMapping("/table/consent/{id}/map.svg")
  ResponseEntity<String> map(Seat seat, @PathVariable long id) {
    Plan plan =
        packs
            .findPlan(desk.get(seat, id), desk.today())
            .orElseThrow(
                () ->
                    new ToldToVisitors(
                        404, "No site is known, so there is no map. Maybe import postcodes?"));
    return ResponseEntity.ok()
        .contentType(new MediaType("image", "svg+xml", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(PlanMap.of(plan).svg());
  }

  @GetMapping("/table/consent/{id}/registration-pack.pdf")
  ResponseEntity<byte[]> pdf(Seat seat, @PathVariable long id) {
    return file(seat, id, "pdf", "application/pdf", RegistrationPackPdf::write);
  }

  @GetMapping("/table/consent/{id}/registration-pack.json")
  ResponseEntity<byte[]> json(Seat seat, @PathVariable long id) {
    return file(seat, id, "json", "application/json", RegistrationPackData::writeJson);
  }

  @GetMapping("/table/consent/{id}/registration-pack.csv")
  ResponseEntity<byte[]> csv(Seat seat, @PathVariable long id) {
    return file(seat, id, "csv", "text/csv;charset=UTF-8", RegistrationPackData::writeCsv);
  }

  private interface Writer {
    void write(RegistrationPack pack, ByteArrayOutputStream out) throws IOException;
  }

  private ResponseEntity<byte[]> file(
      Seat seat, long id, String ending, String type, Writer writer) {
    Matter matter = desk.get(seat, id);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(packs.getSealed(seat, matter, desk.today()), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String place =
        matter.proposal().placeName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename("%s-registration-pack-%d.%s".formatted(place, id, ending))
                .build()
                .toString())
        .body(out.toByteArray());
  }
}
