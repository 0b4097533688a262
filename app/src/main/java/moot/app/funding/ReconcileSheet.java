package moot.app.funding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import moot.funding.FinancialYear;
import moot.funding.income.PaymentHeadings;
import moot.funding.income.Statement;
import moot.funding.packs.Packs;
import moot.funding.reconcile.Difference;
import moot.funding.reconcile.Explanation;
import moot.funding.reconcile.LineRule;
import moot.funding.reconcile.LineRules;
import moot.funding.reconcile.Reconciliation;
import moot.funding.reconcile.Tolerance;
import org.jspecify.annotations.Nullable;

/**
 * What of a place's payments was asked to be held beside the rules, and what came of it.
 *
 * @param years that payments were imported of, the earliest first
 * @param lines that can be worked out in the year
 * @param result null when there is nothing to compare
 * @param only the class of differences to show; null for all
 * @param leftOut lines of the year's payments that cannot be worked out
 * @param remarks what the reader must know
 * @param errors by field
 */
public record ReconcileSheet(
    List<FinancialYear> years,
    @Nullable FinancialYear year,
    List<LineRule> lines,
    @Nullable LineRule line,
    @Nullable Reconciliation result,
    @Nullable Explanation only,
    List<LineRules.LeftOut> leftOut,
    List<String> remarks,
    Map<String, String> errors) {

  private static final LineRules RULES = LineRules.shipped();

  /**
   * @param fields {@code year}, {@code line} (a heading) and {@code only} (an explanation's words);
   *     none is needed
   */
  static ReconcileSheet read(List<Statement> statements, Map<String, String> fields) {
    Map<String, String> errors = new LinkedHashMap<>();
    List<FinancialYear> years = statements.stream().map(Statement::year).toList();
    if (years.isEmpty()) {
      return new ReconcileSheet(
          years, null, List.of(), null, null, null, List.of(), List.of(), errors);
    }
    FinancialYear year = year(fields.getOrDefault("year", ""), years, errors);
    Statement now = find(statements, year).orElseThrow();
    List<LineRule> lines = RULES.of(year);
    if (lines.isEmpty()) {
      return new ReconcileSheet(
          years, year, lines, null, null, null, RULES.leftOut(now), List.of(), errors);
    }
    String heading = fields.getOrDefault("line", "").strip();
    LineRule line =
        heading.isEmpty()
            ? lines.getFirst()
            : lines.stream()
                .filter(rule -> PaymentHeadings.same(rule.heading(), heading))
                .findFirst()
                .orElseGet(
                    () -> {
                      errors.put(
                          "line",
                          "The payment line \"%s\": expected one of %s, which can be worked out for %s. Maybe another year?"
                              .formatted(
                                  heading,
                                  String.join(", ", lines.stream().map(LineRule::heading).toList()),
                                  year));
                      return lines.getFirst();
                    });
    List<String> remarks = line.contractRemark(now).stream().toList();
    Reconciliation result =
        Reconciliation.of(
            line,
            now,
            find(statements, year.plusYears(-1)).orElse(null),
            find(statements, year.plusYears(1)).orElse(null),
            Tolerance.DEFAULT);
    return new ReconcileSheet(
        years,
        year,
        lines,
        line,
        result,
        only(fields.getOrDefault("only", ""), errors),
        RULES.leftOut(now),
        remarks,
        errors);
  }

  /** The statement of a year, if there is one. */
  static Optional<Statement> find(List<Statement> statements, FinancialYear year) {
    return statements.stream().filter(statement -> statement.year().equals(year)).findFirst();
  }

  /** The year that a field names, or the latest. */
  static FinancialYear year(String written, List<FinancialYear> years, Map<String, String> errors) {
    if (written.isBlank()) {
      return years.getLast();
    }
    return FinancialYear.find(written)
        .filter(years::contains)
        .orElseGet(
            () -> {
              errors.put(
                  "year",
                  "The year \"%s\": expected one that payments were imported of: %s. Maybe its file is still to be imported?"
                      .formatted(
                          written,
                          String.join(", ", years.stream().map(FinancialYear::toString).toList())));
              return years.getLast();
            });
  }

  private static @Nullable Explanation only(String written, Map<String, String> errors) {
    if (written.isBlank()) {
      return null;
    }
    for (Explanation one : Explanation.values()) {
      if (one.words().equals(written.strip())) {
        return one;
      }
    }
    errors.put(
        "only",
        "The explanation \"%s\": expected one from the list. Maybe it is misspelt?"
            .formatted(written));
    return null;
  }

  /** The differences asked for, the largest first. */
  public List<Difference> differences() {
    return result == null
        ? List.of()
        : result.differences().stream()
            .filter(one -> only == null || one.explanation() == only)
            .toList();
  }

  /** Code to page, of the rules of the year. */
  public Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    if (year != null) {
      Packs.shipped().list(year).forEach(pack -> sources.putAll(pack.sources()));
    }
    return sources;
  }

  /** A share as pages say it: {@code 0.4 %}. */
  public static String percent(double share) {
    if (Double.isNaN(share)) {
      return "–";
    }
    String written = String.format(Locale.UK, "%.1f %%", 100 * share);
    return written.equals("-0.0 %") ? "0.0 %" : written.replace("-", "−");
  }
}
