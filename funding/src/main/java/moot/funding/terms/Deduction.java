package moot.funding.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import moot.funding.Mark;
import moot.funding.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What is taken off a term for those who do not do something, such as out-of-hours care.
 *
 * @param id unique in its pack
 * @param of the id of the term that it is taken off
 * @param percent of that term's amount; null where only an amount was read
 * @param mark of the percentage
 * @param sources of the percentage
 * @param rates what it came to for one unit of the term's basis, as published; may be empty
 * @param unlessKept whether it is taken off everybody who is not known to keep the service; else it
 *     is a rule to read, and priced for nobody
 * @param note what a reader must know of it, or null
 */
public record Deduction(
    String id,
    String title,
    String of,
    @Nullable BigDecimal percent,
    Mark mark,
    List<String> sources,
    List<DatedRate> rates,
    boolean unlessKept,
    @Nullable String note) {
  public Deduction {
    sources = List.copyOf(sources);
    rates = List.copyOf(rates);
  }

  /**
   * Itself as a term with rates below nothing, for whoever is paid the term that it is taken off.
   *
   * @param from the term that it is taken off, paid by rate and quantity
   */
  public Term asTerm(Term from) {
    Formula formula = from.formula();
    List<DatedRate> off =
        percent == null
            ? rates.stream().map(Deduction::below).toList()
            : formula.rates().stream()
                .map(rate -> below(rate, rate.rate().inPounds().multiply(percent).movePointLeft(2)))
                .toList();
    return new Term(
        id,
        title,
        from.payer(),
        from.payee(),
        from.contracts(),
        from.nature(),
        from.schedule(),
        new Formula.PerUnit(formula.basis(), formula.per(), off, List.of()),
        from.line(),
        null,
        "Taken off “%s”; a practice that is known to keep the service is paid in full."
            .formatted(from.title()),
        null,
        null,
        from.rounding(),
        note);
  }

  private static DatedRate below(DatedRate rate) {
    return new DatedRate(
        new Rate(Math.negateExact(rate.rate().microPounds())),
        rate.from(),
        rate.to(),
        rate.announced(),
        rate.mark(),
        rate.sources(),
        rate.note());
  }

  /** A percentage of a rate is as sure as the less sure of both. */
  private DatedRate below(DatedRate rate, BigDecimal pounds) {
    String how =
        "%s %% of %s%s."
            .formatted(
                percent,
                rate.rate(),
                mark == rate.mark()
                    ? ""
                    : "; the percentage is marked %s, the rate %s"
                        .formatted(mark.sign(), rate.mark().sign()));
    return new DatedRate(
        Rate.ofPounds(pounds.setScale(6, RoundingMode.HALF_UP).negate()),
        rate.from(),
        rate.to(),
        rate.announced(),
        mark.orLessSure(rate.mark()),
        Stream.concat(sources.stream(), rate.sources().stream()).distinct().toList(),
        how);
  }
}
