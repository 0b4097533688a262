package moot.app.people;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import moot.app.access.PartyKind;
import moot.app.access.Passwords;
import moot.app.access.Seat;
import moot.app.access.SecondFactors;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people change about their own account, each with its entry in the journal. */
@Service
public class OwnAccount {
  private final JdbcClient jdbc;
  private final SecondFactors factors;
  private final Passwords passwords;
  private final Journal journal;

  OwnAccount(DataSource dataSource, SecondFactors factors, Passwords passwords, Journal journal) {
    this.jdbc = JdbcClient.create(dataSource);
    this.factors = factors;
    this.passwords = passwords;
    this.journal = journal;
  }

  /** Whose account it is. */
  public record Owner(long id, String name, String email) {}

  Optional<Owner> find(long person) {
    return jdbc.sql("select id, name, email from access.person where id = :id")
        .param("id", person)
        .query(
            (rs, row) -> new Owner(rs.getLong("id"), rs.getString("name"), rs.getString("email")))
        .optional();
  }

  /**
   * Switches on the second factor and ends all other sessions of the person.
   *
   * @param session the one that stays
   * @return recovery codes; empty when the code is wrong
   */
  @Transactional
  public Optional<List<String>> switchOn(
      Owner owner, Optional<Seat> seat, byte[] secret, String code, String session) {
    Optional<List<String>> recovery = factors.switchOn(owner.id(), secret, code);
    if (recovery.isPresent()) {
      jdbc.sql("delete from access.session where principal_name = :person and session_id <> :kept")
          .param("person", Long.toString(owner.id()))
          .param("kept", session)
          .update();
      write(owner, seat, "factor.on", "switched on a second factor for signing in");
    }
    return recovery;
  }

  /** Switches it off; false when the code is wrong. */
  @Transactional
  public boolean switchOff(Owner owner, Optional<Seat> seat, String code) {
    boolean off = factors.use(owner.id(), code) && factors.switchOff(owner.id());
    if (off) {
      write(owner, seat, "factor.off", "switched off the second factor for signing in");
    }
    return off;
  }

  /**
   * Changes the password and ends all other sessions of the person.
   *
   * @param encoded as {@link Passwords#encode} makes it
   * @param session the one that stays
   */
  @Transactional
  public void changePassword(Owner owner, Optional<Seat> seat, String encoded, String session) {
    passwords.set(owner.id(), encoded, session);
    write(owner, seat, "password.changed", "changed the password for signing in");
  }

  private void write(Owner owner, Optional<Seat> seat, String kind, String words) {
    String subject = "person:" + owner.id();
    if (seat.isPresent()) {
      long party = seat.get().party().id();
      journal.write(
          seat.get(), Deed.within(party, kind, subject, seat.get().party().place(), words));
    } else {
      // Who acts for nobody is only those who keep the installation's to know of.
      long installation =
          new Parties(jdbc).put(PartyKind.INSTALLATION, "installation", "This installation", null);
      journal.write(owner.name(), Deed.within(installation, kind, subject, null, words));
    }
  }
}
