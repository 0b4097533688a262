package moot.app.register;

import java.util.HashMap;
import java.util.Map;
import moot.funding.FinancialYear;
import moot.funding.pricing.CoreContract;
import moot.register.PracticeCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which contracts practices hold of their own, as imported files say. */
final class Contracts {
  private final JdbcClient jdbc;

  Contracts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Of all practices that any file says something of: of the kind of contract, and of being
   * responsible out of hours, what is nearest to the year.
   */
  Map<PracticeCode, CoreContract> list(FinancialYear year) {
    Map<PracticeCode, CoreContract> contracts = new HashMap<>();
    jdbc.sql(
            """
            select c.practice,
              (array_agg(c.contract order by abs(c.true_on - :day), s.known_from desc, s.id desc)
                filter (where c.contract is not null))[1] as contract,
              (array_agg(c.out_of_hours order by abs(c.true_on - :day), s.known_from desc, s.id desc)
                filter (where c.out_of_hours is not null))[1] as out_of_hours
            from register.contract_fact c join register.source s on s.id = c.source
            group by c.practice
            """)
        .param("day", year.from())
        .query(
            rs -> {
              contracts.put(
                  new PracticeCode(rs.getString("practice")),
                  CoreContract.of(
                      rs.getString("contract"), rs.getObject("out_of_hours", Boolean.class)));
            });
    return contracts;
  }
}
