package moot.funding.terms;

import java.math.BigDecimal;
import java.util.List;
import moot.funding.Mark;
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
    @Nullable String note) {
  public Deduction {
    sources = List.copyOf(sources);
    rates = List.copyOf(rates);
  }
}
