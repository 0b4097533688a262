package moot.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import moot.funding.FinancialYear;
import moot.funding.Rate;
import moot.funding.income.Statement;
import moot.funding.reconcile.Distribution;
import moot.funding.reconcile.LineRule;
import moot.funding.reconcile.LineRules;
import moot.funding.reconcile.Reconciliation;
import moot.funding.reconcile.Tolerance;
import moot.papers.ReconcileFolder;
import moot.papers.Reconciled;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./moot reconcile STATEMENT --out DIR}: what should have been paid beside what was. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts what the rules say should have been paid beside what a published statement (NHS Payments"
          + " to General Practice) says was paid, for each practice or network and line, ranks the"
          + " differences and puts each down to something, or says that nothing fits. Writes"
          + " reconcile.csv, reconcile.xlsx and summary.json.",
      ""
    })
final class ReconcileCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STATEMENT", description = "the published file of the year")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path statement;

  @Option(
      names = "--before",
      paramLabel = "FILE",
      description =
          "the file of the year before, whose list is that of 1 January before the year, by which"
              + " the network contract pays")
  private @Nullable Path before;

  @Option(
      names = "--after",
      paramLabel = "FILE",
      description =
          "the file of the year after; without --before, a list that no other payment of the year"
              + " shows is carried back by the practice's own trend")
  private @Nullable Path after;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description =
          "financial year of STATEMENT, for example 2022/23 (default: that of the latest opening in"
              + " it, as it names none)")
  private @Nullable String year;

  @Option(
      names = "--line",
      paramLabel = "HEADING",
      description = "only this line, for example \"PCN Participation\"; may be given again")
  private List<String> lines = new ArrayList<>();

  @Option(
      names = "--rate",
      paramLabel = "POUNDS",
      description = "pounds a patient and year, instead of the rate that Moot has; with one --line")
  private @Nullable String rate;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where the files go")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path out;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    FinancialYear given = year == null ? null : StatementFile.year("--year", year);
    Rate ownRate = ownRate();
    Statement now = StatementFile.read(statement, given, err);
    Statement earlier = read(before, given, -1, err);
    Statement later = read(after, given, 1, err);
    List<Reconciliation> reconciliations = new ArrayList<>();
    for (LineRule rule : rules(now)) {
      reconciliations.add(reconcile(rule, ownRate, now, earlier, later));
    }
    Reconciled reconciled =
        new Reconciled(
            statement.toString(),
            now.year(),
            reconciliations,
            LineRules.shipped().leftOut(now),
            remarks(now, earlier, later));
    ReconcileFolder.write(reconciled, out);
    print(reconciled, spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  private static @Nullable Statement read(
      @Nullable Path file, @Nullable FinancialYear given, int years, PrintWriter err)
      throws java.io.IOException {
    return file == null
        ? null
        : StatementFile.read(file, given == null ? null : given.plusYears(years), err);
  }

  private static Reconciliation reconcile(
      LineRule rule,
      @Nullable Rate ownRate,
      Statement now,
      @Nullable Statement earlier,
      @Nullable Statement later) {
    try {
      LineRule at = ownRate == null ? rule : rule.at(ownRate);
      return Reconciliation.of(at, now, earlier, later, Tolerance.DEFAULT);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Rate ownRate() {
    if (rate == null) {
      return null;
    }
    if (lines.size() != 1) {
      throw new UserError(
          "--rate %s: expected one --line with it, as each line has its own. Maybe --line \"PCN Participation\" is missing?"
              .formatted(rate));
    }
    try {
      return Rate.ofPounds(new BigDecimal(rate));
    } catch (ArithmeticException | NumberFormatException e) {
      throw new UserError(
          "--rate \"%s\": expected pounds with at most six decimals, such as 1.761. Maybe without the pound sign?"
              .formatted(rate));
    }
  }

  private List<LineRule> rules(Statement now) {
    LineRules rules = LineRules.shipped();
    if (lines.isEmpty()) {
      List<LineRule> found =
          rules.of(now.year()).stream().filter(rule -> now.has(rule.heading())).toList();
      if (found.isEmpty()) {
        throw new UserError(
            "%s: Moot has no rates of %s for any of its lines. Maybe its year must be named with --year?"
                .formatted(statement, now.year()));
      }
      return found;
    }
    List<LineRule> found = new ArrayList<>();
    for (String line : lines) {
      found.add(
          rules
              .find(line, now.year())
              .orElseThrow(() -> new UserError(unknown(line, now.year(), rules))));
    }
    return found;
  }

  private static String unknown(String line, FinancialYear year, LineRules rules) {
    String years = rules.yearsOf(line);
    return years.isEmpty()
        ? "--line \"%s\": expected one of %s. Maybe it is misspelt?"
            .formatted(
                line,
                rules.headings().stream()
                    .map(h -> "\"" + h + "\"")
                    .collect(Collectors.joining(", ")))
        : "--line \"%s\": Moot has rates of %s, not of %s. Maybe --year is another?"
            .formatted(line, years, year);
  }

  private List<String> remarks(
      Statement now, @Nullable Statement earlier, @Nullable Statement later) {
    List<String> remarks = new ArrayList<>();
    if (year == null) {
      remarks.add("The files name no year; theirs are those of the latest openings in them.");
    }
    LineRules.shipped().of(now.year()).stream()
        .filter(rule -> lines.isEmpty() && !now.has(rule.heading()))
        .forEach(
            rule ->
                remarks.add(
                    "The statement has no line \"%s\", which could be worked out."
                        .formatted(rule.heading())));
    rules(now)
        .forEach(
            rule ->
                rule.contractRemark(now)
                    .ifPresent(words -> remarks.add(rule.heading() + ": " + words + ".")));
    if (earlier == null) {
      remarks.add(
          later == null
              ? "Without the file of the year before, lists that no other payment of the year shows are about a year later than those that count (--before)."
              : "Without the file of the year before, lists that no other payment of the year shows are carried back by each practice's own trend: an assumption of Moot's.");
    }
    remarks.add(Reconciled.HOW_TO_READ);
    return remarks;
  }

  private void print(Reconciled reconciled, PrintWriter out) {
    out.printf("%s, %s%n", reconciled.statement(), reconciled.year());
    for (Reconciliation it : reconciled.lines()) {
      LineRule rule = it.rule();
      out.printf(
          "%n%s at %s a %s and year [%s]: expected %s, paid %s%n",
          rule.heading(),
          rule.rate(),
          rule.list().unit(),
          rule.mark() == null ? "given" : rule.mark().sign() + ", " + rule.mark().words(),
          it.expected(),
          it.paid());
      it.listsFrom()
          .forEach(
              (from, count) -> out.printf("  %,7d by the list from %s%n", count, from.words()));
      spread(out, "differences", it.distribution());
      spread(out, "with the commissioners' months", it.distributionByMonths());
      it.counts()
          .forEach(
              (explanation, count) ->
                  out.printf(
                      "  %,7d %-28s %20s  (sizes %s)%n",
                      count.count(), explanation.words(), count.amount(), count.size()));
      it.months().stream()
          .filter(Reconciliation.Months::differ)
          .limit(20)
          .forEach(
              each ->
                  out.printf(
                      "          %s: %d months of %d at the median of %d (%s)%n",
                      each.commissioner(),
                      each.months(),
                      each.expected(),
                      each.count(),
                      each.name()));
    }
    out.println();
    reconciled
        .leftOut()
        .forEach(
            each -> out.printf("left out %s, %s: %s%n", each.heading(), each.paid(), each.why()));
    reconciled.remarks().forEach(out::println);
    out.printf("files    %s%n", this.out.resolve("reconcile.xlsx"));
  }

  private static void spread(PrintWriter out, String what, Distribution distribution) {
    if (distribution.count() == 0) {
      out.printf("  nothing to compare (%s)%n", what);
      return;
    }
    out.printf(
        Locale.UK,
        "  %s: median of sizes %.2f %%, %,d of %,d within 1 %%%n",
        what,
        100 * distribution.medianAbsolute(),
        distribution.within(),
        distribution.count());
    StringBuilder line = new StringBuilder("   ");
    for (int i = 0; i < Distribution.AT.size(); i++) {
      line.append(
          String.format(
              Locale.UK,
              " p%d %.2f %%",
              Distribution.AT.get(i),
              100 * distribution.percentiles().get(i)));
    }
    out.println(line.toString().replace('-', '−'));
  }
}
