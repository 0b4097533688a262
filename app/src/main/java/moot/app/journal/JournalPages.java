package moot.app.journal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import moot.app.access.Seat;
import moot.app.web.NavigationItem;
import moot.app.web.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The journal for those who may see its subjects, and the check of its chain. */
@Controller
class JournalPages {
  private static final int ENTRIES_PER_PAGE = 50;
  private static final int MOST_OF_A_SUBJECT = 200;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  private final JournalReader journal;

  JournalPages(JournalReader journal) {
    this.journal = journal;
  }

  @Bean
  static NavigationItem journalNavigation() {
    return new NavigationItem(80, "Journal", "/journal");
  }

  @GetMapping("/journal")
  String journal(
      Seat seat,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    String subject =
        about.length() > MOST_OF_A_SUBJECT ? about.substring(0, MOST_OF_A_SUBJECT) : about;
    int count = journal.count(seat, subject);
    Pages pages = Pages.of(page, count, ENTRIES_PER_PAGE);
    model.addAttribute("about", subject);
    model.addAttribute("count", count);
    model.addAttribute("pages", pages);
    model.addAttribute("when", WHEN);
    model.addAttribute(
        "entries",
        journal.list(seat, subject, (pages.number() - 1) * ENTRIES_PER_PAGE, ENTRIES_PER_PAGE));
    return "journal/journal";
  }

  @GetMapping("/journal/check")
  String check(Model model) {
    model.addAttribute("walked", journal.walk(entry -> true));
    return "journal/check";
  }
}
