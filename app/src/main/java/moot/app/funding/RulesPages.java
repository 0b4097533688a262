package moot.app.funding;

import java.util.List;
import moot.app.web.ToldToVisitors;
import moot.funding.FinancialYear;
import moot.funding.packs.Packs;
import moot.funding.terms.Pack;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The rules themselves: each contract's terms in words, with rates, marks and sources. */
@Controller
class RulesPages {
  @GetMapping("/funding/packs")
  String packs(Model model) {
    model.addAttribute("packs", Packs.shipped().list());
    return "funding/packs";
  }

  @GetMapping("/funding/packs/{contract}/{year}")
  String pack(@PathVariable String contract, @PathVariable String year, Model model) {
    Pack pack = getPack(contract, year);
    model.addAttribute("pack", pack);
    model.addAttribute("years", Packs.shipped().years(contract));
    return "funding/pack";
  }

  static Pack getPack(String contract, String year) {
    List<FinancialYear> years = Packs.shipped().years(contract);
    return FinancialYear.find(year)
        .flatMap(of -> Packs.shipped().find(contract, of))
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    years.isEmpty()
                        ? "the contract \"%s\": expected one of %s. Maybe it is misspelt?"
                            .formatted(contract, String.join(", ", Packs.shipped().contracts()))
                        : "the year \"%s\" of %s: expected one of %s. Maybe another year was meant?"
                            .formatted(
                                year,
                                contract,
                                String.join(", ", years.stream().map(Asked::word).toList()))));
  }
}
