package moot.funding.income;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.register.PracticeCode;
import moot.register.published.PaidPractice;
import org.jspecify.annotations.Nullable;

/** What the practices of a place or of the country were paid in one year. */
public final class Statement {
  private final FinancialYear year;
  private final List<PaidPractice> practices;
  private final Map<PracticeCode, PaidPractice> byCode = new LinkedHashMap<>();

  private Statement(FinancialYear year, List<PaidPractice> practices) {
    this.year = year;
    this.practices = List.copyOf(practices);
    for (PaidPractice practice : practices) {
      if (byCode.put(practice.code(), practice) != null) {
        throw new IllegalArgumentException(
            "practice %s stands twice in the statement of %s".formatted(practice.code(), year));
      }
    }
  }

  /** Of the year that the rows name. */
  public static Statement of(List<PaidPractice> practices) {
    if (practices.isEmpty()) {
      throw new IllegalArgumentException("a statement without practices: expected one at least");
    }
    return of(FinancialYear.of(practices.getFirst().year().from()), practices);
  }

  /** Of a year that the user names, as the published file does not. */
  public static Statement of(FinancialYear year, List<PaidPractice> practices) {
    return new Statement(year, practices);
  }

  public FinancialYear year() {
    return year;
  }

  public List<PaidPractice> practices() {
    return practices;
  }

  public @Nullable PaidPractice find(PracticeCode code) {
    return byCode.get(code);
  }

  /** All headings under which anybody was paid anything, in the order in which they turn up. */
  public List<String> headings() {
    return practices.stream()
        .flatMap(each -> each.paid().stream())
        .map(PaidPractice.Line::heading)
        .distinct()
        .toList();
  }

  /** Of how many practices it is not known which contract they hold. */
  public long withoutContract() {
    return practices.stream().filter(practice -> practice.contract() == null).count();
  }

  /** Whether anybody was paid anything under a heading. */
  public boolean has(String heading) {
    return headings().stream().anyMatch(each -> PaymentHeadings.same(each, heading));
  }

  /** What was paid under a heading to all practices together. */
  public Money paid(String heading) {
    return new Money(
        practices.stream()
            .flatMap(each -> each.paid().stream())
            .filter(line -> PaymentHeadings.same(line.heading(), heading))
            .mapToLong(PaidPractice.Line::pence)
            .sum());
  }
}
