package moot.app.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import moot.app.access.Seat;
import moot.voice.journal.Chain;
import moot.voice.journal.JournalEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the journal: what a seat may see of it, and the whole chain for its check. */
@Repository
public class JournalReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FETCHED_AT_ONCE = 1_000;

  /** An entry is there for the table of its place, or for one party alone. */
  private static final String MAY_SEE =
      """
      (only_party = :party or only_party is null and (place is null or place = :place))
      and (:about = '' or subject = :about)
      """;

  private final DataSource dataSource;
  private final JdbcClient jdbc;

  /** Needs nothing but a database that has been migrated. */
  public JournalReader(DataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** Whether something of this kind was ever done to a subject. */
  public boolean has(String kind, String subject) {
    return jdbc.sql(
            "select exists (select from journal.entry where subject = :subject and deed = :kind)")
        .param("subject", subject)
        .param("kind", kind)
        .query(Boolean.class)
        .single();
  }

  /**
   * What came of walking the whole chain.
   *
   * @param entries how many fit, from the first on
   * @param head the hash of the last that fits
   * @param misfit the first that does not fit; null when all do
   */
  public record Walked(long entries, String head, Chain.@Nullable Misfit misfit) {}

  /**
   * Walks the chain from its beginning to its end, or to the first entry that does not fit.
   *
   * @param each called with each entry that fits; false ends the walk
   */
  public Walked walk(Predicate<JournalEntry> each) {
    Chain chain = new Chain();
    List<Chain.Misfit> misfits = new ArrayList<>();
    JdbcTemplate reading = new JdbcTemplate(dataSource);
    reading.setFetchSize(FETCHED_AT_ONCE);
    // Within a transaction the driver fetches bit by bit, and sees the chain as it was at one time.
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    transaction.setReadOnly(true);
    transaction.executeWithoutResult(
        status ->
            reading.query(
                "select * from journal.entry order by number",
                (ResultSetExtractor<Boolean>)
                    rs -> {
                      boolean goOn = true;
                      while (goOn && rs.next()) {
                        JournalEntry entry = entry(rs);
                        Optional<Chain.Misfit> misfit = chain.next(entry);
                        misfit.ifPresent(misfits::add);
                        goOn = misfit.isEmpty() && each.test(entry);
                      }
                      return goOn;
                    }));
    return new Walked(chain.length(), chain.head(), misfits.isEmpty() ? null : misfits.getFirst());
  }

  /**
   * What a seat may see, newest first.
   *
   * @param about only entries about this subject; empty for all
   */
  public List<JournalEntry> list(Seat seat, String about, int offset, int limit) {
    return jdbc.sql(
            "select * from journal.entry where "
                + MAY_SEE
                + " order by number desc offset :offset limit :limit")
        .params(scope(seat, about))
        .param("offset", offset)
        .param("limit", limit)
        .query((rs, row) -> entry(rs))
        .list();
  }

  /** How many entries a seat may see. */
  public int count(Seat seat, String about) {
    return jdbc.sql("select count(*) from journal.entry where " + MAY_SEE)
        .params(scope(seat, about))
        .query(Integer.class)
        .single();
  }

  private static Map<String, Object> scope(Seat seat, String about) {
    Map<String, Object> scope = new HashMap<>();
    scope.put("party", seat.party().id());
    scope.put("place", seat.party().place() == null ? "" : seat.party().place().value());
    scope.put("about", about);
    return scope;
  }

  private static JournalEntry entry(ResultSet rs) throws SQLException {
    return new JournalEntry(
        rs.getLong("number"),
        rs.getTimestamp("at").toInstant(),
        rs.getString("person"),
        rs.getString("party"),
        rs.getString("place"),
        rs.getString("deed"),
        rs.getString("subject"),
        rs.getString("words"),
        JSON.readValue(rs.getString("details"), new TypeReference<TreeMap<String, String>>() {}),
        rs.getString("previous_hash"),
        rs.getString("hash"));
  }
}
