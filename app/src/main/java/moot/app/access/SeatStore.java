package moot.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import moot.register.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks who sits where. Only seats that are held now; one that was given up is not found. */
@Repository
public class SeatStore {
  private static final String SEATS =
      """
      select s.id as seat, s.role, n.id as person, n.name as person_name,
        p.id, p.kind, p.code, p.name, p.place
      from access.seat s
      join access.person n on n.id = s.person
      join access.party p on p.id = s.party
      where s.ended_at is null
      """;
  private static final String IN_ORDER =
      """
       order by array_position(array['FACILITATOR', 'SYSTEM', 'LMC', 'FEDERATION', 'NETWORK',
        'PRACTICE', 'INSTALLATION'], p.kind), p.name, p.id,
        array_position(array['SIGNATORY', 'ADMINISTRATOR', 'EDITOR', 'VIEWER'], s.role), n.name
      """;

  private final JdbcClient jdbc;

  public SeatStore(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** A seat, if this person holds it. */
  public Optional<Seat> find(long person, long seat) {
    return jdbc.sql(SEATS + "and s.id = :seat and s.person = :person")
        .param("seat", seat)
        .param("person", person)
        .query((rs, row) -> seat(rs))
        .optional();
  }

  /** A seat, whoever holds it. */
  public Optional<Seat> find(long seat) {
    return jdbc.sql(SEATS + "and s.id = :seat")
        .param("seat", seat)
        .query((rs, row) -> seat(rs))
        .optional();
  }

  /** All seats of a person. */
  public List<Seat> listOfPerson(long person) {
    return jdbc.sql(SEATS + "and s.person = :person" + IN_ORDER)
        .param("person", person)
        .query((rs, row) -> seat(rs))
        .list();
  }

  /** Everyone who acts for a party. */
  public List<Seat> listOfParty(long party) {
    return jdbc.sql(SEATS + "and p.id = :party" + IN_ORDER)
        .param("party", party)
        .query((rs, row) -> seat(rs))
        .list();
  }

  /** All seats: by kind of party, then by name. */
  public List<Seat> list() {
    return jdbc.sql(SEATS + IN_ORDER).query((rs, row) -> seat(rs)).list();
  }

  /** The parties at the table of a place, by kind and name. */
  public List<Party> listParties(PlaceCode place) {
    return jdbc.sql(
            "select id, kind, code, name, place from access.party where place = :place"
                + " order by kind, name, id")
        .param("place", place.value())
        .query((rs, row) -> party(rs))
        .list();
  }

  public Optional<Party> findParty(long id) {
    return jdbc.sql("select id, kind, code, name, place from access.party where id = :id")
        .param("id", id)
        .query((rs, row) -> party(rs))
        .optional();
  }

  /** The practice, network or other party with this code at the table of a place. */
  public Optional<Party> findParty(PlaceCode place, PartyKind kind, String code) {
    return jdbc.sql(
            "select id, kind, code, name, place from access.party"
                + " where place = :place and kind = :kind and code = :code")
        .param("place", place.value())
        .param("kind", kind.name())
        .param("code", code)
        .query((rs, row) -> party(rs))
        .optional();
  }

  /** Whether anyone looks after this installation: nobody can be let in otherwise. */
  boolean hasAdministrator() {
    return jdbc.sql(
            """
            select exists (select from access.seat s join access.party p on p.id = s.party
              where s.ended_at is null and s.role = 'ADMINISTRATOR' and p.kind = 'INSTALLATION')
            """)
        .query(Boolean.class)
        .single();
  }

  private static Seat seat(ResultSet rs) throws SQLException {
    return new Seat(
        rs.getLong("seat"),
        rs.getLong("person"),
        rs.getString("person_name"),
        party(rs),
        Role.valueOf(rs.getString("role")));
  }

  private static Party party(ResultSet rs) throws SQLException {
    String place = rs.getString("place");
    return new Party(
        rs.getLong("id"),
        PartyKind.valueOf(rs.getString("kind")),
        rs.getString("code"),
        rs.getString("name"),
        place == null ? null : new PlaceCode(place));
  }
}
