package moot.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import moot.funding.Mark;
import moot.funding.reconcile.Difference;
import moot.funding.reconcile.LineRule;
import moot.funding.reconcile.LineRules;
import moot.funding.reconcile.Reconciliation;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * What was expected beside what was paid, as files in one folder; each is there whole or not at
 * all. Amounts are in pence in {@code reconcile.csv} and {@code summary.json}, in pounds in the
 * workbook.
 */
public final class ReconcileFolder {
  private ReconcileFolder() {}

  /**
   * @param folder is made when it is not there
   */
  public static void write(Reconciled reconciled, Path folder) throws IOException {
    Files.createDirectories(folder);
    PlanFolder.file(folder, "reconcile.csv", out -> csv(reconciled, out));
    PlanFolder.file(folder, "reconcile.xlsx", out -> xlsx(reconciled, out));
    PlanFolder.file(folder, "summary.json", out -> ReconcileSummary.write(reconciled, out));
  }

  /**
   * One row for each line and practice or network, the largest difference of a line first. Leaves
   * the stream open.
   */
  public static void csv(Reconciled reconciled, OutputStream out) throws IOException {
    PlanCsv.table(
        out,
        csv -> {
          csv.writeRecord(
              "line",
              "year",
              "paid_to",
              "code",
              "name",
              "commissioner",
              "network",
              "contract",
              "list",
              "list_from",
              "rate",
              "mark",
              "expected",
              "paid",
              "difference",
              "difference_share",
              "commissioner_months",
              "explanation",
              "words");
          for (Reconciliation line : reconciled.lines()) {
            LineRule rule = line.rule();
            for (Difference each : line.differences()) {
              csv.writeRecord(
                  rule.heading(),
                  rule.year().toString(),
                  paidTo(rule),
                  each.code(),
                  Sheet.disarmed(each.name()),
                  text(each.commissioner()),
                  text(each.network()),
                  text(each.contract()),
                  each.list().amount().toPlainString(),
                  each.listFrom().words(),
                  rule.rate().inPounds().toPlainString(),
                  mark(rule.mark()),
                  Long.toString(each.expected().pence()),
                  Long.toString(each.paid().pence()),
                  Long.toString(each.amount().pence()),
                  each.isCompared()
                      ? String.format(java.util.Locale.ROOT, "%.6f", each.share())
                      : "",
                  Integer.toString(each.months()),
                  each.explanation().words(),
                  each.words());
            }
          }
        });
  }

  /** Sums, differences and commissioners, a sheet for each. Leaves the stream open. */
  public static void xlsx(Reconciled reconciled, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Moot", null);
    classes(reconciled, new Sheet(workbook, "Summary"));
    differences(reconciled, new Sheet(workbook, "Differences"));
    commissioners(reconciled, new Sheet(workbook, "Commissioners"));
    workbook.finish();
  }

  private static void classes(Reconciled reconciled, Sheet sheet) throws IOException {
    sheet.columns(
        Sheet.Column.of("Line", 30),
        Sheet.Column.of("What", 40),
        Sheet.Column.of("How many", 12),
        Sheet.Column.of("Amount, £", 18),
        Sheet.Column.of("Sum of sizes, £", 18),
        Sheet.Column.of("Share", 14));
    for (Reconciliation line : reconciled.lines()) {
      String heading = line.rule().heading();
      sheet.row(heading, "expected", line.differences().size(), new Sheet.Pounds(line.expected()));
      sheet.row(heading, "paid", null, new Sheet.Pounds(line.paid()));
      sheet.row(
          heading,
          "median of the sizes of differences",
          line.distribution().count(),
          null,
          null,
          new Sheet.Share(line.distribution().medianAbsolute()));
      sheet.row(
          heading,
          "the same, months of commissioners counted",
          line.distributionByMonths().count(),
          null,
          null,
          new Sheet.Share(line.distributionByMonths().medianAbsolute()));
      line.counts()
          .forEach(
              (explanation, count) ->
                  sheet.row(
                      heading,
                      explanation.words(),
                      count.count(),
                      new Sheet.Pounds(count.amount()),
                      new Sheet.Pounds(count.size())));
      line.listsFrom()
          .forEach((from, count) -> sheet.row(heading, "list from " + from.words(), count));
      sheet.row();
    }
    for (LineRules.LeftOut each : reconciled.leftOut()) {
      sheet.row(
          each.heading(),
          "cannot be worked out: " + each.why(),
          null,
          new Sheet.Pounds(each.paid()));
    }
    sheet.row("Statement", reconciled.statement());
    sheet.row("Year", reconciled.year().toString());
    for (String remark : reconciled.remarks()) {
      sheet.row("Remark", remark);
    }
    sheet.finish();
  }

  private static void differences(Reconciled reconciled, Sheet sheet) throws IOException {
    sheet.columns(
        Sheet.Column.of("Line", 26),
        Sheet.Column.of("Code", 10),
        Sheet.Column.of("Name", 36),
        Sheet.Column.of("Commissioner", 12),
        Sheet.Column.of("Network", 10),
        Sheet.Column.of("Contract", 10),
        Sheet.Column.of("List", 12),
        Sheet.Column.of("List from", 30),
        Sheet.Column.of("Rate, £", 10),
        Sheet.Column.of("Mark", 6),
        Sheet.Column.of("Expected, £", 14),
        Sheet.Column.of("Paid, £", 14),
        Sheet.Column.of("Difference, £", 14),
        Sheet.Column.of("Share", 12),
        Sheet.Column.of("Explanation", 24),
        Sheet.Column.of("In words", 70));
    for (Reconciliation line : reconciled.lines()) {
      for (Difference each : line.differences()) {
        sheet.row(
            line.rule().heading(),
            each.code(),
            each.name(),
            each.commissioner(),
            each.network(),
            each.contract(),
            each.list().amount().doubleValue(),
            each.listFrom().words(),
            line.rule().rate().inPounds().doubleValue(),
            mark(line.rule().mark()),
            new Sheet.Pounds(each.expected()),
            new Sheet.Pounds(each.paid()),
            new Sheet.Pounds(each.amount()),
            each.isCompared() ? new Sheet.Share(each.share()) : null,
            each.explanation().words(),
            each.words());
      }
    }
    sheet.finish();
  }

  private static void commissioners(Reconciled reconciled, Sheet sheet) throws IOException {
    sheet.columns(
        Sheet.Column.of("Line", 26),
        Sheet.Column.of("Commissioner", 12),
        Sheet.Column.of("Name", 50),
        Sheet.Column.of("Compared", 10),
        Sheet.Column.of("Paid of expected, median", 14),
        Sheet.Column.of("Months", 8),
        Sheet.Column.of("Expected months", 10));
    for (Reconciliation line : reconciled.lines()) {
      for (Reconciliation.Months each : line.months()) {
        sheet.row(
            line.rule().heading(),
            each.commissioner(),
            each.name(),
            each.count(),
            new Sheet.Share(each.median()),
            each.months(),
            each.expected());
      }
    }
    sheet.finish();
  }

  static String paidTo(LineRule rule) {
    return rule.paidTo() == LineRule.PaidTo.NETWORK ? "network" : "practice";
  }

  static String mark(@Nullable Mark mark) {
    return mark == null ? "given" : mark.sign();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
