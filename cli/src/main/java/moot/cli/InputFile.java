package moot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import moot.register.reading.Limits;
import moot.register.reading.Problems;
import moot.register.reading.PublishedFile;
import moot.register.reading.RowProblem;
import moot.register.reading.Severity;
import moot.register.reading.TableKind;
import org.jspecify.annotations.Nullable;

/** Reads one table and complains about everything that is wrong with it at once. */
final class InputFile {
  private static final int WARNINGS_SHOWN = 10;
  private static final int ERRORS_SHOWN = 100;

  private InputFile() {}

  /**
   * @param kind takes the rows
   * @throws UserError when anything in the file is wrong
   */
  static void read(Path file, TableKind kind, PrintWriter err) throws IOException {
    read(file, kind, null, err);
  }

  /**
   * @param kind takes the rows
   * @param known from which day on the file is known, if the user says so
   * @throws UserError when anything in the file is wrong
   */
  static void read(Path file, TableKind kind, @Nullable LocalDate known, PrintWriter err)
      throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file) && Files.isDirectory(file)) {
      throw new UserError(
          "%s: this is a folder; expected a file. Maybe the file's name is missing?"
              .formatted(file));
    }
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    try (PublishedFile published =
        PublishedFile.open(file, List.of(kind), Limits.DEFAULT, known, today, bytes -> {})) {
      published.read(fact -> {}, bytes -> {});
      Problems problems = published.problems();
      if (problems.hasErrors()) {
        throw new UserError(errors(file, problems));
      }
      List<RowProblem> warnings =
          problems.list().stream().filter(p -> p.severity() == Severity.WARNING).toList();
      warnings.stream()
          .limit(WARNINGS_SHOWN)
          .forEach(warning -> err.println(file + ": " + warning.inWords()));
      int more = problems.count(Severity.WARNING) - WARNINGS_SHOWN;
      if (more > 0) {
        err.printf("%s: … and %,d more like these%n", file, more);
      }
    }
  }

  private static List<String> errors(Path file, Problems problems) {
    List<String> lines = new ArrayList<>();
    problems.list().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .limit(ERRORS_SHOWN)
        .forEach(problem -> lines.add(file + ": " + problem.inWords()));
    int more = problems.count(Severity.ERROR) - lines.size();
    if (more > 0) {
      lines.add("%s: … and %,d more".formatted(file, more));
    }
    return lines;
  }
}
