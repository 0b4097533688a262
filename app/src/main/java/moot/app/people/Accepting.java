package moot.app.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import moot.app.access.Party;
import moot.app.access.Passwords;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.app.access.Sha256;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the seats that were offered to those who come with the link. */
@Service
class Accepting {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SeatStore seats;
  private final Parties parties;
  private final Journal journal;
  private final Clock clock = Clock.systemUTC();

  Accepting(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.seats = new SeatStore(dataSource);
    this.parties = new Parties(jdbc);
    this.journal = new Journal(jdbc);
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
        .query((rs, row) -> Invitation.of(rs, party(rs.getLong("party"))))
        .optional();
  }

  private Party party(long id) {
    return seats.findParty(id).orElseThrow(() -> new IllegalStateException("no party " + id));
  }

  /** The number of the person with this e-mail address, if there is an account. */
  Optional<Long> findPerson(String email) {
    return parties.findPerson(email);
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
                .filter(
                    offer ->
                        parties.findPerson(offer.email()).filter(id -> id == person).isPresent())
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
    long id = parties.seat(person, offer.party().id(), offer.role());
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
