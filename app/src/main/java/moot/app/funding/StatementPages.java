package moot.app.funding;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import moot.app.web.Pages;
import moot.register.PlaceCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was paid: beside the rules, and where it comes from. */
@Controller
class StatementPages {
  private static final int PER_PAGE = 40;

  private final FundingDesk desk;

  StatementPages(FundingDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/funding/places/{code}/reconcile")
  String reconcile(
      @PathVariable String code,
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "1") int page,
      HttpServletResponse response,
      Model model) {
    PlaceCode place = desk.getPlace(code);
    ReconcileSheet reconciled = ReconcileSheet.read(desk.listStatements(place), fields);
    if (!reconciled.errors().isEmpty()) {
      response.setStatus(422);
    }
    Pages pages = Pages.of(page, reconciled.differences().size(), PER_PAGE);
    model.addAttribute("code", place.value());
    model.addAttribute("name", desk.name(place));
    model.addAttribute("reconciled", reconciled);
    model.addAttribute("pages", pages);
    model.addAttribute(
        "shown",
        reconciled.differences().stream()
            .skip((long) (pages.number() - 1) * PER_PAGE)
            .limit(PER_PAGE)
            .toList());
    return "funding/reconcile";
  }

  @GetMapping("/funding/places/{code}/income")
  String income(
      @PathVariable String code,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    PlaceCode place = desk.getPlace(code);
    IncomeSheet sheet = IncomeSheet.read(desk.listStatements(place), fields);
    if (!sheet.errors().isEmpty()) {
      response.setStatus(422);
    }
    model.addAttribute("code", place.value());
    model.addAttribute("name", desk.name(place));
    model.addAttribute("sheet", sheet);
    return "funding/income";
  }
}
