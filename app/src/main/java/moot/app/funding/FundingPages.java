package moot.app.funding;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import moot.app.access.Seat;
import moot.app.register.PlaceSummary;
import moot.app.web.NavigationItem;
import moot.funding.pricing.FundedPractice;
import moot.funding.terms.PayeeKind;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What contracts bring a place, its networks and its practices. */
@Controller
class FundingPages {
  private final FundingDesk desk;

  FundingPages(FundingDesk desk) {
    this.desk = desk;
  }

  @Bean
  static NavigationItem fundingNavigation() {
    return new NavigationItem(25, "Funding", "/funding");
  }

  @GetMapping("/funding")
  String funding(Seat seat, Model model) {
    PlaceCode table = seat.party().place();
    List<PlaceSummary> places = desk.listPlaces();
    if (table != null && places.stream().anyMatch(place -> place.code().equals(table))) {
      return "redirect:/funding/places/" + table.value();
    }
    model.addAttribute("places", places);
    return "funding/places";
  }

  @GetMapping("/funding/places/{code}")
  String place(
      @PathVariable String code,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    AskedYear year = ask(code, "", fields, response, model);
    model.addAttribute("sheet", PlaceSheet.of(year.funded()));
    return "funding/place";
  }

  @GetMapping("/funding/places/{code}/networks/{network}")
  String network(
      @PathVariable String code,
      @PathVariable String network,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    AskedYear year = ask(code, network, fields, response, model);
    NetworkCode of = year.getNetwork(network);
    model.addAttribute("funded", year.funded());
    model.addAttribute("network", of);
    model.addAttribute("name", year.name(of));
    model.addAttribute("sheet", PayeeSheet.of(year.funded(), of.value()));
    model.addAttribute("achievable", Achievable.of(year.funded(), PayeeKind.NOMINATED_PAYEE));
    model.addAttribute("shares", year.findShares(of).orElse(null));
    return "funding/network";
  }

  @GetMapping("/funding/places/{code}/practices/{practice}")
  String practice(
      @PathVariable String code,
      @PathVariable String practice,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    AskedYear year = ask(code, practice, fields, response, model);
    FundedPractice of = year.getPractice(practice);
    model.addAttribute("funded", year.funded());
    model.addAttribute("practice", of);
    model.addAttribute("sheet", PayeeSheet.of(year.funded(), of.code().value()));
    model.addAttribute("achievable", Achievable.of(year.funded(), PayeeKind.PRACTICE));
    model.addAttribute("shares", year.listShares(of));
    return "funding/practice";
  }

  /** What was asked; a page with something wrong in it is answered as such, with the form. */
  private AskedYear ask(
      String code,
      String payee,
      Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    AskedYear year = desk.ask(code, desk.read(fields), payee);
    if (!year.asked().errors().isEmpty()) {
      response.setStatus(422);
    }
    model.addAttribute("code", year.place().value());
    model.addAttribute("asked", year.asked());
    model.addAttribute("years", desk.listYears());
    return year;
  }
}
