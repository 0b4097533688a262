package moot.funding.management;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Rate;
import moot.funding.packs.Packs;
import moot.funding.terms.DatedRate;
import moot.funding.terms.Pack;

/**
 * What practices earn by their contract, to hold a sum a head against: the global sum for each
 * weighted patient, as finally paid. A practice's own income differs.
 *
 * @param year of the rate: the latest known up to the year asked for
 * @param price for each weighted patient and year
 * @param rise on the year before; empty where that is not known
 * @param mark how sure we are of the price
 * @param riseMark how sure we are of the rise
 */
record Yardstick(FinancialYear year, Rate price, Optional<Rate> rise, Mark mark, Mark riseMark) {
  private static final String CONTRACT = "global-sum";

  /** Of a year, or of the latest before it; empty where none is known. */
  static Optional<Yardstick> find(FinancialYear year) {
    return Packs.shipped().years(CONTRACT).stream()
        .filter(y -> y.start() <= year.start())
        .max(Comparator.comparingInt(FinancialYear::start))
        .flatMap(
            y ->
                paid(y)
                    .map(
                        now -> {
                          Optional<DatedRate> before = paid(y.plusYears(-1));
                          return new Yardstick(
                              y,
                              now.rate(),
                              before.map(
                                  b -> new Rate(now.rate().microPounds() - b.rate().microPounds())),
                              now.mark(),
                              before.map(b -> b.mark().orLessSure(now.mark())).orElse(now.mark()));
                        }));
  }

  /** The rate known last, of those that hold at the end of the year. */
  private static Optional<DatedRate> paid(FinancialYear year) {
    return Packs.shipped()
        .find(CONTRACT, year)
        .flatMap((Pack pack) -> pack.findTerm(CONTRACT))
        .flatMap(
            term ->
                term.formula().rates().stream()
                    .max(
                        Comparator.comparing(DatedRate::to)
                            .thenComparing(
                                rate ->
                                    rate.announced() == null ? rate.from() : rate.announced())));
  }

  /** For example {@code 2.1 % of the global sum of 2026/27 (£130.07 a weighted patient)}. */
  String words(double penceAHead) {
    String words =
        "%s of the global sum of %s (%s a weighted patient, %s)"
            .formatted(percent(penceAHead, price), year, price, mark.sign());
    return rise.filter(r -> r.microPounds() > 0)
        .map(
            r ->
                "%s, and %s of its rise on the year before (%s, %s)"
                    .formatted(words, percent(penceAHead, r), r, riseMark.sign()))
        .orElse(words);
  }

  private static String percent(double pence, Rate of) {
    return Outcome.percent(
        100 * pence / of.inPounds().multiply(BigDecimal.valueOf(100)).doubleValue());
  }
}
