package moot.app.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import moot.app.access.Seat;
import moot.voice.journal.Chain;
import moot.voice.journal.JournalEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the journal. Each entry is chained to the one before it, so entries are written one at a
 * time: the one who writes holds the end of the chain until its transaction is over.
 */
@Repository
public class Journal {
  /** The number of the lock on the end of the chain, among this database's advisory locks. */
  private static final long END_OF_CHAIN = 0x6d6f6f74;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final Clock clock = Clock.systemUTC();

  /** Needs nothing but a database that has been migrated. */
  public Journal(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes what somebody did.
   *
   * @throws IllegalStateException outside of the transaction that makes the change
   */
  public JournalEntry write(Seat seat, Deed deed) {
    return write(seat.personName(), seat.party().name(), seat.personId(), seat.party().id(), deed);
  }

  /** Writes what happened by a rule, or by someone without a seat, such as on the command line. */
  public JournalEntry write(String person, Deed deed) {
    return write(person, null, null, null, deed);
  }

  private JournalEntry write(
      String person,
      @Nullable String party,
      @Nullable Long personId,
      @Nullable Long partyId,
      Deed deed) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "%s was to be written into the journal outside of a transaction".formatted(deed.kind()));
    }
    jdbc.sql("select pg_advisory_xact_lock(:lock)")
        .param("lock", END_OF_CHAIN)
        .query((rs, row) -> true)
        .single();
    record End(long number, String hash) {}
    Optional<End> end =
        jdbc.sql("select number, hash from journal.entry order by number desc limit 1")
            .query((rs, row) -> new End(rs.getLong("number"), rs.getString("hash")))
            .optional();
    // PostgreSQL keeps microseconds; what is hashed has to be what is read again.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    JournalEntry open =
        new JournalEntry(
            end.map(End::number).orElse(0L) + 1,
            now,
            person,
            party,
            deed.place() == null ? null : deed.place().value(),
            deed.kind(),
            deed.subject(),
            deed.words(),
            new TreeMap<>(deed.details()),
            end.map(End::hash).orElse(Chain.BEGINNING),
            "");
    String hash = Chain.hash(open);
    jdbc.sql(
            """
            insert into journal.entry (number, at, person, party, place, deed, subject, words,
              details, previous_hash, hash, person_id, party_id, only_party)
            values (:number, :at, :person, :party, :place, :deed, :subject, :words,
              :details::jsonb, :previous, :hash, :personId, :partyId, :only)
            """)
        .param("number", open.number())
        .param("at", Timestamp.from(now))
        .param("person", open.person())
        .param("party", open.party())
        .param("place", open.place())
        .param("deed", open.deed())
        .param("subject", open.subject())
        .param("words", open.words())
        .param("details", JSON.writeValueAsString(open.details()))
        .param("previous", open.previousHash())
        .param("hash", hash)
        .param("personId", personId)
        .param("partyId", partyId)
        .param("only", deed.onlyParty())
        .update();
    return new JournalEntry(
        open.number(),
        open.at(),
        open.person(),
        open.party(),
        open.place(),
        open.deed(),
        open.subject(),
        open.words(),
        open.details(),
        open.previousHash(),
        hash);
  }
}
