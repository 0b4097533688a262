package moot.app.funding;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import moot.app.web.ToldToVisitors;
import moot.funding.FinancialYear;
import moot.funding.income.Incomes;
import moot.funding.income.PaymentHeadings;
import moot.funding.income.Statement;
import moot.funding.reconcile.LineRule;
import moot.funding.reconcile.LineRules;
import moot.funding.reconcile.Reconciliation;
import moot.funding.reconcile.Tolerance;
import moot.papers.IncomeFolder;
import moot.papers.ReconcileFolder;
import moot.papers.Reconciled;
import moot.register.PlaceCode;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * What was paid, as files to take away: the same that {@code ./moot reconcile} and {@code ./moot
 * income} write, of a place's payments as imported.
 */
@Controller
class StatementPapers {
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final FundingDesk desk;

  StatementPapers(FundingDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/funding/places/{code}/reconcile.csv")
  ResponseEntity<StreamingResponseBody> reconcileCsv(
      @PathVariable String code, @RequestParam(defaultValue = "") String year) {
    Reconciled reconciled = reconciled(code, year);
    return file(reconciled, CSV, "reconcile.csv", out -> ReconcileFolder.csv(reconciled, out));
  }

  @GetMapping("/funding/places/{code}/reconcile.xlsx")
  ResponseEntity<StreamingResponseBody> reconcileXlsx(
      @PathVariable String code, @RequestParam(defaultValue = "") String year) {
    Reconciled reconciled = reconciled(code, year);
    return file(reconciled, XLSX, "reconcile.xlsx", out -> ReconcileFolder.xlsx(reconciled, out));
  }

  @GetMapping("/funding/places/{code}/income.csv")
  ResponseEntity<StreamingResponseBody> incomeCsv(@PathVariable String code) {
    PlaceCode place = desk.getPlace(code);
    Incomes incomes = incomes(place);
    return file(desk.name(place), CSV, "income.csv", out -> IncomeFolder.csv(incomes, out));
  }

  @GetMapping("/funding/places/{code}/income.xlsx")
  ResponseEntity<StreamingResponseBody> incomeXlsx(@PathVariable String code) {
    PlaceCode place = desk.getPlace(code);
    Incomes incomes = incomes(place);
    return file(desk.name(place), XLSX, "income.xlsx", out -> IncomeFolder.xlsx(incomes, out));
  }

  private List<Statement> statements(PlaceCode place) {
    List<Statement> statements = desk.listStatements(place);
    if (statements.isEmpty()) {
      throw new ToldToVisitors(
          404,
          "No payments of %s were imported. Maybe the files NHS Payments to General Practice are still to be imported?"
              .formatted(desk.name(place)));
    }
    return statements;
  }

  private Incomes incomes(PlaceCode place) {
    return Incomes.of(statements(place), PaymentHeadings.shipped());
  }

  /** All lines of a year that there are rates of. */
  private Reconciled reconciled(String code, String written) {
    PlaceCode place = desk.getPlace(code);
    List<Statement> statements = statements(place);
    Map<String, String> errors = new LinkedHashMap<>();
    FinancialYear year =
        ReconcileSheet.year(written, statements.stream().map(Statement::year).toList(), errors);
    errors
        .values()
        .forEach(
            words -> {
              throw new ToldToVisitors(422, words);
            });
    Statement now = ReconcileSheet.find(statements, year).orElseThrow();
    Statement before = ReconcileSheet.find(statements, year.plusYears(-1)).orElse(null);
    Statement after = ReconcileSheet.find(statements, year.plusYears(1)).orElse(null);
    List<LineRule> rules =
        LineRules.shipped().of(year).stream().filter(rule -> now.has(rule.heading())).toList();
    if (rules.isEmpty()) {
      throw new ToldToVisitors(
          404,
          "Moot has no rates of %s for any line of its payments. Maybe another year?"
              .formatted(year));
    }
    List<String> remarks = new ArrayList<>();
    List<Reconciliation> lines = new ArrayList<>();
    for (LineRule rule : rules) {
      lines.add(Reconciliation.of(rule, now, before, after, Tolerance.DEFAULT));
      rule.contractRemark(now).ifPresent(words -> remarks.add(rule.heading() + ": " + words + "."));
    }
    remarks.add(Reconciled.HOW_TO_READ);
    return new Reconciled(desk.name(place), year, lines, LineRules.shipped().leftOut(now), remarks);
  }

  private interface Paper {
    void write(OutputStream out) throws IOException;
  }

  private static ResponseEntity<StreamingResponseBody> file(
      Reconciled reconciled, String type, String name, Paper paper) {
    return file(reconciled.statement() + " " + Asked.word(reconciled.year()), type, name, paper);
  }

  private static ResponseEntity<StreamingResponseBody> file(
      String of, String type, String name, Paper paper) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(of.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-" + name)
                .build()
                .toString())
        .body(
            out -> {
              BufferedOutputStream to = new BufferedOutputStream(out, 1 << 16);
              paper.write(to);
              to.flush();
            });
  }
}
