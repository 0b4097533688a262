package moot.app.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import moot.app.access.Seat;
import moot.app.drafts.DraftStore.Hand;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was asked of completing drafts, and what became of it. */
@Repository
class RestStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final DraftStore drafts;

  RestStore(JdbcClient jdbc, DraftStore drafts) {
    this.jdbc = jdbc;
    this.drafts = drafts;
  }

  long add(
      long draft,
      int madeFrom,
      Seat seat,
      Set<String> keep,
      @Nullable Long round,
      @Nullable Integer most) {
    long id =
        jdbc.sql(
                """
                insert into drafts.rest
                  (draft, made_from, seat, person_id, person, party_id, party, keep, round, most)
                values (:draft, :from, :seat, :personId, :person, :partyId, :party, :keep::jsonb,
                  :round, :most)
                returning id
                """)
            .param("draft", draft)
            .param("from", madeFrom)
            .param("seat", seat.id())
            .param("personId", seat.personId())
            .param("person", seat.personName())
            .param("partyId", seat.party().id())
            .param("party", seat.party().name())
            .param("keep", JSON.writeValueAsString(keep))
            .param("round", round)
            .param("most", most)
            .query(Long.class)
            .single();
    drafts.tell(draft, "rest");
    return id;
  }

  Optional<Rest> find(long id) {
    return jdbc.sql("select * from drafts.rest where id = :id")
        .param("id", id)
        .query((rs, row) -> rest(rs))
        .optional();
  }

  /** The last that was asked of a draft. */
  Optional<Rest> findLast(long draft) {
    return jdbc.sql("select * from drafts.rest where draft = :draft order by id desc limit 1")
        .param("draft", draft)
        .query((rs, row) -> rest(rs))
        .optional();
  }

  List<Rest> listUnfinished() {
    return jdbc.sql("select * from drafts.rest where state in ('WAITING', 'RUNNING') order by id")
        .query((rs, row) -> rest(rs))
        .list();
  }

  /** Marks it as begun; the number of this attempt, or nothing when it has ended. */
  Optional<Integer> begin(long id) {
    return jdbc.sql(
            """
            update drafts.rest set state = 'RUNNING', attempts = attempts + 1
            where id = :id and state in ('WAITING', 'RUNNING') returning attempts
            """)
        .param("id", id)
        .query(Integer.class)
        .optional();
  }

  void report(Rest rest, String progress) {
    int changed =
        jdbc.sql(
                """
                update drafts.rest set progress = :progress
                where id = :id and state = 'RUNNING' and progress is distinct from :progress
                """)
            .param("progress", progress)
            .param("id", rest.id())
            .update();
    if (changed > 0) {
      drafts.tell(rest.draft(), "rest");
    }
  }

  /** Ends it, once; says whether it had not ended before. */
  boolean end(Rest rest, boolean done, String message, @Nullable Integer version) {
    int changed =
        jdbc.sql(
                """
                update drafts.rest
                set state = :state, message = :message, version = :version, ended_at = now()
                where id = :id and state in ('WAITING', 'RUNNING')
                """)
            .param("state", done ? "DONE" : "FAILED")
            .param("message", message)
            .param("version", version)
            .param("id", rest.id())
            .update();
    drafts.tell(rest.draft(), "rest");
    return changed > 0;
  }

  /** What moving more or fewer practices would have brought. */
  void keepGains(Rest rest, List<Rest.Gain> gains) {
    jdbc.sql("update drafts.rest set gains = :gains::jsonb where id = :id")
        .param("gains", JSON.writeValueAsString(gains))
        .param("id", rest.id())
        .update();
    drafts.tell(rest.draft(), "rest");
  }

  private static Rest rest(ResultSet rs) throws SQLException {
    return new Rest(
        rs.getLong("id"),
        rs.getLong("draft"),
        rs.getInt("made_from"),
        new Hand(rs.getLong("seat"), rs.getString("person"), rs.getString("party")),
        Set.of(JSON.readValue(rs.getString("keep"), String[].class)),
        rs.getObject("round", Long.class),
        rs.getString("state"),
        rs.getInt("attempts"),
        rs.getString("progress"),
        rs.getString("message"),
        rs.getObject("version", Integer.class),
        rs.getObject("most", Integer.class),
        List.of(JSON.readValue(rs.getString("gains"), Rest.Gain[].class)));
  }
}
