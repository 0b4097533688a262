package moot.app.roleplans;

import java.math.BigDecimal;
import java.util.List;
import moot.app.access.Seat;
import moot.funding.Quantity;
import moot.funding.roles.DonorService;
import moot.register.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the services whose staff new roles may draw. */
@Repository
class DonorStore {
  private final JdbcClient jdbc;

  DonorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<KeptDonor> list(PlaceCode place) {
    return jdbc.sql(
            """
            select id, name, role, staff, threshold, person from roleplans.donor
            where place = :place order by role, name
            """)
        .param("place", place.value())
        .query(
            (rs, row) ->
                new KeptDonor(
                    rs.getLong("id"),
                    new DonorService(
                        rs.getString("name"),
                        rs.getString("role"),
                        quantity(rs.getBigDecimal("staff")),
                        quantity(rs.getBigDecimal("threshold"))),
                    rs.getString("person")))
        .list();
  }

  /** In the place of what was set for the same service and role. */
  void set(Seat seat, PlaceCode place, DonorService service) {
    jdbc.sql(
            """
            insert into roleplans.donor (place, name, role, staff, threshold, person)
            values (:place, :name, :role, :staff, :threshold, :person)
            on conflict (place, name, role) do update set staff = excluded.staff,
              threshold = excluded.threshold, set_at = now(), person = excluded.person
            """)
        .param("place", place.value())
        .param("name", service.name())
        .param("role", service.role())
        .param("staff", service.staff().amount())
        .param("threshold", service.threshold().amount())
        .param("person", seat.personName())
        .update();
  }

  boolean remove(PlaceCode place, long id) {
    return jdbc.sql("delete from roleplans.donor where place = :place and id = :id")
            .param("place", place.value())
            .param("id", id)
            .update()
        > 0;
  }

  private static Quantity quantity(BigDecimal amount) {
    return Quantity.of(amount);
  }
}
