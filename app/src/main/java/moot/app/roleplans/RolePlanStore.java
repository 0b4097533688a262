package moot.app.roleplans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import moot.app.access.Seat;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps role plans with all their versions. */
@Repository
class RolePlanStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST = 500;
  private static final String PLANS =
      """
      select d.id, d.place, d.network, d.party, p.name as party_name, d.name, d.shared,
        v.number, v.made_at, v.person, v.content::text as content,
        v.confidential::text as confidential
      from roleplans.plan d
      join access.party p on p.id = d.party
      join roleplans.version v on v.plan = d.id and v.number = d.current
      """;

  private final JdbcClient jdbc;

  RolePlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long add(Seat seat, PlaceCode place, NetworkCode network, String name, PlanBody body) {
    long id =
        jdbc.sql(
                """
                insert into roleplans.plan (place, network, party, name)
                values (:place, :network, :party, :name) returning id
                """)
            .param("place", place.value())
            .param("network", network.value())
            .param("party", seat.party().id())
            .param("name", name)
            .query(Long.class)
            .single();
    write(seat, id, 1, "began", body, Staff.UNKNOWN);
    return id;
  }

  Optional<KeptPlan> find(long id) {
    return jdbc.sql(PLANS + "where d.id = :id")
        .param("id", id)
        .query((rs, row) -> plan(rs))
        .optional();
  }

  /** The same, and nobody else changes it until the transaction is over. */
  Optional<KeptPlan> findToChange(long id) {
    jdbc.sql("select id from roleplans.plan where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
    return find(id);
  }

  /** The plans of a place that a party may see, changed last first. */
  List<KeptPlan> list(PlaceCode place, long party) {
    return jdbc.sql(
            PLANS
                + """
                where d.place = :place and (d.shared or d.party = :party)
                order by v.made_at desc, d.id desc limit :most
                """)
        .param("place", place.value())
        .param("party", party)
        .param("most", MOST)
        .query((rs, row) -> plan(rs))
        .list();
  }

  /**
   * A version that holds from now on.
   *
   * @param words what was done
   */
  void add(Seat seat, KeptPlan plan, String name, String words, PlanBody body, Staff staff) {
    write(seat, plan.id(), plan.version() + 1, words, body, staff);
    jdbc.sql("update roleplans.plan set current = :number, name = :name where id = :id")
        .param("number", plan.version() + 1)
        .param("name", name)
        .param("id", plan.id())
        .update();
  }

  void share(long id) {
    jdbc.sql("update roleplans.plan set shared = true where id = :id").param("id", id).update();
  }

  private void write(Seat seat, long plan, int number, String words, PlanBody body, Staff staff) {
    jdbc.sql(
            """
            insert into roleplans.version (plan, number, person, seat, words, content, confidential)
            values (:plan, :number, :person, :seat, :words, :content::jsonb, :confidential::jsonb)
            """)
        .param("plan", plan)
        .param("number", number)
        .param("person", seat.personName())
        .param("seat", seat.id())
        .param("words", words)
        .param("content", JSON.writeValueAsString(body))
        .param("confidential", JSON.writeValueAsString(staff))
        .update();
  }

  private static KeptPlan plan(ResultSet rs) throws SQLException {
    return new KeptPlan(
        rs.getLong("id"),
        new PlaceCode(rs.getString("place")),
        new NetworkCode(rs.getString("network")),
        rs.getLong("party"),
        rs.getString("party_name"),
        rs.getString("name"),
        rs.getBoolean("shared"),
        rs.getInt("number"),
        rs.getTimestamp("made_at").toInstant(),
        rs.getString("person"),
        JSON.readValue(rs.getString("content"), PlanBody.class),
        JSON.readValue(rs.getString("confidential"), Staff.class));
  }
}
