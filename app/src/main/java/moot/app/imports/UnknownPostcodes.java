package moot.app.imports;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import moot.register.reading.Problems;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds practices with patients whose site nobody can find. */
final class UnknownPostcodes {
  private record Lost(String practice, String postcode, boolean areaKnown) {}

  private UnknownPostcodes() {}

  /** Looks through the sites of a file before they are moved into the register. */
  static void warn(JdbcClient jdbc, WaitingFacts facts, Problems problems) {
    if (facts.count(FactTable.SITE) == 0) {
      return;
    }
    String listed =
        facts.count(FactTable.LIST) > 0
            ? "select practice from waiting_list_fact union select practice from register.list_fact"
            : "select practice from register.list_fact";
    String closed =
        facts.count(FactTable.PARTY) > 0
            ? "select code from waiting_party_fact where status in ('CLOSED', 'DORMANT')"
            : "select null where false";
    // A practice that is closed needs no site, and one whose site a newer file places has one.
    List<Lost> lost =
        jdbc.sql(
                """
                with lost as (
                  select w.practice, w.postcode, (regexp_match(w.postcode, '^[A-Z]+'))[1] as area
                  from waiting_site_fact w
                  where w.easting is null
                    and w.practice in (%s)
                    and not exists (
                      select 1 from register.postcode_fact p where p.postcode = w.postcode)
                    and not exists (
                      select 1 from register.site_fact f
                      where f.practice = w.practice and f.easting is not null
                        and (f.postcode = w.postcode or f.true_on > w.true_on))
                    and w.practice not in (
                      select code from register.party_fact
                      where kind = 'PRACTICE' and status in ('CLOSED', 'DORMANT')
                      union all %s)
                ), known_area as materialized (
                  select area from (select distinct area from lost) l where exists (
                    select 1 from register.postcode_fact p
                    where p.postcode >= l.area || '0' and p.postcode < l.area || ':')
                )
                select practice, postcode, area in (select area from known_area) as area_known
                from lost order by practice
                """
                    .formatted(listed, closed))
            .query(
                (rs, row) ->
                    new Lost(
                        rs.getString("practice"),
                        rs.getString("postcode"),
                        rs.getBoolean("area_known")))
            .list();
    SortedSet<String> areas = new TreeSet<>();
    int elsewhere = 0;
    for (Lost each : lost) {
      if (each.areaKnown()) {
        problems.warning(
            0,
            "postcode",
            each.postcode(),
            "the site of practice %s cannot be found: this postcode is not among those of its area"
                .formatted(each.practice()),
            "Maybe it is new, or mistyped?");
      } else {
        areas.add(each.postcode().replaceAll("[0-9].*", ""));
        elsewhere++;
      }
    }
    if (elsewhere > 0) {
      problems.warning(
          0,
          "postcode",
          String.join(", ", areas),
          "the %s in these postcode areas cannot be found, as the areas' postcodes are not in the register"
              .formatted(
                  elsewhere == 1
                      ? "site of 1 practice"
                      : "sites of %,d practices".formatted(elsewhere)),
          "Maybe their Code-Point Open files have not been imported yet?");
    }
  }
}
