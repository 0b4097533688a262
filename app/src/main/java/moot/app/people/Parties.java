package moot.app.people;

import java.util.Optional;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.register.PlaceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes parties, people and seats. Whoever calls writes the journal in the same transaction. */
final class Parties {
  private final JdbcClient jdbc;

  Parties(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a party or finds it; gives its number. */
  long put(PartyKind kind, String code, String name, @Nullable PlaceCode place) {
    return jdbc.sql(
            """
            insert into access.party (kind, code, name, place) values (:kind, :code, :name, :place)
            on conflict (place, kind, code) do update set name = excluded.name returning id
            """)
        .param("kind", kind.name())
        .param("code", code)
        .param("name", name)
        .param("place", place == null ? null : place.value())
        .query(Long.class)
        .single();
  }

  /** Adds a person without a password; gives the number. */
  long addPerson(String name, String email) {
    return jdbc.sql("insert into access.person (name, email) values (:name, :email) returning id")
        .param("name", name)
        .param("email", email)
        .query(Long.class)
        .single();
  }

  /** Gives a person a seat at a party, or another role in the one held; gives its number. */
  long seat(long person, long party, Role role) {
    return jdbc.sql(
            """
            insert into access.seat (person, party, role) values (:person, :party, :role)
            on conflict (person, party) where ended_at is null
            do update set role = excluded.role returning id
            """)
        .param("person", person)
        .param("party", party)
        .param("role", role.name())
        .query(Long.class)
        .single();
  }

  /** The number of the person with this e-mail address, if there is an account. */
  Optional<Long> findPerson(String email) {
    return jdbc.sql("select id from access.person where lower(email) = lower(:email)")
        .param("email", email)
        .query(Long.class)
        .optional();
  }
}
