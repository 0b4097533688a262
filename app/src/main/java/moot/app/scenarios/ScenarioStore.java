package moot.app.scenarios;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import moot.app.access.Seat;
import moot.funding.management.Scenario;
import moot.funding.management.ScenarioFile;
import moot.register.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the scenarios and all their versions. */
@Repository
class ScenarioStore {
  private static final String SCENARIOS =
      """
      select s.id, s.place, s.party, p.name as party_name, v.title, s.shared_from, s.latest,
        v.made_at as changed_at
      from scenarios.scenario s
      join access.party p on p.id = s.party
      join scenarios.version v on v.scenario = s.id and v.number = s.latest
      """;

  private final JdbcClient jdbc;

  ScenarioStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A new scenario with its first version. */
  long add(PlaceCode place, Seat seat, String words, Scenario scenario) {
    long id =
        jdbc.sql(
                "insert into scenarios.scenario (place, party) values (:place, :party) returning id")
            .param("place", place.value())
            .param("party", seat.party().id())
            .query(Long.class)
            .single();
    write(id, 1, seat, words, scenario);
    return id;
  }

  /** A version that holds from now on. */
  void add(long id, int number, Seat seat, String words, Scenario scenario) {
    write(id, number, seat, words, scenario);
    jdbc.sql("update scenarios.scenario set latest = :number where id = :id")
        .param("number", number)
        .param("id", id)
        .update();
  }

  void shareFrom(long id, int number) {
    jdbc.sql("update scenarios.scenario set shared_from = :number where id = :id")
        .param("number", number)
        .param("id", id)
        .update();
  }

  Optional<SavedScenario> find(long id) {
    return jdbc.sql(SCENARIOS + "where s.id = :id")
        .param("id", id)
        .query((rs, row) -> saved(rs))
        .optional();
  }

  /** The same, and nobody else changes it until the transaction is over. */
  Optional<SavedScenario> findToChange(long id) {
    jdbc.sql("select id from scenarios.scenario where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
    return find(id);
  }

  /** Those of a place that a party may see: its own and the shared, changed last first. */
  List<SavedScenario> list(PlaceCode place, long party) {
    return jdbc.sql(
            SCENARIOS
                + """
                where s.place = :place and (s.shared_from is not null or s.party = :party)
                order by v.made_at desc, s.id desc limit 500
                """)
        .param("place", place.value())
        .param("party", party)
        .query((rs, row) -> saved(rs))
        .list();
  }

  Optional<ScenarioVersion> findVersion(long id, int number) {
    return jdbc.sql("select * from scenarios.version where scenario = :id and number = :number")
        .param("id", id)
        .param("number", number)
        .query(
            (rs, row) ->
                new ScenarioVersion(
                    rs.getInt("number"),
                    rs.getTimestamp("made_at").toInstant(),
                    rs.getString("person"),
                    rs.getString("party"),
                    rs.getString("words"),
                    ScenarioFile.read("scenario " + id, rs.getString("content"))))
        .optional();
  }

  /**
   * What was done, newest first.
   *
   * @param from the first version to list
   */
  List<ScenarioVersion.Line> history(long id, int from, int offset, int most) {
    return jdbc.sql(
            """
            select number, made_at, person, party, words from scenarios.version
            where scenario = :id and number >= :from
            order by number desc offset :offset limit :most
            """)
        .param("id", id)
        .param("from", from)
        .param("offset", offset)
        .param("most", most)
        .query(
            (rs, row) ->
                new ScenarioVersion.Line(
                    rs.getInt("number"),
                    rs.getTimestamp("made_at").toInstant(),
                    rs.getString("person"),
                    rs.getString("party"),
                    rs.getString("words")))
        .list();
  }

  private void write(long id, int number, Seat seat, String words, Scenario scenario) {
    jdbc.sql(
            """
            insert into scenarios.version
              (scenario, number, person, party, seat, words, title, content)
            values (:scenario, :number, :person, :party, :seat, :words, :title, :content)
            """)
        .param("scenario", id)
        .param("number", number)
        .param("person", seat.personName())
        .param("party", seat.party().name())
        .param("seat", seat.id())
        .param("words", words)
        .param("title", scenario.title())
        .param("content", ScenarioFile.json(scenario))
        .update();
  }

  private static SavedScenario saved(ResultSet rs) throws SQLException {
    return new SavedScenario(
        rs.getLong("id"),
        new PlaceCode(rs.getString("place")),
        rs.getLong("party"),
        rs.getString("party_name"),
        rs.getString("title"),
        rs.getObject("shared_from", Integer.class),
        rs.getInt("latest"),
        rs.getTimestamp("changed_at").toInstant());
  }
}
