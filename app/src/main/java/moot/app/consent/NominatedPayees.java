package moot.app.consent;

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
   */
  public record NominatedPayee(NetworkCode network, String payee) {}

  /** The one that was named last for each network of a place, by the network's code. */
  public List<NominatedPayee> list(PlaceCode place) {
    return jdbc.sql(
            """
            select distinct on (n.code) n.code, n.nominated_payee
            from consent.network n join consent.proposal p on p.id = n.proposal
            where p.place = :place and p.state = 'SEALED' and n.nominated_payee is not null
            order by n.code, p.effective_on desc, p.id desc
            """)
        .param("place", place.value())
        .query(
            (rs, row) ->
                new NominatedPayee(
                    new NetworkCode(rs.getString("code")), rs.getString("nominated_payee")))
        .list();
  }
}
