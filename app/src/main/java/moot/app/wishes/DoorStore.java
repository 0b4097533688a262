package moot.app.wishes;

import java.time.LocalDate;
import java.util.Optional;
import moot.app.access.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps until when the doors of drafts stay open. */
@Repository
class DoorStore {
  private final JdbcClient jdbc;

  DoorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<LocalDate> findUntil(long draft) {
    return jdbc.sql("select until from wishes.door where draft = :draft")
        .param("draft", draft)
        .query(LocalDate.class)
        .optional();
  }

  void set(Seat seat, long draft, LocalDate until) {
    jdbc.sql(
            """
            insert into wishes.door (draft, until, person) values (:draft, :until, :person)
            on conflict (draft) do update
              set until = excluded.until, person = excluded.person, set_at = now()
            """)
        .param("draft", draft)
        .param("until", until)
        .param("person", seat.personName())
        .update();
  }

  void clear(long draft) {
    jdbc.sql("delete from wishes.door where draft = :draft").param("draft", draft).update();
  }
}
