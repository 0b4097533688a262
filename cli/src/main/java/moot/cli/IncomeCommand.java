package moot.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import moot.funding.FinancialYear;
import moot.funding.income.Income;
import moot.funding.income.IncomeClass;
import moot.funding.income.Incomes;
import moot.funding.income.PaymentHeadings;
import moot.funding.income.Statement;
import moot.papers.IncomeFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./moot income FILE… --out DIR}: national and local income, by year. */
@Command(
    name = "income",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says for each practice, network and place what came from the national contract, the network"
          + " contract and local schemes, by year, what leaving the network contract would take away"
          + " and what would have to come back through the core contract. Writes income.csv,"
          + " income.xlsx and summary.json.",
      ""
    })
final class IncomeCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "published files (NHS Payments to General Practice), one for each year")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private List<Path> files;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description =
          "financial year of each FILE in the same order (default: that of the latest opening in it,"
              + " as it names none)")
  private List<String> years = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where the files go")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path out;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!years.isEmpty() && years.size() != files.size()) {
      throw new UserError(
          "--year: %d years for %d files; expected one for each, or none. Maybe one is missing?"
              .formatted(years.size(), files.size()));
    }
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      FinancialYear year = years.isEmpty() ? null : StatementFile.year("--year", years.get(i));
      statements.add(StatementFile.read(files.get(i), year, spec.commandLine().getErr()));
    }
    Incomes incomes;
    try {
      incomes = Incomes.of(statements, PaymentHeadings.shipped());
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
    IncomeFolder.write(incomes, out);
    print(incomes, spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  private void print(Incomes incomes, PrintWriter out) {
    for (FinancialYear year : incomes.years()) {
      Income all = incomes.all(year);
      out.printf("%s: %,d practices, %s%n", year, all.practices(), all.total());
      all.byClass()
          .forEach(
              (from, amount) ->
                  out.printf(
                      "  %-18s %22s  %s%n",
                      from.words(),
                      amount,
                      from == IncomeClass.REIMBURSEMENT
                          ? "only gives back what was spent"
                          : String.format(
                              Locale.UK, "%5.1f %% of the rest", 100 * all.share(from))));
      Income.Leaving leaving = all.leaving();
      out.printf(
          "  Without the network contract %s would be missing (%s participation, %s through the networks as far as the file shows it)",
          leaving.lost(), leaving.participation(), leaving.throughTheNetwork());
      out.println(
          leaving.back() == null
              ? "."
              : ": %s for each weighted patient to come back through the core contract."
                  .formatted(leaving.back()));
      if (leaving.isPartial()) {
        out.printf(
            "  The money of networks with %s patients is not in the file: a company may take it. At what the others have it would be %s more.%n",
            leaving.unseen(),
            leaving.unseenEstimate() == null ? "an unknown sum" : leaving.unseenEstimate());
      }
      incomes
          .unclassed(year)
          .forEach(heading -> out.printf("  not known, counted as other: %s%n", heading));
      int wrong = incomes.disagreements(year).size();
      out.printf(
          "  %,d of %,d practices add up to the sum that the file states%n",
          incomes.compared(year) - wrong, incomes.compared(year));
    }
    out.printf("files    %s%n", this.out.resolve("income.xlsx"));
  }
}
