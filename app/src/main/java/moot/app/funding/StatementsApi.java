package moot.app.funding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.app.web.Listing;
import moot.app.web.ToldToVisitors;
import moot.funding.Rate;
import moot.funding.income.Income;
import moot.funding.income.IncomeClass;
import moot.funding.reconcile.Difference;
import moot.funding.reconcile.Distribution;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What was paid, for programs: beside the rules, and where it comes from. Amounts in pence. What is
 * asked for stands in the address as on the pages.
 */
@RestController
class StatementsApi {
  private final FundingDesk desk;

  StatementsApi(FundingDesk desk) {
    this.desk = desk;
  }

  /**
   * A payment line beside the rules.
   *
   * @param differences a page of them, the largest first
   * @param percentiles of differences as shares of what was expected, by percentile
   */
  record Beside(
      List<String> years,
      @Nullable String year,
      List<String> lines,
      @Nullable String line,
      @Nullable String rate,
      @Nullable String mark,
      long paidPence,
      long expectedPence,
      long differencePence,
      int compared,
      int within,
      @Nullable Double medianAbsolute,
      Map<Integer, Double> percentiles,
      Map<Integer, Double> percentilesByMonths,
      List<Months> commissioners,
      List<Class> explanations,
      List<LeftOut> leftOut,
      List<String> remarks,
      Listing<Differing> differences) {}

  record Months(String commissioner, String name, int compared, double median, int months) {}

  /**
   * @param sizesPence differences added up whichever way they go
   */
  record Class(String explanation, int count, long pence, long sizesPence) {}

  /** A line that cannot be worked out, and why. */
  record LeftOut(String line, long paidPence, String why) {}

  record Differing(
      String code,
      String name,
      long expectedPence,
      long paidPence,
      long pence,
      @Nullable Double share,
      String explanation,
      String words,
      Step trace) {
    static Differing of(Difference one) {
      return new Differing(
          one.code(),
          one.name(),
          one.expected().pence(),
          one.paid().pence(),
          one.amount().pence(),
          number(one.share()),
          one.explanation().words(),
          one.words(),
          Step.of(one.trace()));
    }
  }

  @GetMapping("/api/places/{code}/funding/reconcile")
  Beside reconcile(
      @PathVariable String code,
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    ReconcileSheet reconciled =
        ReconcileSheet.read(desk.listStatements(desk.getPlace(code)), fields);
    refuse(reconciled.errors());
    var result = reconciled.result();
    var line = reconciled.line();
    List<Difference> all = reconciled.differences();
    return new Beside(
        reconciled.years().stream().map(Asked::word).toList(),
        reconciled.year() == null ? null : reconciled.year().toString(),
        reconciled.lines().stream().map(one -> one.heading()).toList(),
        line == null ? null : line.heading(),
        line == null ? null : line.rate().inPounds().toPlainString(),
        line == null || line.mark() == null ? null : line.mark().sign(),
        result == null ? 0 : result.paid().pence(),
        result == null ? 0 : result.expected().pence(),
        result == null ? 0 : result.paid().minus(result.expected()).pence(),
        result == null ? 0 : result.distribution().count(),
        result == null ? 0 : result.distribution().within(),
        result == null ? null : number(result.distribution().medianAbsolute()),
        result == null ? Map.of() : percentiles(result.distribution()),
        result == null ? Map.of() : percentiles(result.distributionByMonths()),
        result == null
            ? List.of()
            : result.months().stream()
                .map(
                    one ->
                        new Months(
                            one.commissioner(),
                            one.name(),
                            one.count(),
                            one.median(),
                            one.months()))
                .toList(),
        result == null
            ? List.of()
            : result.counts().entrySet().stream()
                .map(
                    one ->
                        new Class(
                            one.getKey().words(),
                            one.getValue().count(),
                            one.getValue().amount().pence(),
                            one.getValue().size().pence()))
                .toList(),
        reconciled.leftOut().stream()
            .map(one -> new LeftOut(one.heading(), one.paid().pence(), one.why()))
            .toList(),
        reconciled.remarks(),
        Listing.of(
            page,
            size,
            all.size(),
            (offset, limit) -> all.stream().skip(offset).limit(limit).map(Differing::of).toList()));
  }

  private static Map<Integer, Double> percentiles(Distribution spread) {
    Map<Integer, Double> map = new LinkedHashMap<>();
    for (int i = 0; i < Distribution.AT.size(); i++) {
      double share = spread.percentiles().get(i);
      if (!Double.isNaN(share)) {
        map.put(Distribution.AT.get(i), share);
      }
    }
    return map;
  }

  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /** Where the income of one comes from in a year. Shares in parts of one. */
  record From(
      String code,
      String name,
      String year,
      int practices,
      long paidPence,
      long earnedPence,
      Map<String, Long> pence,
      Map<String, Double> shares,
      Map<String, String> poundsAPatient,
      long leavingTakesPence,
      long participationPence,
      long throughTheNetworkPence,
      @Nullable String backAWeightedPatient,
      @Nullable String backForParticipation,
      double patientsOfNetworksNotInTheFile,
      @Nullable Long estimateForThemPence,
      @Nullable String backWithEstimate) {
    static From of(Income income) {
      Map<String, Long> pence = new LinkedHashMap<>();
      Map<String, Double> shares = new LinkedHashMap<>();
      Map<String, String> aPatient = new LinkedHashMap<>();
      income
          .byClass()
          .forEach(
              (each, sum) -> {
                pence.put(each.words(), sum.pence());
                Rate rate = income.perPatient(each);
                if (rate != null) {
                  aPatient.put(each.words(), rate.inPounds().toPlainString());
                }
                if (each != IncomeClass.REIMBURSEMENT) {
                  shares.put(each.words(), income.share(each));
                }
              });
      var leaving = income.leaving();
      return new From(
          income.code(),
          income.name(),
          income.year().toString(),
          income.practices(),
          income.total().pence(),
          income.earned().pence(),
          pence,
          shares,
          aPatient,
          leaving.lost().pence(),
          leaving.participation().pence(),
          leaving.throughTheNetwork().pence(),
          leaving.back() == null ? null : leaving.back().inPounds().toPlainString(),
          leaving.backForParticipation() == null
              ? null
              : leaving.backForParticipation().inPounds().toPlainString(),
          leaving.unseen().amount().doubleValue(),
          leaving.unseenEstimate() == null ? null : leaving.unseenEstimate().pence(),
          leaving.backWithEstimate() == null
              ? null
              : leaving.backWithEstimate().inPounds().toPlainString());
    }
  }

  /** Income of a place, network or practice; {@code of} names the one. */
  record Incomings(
      List<String> years,
      @Nullable From chosen,
      @Nullable Step trace,
      List<From> trend,
      List<From> networks,
      List<From> practices,
      List<String> unclassed) {}

  @GetMapping("/api/places/{code}/funding/income")
  Incomings income(@PathVariable String code, @RequestParam Map<String, String> fields) {
    IncomeSheet sheet = IncomeSheet.read(desk.listStatements(desk.getPlace(code)), fields);
    refuse(sheet.errors());
    return new Incomings(
        sheet.years().stream().map(Asked::word).toList(),
        sheet.chosen() == null ? null : From.of(sheet.chosen()),
        sheet.chosen() == null ? null : Step.of(sheet.chosen().trace()),
        sheet.trend().stream().map(From::of).toList(),
        sheet.networks().stream().map(From::of).toList(),
        sheet.practices().stream().map(From::of).toList(),
        sheet.unclassed());
  }

  private static void refuse(Map<String, String> errors) {
    if (!errors.isEmpty()) {
      throw new ToldToVisitors(422, String.join(" ", errors.values()));
    }
  }
}
