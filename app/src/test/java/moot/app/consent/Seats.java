package moot.app.consent;

import moot.app.ServedTable;
import moot.app.access.Party;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.register.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seats for tests that ask the desk itself, without signing in. */
final class Seats {
  private Seats() {}

  static Seat of(PlaceCode place, PartyKind kind, String code, Role role) {
    JdbcClient jdbc = ServedTable.bean(JdbcClient.class);
    jdbc.sql(
            """
            insert into access.party (kind, code, name, place) values (:kind, :code, :name, :place)
            on conflict do nothing
            """)
        .param("kind", kind.name())
        .param("code", code)
        .param("name", kind.words() + " " + code)
        .param("place", place.value())
        .update();
    Party party =
        jdbc.sql(
                """
                select id, name from access.party
                where kind = :kind and code = :code and place = :place
                """)
            .param("kind", kind.name())
            .param("code", code)
            .param("place", place.value())
            .query((rs, row) -> new Party(rs.getLong(1), kind, code, rs.getString(2), place))
            .single();
    long person =
        jdbc.sql("insert into access.person (name, email) values ('Kim Test', :email) returning id")
            .param("email", "kim-%d@example.org".formatted(System.nanoTime()))
            .query(Long.class)
            .single();
    long seat =
        jdbc.sql(
                """
                insert into access.seat (person, party, role) values (:person, :party, :role)
                returning id
                """)
            .param("person", person)
            .param("party", party.id())
            .param("role", role.name())
            .query(Long.class)
            .single();
    return new Seat(seat, person, "Kim Test", party, role);
  }
}
