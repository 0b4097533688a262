package moot.app.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import moot.register.PartyKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says in words what a file changes in the register, by looking before and after its facts are
 * moved in.
 */
final class WhatChanged {
  private static final int EXAMPLES = 5;

  private final JdbcClient jdbc;
  private final WaitingFacts facts;
  private final LocalDate knownFrom;
  private final LocalDate today;
  private final List<String> changes = new ArrayList<>();

  /**
   * @param knownFrom from which day the file's facts are known: they are compared with what was
   *     known by then, so that an old file that comes late does not seem to bring news
   */
  WhatChanged(JdbcClient jdbc, WaitingFacts facts, LocalDate knownFrom, LocalDate today) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.knownFrom = knownFrom;
    this.today = today;
  }

  /** Before the facts are moved. */
  void lookBefore() {
    if (facts.count(FactTable.PARTY) > 0) {
      parties();
    }
    if (facts.count(FactTable.RELATION) > 0) {
      jdbc.sql(
              """
              create temporary table networks_before on commit drop as
              select of_code, to_code
              from register.relations_as_of('MEMBER_OF', %s, %s)
              """
                  .formatted(literal(today), literal(today)))
          .update();
    }
    if (facts.count(FactTable.LIST) > 0) {
      lists();
    }
    for (FactTable table :
        List.of(FactTable.POSTCODE, FactTable.AREA_CENTRE, FactTable.AREA_DEPRIVATION)) {
      if (facts.count(table) > 0) {
        referenceData(table);
      }
    }
  }

  /** After the facts were moved. */
  List<String> lookAfter() {
    if (facts.count(FactTable.RELATION) > 0) {
      networks();
    }
    for (FactTable table :
        List.of(
            FactTable.AREA_PATIENTS,
            FactTable.NETWORK_AREA_PATIENTS,
            FactTable.PAYMENT,
            FactTable.NEED)) {
      if (facts.count(table) > 0) {
        say("%,d %s taken in.", facts.count(table), table.words());
      }
    }
    return List.copyOf(changes);
  }

  private void parties() {
    for (PartyKind kind : PartyKind.values()) {
      List<String> unknown =
          jdbc.sql(
                  """
                  select distinct code from waiting_party_fact w
                  where kind = :kind and not exists (
                    select 1 from register.party_fact k where k.kind = w.kind and k.code = w.code)
                  order by code
                  """)
              .param("kind", kind.name())
              .query(String.class)
              .list();
      if (!unknown.isEmpty()) {
        say("New %s: %,d (%s).", plural(kind, unknown.size()), unknown.size(), some(unknown));
      }
    }
    List<String> closed =
        jdbc.sql(
                """
                select distinct w.code from waiting_party_fact w
                where w.status = 'CLOSED'
                  and 'CLOSED' <> (
                    select k.status from register.party_fact k
                    join register.source s on s.id = k.source
                    where k.kind = w.kind and k.code = w.code and k.status is not null
                      and s.known_from <= :known
                    order by s.known_from desc, s.id desc limit 1)
                order by w.code
                """)
            .param("known", knownFrom)
            .query(String.class)
            .list();
    if (!closed.isEmpty()) {
      say("Closed since: %,d (%s).", closed.size(), some(closed));
    }
    List<String> renamed =
        jdbc.sql(
                """
                select w.code || ': ' || min(k.name) || ', now ' || min(w.name)
                from waiting_party_fact w
                join lateral (
                  select k.name from register.party_fact k
                  join register.source s on s.id = k.source
                  where k.kind = w.kind and k.code = w.code and k.name is not null
                    and s.known_from <= :known
                  order by s.known_from desc, s.id desc limit 1
                ) k on true
                where w.kind in ('PRACTICE', 'NETWORK') and upper(w.name) <> upper(k.name)
                group by w.code
                order by w.code
                """)
            .param("known", knownFrom)
            .query(String.class)
            .list();
    if (!renamed.isEmpty()) {
      say("Under another name: %,d (%s).", renamed.size(), some(renamed, "; "));
    }
  }

  private record Counted(
      int practices, LocalDate on, long patients, int knownPractices, long before, long since) {}

  /** The registered lists on the newest day in the file, and those practices' lists before it. */
  private void lists() {
    Counted counted =
        jdbc.sql(
                """
                with newest as (
                  select practice, patients, true_to from waiting_list_fact
                  where kind = 'REGISTERED'
                    and true_to = (
                      select max(true_to) from waiting_list_fact where kind = 'REGISTERED')
                ), compared as (
                  select n.*, b.patients as before
                  from newest n
                  left join lateral (
                    select l.patients from register.list_fact l
                    where l.practice = n.practice and l.kind = 'REGISTERED'
                      and l.true_to < n.true_to
                    order by l.true_to desc, l.source desc limit 1
                  ) b on true
                )
                select count(*) as practices, max(true_to) as counted_on,
                  coalesce(sum(patients), 0)::bigint as patients,
                  count(before) as known_practices,
                  coalesce(sum(before), 0)::bigint as before,
                  coalesce(sum(patients) filter (where before is not null), 0)::bigint as since
                from compared
                """)
            .query(
                (rs, row) ->
                    new Counted(
                        rs.getInt("practices"),
                        rs.getObject("counted_on", LocalDate.class),
                        rs.getLong("patients"),
                        rs.getInt("known_practices"),
                        rs.getLong("before"),
                        rs.getLong("since")))
            .single();
    if (counted.practices() == 0) {
      return;
    }
    say(
        "Registered lists to %s: %,d practices, %,d patients.",
        counted.on(), counted.practices(), counted.patients());
    if (counted.knownPractices() > 0) {
      say(
          "Of these, %,d had an earlier list: %,d patients then, %,d now.",
          counted.knownPractices(), counted.before(), counted.since());
    }
  }

  private record Move(String practice, @Nullable String from, @Nullable String to) {}

  private void networks() {
    List<Move> moves =
        jdbc.sql(
                """
                select coalesce(a.of_code, b.of_code) as practice,
                  b.to_code as before, a.to_code as after
                from networks_before b
                full join register.relations_as_of('MEMBER_OF', :today, :today) a
                  on a.of_code = b.of_code
                where a.to_code is distinct from b.to_code
                order by 1
                """)
            .param("today", today)
            .query(
                (rs, row) ->
                    new Move(
                        rs.getString("practice"), rs.getString("before"), rs.getString("after")))
            .list();
    List<String> joined =
        moves.stream()
            .filter(move -> move.from() == null)
            .map(move -> "%s in %s".formatted(move.practice(), move.to()))
            .toList();
    List<String> moved =
        moves.stream()
            .filter(move -> move.from() != null && move.to() != null)
            .map(move -> "%s from %s to %s".formatted(move.practice(), move.from(), move.to()))
            .toList();
    List<String> left =
        moves.stream()
            .filter(move -> move.to() == null)
            .map(move -> "%s, until now in %s".formatted(move.practice(), move.from()))
            .toList();
    if (!joined.isEmpty()) {
      say("In a network now, before in none: %,d (%s).", joined.size(), some(joined));
    }
    if (!moved.isEmpty()) {
      say("In another network now: %,d (%s).", moved.size(), some(moved));
    }
    if (!left.isEmpty()) {
      say("In no network any more: %,d (%s).", left.size(), some(left));
    }
  }

  private void referenceData(FactTable table) {
    int unknown =
        jdbc.sql(
                "select count(*) from %s w where not exists (select 1 from %s k where k.%s = w.%s)"
                    .formatted(
                        table.waiting(),
                        table.table(),
                        table.key().getFirst(),
                        table.key().getFirst()))
            .query(Integer.class)
            .single();
    if (unknown > 0) {
      say("%,d %s that were not known.", unknown, table.words());
    }
    int same = facts.countKnown(table);
    int other = facts.count(table) - unknown - same;
    if (other > 0) {
      say("%,d %s are given otherwise than before.", other, table.words());
    }
  }

  private void say(String words, Object... values) {
    changes.add(words.formatted(values));
  }

  private static String some(List<String> all) {
    return some(all, ", ");
  }

  private static String some(List<String> all, String separator) {
    String first = String.join(separator, all.subList(0, Math.min(EXAMPLES, all.size())));
    return all.size() > EXAMPLES ? first + separator + "…" : first;
  }

  private static String plural(PartyKind kind, int count) {
    String words = kind.words();
    return count == 1 ? words : words + "s";
  }

  /** A date can be no parameter where a table is created. */
  private static String literal(LocalDate date) {
    return String.format(Locale.ROOT, "date '%s'", date);
  }
}
