package moot.app.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import moot.register.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in facts that were settled at the table itself, in the same way as a file: one source whose
 * facts are added beside all others, and one line in the list of imports. Nothing is overwritten.
 */
@Service
public class OwnFacts {
  private final DataSource dataSource;
  private final JdbcClient jdbc;

  OwnFacts(DataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * What the facts come from.
   *
   * @param name stands where a file's name would
   * @param kind for example "sealed plan"
   * @param text of which the facts are made; no two sources have the same
   * @param knownFrom the day on which it was settled
   * @param basis of that day, in words
   * @param by who settled it
   */
  public record Origin(
      String name, String kind, String text, LocalDate knownFrom, String basis, String by) {}

  /**
   * Adds the facts, within the transaction that settles them.
   *
   * @param changes what they change, in words
   * @return the number of the source
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int add(Origin origin, List<Fact> facts, List<String> changes) {
    // As for files: one at a time.
    jdbc.sql("select pg_advisory_xact_lock(hashtext('register.import'))").query(rs -> {});
    byte[] text = origin.text().getBytes(StandardCharsets.UTF_8);
    WaitingFacts waiting = new WaitingFacts(DataSourceUtils.getConnection(dataSource));
    facts.forEach(waiting::accept);
    waiting.finish();
    int source =
        jdbc.sql(
                """
                insert into register.source (
                  file_name, kind, sha256, facts_sha256, bytes, rows, facts, known_from,
                  known_from_basis)
                values (:name, :kind, :sha256, :sha256, :bytes, :facts, :facts, :known, :basis)
                returning id
                """)
            .param("name", origin.name())
            .param("kind", origin.kind())
            .param("sha256", sha256(text))
            .param("bytes", text.length)
            .param("facts", facts.size())
            .param("known", origin.knownFrom())
            .param("basis", origin.basis())
            .query(Integer.class)
            .single();
    waiting.move(source);
    jdbc.sql(
            """
            insert into register.import (
              file_name, bytes, sha256, kind, outcome, source, known_from, known_from_basis,
              rows, facts_new, facts_known, errors, warnings, notes, changes, imported_by)
            values (:name, :bytes, :sha256, :kind, 'STORED', :source, :known, :basis,
              :facts, :facts, 0, 0, 0, 0, :changes, :by)
            """)
        .param("name", origin.name())
        .param("bytes", text.length)
        .param("sha256", sha256(text))
        .param("kind", origin.kind())
        .param("source", source)
        .param("known", origin.knownFrom())
        .param("basis", origin.basis())
        .param("facts", facts.size())
        .param("changes", changes.toArray(String[]::new))
        .param("by", origin.by())
        .update();
    return source;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
