package moot.app.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import moot.app.web.Listing;
import moot.funding.packs.Packs;
import moot.funding.terms.DatedRate;
import moot.funding.terms.Deduction;
import moot.funding.terms.Pack;
import moot.funding.terms.RoleMaximum;
import moot.funding.terms.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules of funding, for programs. Rates in pounds; marks by their signs. */
@RestController
class PacksApi {
  record PackName(String contract, String title, String year, int terms) {}

  @GetMapping("/api/funding/packs")
  Listing<PackName> packs(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(
        page,
        size,
        Packs.shipped().list().stream()
            .map(
                pack ->
                    new PackName(
                        pack.contract(),
                        pack.title(),
                        Asked.word(pack.year()),
                        pack.terms().size()))
            .toList());
  }

  /** A rate in pounds, and the days that it holds for. */
  record Rated(
      String pounds,
      LocalDate from,
      LocalDate to,
      @Nullable LocalDate announced,
      String mark,
      boolean verified,
      List<String> sources,
      @Nullable String note) {
    static Rated of(DatedRate rate) {
      return new Rated(
          rate.rate().inPounds().stripTrailingZeros().toPlainString(),
          rate.from(),
          rate.to(),
          rate.announced(),
          rate.mark().sign(),
          rate.mark().isVerified(),
          rate.sources(),
          rate.note());
    }
  }

  record PackTerm(
      String id,
      String title,
      String words,
      String per,
      List<Rated> rates,
      @Nullable String condition,
      @Nullable String clause,
      @Nullable String note) {
    static PackTerm of(Term term) {
      return new PackTerm(
          term.id(),
          term.title(),
          TermWords.of(term),
          TermWords.per(term),
          term.formula().rates().stream().map(Rated::of).toList(),
          term.condition(),
          term.clause(),
          term.note());
    }
  }

  record PackRole(
      String role,
      String title,
      @Nullable String area,
      String words,
      List<Rated> rates,
      @Nullable String note) {
    static PackRole of(RoleMaximum role) {
      return new PackRole(
          role.role(),
          role.title(),
          role.area(),
          TermWords.of(role),
          role.rates().stream().map(Rated::of).toList(),
          role.note());
    }
  }

  record PackDeduction(
      String id,
      String title,
      String of,
      @Nullable String percent,
      String mark,
      List<Rated> rates,
      boolean takenUnlessKept,
      @Nullable String note) {
    static PackDeduction of(Deduction deduction) {
      return new PackDeduction(
          deduction.id(),
          deduction.title(),
          deduction.of(),
          deduction.percent() == null ? null : deduction.percent().toPlainString(),
          deduction.mark().sign(),
          deduction.rates().stream().map(Rated::of).toList(),
          deduction.unlessKept(),
          deduction.note());
    }
  }

  /** A rule pack. */
  record PackData(
      String contract,
      String title,
      String year,
      List<String> notes,
      List<String> missing,
      List<PackTerm> terms,
      List<PackDeduction> deductions,
      List<PackRole> roles,
      Map<String, String> sources) {}

  @GetMapping("/api/funding/packs/{contract}/{year}")
  PackData pack(@PathVariable String contract, @PathVariable String year) {
    Pack pack = RulesPages.getPack(contract, year);
    return new PackData(
        pack.contract(),
        pack.title(),
        pack.year().toString(),
        pack.notes(),
        pack.missing(),
        pack.terms().stream().map(PackTerm::of).toList(),
        pack.deductions().stream().map(PackDeduction::of).toList(),
        pack.maxima().stream().map(PackRole::of).toList(),
        pack.sources());
  }
}
