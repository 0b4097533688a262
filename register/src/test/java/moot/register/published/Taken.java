package moot.register.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import moot.register.Fact;
import moot.register.reading.Limits;
import moot.register.reading.PublishedFile;
import moot.register.reading.RowProblem;
import moot.register.reading.Severity;
import org.jspecify.annotations.Nullable;

/** What came of reading a file, for tests to look at. */
record Taken(
    @Nullable String title,
    LocalDate knownFrom,
    String basis,
    int rows,
    List<Fact> facts,
    List<RowProblem> problems,
    int errors,
    int warnings) {
  static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  static Taken read(Path path) {
    return read(path, Limits.DEFAULT);
  }

  static Taken read(Path path, Limits limits) {
    List<Fact> facts = new ArrayList<>();
    try (PublishedFile file =
        PublishedFile.open(path, Publications.ALL, limits, null, TODAY, n -> {})) {
      int rows = file.read(facts::add, n -> {});
      return new Taken(
          file.title(),
          file.knownFrom(),
          file.basis().words(),
          rows,
          facts,
          file.problems().list(),
          file.problems().count(Severity.ERROR),
          file.problems().count(Severity.WARNING));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a text as if it were a file. */
  static Taken text(Path folder, String text) {
    return bytes(folder, text.getBytes(StandardCharsets.UTF_8));
  }

  static Taken text(Path folder, String text, Charset charset) {
    return bytes(folder, text.getBytes(charset));
  }

  /** Reads bytes as if they were a file, one whose name says nothing. */
  static Taken bytes(Path folder, byte[] bytes) {
    try {
      Path file = Files.createTempFile(folder, "download", ".tmp");
      Files.write(file, bytes);
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <F extends Fact> List<F> facts(Class<F> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  List<String> words(Severity severity) {
    return problems.stream()
        .filter(problem -> problem.severity() == severity)
        .map(RowProblem::inWords)
        .toList();
  }

  List<String> errorWords() {
    return words(Severity.ERROR);
  }
}
