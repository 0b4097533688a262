package moot.app.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to bring in a file.
 *
 * @param kind what was recognised in it, in words; null when nothing was
 * @param knownFrom from which day its facts are known; null when nothing was recognised
 * @param knownFromBasis where that day was taken from, in words
 * @param factsNew facts that no earlier file had said
 * @param factsKnown facts that an earlier file had said already
 * @param changes what changed, in words
 * @param importedBy who brought it in, if known
 */
public record ImportRecord(
    int id,
    String fileName,
    long bytes,
    @Nullable String sha256,
    @Nullable String kind,
    boolean stored,
    @Nullable LocalDate knownFrom,
    @Nullable String knownFromBasis,
    int rows,
    int factsNew,
    int factsKnown,
    int errors,
    int warnings,
    int notes,
    List<String> changes,
    Instant importedAt,
    @Nullable String importedBy) {
  public ImportRecord {
    changes = List.copyOf(changes);
  }
}
