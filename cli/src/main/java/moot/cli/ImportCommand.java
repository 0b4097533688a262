package moot.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import moot.app.database.Database;
import moot.app.imports.FileReport;
import moot.app.imports.ImportReport;
import moot.app.imports.ImportService;
import moot.app.imports.IncomingFile;
import moot.register.reading.Dates;
import moot.register.reading.RowProblem;
import moot.register.reading.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./moot import FILE…}: published files into the register. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Brings published files into the register: who is there, where, in which network, with how"
          + " many patients.",
      "",
      "Each file is recognised by its content, not by its name, and taken whole or, when there is"
          + " an error in it, not at all. A file that came before changes nothing; a newer one adds"
          + " to history.",
      ""
    })
final class ImportCommand implements Callable<Integer> {
  private static final int PROBLEMS_SHOWN = 20;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV or .xlsx files as they were published")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--known-from",
      paramLabel = "DATE",
      description =
          "the day on which the files were extracted, such as 2025-01-31 (default: what each file"
              + " states, or today)")
  private @Nullable String knownFrom;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    LocalDate day = day();
    refuseWhatIsNoFile();
    ImportBar bar = new ImportBar(err, ProgressLine.onTerminal());
    try (Database database = Listening.openDatabase(err)) {
      ImportReport report =
          new ImportService(database.dataSource())
              .importFiles(files.stream().map(IncomingFile::of).toList(), day, null, bar);
      bar.clear();
      report.files().forEach(file -> print(file, out, err));
      out.printf(
          Locale.UK,
          "%d of %d files are in the register; %.1f s%n",
          report.files().stream()
              .filter(file -> file.outcome() != FileReport.Outcome.REFUSED)
              .count(),
          report.files().size(),
          report.elapsed().toMillis() / 1000.0);
      return report.anyRefused() ? ExitCode.BAD_INPUT : ExitCode.DONE;
    } catch (UncheckedIOException e) {
      bar.clear();
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable LocalDate day() {
    if (knownFrom == null) {
      return null;
    }
    LocalDate day =
        Dates.find(knownFrom)
            .orElseThrow(
                () ->
                    new UserError(
                        "--known-from %s: expected a date such as 2025-01-31. Maybe day and month are swapped?"
                            .formatted(knownFrom)));
    if (day.isAfter(LocalDate.now())) {
      throw new UserError(
          "--known-from %s: expected today or earlier. Maybe the year is mistyped?"
              .formatted(knownFrom));
    }
    return day;
  }

  /** Before the database is opened, which takes longer. */
  private void refuseWhatIsNoFile() {
    List<String> complaints = new ArrayList<>();
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        complaints.add(
            "%s: is a folder, expected a file. Maybe you meant %s?"
                .formatted(file, file.resolve("*")));
      } else if (!Files.isReadable(file)) {
        complaints.add(
            "%s: no such file, or it may not be read. Maybe the path is mistyped?".formatted(file));
      }
    }
    if (!complaints.isEmpty()) {
      throw new UserError(complaints);
    }
  }

  private static void print(FileReport file, PrintWriter out, PrintWriter err) {
    if (file.outcome() == FileReport.Outcome.REFUSED) {
      err.printf(
          Locale.UK,
          "%s: refused, nothing of it was taken. It has %,d %s.%n",
          file.fileName(),
          file.errors(),
          file.errors() == 1 ? "error" : "errors");
      problems(file, Severity.ERROR, file.errors(), err);
      problems(file, Severity.WARNING, file.warnings(), err);
      err.flush();
      return;
    }
    out.printf(
        Locale.UK,
        "%s: %s, known from %s (%s)%n",
        file.fileName(),
        file.kind(),
        file.knownFrom(),
        file.knownFromBasis());
    if (file.outcome() == FileReport.Outcome.STORED) {
      out.printf(
          Locale.UK,
          "  %,d rows; %,d facts new, %,d said before by other files%n",
          file.rows(),
          file.factsNew(),
          file.factsKnown());
    }
    file.changes().forEach(change -> out.println("  " + change));
    problems(file, Severity.WARNING, file.warnings(), out);
    problems(file, Severity.NOTE, file.notes(), out);
    out.flush();
  }

  private static void problems(FileReport file, Severity severity, int all, PrintWriter to) {
    List<RowProblem> those =
        file.problems().stream().filter(problem -> problem.severity() == severity).toList();
    int told = 0;
    for (RowProblem problem : those.subList(0, Math.min(PROBLEMS_SHOWN, those.size()))) {
      to.printf("  %s: %s%n", severity.name().toLowerCase(Locale.ROOT), problem.inWords());
      told += problem.rows();
    }
    if (told < all) {
      to.printf(
          Locale.UK,
          "  … and %,d %ss more; the page Import shows them%n",
          all - told,
          severity.name().toLowerCase(Locale.ROOT));
    }
  }
}
