package moot.app.funding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.income.Income;
import moot.funding.income.IncomeClass;
import moot.funding.income.Incomes;
import moot.funding.income.PaymentHeadings;
import moot.funding.income.Scope;
import moot.funding.income.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Where income comes from, of a place or one of its networks or practices.
 *
 * @param years that payments were imported of, the earliest first
 * @param chosen the one looked at, in the year; null when nothing was paid to it then
 * @param trend the same through the years
 * @param networks of the place in the year
 * @param practices likewise
 * @param unclassed headings that nobody has classed yet
 * @param errors by field
 */
public record IncomeSheet(
    List<FinancialYear> years,
    @Nullable FinancialYear year,
    String of,
    @Nullable Income chosen,
    List<Income> trend,
    List<Incomes.Change> changes,
    List<Income> networks,
    List<Income> practices,
    List<String> unclassed,
    Map<String, String> errors) {

  private static final PaymentHeadings HEADINGS = PaymentHeadings.shipped();

  /**
   * @param fields {@code year} and {@code of} (a network's or practice's code); none is needed
   */
  static IncomeSheet read(List<Statement> statements, Map<String, String> fields) {
    Map<String, String> errors = new LinkedHashMap<>();
    List<FinancialYear> years = statements.stream().map(Statement::year).toList();
    if (years.isEmpty()) {
      return new IncomeSheet(
          years, null, "", null, List.of(), List.of(), List.of(), List.of(), List.of(), errors);
    }
    Incomes incomes = Incomes.of(statements, HEADINGS);
    FinancialYear year = ReconcileSheet.year(fields.getOrDefault("year", ""), years, errors);
    String code = fields.getOrDefault("of", "").strip();
    Scope scope = scope(incomes, code);
    if (scope == Scope.ALL && !code.isEmpty()) {
      errors.put(
          "of",
          "The code \"%s\": expected that of a network or practice of the place that was paid in %s. Maybe it had another code then?"
              .formatted(code, year));
      code = "";
    }
    List<Income> trend = incomes.trend(scope, code);
    return new IncomeSheet(
        years,
        year,
        code,
        incomes.find(scope, code, year),
        trend,
        Incomes.changes(trend),
        incomes.list(Scope.NETWORK, year),
        incomes.list(Scope.PRACTICE, year),
        incomes.unclassed(year),
        errors);
  }

  private static Scope scope(Incomes incomes, String code) {
    for (Scope scope : List.of(Scope.PRACTICE, Scope.NETWORK)) {
      if (!code.isEmpty() && !incomes.trend(scope, code).isEmpty()) {
        return scope;
      }
    }
    return Scope.ALL;
  }

  /** A part of a bar, in hundredths of its width. */
  public record Part(String key, double x, double width, String words) {}

  /** What is earned, as parts of a bar; negative parts are left out. */
  public static List<Part> bar(Income income) {
    List<Part> parts = new ArrayList<>();
    double x = 0;
    for (IncomeClass each : IncomeClass.values()) {
      if (!each.isPayment() || each == IncomeClass.REIMBURSEMENT) {
        continue;
      }
      double width = 100 * Math.max(0, income.share(each));
      if (width > 0) {
        parts.add(new Part(key(each), x, width, each.words()));
        x += width;
      }
    }
    return parts;
  }

  /** The classes that share a bar. */
  public static List<IncomeClass> earned() {
    return List.of(
        IncomeClass.NATIONAL,
        IncomeClass.NETWORK,
        IncomeClass.LOCAL,
        IncomeClass.COVID,
        IncomeClass.OTHER);
  }

  /** An estimate as it is read, to the thousand pounds; the exact one is in the data. */
  public static String about(Money estimate) {
    return String.format(Locale.UK, "£%,d", Math.round(estimate.pence() / 100_000.0) * 1000);
  }

  /** Patients as they are read: whole ones. */
  public static String patients(Quantity list) {
    return String.format(Locale.UK, "%,.0f", list.amount());
  }

  /** A rate to the penny, as it is read; the exact one is in the data. */
  public static String pounds(Rate rate) {
    return Money.ofPounds(rate.inPounds()).toString();
  }

  /** How a class is tinted. */
  public static String key(IncomeClass each) {
    return switch (each) {
      case NATIONAL -> "national";
      case NETWORK -> "network";
      case LOCAL -> "local";
      default -> "other";
    };
  }

  public String note(IncomeClass each) {
    return HEADINGS.note(each);
  }
}
