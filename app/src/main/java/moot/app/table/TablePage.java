package moot.app.table;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import moot.app.access.Seat;
import moot.app.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What needs me today. */
@Controller
class TablePage {
  private final List<WaitingSource> sources;

  TablePage(List<WaitingSource> sources) {
    this.sources = sources;
  }

  @Bean
  static NavigationItem tableNavigation() {
    return new NavigationItem(5, "The table", "/table");
  }

  @GetMapping("/table")
  String table(Seat seat, Model model) {
    List<Waiting> waiting =
        sources.stream()
            .flatMap(source -> source.listWaiting(seat).stream())
            .sorted(
                Comparator.comparing(
                    Waiting::until, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
            .toList();
    model.addAttribute("seat", seat);
    model.addAttribute("waiting", waiting);
    model.addAttribute("day", DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK));
    return "table/table";
  }
}
