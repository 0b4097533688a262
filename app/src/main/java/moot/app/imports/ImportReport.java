package moot.app.imports;

import java.time.Duration;
import java.util.List;

/**
 * What became of the files of one import. Each file is taken whole or not at all, by itself: a bad
 * one does not hold up the others.
 *
 * @param files in the order in which they were given
 */
public record ImportReport(List<FileReport> files, Duration elapsed) {
  public ImportReport {
    files = List.copyOf(files);
  }

  public boolean anyRefused() {
    return files.stream().anyMatch(file -> file.outcome() == FileReport.Outcome.REFUSED);
  }
}
