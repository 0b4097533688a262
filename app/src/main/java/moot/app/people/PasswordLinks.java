package moot.app.people;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import moot.app.access.PartyKind;
import moot.app.access.Passwords;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.app.access.Sha256;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets in again who has forgotten the password, by a link on which to choose a new one. */
@Service
public class PasswordLinks {
  /** How long a link can be used. */
  public static final Duration GOOD_FOR = Duration.ofHours(24);

  private static final int SECRET_BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SeatStore seats;
  private final Passwords accounts;
  private final Journal journal;
  private final Clock clock = Clock.systemUTC();

  /** Needs nothing but a database that has been migrated. */
  public PasswordLinks(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.seats = new SeatStore(dataSource);
    this.accounts = new Passwords(dataSource);
    this.journal = new Journal(jdbc);
  }

  /** A link that was made, with the secret in it, which is kept nowhere. */
  public record Made(PasswordLink link, String secret) {}

  /**
   * Makes a link for an administrator of this installation; for the command line.
   *
   * @return empty when no administrator of this installation has this e-mail address
   */
  public Optional<Made> makeForAdministrator(String email) {
    return transaction.execute(
        status ->
            accounts(
                    """
                    where lower(p.email) = lower(:key) and exists (
                      select from access.seat s
                      join access.party t on t.id = s.party and t.kind = 'INSTALLATION'
                      where s.person = p.id and s.ended_at is null)
                    """,
                    email.strip())
                .map(
                    link -> {
                      journal.write("the command line", made(installation(), link));
                      return add(link, null);
                    }));
  }

  /**
   * Makes a link for an account; earlier ones of the account are of no use any more.
   *
   * @throws ToldToVisitors when there is no such account
   */
  Made make(Seat by, long person) {
    Made made =
        transaction.execute(
            status -> {
              PasswordLink link =
                  accounts("where p.id = :key", person)
                      .orElseThrow(
                          () ->
                              new ToldToVisitors(
                                  404,
                                  "There is no account %d. Maybe look for it in the list?"
                                      .formatted(person)));
              journal.write(by, made(by.party().id(), link));
              return add(link, by.personId());
            });
    if (made == null) {
      throw new IllegalStateException("no link was made");
    }
    return made;
  }

  private static Deed made(long party, PasswordLink link) {
    return Deed.within(
        party,
        "password.link",
        "person:" + link.person(),
        null,
        "made a link on which %s can choose a new password".formatted(link.name()));
  }

  private Optional<PasswordLink> accounts(String which, Object key) {
    return jdbc.sql("select p.id, p.name, p.email from access.person p " + which)
        .param("key", key)
        .query(PasswordLinks::link)
        .optional();
  }

  private static PasswordLink link(ResultSet rs, int row) throws SQLException {
    return new PasswordLink(rs.getLong("id"), rs.getString("name"), rs.getString("email"));
  }

  private Made add(PasswordLink link, @Nullable Long madeBy) {
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Instant now = clock.instant();
    jdbc.sql(
            """
            update access.password_link set withdrawn_at = :now
            where person = :person and used_at is null and withdrawn_at is null
            """)
        .param("now", Timestamp.from(now))
        .param("person", link.person())
        .update();
    jdbc.sql(
            """
            insert into access.password_link (secret_sha256, person, made_by, made_at, expires_at)
            values (:hash, :person, :by, :now, :expires)
            """)
        .param("hash", Sha256.of(secret))
        .param("person", link.person())
        .param("by", madeBy)
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(now.plus(GOOD_FOR)))
        .update();
    return new Made(link, secret);
  }

  /** Whose password can be chosen with this secret, if it is still good. */
  Optional<PasswordLink> find(String secret) {
    return jdbc.sql(
            """
            select p.id, p.name, p.email from access.password_link l
            join access.person p on p.id = l.person
            where l.secret_sha256 = :hash and l.used_at is null and l.withdrawn_at is null
              and l.expires_at > :now
            """)
        .param("hash", Sha256.of(secret))
        .param("now", Timestamp.from(clock.instant()))
        .query(PasswordLinks::link)
        .optional();
  }

  /**
   * Uses a link up: the account has the new password, all its sessions end, tries that failed no
   * longer count. Every party for which the person acts reads of it, since whoever has the link
   * could act for it.
   *
   * @return whose account it is; empty when the link is not good any more
   */
  Optional<PasswordLink> use(String secret, String password) {
    String kept = Passwords.encode(password);
    return transaction.execute(
        status -> {
          Optional<PasswordLink> link = find(secret).filter(found -> isFirst(secret));
          link.ifPresent(
              found -> {
                accounts.set(found.person(), kept, null);
                tell(found);
              });
          return link;
        });
  }

  /** Of two who come at once with the same link, one is the first. */
  private boolean isFirst(String secret) {
    return jdbc.sql(
                """
                update access.password_link set used_at = :now
                where secret_sha256 = :hash and used_at is null and withdrawn_at is null
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("hash", Sha256.of(secret))
            .update()
        > 0;
  }

  private void tell(PasswordLink link) {
    String kind = "password.link.used";
    String subject = "person:" + link.person();
    String words = "chose a new password by a link that an administrator of this installation made";
    List<Seat> held = seats.listOfPerson(link.person());
    for (Seat seat : held) {
      journal.write(
          seat, Deed.within(seat.party().id(), kind, subject, seat.party().place(), words));
    }
    if (held.isEmpty()) {
      journal.write(link.name(), Deed.within(installation(), kind, subject, null, words));
    }
  }

  private long installation() {
    return new Parties(jdbc).put(PartyKind.INSTALLATION, "installation", "This installation", null);
  }
}
