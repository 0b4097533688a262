package moot.app.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import moot.register.Fact;
import moot.register.reading.FactSink;
import org.postgresql.PGConnection;

/**
 * The facts of one file on their way into the register. They are copied in bulk into temporary
 * tables, which vanish with the transaction, and move into the register only when the whole file
 * has been read and found good.
 */
final class WaitingFacts implements FactSink {
  private static final int CHARS_PER_COPY = 1 << 20;

  private final Connection connection;
  private final Map<FactTable, StringBuilder> buffers = new EnumMap<>(FactTable.class);
  private final Map<FactTable, Integer> counts = new EnumMap<>(FactTable.class);
  private final MessageDigest digest;

  WaitingFacts(Connection connection) {
    this.connection = connection;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void accept(Fact fact) {
    FactTable table = FactTable.of(fact);
    StringBuilder buffer = buffers.computeIfAbsent(table, t -> new StringBuilder());
    CopyLine line = new CopyLine(buffer);
    FactTable.write(fact, line);
    line.end();
    counts.merge(table, 1, Integer::sum);
    if (buffer.length() > CHARS_PER_COPY) {
      copy(table, buffer);
    }
  }

  /** Copies what is still in memory; afterwards all facts are in the temporary tables. */
  void finish() {
    buffers.forEach(this::copy);
    for (FactTable table : tables()) {
      execute("analyze " + table.waiting());
    }
  }

  /** The kinds of facts that there are. */
  Set<FactTable> tables() {
    return counts.keySet();
  }

  int count() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  int count(FactTable table) {
    return counts.getOrDefault(table, 0);
  }

  /** Of all facts; the same facts give the same, however their file was saved. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** How many of the waiting facts the register has from another file already. */
  int countKnown(FactTable table) {
    String sameKey =
        table.key().stream()
            .map(column -> "k.%s = w.%s".formatted(column, column))
            .collect(Collectors.joining(" and "));
    String sameRest =
        table.rest().stream()
            .map(column -> "k.%s is not distinct from w.%s".formatted(column, column))
            .collect(Collectors.joining(" and "));
    String sql =
        "select count(*) from %s w where exists (select 1 from %s k where %s and %s)"
            .formatted(table.waiting(), table.table(), sameKey, sameRest);
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery(sql)) {
      rs.next();
      return rs.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException("facts could not be compared: " + sql, e);
    }
  }

  /** Moves all facts into the register. */
  void move(int source) {
    for (FactTable table : tables()) {
      String columns = String.join(", ", table.columns());
      String sql =
          "insert into %s (source, %s) select ?, %s from %s"
              .formatted(table.table(), columns, columns, table.waiting());
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setInt(1, source);
        statement.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException("facts could not be stored: " + sql, e);
      }
      analyzeIfGrown(table);
    }
  }

  /** The planner has to hear of it when a table has become much larger, but not each time. */
  private void analyzeIfGrown(FactTable table) {
    String sql = "select greatest(reltuples, 0) from pg_class where oid = ?::regclass";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.table());
      try (ResultSet rs = statement.executeQuery()) {
        rs.next();
        if (count(table) > rs.getDouble(1) / 4) {
          execute("analyze " + table.table());
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the size of a table could not be asked: " + sql, e);
    }
  }

  private void copy(FactTable table, StringBuilder buffer) {
    if (buffer.isEmpty()) {
      return;
    }
    String columns = String.join(", ", table.columns());
    execute(
        "create temporary table if not exists %s on commit drop as select %s from %s with no data"
            .formatted(table.waiting(), columns, table.table()));
    String lines = buffer.toString();
    digest.update(table.name().getBytes(StandardCharsets.UTF_8));
    digest.update(lines.getBytes(StandardCharsets.UTF_8));
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy %s (%s) from stdin".formatted(table.waiting(), columns),
              new StringReader(lines));
    } catch (SQLException e) {
      throw new IllegalStateException("facts could not be copied into " + table.waiting(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffer.setLength(0);
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused: " + sql, e);
    }
  }
}
