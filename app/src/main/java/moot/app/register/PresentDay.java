package moot.app.register;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What holds today, worked out from all facts and kept in tables of its own, so that a list of
 * places or a map of England need not weigh the whole history each time.
 *
 * <p>The tables are rebuilt when facts came in or the day changed since they were built; whoever
 * reads next does it, so an interrupted import leaves nothing stale behind.
 */
final class PresentDay {
  private PresentDay() {}

  /** Must be called within a transaction. */
  static void refresh(JdbcClient jdbc, LocalDate today) {
    if (isFresh(jdbc, today)) {
      return;
    }
    // One rebuilds, the others wait and then find it done.
    jdbc.sql("select pg_advisory_xact_lock(hashtext('register.practice_now'))").query(rs -> {});
    if (isFresh(jdbc, today)) {
      return;
    }
    jdbc.sql("delete from register.practice_now").update();
    jdbc.sql("delete from register.party_now").update();
    jdbc.sql(PARTIES).param("today", today).update();
    jdbc.sql(PRACTICES).param("today", today).update();
    jdbc.sql(
            """
            insert into register.now_state (last_source, built_for)
            select coalesce(max(id), 0), :today from register.source
            on conflict (only_row)
            do update set last_source = excluded.last_source, built_for = excluded.built_for
            """)
        .param("today", today)
        .update();
  }

  private static boolean isFresh(JdbcClient jdbc, LocalDate today) {
    return jdbc.sql(
            """
            select exists (
              select 1 from register.now_state
              where built_for = :today
                and last_source = (select coalesce(max(id), 0) from register.source))
            """)
        .param("today", today)
        .query(Boolean.class)
        .single();
  }

  private static final String PARTIES =
      """
      insert into register.party_now (kind, code, name)
      select distinct on (p.kind, p.code) p.kind, p.code, p.name
      from register.party_fact p
      join register.source s on s.id = p.source
      where p.name is not null and s.known_from <= :today
      order by p.kind, p.code, s.known_from desc, s.id desc, p.true_from desc
      """;

  /**
   * The site is the newest that any file gives. Where that file gives only a postcode, the point is
   * that of the postcode, or else the one that an older file gave for the same postcode.
   *
   * <p>In a place of the table's own, the table decides who takes part: there a practice in no
   * network does too. Elsewhere, one that is published as being in no network has stayed out.
   *
   * <p>Need is the deprivation of where the patients live, when both are known for at least half of
   * them; else the figure that a file gives for the practice; else the deprivation of the area
   * whose centre is nearest to the site.
   */
  private static final String PRACTICES =
      """
      insert into register.practice_now (
        practice, name, takes_part, left_out_because, postcode, easting, northing,
        registered_list, registered_on, adjusted_list, weighted_list,
        network, council, board, sub_location, place, need, need_basis)
      with src as materialized (
        select id, known_from from register.source where known_from <= :today
      ), role as (
        select distinct on (p.code) p.code, p.role
        from register.party_fact p join src s on s.id = p.source
        where p.kind = 'PRACTICE' and p.role is not null
        order by p.code, s.known_from desc, s.id desc
      ), status as (
        select distinct on (p.code) p.code, p.status, p.true_to
        from register.party_fact p join src s on s.id = p.source
        where p.kind = 'PRACTICE' and p.status is not null
        order by p.code, s.known_from desc, s.id desc
      ), list as (
        select distinct on (l.practice, l.kind) l.practice, l.kind, l.patients, l.true_to
        from register.list_fact l join src s on s.id = l.source
        where l.true_from <= :today
        order by l.practice, l.kind, l.true_to desc, s.known_from desc, s.id desc
      ), site as (
        select distinct on (f.practice) f.practice, f.postcode, f.easting, f.northing
        from register.site_fact f join src s on s.id = f.source
        where f.true_on <= :today
        order by f.practice, f.true_on desc, s.known_from desc, s.id desc
      ), located as (
        select t.practice, t.postcode,
          coalesce(t.easting, pc.easting, older.easting) as easting,
          coalesce(t.northing, pc.northing, older.northing) as northing,
          pc.council
        from site t
        left join lateral (
          select p.easting, p.northing, p.council
          from register.postcode_fact p join src s on s.id = p.source
          where p.postcode = t.postcode
          order by s.known_from desc, s.id desc limit 1
        ) pc on true
        left join lateral (
          select f.easting, f.northing
          from register.site_fact f join src s on s.id = f.source
          where t.easting is null and f.practice = t.practice and f.postcode = t.postcode
            and f.easting is not null
          order by f.true_on desc, s.known_from desc, s.id desc limit 1
        ) older on true
      ), member as materialized (
        select * from register.statements_as_of('MEMBER_OF', :today, :today)
      ), council as materialized (
        select * from register.relations_as_of('PRACTICE_IN_COUNCIL', :today, :today)
      ), board as materialized (
        select * from register.relations_as_of('PRACTICE_IN_BOARD', :today, :today)
      ), sub as materialized (
        select * from register.relations_as_of('PRACTICE_IN_SUB_LOCATION', :today, :today)
      ), sub_board as materialized (
        select * from register.relations_as_of('SUB_LOCATION_IN_BOARD', :today, :today)
      ), place as materialized (
        select * from register.relations_as_of('PRACTICE_IN_PLACE', :today, :today)
      ), deprivation as materialized (
        select distinct on (d.area) d.area, d.score
        from register.area_deprivation_fact d join src s on s.id = d.source
        order by d.area, d.true_on desc, s.known_from desc, s.id desc
      ), lived as (
        select a.practice, a.area, a.patients, rank() over (
          partition by a.practice order by a.true_on desc, s.known_from desc, s.id desc) as newness
        from register.area_patients_fact a join src s on s.id = a.source
      ), lived_need as (
        select l.practice,
          sum(l.patients * d.score) / sum(l.patients) filter (where d.score is not null) as score
        from lived l left join deprivation d on d.area = l.area
        where l.newness = 1
        group by l.practice
        having 2 * sum(l.patients) filter (where d.score is not null) >= sum(l.patients)
          and sum(l.patients) > 0
      ), given_need as (
        select distinct on (n.practice) n.practice, n.score
        from register.need_fact n join src s on s.id = n.source
        order by n.practice, n.true_on desc, s.known_from desc, s.id desc
      ), code as (
        select practice from list where kind = 'REGISTERED'
      ), known as (
        select
          c.practice,
          coalesce(named.name, c.practice) as name,
          role.role, status.status, status.true_to as closed_on,
          located.postcode, located.easting, located.northing,
          round(registered.patients)::integer as registered_list, registered.true_to as registered_on,
          adjusted.patients as adjusted_list, weighted.patients as weighted_list,
          member.to_code as network,
          member.of_code is not null and member.to_code is null as said_to_be_in_none,
          coalesce(council.to_code, located.council) as council,
          coalesce(board.to_code, sub_board.to_code) as board,
          sub.to_code as sub_location,
          place.to_code as place,
          coalesce(lived_need.score, given_need.score, near.score) as need,
          case
            when lived_need.score is not null then 'where its patients live'
            when given_need.score is not null then 'given for the practice'
            when near.score is not null then 'the area nearest to its site'
          end as need_basis
        from code c
        left join register.party_now named on named.kind = 'PRACTICE' and named.code = c.practice
        left join role on role.code = c.practice
        left join status on status.code = c.practice
        left join located on located.practice = c.practice
        left join list registered
          on registered.practice = c.practice and registered.kind = 'REGISTERED'
        left join list adjusted on adjusted.practice = c.practice and adjusted.kind = 'ADJUSTED'
        left join list weighted on weighted.practice = c.practice and weighted.kind = 'WEIGHTED'
        left join member on member.of_code = c.practice
        left join council on council.of_code = c.practice
        left join board on board.of_code = c.practice
        left join sub on sub.of_code = c.practice
        left join sub_board on sub_board.of_code = sub.to_code
        left join place on place.of_code = c.practice
        left join lived_need on lived_need.practice = c.practice
        left join given_need on given_need.practice = c.practice
        left join lateral (
          select d.score
          from (
            select a.area from register.area_centre_fact a
            where lived_need.score is null and given_need.score is null
              and located.easting is not null
            order by point(a.easting, a.northing) <-> point(located.easting, located.northing)
            limit 1
          ) nearest
          join deprivation d on d.area = nearest.area
        ) near on true
      ), judged as (
        select k.*,
          case
            when k.status in ('CLOSED', 'DORMANT', 'PROPOSED') then lower(k.status)
            when k.closed_on < :today then 'closed'
            when k.registered_list = 0 then 'no registered patients'
            when k.easting is null then 'no coordinates'
            when k.network is null and k.role = 'OTHER_PRESCRIBING_CENTRE'
              then 'not a general practice'
            when k.said_to_be_in_none and k.place is null then 'published as being in no network'
          end as left_out_because
        from known k
      )
      select
        practice, name, left_out_because is null, left_out_because, postcode, easting, northing,
        registered_list, registered_on, adjusted_list, weighted_list,
        network, council, board, sub_location, place, need, need_basis
      from judged
      """;
}
