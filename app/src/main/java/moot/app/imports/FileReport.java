package moot.app.imports;

import java.time.LocalDate;
import java.util.List;
import moot.register.reading.RowProblem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param importId the number under which the import is kept: of an unchanged file, that of the
 *     import that brought its facts in first
 * @param kind what was recognised in it, in words; null when nothing was
 * @param knownFrom from which day its facts are known; null when nothing was recognised
 * @param knownFromBasis where that day was taken from, in words
 * @param rows rows read
 * @param factsNew facts that no earlier file had said
 * @param factsKnown facts that an earlier file had said already
 * @param errors all errors, of which {@code problems} may hold only the first
 * @param problems errors first, then warnings, then notes
 * @param changes what changed in the register, in words
 */
public record FileReport(
    String fileName,
    Outcome outcome,
    int importId,
    @Nullable String kind,
    @Nullable LocalDate knownFrom,
    @Nullable String knownFromBasis,
    int rows,
    int factsNew,
    int factsKnown,
    int errors,
    int warnings,
    int notes,
    List<RowProblem> problems,
    List<String> changes) {
  public FileReport {
    problems = List.copyOf(problems);
    changes = List.copyOf(changes);
  }

  /** Whether a file was taken. */
  public enum Outcome {
    /** All its facts are in the register. */
    STORED,
    /** The same facts had come in before; nothing was changed. */
    UNCHANGED,
    /** It has errors; nothing of it was taken. */
    REFUSED
  }
}
