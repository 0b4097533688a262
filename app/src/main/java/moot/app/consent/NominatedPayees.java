package moot.app.consent;

import java.time.LocalDate;
import java.util.List;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is paid for a network, as its practices named them in what was sealed. */
@Repository
public class NominatedPayees {
  private final JdbcClient jdbc;

  NominatedPayees(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A network's nominated payee.
   *
   * @param payee as it was written: a name, or an ODS code
   * @param from the first day on which what was sealed holds
   */
  public record NominatedPayee(NetworkCode network, String payee, LocalDate from) {}

  /** Those of the networks of a place on a day, by the network's code. */
  public List<NominatedPayee> list(PlaceCode place, LocalDate on) {
    return jdbc.sql(
            """
            select distinct on (n.code) n.code, n.nominated_payee, p.effective_on
            from consent.network n join consent.proposal p on p.id = n.proposal
            where p.place = :place and p.state = 'SEALED' and n.nominated_payee is not null
              and p.effective_on <= :on
            order by n.code, p.effective_on desc, p.id desc
            """)
        .param("place", place.value())
        .param("on", on)
        .query(
            (rs, row) ->
                new NominatedPayee(
                    new NetworkCode(rs.getString("code")),
                    rs.getString("nominated_payee"),
                    rs.getObject("effective_on", LocalDate.class)))
        .list();
  }
}
