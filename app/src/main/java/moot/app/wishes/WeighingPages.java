package moot.app.wishes;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import moot.app.wishes.DraftsToWeigh.Weighable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How well a draft meets what practices want, who would rather leave, and which doors stay open.
 */
@Controller
class WeighingPages {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final WeighingViews views;
  private final WeighingDesk desk;
  private final DoorStore doors;
  private final Journal journal;
  private final TransactionTemplate transaction;

  WeighingPages(
      WeighingViews views,
      WeighingDesk desk,
      DoorStore doors,
      Journal journal,
      PlatformTransactionManager transactions) {
    this.views = views;
    this.desk = desk;
    this.doors = doors;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  @GetMapping("/table/drafts/{id}/wishes")
  String wishes(Seat seat, @PathVariable long id, Model model) {
    model.addAttribute("draft", views.of(seat, id));
    return "wishes/draft";
  }

  @PostMapping("/table/drafts/{id}/wishes/weigh")
  String weigh(Seat seat, @PathVariable long id) {
    desk.weigh(seat, views.get(seat, id));
    return "redirect:/table/drafts/" + id + "/wishes#overall";
  }

  /** Says until when the doors of a draft stay open; an empty day for no end. */
  @PostMapping("/table/drafts/{id}/wishes/door")
  String door(Seat seat, @PathVariable long id, @RequestParam(defaultValue = "") String until) {
    Weighable draft = views.get(seat, id);
    if (!draft.own() || !seat.role().edits()) {
      throw new ToldToVisitors(
          403,
          "Only those who drew up the draft say until when its doors stay open. Maybe talk to them?");
    }
    Optional<LocalDate> day = day(until);
    transaction.executeWithoutResult(
        status -> {
          day.ifPresentOrElse(last -> doors.set(seat, id, last), () -> doors.clear(id));
          String words =
              day.map(last -> "keeps the doors of the draft “%s” open until " + DAY.format(last))
                  .orElse("keeps the doors of the draft “%s” open without an end")
                  .formatted(draft.name());
          String subject = "draft:" + id;
          journal.write(
              seat,
              draft.shared()
                  ? Deed.open("draft.door", subject, draft.place().code(), words)
                  : Deed.within(
                      seat.party().id(), "draft.door", subject, draft.place().code(), words));
        });
    return "redirect:/table/drafts/" + id + "/wishes#doors";
  }

  private static Optional<LocalDate> day(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text.strip());
      if (day.getYear() >= 2000 && day.getYear() < 2200) {
        return Optional.of(day);
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    throw new ToldToVisitors(
        400,
        "\"%s\": expected a day like 2027-03-31, or nothing. Maybe the year comes last?"
            .formatted(text.length() > 30 ? text.substring(0, 30) + "…" : text));
  }
}
