package moot.register.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file on the way in: looked at, recognised by its content, dated, and then read row by row.
 *
 * <p>A file that cannot be recognised, or not even opened, is still a {@code PublishedFile}: one
 * with errors. {@link #problems()} has all of them once {@link #read} is through.
 */
public final class PublishedFile implements AutoCloseable {
  /** Some published tables have a title above their headings. */
  private static final int LINES_SEARCHED_FOR_HEADINGS = 20;

  private final Problems problems;
  private final List<Match> matches = new ArrayList<>();
  private final LocalDate today;
  private @Nullable Signature signature;
  private @Nullable Workbook workbook;
  private LocalDate asOf;
  private LocalDate knownFrom;
  private DateBasis basis = DateBasis.TODAY;

  private PublishedFile(Limits limits, LocalDate today) {
    this.problems = new Problems(limits.keptProblems());
    this.today = today;
    this.asOf = today;
    this.knownFrom = today;
  }

  /** A table, what was recognised in it, and where its rows begin. */
  private record Match(Table table, TableKind kind, Header header, long headingLine) {}

  /**
   * Looks at a file.
   *
   * @param kinds those that can be recognised
   * @param given from which day its facts are known, if the user says so
   * @param today the day of the import
   * @param bytesRead told of the file's bytes as they are read once from end to end
   */
  public static PublishedFile open(
      Path path,
      List<TableKind> kinds,
      Limits limits,
      @Nullable LocalDate given,
      LocalDate today,
      LongConsumer bytesRead)
      throws IOException {
    PublishedFile file = new PublishedFile(limits, today);
    try {
      Signature signature = Signature.of(path, limits, bytesRead);
      file.signature = signature;
      List<Table> tables;
      if (signature.workbook()) {
        Workbook workbook = Workbook.open(path, signature, limits);
        file.workbook = workbook;
        tables = workbook.tables();
      } else {
        tables = List.of(new CsvTable(path, signature, limits));
        if (signature.firstOddLine() > 0) {
          file.problems.warning(
              signature.firstOddLine(),
              null,
              null,
              "a byte is not UTF-8 here, so the file was read as Windows-1252",
              "Maybe names with accents look wrong now; then save it as CSV UTF-8.");
        }
      }
      file.recognise(tables, kinds);
      if (file.isRecognised()) {
        file.date(given);
      }
    } catch (Unreadable e) {
      e.addTo(file.problems);
    }
    return file;
  }

  private void recognise(List<Table> tables, List<TableKind> kinds) throws IOException {
    List<String> strange = new ArrayList<>();
    Nearest nearest = new Nearest();
    boolean anyRow = false;
    for (Table table : tables) {
      List<Table.Line> top = new ArrayList<>();
      try (Table.Cells cells = table.open(n -> {})) {
        for (Table.Line line = cells.next();
            line != null && top.size() < LINES_SEARCHED_FOR_HEADINGS;
            line = cells.next()) {
          top.add(line);
        }
      } catch (Unreadable e) {
        // What can be recognised above the damage is; reading meets the damage again.
        if (top.isEmpty()) {
          throw e;
        }
      }
      anyRow |= !top.isEmpty();
      Match match = match(table, top, kinds, nearest);
      if (match != null) {
        matches.add(match);
      } else if (table.sheet() != null) {
        strange.add(table.sheet());
      }
    }
    if (matches.isEmpty()) {
      refuse(anyRow, kinds, nearest);
    } else {
      for (String sheet : strange) {
        problems.note(0, null, sheet, "a sheet with nothing for the register in it was left out");
      }
    }
  }

  private static @Nullable Match match(
      Table table, List<Table.Line> top, List<TableKind> kinds, Nearest nearest) {
    Match best = null;
    for (Table.Line line : top) {
      for (TableKind kind : kinds) {
        Layout layout = kind.layout();
        if (layout.firstRow() != null) {
          if (line == top.getFirst() && layout.firstRow().test(line.cells())) {
            return new Match(table, kind, Header.of(layout, line.cells()), 0);
          }
          continue;
        }
        Header header = Header.of(layout, line.cells());
        if (!header.missing().isEmpty()) {
          nearest.consider(kind, header, line.number());
        } else if (best == null
            || layout.required().size() > best.kind().layout().required().size()) {
          best = new Match(table, kind, header, line.number());
        }
      }
      if (best != null) {
        return best;
      }
    }
    return null;
  }

  /** The kind that a file which is none comes closest to. */
  private static final class Nearest {
    private @Nullable TableKind kind;
    private @Nullable Header header;
    private long line;
    private double share;

    void consider(TableKind other, Header itsHeader, long itsLine) {
      int required = other.layout().required().size();
      int found = required - itsHeader.missing().size();
      double itsShare = (double) found / required;
      if (found >= 1 && itsShare >= 0.3 && itsShare > share) {
        kind = other;
        header = itsHeader;
        line = itsLine;
        share = itsShare;
      }
    }
  }

  private void refuse(boolean anyRow, List<TableKind> kinds, Nearest nearest) {
    if (!anyRow) {
      problems.error(
          0, null, null, "the file has no rows", "Maybe the download or the copy was interrupted?");
      return;
    }
    if (nearest.kind != null && nearest.header != null) {
      for (Column column : nearest.header.missing()) {
        problems.error(
            nearest.line,
            column.name(),
            null,
            "this column is missing; the file looks most like \"%s\", which has it"
                .formatted(nearest.kind.title()),
            "Maybe the heading is spelt otherwise, or the column was deleted?");
      }
      return;
    }
    String known =
        kinds.stream().map(TableKind::title).distinct().collect(Collectors.joining("; "));
    problems.error(
        0,
        null,
        null,
        "the content was not recognised; expected one of: " + known,
        "Maybe it is another file of the same publication, or its headings were changed?");
  }

  private void date(@Nullable LocalDate given) throws IOException {
    LocalDate found = null;
    for (Match match : matches) {
      DateRule rule = match.kind().dates();
      Optional<LocalDate> day = Optional.empty();
      if (rule.ofHeadings() != null) {
        day = rule.ofHeadings().apply(match.header().headings());
        basis = day.isPresent() ? DateBasis.STATED : basis;
      }
      Column stating = stating(match);
      if (day.isEmpty() && stating != null) {
        day = firstDay(match, stating);
        basis = day.isPresent() ? DateBasis.STATED : basis;
      }
      if (day.isEmpty() && !rule.latestOf().isEmpty()) {
        day = latestDay(match, rule);
        basis = day.isPresent() ? DateBasis.LATEST : basis;
      }
      if (day.isPresent() && (found == null || day.get().isAfter(found))) {
        found = day.get();
      }
    }
    asOf = found != null ? found : given != null ? given : today;
    knownFrom = given != null ? given : matches.getFirst().kind().knownFrom(asOf);
    if (given != null) {
      basis = DateBasis.GIVEN;
    }
    if (knownFrom.isAfter(today)) {
      problems.error(
          0,
          null,
          knownFrom.toString(),
          "the day from which the file is known (%s) is after today, %s; expected today or earlier"
              .formatted(basis.words(), today),
          "Maybe day and month are swapped, or the clock of this computer is wrong?");
    }
  }

  private static @Nullable Column stating(Match match) {
    for (Column column : match.kind().dates().stated()) {
      if (match.header().has(column)) {
        return column;
      }
    }
    return null;
  }

  private static Optional<LocalDate> firstDay(Match match, Column column) throws IOException {
    try (Table.Cells cells = match.table().open(n -> {})) {
      for (Table.Line line = cells.next(); line != null; line = cells.next()) {
        if (line.number() > match.headingLine()) {
          String text = at(line, match.header().place(column));
          if (!text.isEmpty()) {
            return Dates.find(text);
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<LocalDate> latestDay(Match match, DateRule rule) throws IOException {
    LocalDate latest = null;
    String last = "";
    try (Table.Cells cells = match.table().open(n -> {})) {
      for (Table.Line line = cells.next(); line != null; line = cells.next()) {
        if (line.number() <= match.headingLine() || isPlan(match, rule, line)) {
          continue;
        }
        for (Column column : rule.latestOf()) {
          String text = at(line, match.header().place(column));
          if (text.isEmpty() || text.equals(last)) {
            continue;
          }
          last = text;
          Optional<LocalDate> date = Dates.find(text);
          if (date.isPresent()
              && !date.get().isAfter(today)
              && (latest == null || date.get().isAfter(latest))) {
            latest = date.get();
          }
        }
      }
    } catch (Unreadable e) {
      // Met again when the rows are read.
      return Optional.ofNullable(latest);
    }
    return Optional.ofNullable(latest);
  }

  private static boolean isPlan(Match match, DateRule rule, Table.Line line) {
    DateRule.Plans plans = rule.plans();
    return plans != null && at(line, match.header().place(plans.column())).equals(plans.value());
  }

  private static String at(Table.Line line, int place) {
    return place >= 0 && place < line.cells().size() ? line.cells().get(place).strip() : "";
  }

  public boolean isRecognised() {
    return !matches.isEmpty();
  }

  /** What was recognised, in words; null when nothing was. */
  public @Nullable String title() {
    return matches.isEmpty()
        ? null
        : matches.stream()
            .map(match -> match.kind().title())
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(" and "));
  }

  /** When to read it among others; smaller is earlier. */
  public int order() {
    return matches.stream().mapToInt(match -> match.kind().order()).min().orElse(Integer.MAX_VALUE);
  }

  /**
   * Of its bytes, 64 hexadecimal digits; null when it was refused before it was read to the end.
   */
  public @Nullable String sha256() {
    return signature == null ? null : signature.sha256();
  }

  /** The day of which the file speaks. */
  public LocalDate asOf() {
    return asOf;
  }

  /** From which day on its facts are known. */
  public LocalDate knownFrom() {
    return knownFrom;
  }

  /** Where that day was taken from. */
  public DateBasis basis() {
    return basis;
  }

  /** All that is wrong with it so far. */
  public Problems problems() {
    return problems;
  }

  /**
   * Reads all rows. Facts of a file that turns out to have errors must not be kept.
   *
   * @param bytesRead told of the file's bytes as they are read
   * @return how many rows there were under the headings
   */
  public int read(FactSink facts, LongConsumer bytesRead) throws IOException {
    int rows = 0;
    for (Match match : matches) {
      problems.in(match.table().sheet());
      try {
        rows += read(match, facts, bytesRead);
      } catch (Unreadable e) {
        e.addTo(problems);
      }
    }
    problems.in(null);
    if (signature != null && signature.workbook()) {
      bytesRead.accept(signature.bytes());
    }
    if (isRecognised() && rows == 0 && !problems.hasErrors()) {
      problems.error(
          0,
          null,
          null,
          "there are no rows under the headings",
          "Maybe a filter was set when the file was saved?");
    }
    return rows;
  }

  private int read(Match match, FactSink facts, LongConsumer bytesRead) throws IOException {
    Header header = match.header();
    boolean bare = match.kind().layout().firstRow() != null;
    int width = header.headings().size();
    noteColumnsWithoutHeading(match);
    RowParser parser = match.kind().open(asOf, facts, problems);
    Column stating = stating(match);
    String statedAs = "";
    int rows = 0;
    try (Table.Cells cells = match.table().open(bytesRead)) {
      for (Table.Line line = cells.next(); line != null; line = cells.next()) {
        if (line.number() <= match.headingLine()) {
          continue;
        }
        rows++;
        Row row = new Row(header, line.number(), line.cells(), problems);
        if (bare && line.cells().size() != width) {
          problems.error(
              line.number(),
              null,
              null,
              "the row has %d columns, expected %d as in the first row"
                  .formatted(line.cells().size(), width),
              "Maybe a comma stands in a cell without quotes round it?");
          continue;
        }
        if (line.cells().size() > width && hasTextBeyond(line, width)) {
          problems.warningInMany(
              line.number(),
              null,
              null,
              "the row has more cells than there are headings; what is beyond them was left out",
              "Maybe a comma stands in a cell without quotes round it, so that cells are shifted?");
        }
        if (stating != null) {
          String text = row.text(stating);
          if (!text.equals(statedAs) && isOtherDay(row, stating)) {
            row.error(
                stating,
                "expected %s, as in the first row".formatted(asOf),
                "Maybe two extracts were joined into one file?");
          } else {
            statedAs = text;
          }
        }
        parser.row(row);
      }
    }
    parser.end();
    return rows;
  }

  private void noteColumnsWithoutHeading(Match match) {
    List<String> headings = match.header().headings();
    long without = headings.stream().filter(String::isEmpty).count();
    if (match.headingLine() > 0 && without > 0) {
      problems.note(
          match.headingLine(),
          null,
          null,
          "%d of %d columns have no heading and were left out".formatted(without, headings.size()));
    }
  }

  private boolean isOtherDay(Row row, Column stating) {
    if (row.isBlank(stating)) {
      return false;
    }
    LocalDate day = row.dateIfAny(stating);
    return day != null && !day.equals(asOf);
  }

  private static boolean hasTextBeyond(Table.Line line, int width) {
    for (int i = width; i < line.cells().size(); i++) {
      if (!line.cells().get(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    if (workbook != null) {
      workbook.close();
    }
  }
}
