package moot.app.wishes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import moot.app.access.Seat;
import moot.register.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what practices say, and what they have published of it. */
@Repository
class WishStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  WishStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a practice says now. */
  ConfidenceVersion getNow(long party) {
    return jdbc.sql(
            """
            select number, made_at, person, content::text as content from wishes.version
            where party = :party order by number desc limit 1
            """)
        .param("party", party)
        .query((rs, row) -> version(rs))
        .optional()
        .orElse(ConfidenceVersion.NONE);
  }

  /** All versions, newest first. */
  List<ConfidenceVersion> list(long party, int most) {
    return jdbc.sql(
            """
            select number, made_at, person, content::text as content from wishes.version
            where party = :party order by number desc limit :most
            """)
        .param("party", party)
        .param("most", most)
        .query((rs, row) -> version(rs))
        .list();
  }

  /** What all practices of a place say now, by code; confidential. */
  Map<String, Confidence> listNow(PlaceCode place) {
    Map<String, Confidence> all = new TreeMap<>();
    jdbc.sql(
            """
            select distinct on (v.party) p.code, v.content::text as content
            from wishes.version v join access.party p on p.id = v.party
            where p.place = :place and p.kind = 'PRACTICE' order by v.party, v.number desc
            """)
        .param("place", place.value())
        .query(
            rs -> {
              all.put(
                  rs.getString("code"), JSON.readValue(rs.getString("content"), Confidence.class));
            });
    return all;
  }

  /** Makes whoever else writes for the party wait until the transaction is over. */
  void lock(long party) {
    jdbc.sql("select id from access.party where id = :party for no key update")
        .param("party", party)
        .query(Long.class)
        .single();
  }

  void add(Seat seat, int number, String salt, Confidence said) {
    jdbc.sql(
            """
            insert into wishes.version (party, number, person, seat, salt, content)
            values (:party, :number, :person, :seat, :salt, :content::jsonb)
            """)
        .param("party", seat.party().id())
        .param("number", number)
        .param("person", seat.personName())
        .param("seat", seat.id())
        .param("salt", salt)
        .param("content", JSON.writeValueAsString(said))
        .update();
  }

  /** What the practices of a place have published, by name; those that have published anything. */
  List<Published> listPublished(PlaceCode place) {
    record Key(long party, String code, String name) {}
    Map<Key, Map<String, String>> all = new LinkedHashMap<>();
    jdbc.sql(
            """
            select p.id, p.code, p.name, w.part, w.value
            from wishes.published w join access.party p on p.id = w.party
            where p.place = :place order by p.name, p.id, w.part
            """)
        .param("place", place.value())
        .query(
            rs -> {
              all.computeIfAbsent(
                      new Key(rs.getLong("id"), rs.getString("code"), rs.getString("name")),
                      key -> new TreeMap<>())
                  .put(rs.getString("part"), rs.getString("value"));
            });
    List<Published> published = new ArrayList<>();
    all.forEach(
        (key, parts) -> published.add(new Published(key.party(), key.code(), key.name(), parts)));
    return published;
  }

  Optional<Published> findPublished(Seat seat) {
    PlaceCode place = seat.party().place();
    return place == null
        ? Optional.empty()
        : listPublished(place).stream().filter(p -> p.party() == seat.party().id()).findFirst();
  }

  void publish(Seat seat, String part, String value) {
    jdbc.sql(
            """
            insert into wishes.published (party, part, value, person)
            values (:party, :part, :value, :person)
            on conflict (party, part) do update
              set value = excluded.value, person = excluded.person, published_at = now()
            """)
        .param("party", seat.party().id())
        .param("part", part)
        .param("value", value)
        .param("person", seat.personName())
        .update();
  }

  void unpublish(Seat seat, String part) {
    jdbc.sql("delete from wishes.published where party = :party and part = :part")
        .param("party", seat.party().id())
        .param("part", part)
        .update();
  }

  private static ConfidenceVersion version(ResultSet rs) throws SQLException {
    return new ConfidenceVersion(
        rs.getInt("number"),
        rs.getTimestamp("made_at").toInstant(),
        rs.getString("person"),
        JSON.readValue(rs.getString("content"), Confidence.class));
  }
}
