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
import moot.app.access.Party;
import moot.app.access.PartyKind;
import moot.app.access.Passwords;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.app.access.Sha256;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Offers seats, and gives them to those who come with the link. */
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
  private final Clock clock;

  /** Needs nothing but a database that has been migrated. */
  @Autowired
  public Invitations(DataSource dataSource) {
    this(dataSource, Clock.systemUTC());
  }

  Invitations(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.seats = new SeatStore(dataSource);
    this.journal = new Journal(jdbc);
    this.clock = clock;
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
          Optional<Long> person = findPerson(email);
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
        .query((rs, row) -> invitation(rs, party))
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

  private static Invitation invitation(ResultSet rs, Party party) throws SQLException {
    return new Invitation(
        rs.getLong("id"),
        party,
        Role.valueOf(rs.getString("role")),
        rs.getString("name"),
        rs.getString("email"),
        rs.getTimestamp("expires_at").toInstant());
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

  /** The offer behind a link, if it can still be taken. */
  Optional<Invitation> find(String secret) {
    return find(secret, "");
  }

  private Optional<Invitation> find(String secret, String andThen) {
    return jdbc.sql(
            """
            select id, party, role, name, email, expires_at from access.invitation
            where secret_sha256 = :hash and used_at is null and withdrawn_at is null
              and expires_at > :now
            """
                + andThen)
        .param("hash", Sha256.of(secret))
        .param("now", Timestamp.from(clock.instant()))
        .query((rs, row) -> invitation(rs, party(rs.getLong("party"))))
        .optional();
  }

  private Party party(long id) {
    return seats.findParty(id).orElseThrow(() -> new IllegalStateException("no party " + id));
  }

  /** The number of the person with this e-mail address, if there is an account. */
  Optional<Long> findPerson(String email) {
    return jdbc.sql("select id from access.person where lower(email) = lower(:email)")
        .param("email", email)
        .query(Long.class)
        .optional();
  }

  /**
   * Makes the account for an offer and seats it.
   *
   * @return the number of the person; empty when the offer cannot be taken any more, or an account
   *     with its e-mail address exists already
   */
  Optional<Long> acceptAsNew(String secret, String name, String password) {
    String kept = Passwords.encode(password);
    return transaction.execute(
        status ->
            find(secret, " for update")
                .flatMap(
                    offer ->
                        jdbc.sql(
                                """
                                insert into access.person (name, email, password)
                                values (:name, :email, :password)
                                on conflict do nothing returning id
                                """)
                            .param("name", name)
                            .param("email", offer.email())
                            .param("password", kept)
                            .query(Long.class)
                            .optional()
                            .map(person -> seat(offer, person))));
  }

  /** Gives the seat that is offered to an account that is there already. */
  Optional<Long> accept(String secret, long person) {
    return transaction.execute(
        status ->
            find(secret, " for update")
                .filter(offer -> findPerson(offer.email()).filter(id -> id == person).isPresent())
                .map(offer -> seat(offer, person)));
  }

  private long seat(Invitation offer, long person) {
    boolean sits =
        seats.listOfParty(offer.party().id()).stream().anyMatch(s -> s.personId() == person);
    if (sits) {
      throw new ToldToVisitors(
          409,
          "You act for %s already. Maybe ask its administrator for another role instead?"
              .formatted(offer.party().name()));
    }
    Instant now = clock.instant();
    jdbc.sql("update access.invitation set used_at = :now, used_by = :person where id = :id")
        .param("now", Timestamp.from(now))
        .param("person", person)
        .param("id", offer.id())
        .update();
    long id = new Parties(jdbc).seat(person, offer.party().id(), offer.role());
    Seat seat =
        seats.find(id).orElseThrow(() -> new IllegalStateException("seat " + id + " is gone"));
    journal.write(
        seat,
        Deed.open(
            "seat.taken",
            "party:" + offer.party().id(),
            offer.party().place(),
            "took a seat for %s as %s".formatted(offer.party().name(), offer.role().words())));
    return person;
  }
}
