package moot.app.funding;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.app.access.Seat;
import moot.app.register.PlaceSummary;
import moot.app.web.NavigationItem;
import moot.app.web.ToldToVisitors;
import moot.funding.pricing.FundedPractice;
import moot.funding.pricing.NetworkShares;
import moot.funding.pricing.Splitting;
import moot.papers.Funded;
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
    PlaceCode place = desk.getPlace(code);
    Asked asked = asked(fields, response);
    model.addAttribute("code", place.value());
    model.addAttribute("asked", asked);
    model.addAttribute("years", desk.listYears());
    model.addAttribute("sheet", PlaceSheet.of(desk.fund(place, asked)));
    return "funding/place";
  }

  @GetMapping("/funding/places/{code}/networks/{network}")
  String network(
      @PathVariable String code,
      @PathVariable String network,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    PlaceCode place = desk.getPlace(code);
    Asked asked = asked(fields, response);
    Funded funded = desk.fund(place, asked);
    NetworkCode of = getNetwork(funded, network);
    model.addAttribute("code", place.value());
    model.addAttribute("asked", asked);
    model.addAttribute("years", desk.listYears());
    model.addAttribute("funded", funded);
    model.addAttribute("network", of);
    model.addAttribute("name", funded.place().networkNames().getOrDefault(of, of.value()));
    model.addAttribute("sheet", PayeeSheet.of(funded, of.value()));
    model.addAttribute("shares", shares(funded, of, asked.splitting()).orElse(null));
    return "funding/network";
  }

  @GetMapping("/funding/places/{code}/practices/{practice}")
  String practice(
      @PathVariable String code,
      @PathVariable String practice,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    PlaceCode place = desk.getPlace(code);
    Asked asked = asked(fields, response);
    Funded funded = desk.fund(place, asked);
    FundedPractice of = getPractice(funded, practice);
    model.addAttribute("code", place.value());
    model.addAttribute("asked", asked);
    model.addAttribute("years", desk.listYears());
    model.addAttribute("funded", funded);
    model.addAttribute("practice", of);
    model.addAttribute("sheet", PayeeSheet.of(funded, of.code().value()));
    model.addAttribute("shares", listShares(funded, of, asked.splitting()));
    return "funding/practice";
  }

  /** What was asked; a page with something wrong in it is answered as such, with the form. */
  private Asked asked(Map<String, String> fields, HttpServletResponse response) {
    Asked asked = desk.read(fields);
    if (!asked.errors().isEmpty()) {
      response.setStatus(422);
    }
    return asked;
  }

  static Optional<NetworkShares> shares(Funded funded, NetworkCode network, Splitting splitting) {
    return NetworkShares.of(
        funded.place(), funded.year(), funded.priced(), network, funded.rule(), splitting);
  }

  /** A practice's parts of all networks that it is a member of in the year. */
  static List<NetworkShares> listShares(
      Funded funded, FundedPractice practice, Splitting splitting) {
    return practice.memberships().stream()
        .map(FundedPractice.Membership::network)
        .distinct()
        .flatMap(network -> shares(funded, network, splitting).stream())
        .filter(
            shares -> shares.parts().stream().anyMatch(part -> part.practice().equals(practice)))
        .toList();
  }

  /** A network that any practice of the place is in during the year. */
  static NetworkCode getNetwork(Funded funded, String code) {
    return funded.place().practices().stream()
        .flatMap(practice -> practice.memberships().stream())
        .map(FundedPractice.Membership::network)
        .filter(network -> network.value().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "the network %s: expected one that a practice of %s is in during %s. Maybe it began or ended in another year?"
                        .formatted(code, funded.place().name(), funded.year())));
  }

  static FundedPractice getPractice(Funded funded, String code) {
    return funded.place().practices().stream()
        .filter(practice -> practice.code().value().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "the practice %s: expected one of %s with a registered list. Maybe it is closed, or belongs to another place?"
                        .formatted(code, funded.place().name())));
  }
}
