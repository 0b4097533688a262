package moot.app.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.register.ImportRecord;
import moot.app.register.RegisterStore;
import moot.register.published.Publications;
import moot.register.reading.Limits;
import moot.register.reading.Problems;
import moot.register.reading.PublishedFile;
import moot.register.reading.RowProblem;
import moot.register.reading.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings files into the register.
 *
 * <p>Each file is recognised by its content, read to the end, and taken whole or, when there is any
 * error in it, not at all. A file whose facts have come in before changes nothing. What came before
 * is never overwritten.
 */
@Service
public class ImportService {
  /** Who brings a file in when nobody says who. */
  private static final String THE_TERMINAL = "Someone at the terminal";

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final RegisterStore register;
  private final Journal journal;
  private final Clock clock;
  private final Limits limits;

  /** Needs nothing but a database that has been migrated. */
  @Autowired
  public ImportService(DataSource dataSource) {
    this(dataSource, Clock.systemDefaultZone(), Limits.DEFAULT);
  }

  /**
   * @param clock says which day is today
   * @param limits how much a file may ask of us
   */
  public ImportService(DataSource dataSource, Clock clock, Limits limits) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.register = new RegisterStore(dataSource, clock);
    this.journal = new Journal(jdbc);
    this.clock = clock;
    this.limits = limits;
  }

  /** Brings in files under their own names, known from the day that each states. */
  public ImportReport importFiles(List<Path> files, ProgressListener progress) {
    return importFiles(files.stream().map(IncomingFile::of).toList(), null, null, progress);
  }

  /**
   * Brings in files.
   *
   * @param knownFrom from which day their facts are known, where the one who brings them knows
   *     better than the files; null to take it from each file
   * @param by who brings them in, if known
   */
  public ImportReport importFiles(
      List<IncomingFile> files,
      @Nullable LocalDate knownFrom,
      @Nullable String by,
      ProgressListener progress) {
    long start = System.nanoTime();
    Bytes bytes = new Bytes(progress, 2 * totalBytes(files));
    Map<IncomingFile, FileReport> reports = new HashMap<>();
    List<Opened> opened = new ArrayList<>();
    try {
      for (IncomingFile file : files) {
        opened.add(open(file, knownFrom, bytes));
      }
      // What others refer to comes first: postcodes before the sites that they place.
      opened.sort(Comparator.comparingInt(each -> each.published().order()));
      for (Opened each : opened) {
        reports.put(each.file(), take(each, by, bytes));
      }
    } finally {
      opened.forEach(Opened::close);
    }
    register.refresh();
    return new ImportReport(
        files.stream().map(reports::get).toList(), Duration.ofNanos(System.nanoTime() - start));
  }

  private record Opened(IncomingFile file, long bytes, PublishedFile published) {
    void close() {
      try {
        published.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Opened open(IncomingFile file, @Nullable LocalDate knownFrom, Bytes bytes) {
    try {
      return new Opened(
          file,
          Files.size(file.path()),
          PublishedFile.open(
              file.path(),
              Publications.ALL,
              limits,
              knownFrom,
              LocalDate.now(clock),
              n -> bytes.add(file.name(), n)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s could not be read (%s). Maybe it was moved, or its rights do not allow it?"
              .formatted(file.name(), e.getMessage()),
          e);
    }
  }

  private FileReport take(Opened opened, @Nullable String by, Bytes bytes) {
    FileReport taken =
        transaction.execute(
            status -> {
              FileReport report = takeWithin(opened, by, bytes);
              if (report.outcome() != FileReport.Outcome.STORED) {
                status.setRollbackOnly();
              }
              return report;
            });
    if (taken == null) {
      throw new IllegalStateException("a transaction came to no report");
    }
    if (taken.outcome() != FileReport.Outcome.REFUSED) {
      return taken;
    }
    Integer id = transaction.execute(status -> record(opened, taken, null, by));
    return withId(taken, id == null ? 0 : id);
  }

  private FileReport takeWithin(Opened opened, @Nullable String by, Bytes bytes) {
    PublishedFile file = opened.published();
    Problems problems = file.problems();
    // One file at a time, so that two people cannot bring in the same one at once.
    jdbc.sql("select pg_advisory_xact_lock(hashtext('register.import'))").query(rs -> {});
    String sha256 = file.sha256();
    if (sha256 != null) {
      Optional<Integer> earlier = findSource("sha256 = :sha256", Map.of("sha256", sha256));
      if (earlier.isPresent()) {
        return unchanged(opened, earlier.get());
      }
    }
    if (!file.isRecognised() || problems.hasErrors() && sha256 == null) {
      return report(opened, FileReport.Outcome.REFUSED, 0, 0, 0, List.of());
    }
    Connection connection = DataSourceUtils.getConnection(dataSource);
    WaitingFacts facts = new WaitingFacts(connection);
    int rows = read(opened, facts, bytes);
    if (problems.hasErrors()) {
      return report(opened, FileReport.Outcome.REFUSED, rows, 0, 0, List.of());
    }
    facts.finish();
    String factsSha256 = facts.sha256();
    String kind = String.valueOf(file.title());
    Optional<Integer> same =
        findSource(
            "kind = :kind and known_from = :known and facts_sha256 = :facts",
            Map.of("kind", kind, "known", file.knownFrom(), "facts", factsSha256));
    if (same.isPresent()) {
      return unchanged(opened, same.get());
    }
    UnknownPostcodes.warn(jdbc, facts, problems);
    int known = facts.tables().stream().mapToInt(facts::countKnown).sum();
    WhatChanged changed = new WhatChanged(jdbc, facts, file.knownFrom(), LocalDate.now(clock));
    changed.lookBefore();
    int source = insertSource(opened, kind, rows, facts.count(), factsSha256);
    facts.move(source);
    List<String> changes = changed.lookAfter();
    FileReport report =
        report(
            opened,
            FileReport.Outcome.STORED,
            rows,
            facts.count() - known,
            known,
            changes.isEmpty() ? List.of("Nothing that was known is otherwise now.") : changes);
    int id = record(opened, report, source, by);
    journal.write(by == null ? THE_TERMINAL : by, deed(id, opened, report));
    return withId(report, id);
  }

  private static Deed deed(int id, Opened opened, FileReport report) {
    return Deed.open(
            "import.stored",
            "import:" + id,
            null,
            "brought %s into the register: %s, %,d facts, %,d of them new"
                .formatted(
                    report.fileName(),
                    report.kind(),
                    report.factsNew() + report.factsKnown(),
                    report.factsNew()))
        .with("file", report.fileName())
        .with("sha256", String.valueOf(opened.published().sha256()));
  }

  private static int read(Opened opened, WaitingFacts facts, Bytes bytes) {
    try {
      return opened.published().read(facts, n -> bytes.add(opened.file().name(), n));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s could not be read to the end (%s). Maybe it was moved meanwhile?"
              .formatted(opened.file().name(), e.getMessage()),
          e);
    }
  }

  private Optional<Integer> findSource(String where, Map<String, Object> params) {
    return jdbc.sql("select id from register.source where " + where)
        .params(params)
        .query(Integer.class)
        .optional();
  }

  private FileReport unchanged(Opened opened, int source) {
    ImportRecord earlier =
        jdbc.sql("select min(id) from register.import where source = :source")
            .param("source", source)
            .query(Integer.class)
            .optional()
            .flatMap(register::findImport)
            .orElseThrow();
    PublishedFile file = opened.published();
    return new FileReport(
        opened.file().name(),
        FileReport.Outcome.UNCHANGED,
        earlier.id(),
        file.title(),
        file.knownFrom(),
        file.basis().words(),
        earlier.rows(),
        0,
        earlier.factsNew() + earlier.factsKnown(),
        0,
        0,
        0,
        List.of(),
        List.of(
            "Nothing: the same facts came in on %s as %s."
                .formatted(
                    LocalDate.ofInstant(earlier.importedAt(), clock.getZone()),
                    earlier.fileName())));
  }

  private static FileReport report(
      Opened opened,
      FileReport.Outcome outcome,
      int rows,
      int factsNew,
      int factsKnown,
      List<String> changes) {
    PublishedFile file = opened.published();
    Problems problems = file.problems();
    return new FileReport(
        opened.file().name(),
        outcome,
        0,
        file.title(),
        file.isRecognised() ? file.knownFrom() : null,
        file.isRecognised() ? file.basis().words() : null,
        rows,
        factsNew,
        factsKnown,
        problems.count(Severity.ERROR),
        problems.count(Severity.WARNING),
        problems.count(Severity.NOTE),
        problems.list(),
        changes);
  }

  private static FileReport withId(FileReport report, int id) {
    return new FileReport(
        report.fileName(),
        report.outcome(),
        id,
        report.kind(),
        report.knownFrom(),
        report.knownFromBasis(),
        report.rows(),
        report.factsNew(),
        report.factsKnown(),
        report.errors(),
        report.warnings(),
        report.notes(),
        report.problems(),
        report.changes());
  }

  private int insertSource(Opened opened, String kind, int rows, int facts, String factsSha256) {
    PublishedFile file = opened.published();
    return jdbc.sql(
            """
            insert into register.source (
              file_name, kind, sha256, facts_sha256, bytes, rows, facts, known_from,
              known_from_basis)
            values (:name, :kind, :sha256, :factsSha256, :bytes, :rows, :facts, :known, :basis)
            returning id
            """)
        .param("name", opened.file().name())
        .param("kind", kind)
        .param("sha256", file.sha256())
        .param("factsSha256", factsSha256)
        .param("bytes", opened.bytes())
        .param("rows", rows)
        .param("facts", facts)
        .param("known", file.knownFrom())
        .param("basis", file.basis().words())
        .query(Integer.class)
        .single();
  }

  private int record(
      Opened opened, FileReport report, @Nullable Integer source, @Nullable String by) {
    int id =
        jdbc.sql(
                """
                insert into register.import (
                  file_name, bytes, sha256, kind, outcome, source, known_from, known_from_basis,
                  rows, facts_new, facts_known, errors, warnings, notes, changes, imported_by)
                values (
                  :name, :bytes, :sha256, :kind, :outcome, :source, :known, :basis,
                  :rows, :new, :alreadyKnown, :errors, :warnings, :notes, :changes, :by)
                returning id
                """)
            .param("name", report.fileName())
            .param("bytes", opened.bytes())
            .param("sha256", opened.published().sha256())
            .param("kind", report.kind())
            .param("outcome", report.outcome().name())
            .param("source", source)
            .param("known", report.knownFrom())
            .param("basis", report.knownFromBasis())
            .param("rows", report.rows())
            .param("new", report.factsNew())
            .param("alreadyKnown", report.factsKnown())
            .param("errors", report.errors())
            .param("warnings", report.warnings())
            .param("notes", report.notes())
            .param("changes", report.changes().toArray(String[]::new))
            .param("by", by)
            .query(Integer.class)
            .single();
    int nr = 0;
    for (RowProblem problem : report.problems()) {
      jdbc.sql(
              """
              insert into register.import_problem (
                import, nr, severity, sheet, line, column_name, value, says, maybe, rows)
              values (:import, :nr, :severity, :sheet, :line, :column, :value, :says, :maybe, :rows)
              """)
          .param("import", id)
          .param("nr", ++nr)
          .param("severity", problem.severity().name())
          .param("sheet", problem.sheet())
          .param("line", problem.line())
          .param("column", problem.column())
          .param("value", problem.value())
          .param("says", problem.says())
          .param("maybe", problem.maybe())
          .param("rows", problem.rows())
          .update();
    }
    return id;
  }

  private static long totalBytes(List<IncomingFile> files) {
    long total = 0;
    for (IncomingFile file : files) {
      try {
        total += Files.size(file.path());
      } catch (IOException e) {
        throw new UncheckedIOException(
            "%s could not be found (%s). Maybe the name is mistyped?"
                .formatted(file.name(), e.getMessage()),
            e);
      }
    }
    return total;
  }

  /** Adds up what was read and tells the listener. */
  private static final class Bytes {
    private final ProgressListener listener;
    private final long total;
    private long done;

    Bytes(ProgressListener listener, long total) {
      this.listener = listener;
      this.total = total;
    }

    void add(String file, long bytes) {
      done = Math.min(total, done + bytes);
      listener.progress(file, done, total);
    }
  }
}
