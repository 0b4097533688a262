package moot.app.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import moot.app.web.ToldToVisitors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts tries at signing in, by account and by the address they come from, and refuses more than
 * would be honest mistakes. A try counts before it is looked at, so that many at once are counted
 * too; one that succeeds takes those of its account back.
 */
@Component
class Attempts {
  /** For how long a try counts. */
  static final Duration WINDOW = Duration.ofMinutes(15);

  /** Of one account within the window. */
  static final int OF_AN_ACCOUNT = 8;

  /** From one address within the window: a whole surgery may share one. */
  static final int FROM_AN_ADDRESS = 60;

  private static final Duration KEPT = Duration.ofDays(1);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock = Clock.systemUTC();

  Attempts(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /**
   * Counts a try, before it is looked at.
   *
   * @param address of the network, from which it comes
   * @param account whatever names it, whether there is such an account or not
   * @throws ToldToVisitors when there were too many
   */
  void count(String address, String account) {
    String hashed = hashed(account);
    Optional<Instant> until =
        transaction.execute(
            status -> {
              // One at a time per address and per account; in order, so that none waits for ever.
              for (String key : Stream.of(address, hashed).sorted().toList()) {
                jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 4711))")
                    .param("key", key)
                    .query((rs, row) -> true)
                    .single();
              }
              Instant now = clock.instant();
              Optional<Instant> freed = freed(address, hashed, now);
              if (freed.isEmpty()) {
                jdbc.sql(
                        "insert into access.attempt (at, address, account_sha256)"
                            + " values (:at, :address, :account)")
                    .param("at", Timestamp.from(now))
                    .param("address", address)
                    .param("account", hashed)
                    .update();
              }
              return freed;
            });
    if (until.isPresent()) {
      throw new ToldToVisitors(
          429,
          "There were too many tries that failed, for this account or from where you are. Nothing is looked at until %s. Maybe wait until then, or ask who looks after this installation for a link if the password is lost?"
              .formatted(TIME.format(until.get().plusSeconds(60))));
    }
  }

  /** When there may be another try; empty for now. */
  private Optional<Instant> freed(String address, String account, Instant now) {
    return Stream.of(
            last("account_sha256", account, OF_AN_ACCOUNT, now),
            last("address", address, FROM_AN_ADDRESS, now))
        .flatMap(List::stream)
        .map(at -> at.plus(WINDOW))
        .max(Instant::compareTo);
  }

  /** When the try was made that has to be forgotten first. */
  private List<Instant> last(String column, String value, int most, Instant now) {
    return jdbc.sql(
            "select at from access.attempt where "
                + column
                + " = :value and at > :since order by at desc offset :skipped limit 1")
        .param("value", value)
        .param("since", Timestamp.from(now.minus(WINDOW)))
        .param("skipped", most - 1)
        .query((rs, row) -> rs.getTimestamp("at").toInstant())
        .list();
  }

  /** The last try was right: those of the account no longer count. */
  void succeeded(String account) {
    jdbc.sql("delete from access.attempt where account_sha256 = :account or at < :old")
        .param("account", hashed(account))
        .param("old", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  /** What is kept of whatever names an account. */
  static String hashed(String account) {
    return Sha256.of(account.strip().toLowerCase(Locale.ROOT));
  }
}
