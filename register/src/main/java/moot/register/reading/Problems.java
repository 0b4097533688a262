package moot.register.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with one file. All of it is counted; of each severity only the
 * first so many are kept, so that a file with a million bad rows does not fill the memory.
 */
public final class Problems {
  private static final int LONGEST_VALUE = 80;

  private final int keptOfEach;
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
  private final Map<Severity, List<RowProblem>> kept = new EnumMap<>(Severity.class);
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private @Nullable String sheet;

  /**
   * @param keptOfEach how many of each severity are kept at most
   */
  public Problems(int keptOfEach) {
    this.keptOfEach = keptOfEach;
  }

  /** From now on, problems are in this sheet. */
  void in(@Nullable String newSheet) {
    this.sheet = newSheet;
  }

  public void error(
      long line, @Nullable String column, @Nullable String value, String says, String maybe) {
    add(problem(Severity.ERROR, line, column, value, says, maybe));
  }

  public void warning(
      long line, @Nullable String column, @Nullable String value, String says, String maybe) {
    add(problem(Severity.WARNING, line, column, value, says, maybe));
  }

  /** Counts a warning that many rows share; it is listed once, with its first row. */
  public void warningInMany(
      long line, @Nullable String column, @Nullable String value, String says, String maybe) {
    tally(problem(Severity.WARNING, line, column, value, says, maybe));
  }

  /** Counts an oddity that many rows share; it is listed once, with its first row. */
  public void note(long line, @Nullable String column, @Nullable String value, String says) {
    tally(problem(Severity.NOTE, line, column, value, says, null));
  }

  void add(RowProblem problem) {
    counts.merge(problem.severity(), problem.rows(), Integer::sum);
    List<RowProblem> list = kept.computeIfAbsent(problem.severity(), s -> new ArrayList<>());
    if (list.size() < keptOfEach) {
      list.add(problem);
    }
  }

  public int count(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  /** Those kept: errors first, then warnings, then notes, each in the order of the file. */
  public List<RowProblem> list() {
    List<RowProblem> all = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      List<RowProblem> those = new ArrayList<>(kept.getOrDefault(severity, List.of()));
      for (Tally tally : tallies.values()) {
        if (tally.first.severity() == severity) {
          those.add(tally.problem());
        }
      }
      all.addAll(those);
    }
    return List.copyOf(all);
  }

  private RowProblem problem(
      Severity severity,
      long line,
      @Nullable String column,
      @Nullable String value,
      String says,
      @Nullable String maybe) {
    return new RowProblem(severity, sheet, line, column, shorten(value), says, maybe, 1);
  }

  private void tally(RowProblem problem) {
    counts.merge(problem.severity(), 1, Integer::sum);
    String key =
        problem.severity()
            + "\0"
            + problem.sheet()
            + "\0"
            + problem.column()
            + "\0"
            + problem.value()
            + "\0"
            + problem.says();
    Tally tally = tallies.get(key);
    if (tally != null) {
      tally.rows++;
    } else if (tallies.size() < keptOfEach) {
      tallies.put(key, new Tally(problem));
    }
  }

  private static @Nullable String shorten(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String printable = value.replaceAll("\\p{Cntrl}", "␣");
    return printable.length() <= LONGEST_VALUE
        ? printable
        : printable.substring(0, LONGEST_VALUE) + "…";
  }

  private static final class Tally {
    private final RowProblem first;
    private int rows = 1;

    Tally(RowProblem first) {
      this.first = first;
    }

    RowProblem problem() {
      return new RowProblem(
          first.severity(),
          first.sheet(),
          first.line(),
          first.column(),
          first.value(),
          first.says(),
          first.maybe(),
          rows);
    }
  }
}
