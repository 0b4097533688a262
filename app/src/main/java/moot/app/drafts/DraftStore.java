package moot.app.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import moot.app.access.Seat;
import moot.register.PlaceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the drafts and all their versions. */
@Repository
class DraftStore {
  /** On which the nodes tell each other that a draft has changed: its number, a blank, a word. */
  static final String CHANNEL = "moot_drafts";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DRAFTS =
      """
      select d.id, d.place, d.party, p.name as party_name, d.name, d.shared, d.rules::text as rules,
        d.current, d.latest, v.made_at as changed_at
      from drafts.draft d
      join access.party p on p.id = d.party
      join drafts.version v on v.draft = d.id and v.number = d.current
      """;

  /** The words of a version are the row's own; its state and proof are those of another row. */
  private static final String VERSIONS =
      """
      select v.number, v.state_of, v.made_from, v.made_at, v.person, v.party, v.words,
        s.content::text as content, s.proof::text as proof
      from drafts.version v
      join drafts.version s on s.draft = v.draft and s.number = v.state_of
      """;

  private final JdbcClient jdbc;

  DraftStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who makes a version. */
  record Hand(long seat, String person, String party) {
    static Hand of(Seat seat) {
      return new Hand(seat.id(), seat.personName(), seat.party().name());
    }
  }

  /** A new draft with its first version. */
  long add(
      PlaceCode place,
      long party,
      String name,
      DraftRules rules,
      Hand hand,
      String words,
      DraftState state,
      DraftVersion.@Nullable Proof proof) {
    long id =
        jdbc.sql(
                """
                insert into drafts.draft (place, party, name, rules)
                values (:place, :party, :name, :rules::jsonb) returning id
                """)
            .param("place", place.value())
            .param("party", party)
            .param("name", name)
            .param("rules", JSON.writeValueAsString(rules))
            .query(Long.class)
            .single();
    write(id, 1, 1, null, hand, words, state, proof);
    return id;
  }

  Optional<Draft> find(long id) {
    return jdbc.sql(DRAFTS + "where d.id = :id")
        .param("id", id)
        .query((rs, row) -> draft(rs))
        .optional();
  }

  /** The same, and nobody else changes it until the transaction is over. */
  Optional<Draft> findToChange(long id) {
    jdbc.sql("select id from drafts.draft where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
    return find(id);
  }

  /**
   * The drafts of a place that a party may see: its own and the shared ones, newest change first.
   */
  List<Draft> list(PlaceCode place, long party) {
    return jdbc.sql(
            DRAFTS
                + """
                where d.place = :place and (d.shared or d.party = :party)
                order by v.made_at desc, d.id desc limit 500
                """)
        .param("place", place.value())
        .param("party", party)
        .query((rs, row) -> draft(rs))
        .list();
  }

  Optional<DraftVersion> findVersion(long draft, int number) {
    return jdbc.sql(VERSIONS + "where v.draft = :draft and v.number = :number")
        .param("draft", draft)
        .param("number", number)
        .query((rs, row) -> version(rs))
        .optional();
  }

  DraftVersion getVersion(long draft, int number) {
    return findVersion(draft, number)
        .orElseThrow(
            () -> new IllegalStateException("draft %d has no version %d".formatted(draft, number)));
  }

  /** What was done, newest first. */
  List<Line> history(long draft, int offset, int most) {
    return jdbc.sql(
            """
            select number, made_at, person, party, words, proof is not null as made
            from drafts.version where draft = :draft order by number desc
            offset :offset limit :most
            """)
        .param("draft", draft)
        .param("offset", offset)
        .param("most", most)
        .query((rs, row) -> line(rs))
        .list();
  }

  /** What was done after one version up to another, oldest first. */
  List<Line> between(long draft, int after, int upTo) {
    return jdbc.sql(
            """
            select number, made_at, person, party, words, proof is not null as made
            from drafts.version
            where draft = :draft and number > :after and number <= :upTo order by number limit 50
            """)
        .param("draft", draft)
        .param("after", after)
        .param("upTo", upTo)
        .query((rs, row) -> line(rs))
        .list();
  }

  /** The version from which a state was made; empty for the first. */
  Optional<DraftVersion> findBefore(long draft, int stateOf) {
    return findVersion(draft, stateOf)
        .flatMap(
            version -> {
              Integer from = version.madeFrom();
              return from == null ? Optional.empty() : findVersion(draft, from);
            });
  }

  /** The last version that was made from a state; empty when none was. */
  Optional<DraftVersion> findAfter(long draft, int stateOf) {
    return jdbc.sql(
            VERSIONS
                + """
                where v.draft = :draft and v.made_from = :from and v.state_of = v.number
                order by v.number desc limit 1
                """)
        .param("draft", draft)
        .param("from", stateOf)
        .query((rs, row) -> version(rs))
        .optional();
  }

  /** Adds a version; it holds from now on unless the draft has gone on without it. */
  void add(
      Draft draft,
      int number,
      int stateOf,
      @Nullable Integer madeFrom,
      Hand hand,
      String words,
      DraftState state,
      DraftVersion.@Nullable Proof proof,
      boolean holds) {
    write(draft.id(), number, stateOf, madeFrom, hand, words, state, proof);
    jdbc.sql(
            """
            update drafts.draft
            set latest = :number, current = case when :holds then :number else current end
            where id = :id
            """)
        .param("number", number)
        .param("holds", holds)
        .param("id", draft.id())
        .update();
    tell(draft.id(), "version " + number);
  }

  void share(long id) {
    jdbc.sql("update drafts.draft set shared = true where id = :id").param("id", id).update();
    tell(id, "shared");
  }

  void rename(long id, String name) {
    jdbc.sql("update drafts.draft set name = :name where id = :id")
        .param("name", name)
        .param("id", id)
        .update();
    tell(id, "named");
  }

  /** Tells all nodes, once the transaction is over, that there is something new about a draft. */
  void tell(long draft, String what) {
    jdbc.sql("select pg_notify(:channel, :what)::text")
        .param("channel", CHANNEL)
        .param("what", draft + " " + what)
        .query((rs, row) -> true)
        .single();
  }

  private void write(
      long draft,
      int number,
      int stateOf,
      @Nullable Integer madeFrom,
      Hand hand,
      String words,
      DraftState state,
      DraftVersion.@Nullable Proof proof) {
    jdbc.sql(
            """
            insert into drafts.version
              (draft, number, state_of, made_from, person, party, seat, words, content, proof)
            values (:draft, :number, :state_of, :made_from, :person, :party, :seat, :words,
              :content::jsonb, :proof::jsonb)
            """)
        .param("draft", draft)
        .param("number", number)
        .param("state_of", stateOf)
        .param("made_from", madeFrom)
        .param("person", hand.person())
        .param("party", hand.party())
        .param("seat", hand.seat())
        .param("words", words)
        .param("content", JSON.writeValueAsString(state))
        .param("proof", proof == null ? null : JSON.writeValueAsString(proof))
        .update();
  }

  private static Draft draft(ResultSet rs) throws SQLException {
    return new Draft(
        rs.getLong("id"),
        new PlaceCode(rs.getString("place")),
        rs.getLong("party"),
        rs.getString("party_name"),
        rs.getString("name"),
        rs.getBoolean("shared"),
        JSON.readValue(rs.getString("rules"), DraftRules.class),
        rs.getInt("current"),
        rs.getInt("latest"),
        rs.getTimestamp("changed_at").toInstant());
  }

  private static DraftVersion version(ResultSet rs) throws SQLException {
    String proof = rs.getString("proof");
    return new DraftVersion(
        rs.getInt("number"),
        rs.getInt("state_of"),
        rs.getObject("made_from", Integer.class),
        rs.getTimestamp("made_at").toInstant(),
        rs.getString("person"),
        rs.getString("party"),
        rs.getString("words"),
        JSON.readValue(rs.getString("content"), DraftState.class),
        proof == null ? null : JSON.readValue(proof, DraftVersion.Proof.class));
  }

  private static Line line(ResultSet rs) throws SQLException {
    return new Line(
        rs.getInt("number"),
        rs.getTimestamp("made_at").toInstant(),
        rs.getString("person"),
        rs.getString("party"),
        rs.getString("words"),
        rs.getBoolean("made"));
  }
}
