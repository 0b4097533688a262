package moot.app.consent;

import java.util.Map;
import java.util.TreeMap;
import moot.app.access.Seat;
import moot.app.comments.Comments;
import moot.app.journal.JournalReader;
import moot.app.web.ToldToVisitors;
import moot.register.PracticeCode;
import moot.voice.consent.Answer;
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

  private final Proposals proposals;
  private final ProposalLines lines;
  private final Putting putting;
  private final Answering answering;
  private final Conditions conditions;
  private final Withdrawing withdrawing;
  private final Naming naming;
  private final JournalReader journal;
  private final Comments comments;
  private final Today today;

  ConsentPages(
      Proposals proposals,
      ProposalLines lines,
      Putting putting,
      Answering answering,
      Conditions conditions,
      Withdrawing withdrawing,
      Naming naming,
      JournalReader journal,
      Comments comments,
      Today today) {
    this.proposals = proposals;
    this.lines = lines;
    this.putting = putting;
    this.answering = answering;
    this.conditions = conditions;
    this.withdrawing = withdrawing;
    this.naming = naming;
    this.journal = journal;
    this.comments = comments;
    this.today = today;
  }

  @GetMapping("/table/consent")
  String list(Seat seat, Model model) {
    model.addAttribute("seat", seat);
    model.addAttribute("lines", lines.list(seat));
    model.addAttribute("mayPut", ConsentRights.mayPut(seat));
    model.addAttribute("drafts", putting.listDrafts(seat));
    return "consent/proposals";
  }

  @GetMapping("/table/consent/{id}")
  String proposal(Seat seat, @PathVariable long id, Model model) {
    return show(seat, id, "", model);
  }

  private String show(Seat seat, long id, String error, Model model) {
    Matter matter = proposals.get(seat, id);
    Map<String, String> parts = new TreeMap<>();
    matter
        .practices()
        .forEach(practice -> parts.put("practice:" + practice.code(), practice.name()));
    matter.networks().forEach(network -> parts.put("network:" + network.name(), network.name()));
    model.addAttribute("page", new ProposalPage(seat, matter, today.get()));
    model.addAttribute("error", error);
    model.addAttribute("entries", journal.list(seat, matter.proposal().subject(), 0, ENTRIES));
    model.addAttribute("discussion", comments.discussion(seat, matter.proposal().subject(), parts));
    return "consent/proposal";
  }

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
      answering.answer(seat, id, given, after);
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
    conditions.record(seat, id, new PracticeCode(practice.strip()), answer);
    return "redirect:/table/consent/" + id + "#answers";
  }

  @PostMapping("/table/consent/{id}/confirm")
  String confirm(Seat seat, @PathVariable long id, @RequestParam long answer) {
    conditions.confirm(seat, id, answer);
    return "redirect:/table/consent/" + id + "#answer";
  }

  @PostMapping("/table/consent/{id}/withdraw")
  String withdraw(
      Seat seat,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Model model) {
    try {
      withdrawing.withdraw(seat, id, reason.replace("\u0000", ""));
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
    naming.name(seat, id, nr, director.replace("\u0000", ""), payee.replace("\u0000", ""));
    return "redirect:/table/consent/" + id + "#networks";
  }
}
