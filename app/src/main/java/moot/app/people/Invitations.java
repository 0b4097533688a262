package moot.app.people;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import moot.app.access.Party;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.app.access.Sha256;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Offers seats, each by a link that works once; {@link Accepting} gives them. */
@Service
public class Invitations {
  /** How long a link can be used. */
  public static final Duration GOOD_FOR = Duration.ofDays(7);

  private static final int SECRET_BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SeatStore seats;
  private final Journal journal;
  private final Clock clock = Clock.systemUTC();

  /** Needs nothing but a database that has been migrated. */
  public Invitations(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.seats = new SeatStore(dataSource);
    this.journal = new Journal(jdbc);
  }

  /**
   * Offers the seat of an administrator of this installation; for the command line.
   *
   * @return the secret of the link
   */
  public String inviteAdministrator(String name, String email) {
    return transaction.execute(
        status -> {
          long installation =
              new Parties(jdbc)
                  .put(PartyKind.INSTALLATION, "installation", "This installation", null);
          journal.write(
              "the command line",
              Deed.within(
                  installation,
                  "seat.offered",
                  "party:" + installation,
                  null,
                  "invited %s as administrator of this installation".formatted(name)));
          return add(installation, Role.ADMINISTRATOR, name, email, null);
        });
  }

  /**
   * Offers a seat in the name of whoever sits in another. An offer of a seat at the same party to
   * the same address that is still open is withdrawn.
   *
   * @return the secret of the link, which is kept nowhere; empty when somebody with this address
   *     acts for the party already
   */
  Optional<String> invite(Seat by, Party party, Role role, String name, String email) {
    return transaction.execute(
        status -> {
          Optional<Long> person = new Parties(jdbc).findPerson(email);
          boolean sits =
              seats.listOfParty(party.id()).stream()
                  .anyMatch(seat -> person.filter(id -> id == seat.personId()).isPresent());
          if (sits) {
            return Optional.<String>empty();
          }
          jdbc.sql(
                  """
                  update access.invitation set withdrawn_at = :now
                  where party = :party and lower(email) = lower(:email)
                    and used_at is null and withdrawn_at is null
                  """)
              .param("now", Timestamp.from(clock.instant()))
              .param("party", party.id())
              .param("email", email)
              .update();
          journal.write(
              by,
              Deed.within(
                  party.id(),
                  "seat.offered",
                  "party:" + party.id(),
                  party.place(),
                  "invited %s to act for %s as %s"
                      .formatted(name.isEmpty() ? "somebody" : name, party.name(), role.words())));
          return Optional.of(add(party.id(), role, name, email, by.personId()));
        });
  }

  /** The offers of a party's seats that can still be taken. */
  List<Invitation> listOpen(Party party) {
    return jdbc.sql(
            """
            select id, role, name, email, expires_at from access.invitation
            where party = :party and used_at is null and withdrawn_at is null
              and expires_at > :now
            order by id desc
            """)
        .param("party", party.id())
        .param("now", Timestamp.from(clock.instant()))
        .query((rs, row) -> Invitation.of(rs, party))
        .list();
  }

  /** The party whose seat is offered. */
  Optional<Party> findParty(long invitation) {
    return jdbc.sql("select party from access.invitation where id = :id")
        .param("id", invitation)
        .query(Long.class)
        .optional()
        .flatMap(seats::findParty);
  }

  /** Withdraws an offer; false when it could not be taken any more anyhow. */
  boolean withdraw(Seat by, long invitation, Party party) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              int done =
                  jdbc.sql(
                          """
                          update access.invitation set withdrawn_at = :now
                          where id = :id and party = :party and used_at is null
                            and withdrawn_at is null and expires_at > :now
                          """)
                      .param("now", Timestamp.from(clock.instant()))
                      .param("id", invitation)
                      .param("party", party.id())
                      .update();
              if (done > 0) {
                journal.write(
                    by,
                    Deed.within(
                        party.id(),
                        "seat.offer.withdrawn",
                        "party:" + party.id(),
                        party.place(),
                        "withdrew an invitation to act for " + party.name()));
              }
              return done > 0;
            }));
  }

  private String add(long party, Role role, String name, String email, @Nullable Long invitedBy) {
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    jdbc.sql(
            """
            insert into access.invitation (secret_sha256, party, role, name, email, invited_by,
              expires_at)
            values (:hash, :party, :role, :name, :email, :by, :expires)
            """)
        .param("hash", Sha256.of(secret))
        .param("party", party)
        .param("role", role.name())
        .param("name", name)
        .param("email", email)
        .param("by", invitedBy)
        .param("expires", Timestamp.from(clock.instant().plus(GOOD_FOR)))
        .update();
    return secret;
  }
}
