package moot.app.wishes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.app.access.PartyKind;
import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import moot.formation.FormingRules;
import moot.formation.Preference;
import moot.formation.Wish;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the engine count what practices have said in confidence, so that what comes of it does not
 * tell what one of them has said. Decision 6 says how, and what it does not protect from.
 *
 * <p>Only the facilitator and the system may ask, each asking is in the journal, and there are few
 * a day. Answers are counted in <em>rounds</em>: two rounds differ by the answers of several
 * practices.
 */
@Component
public class Answers {
  /** Fewer answers than these are never counted together. */
  public static final int FEWEST = 5;

  /** How often a day the answers of a place may be counted. */
  static final int MOST_A_DAY = 20;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final WishStore store;
  private final Journal journal;

  Answers(JdbcClient jdbc, WishStore store, Journal journal) {
    this.jdbc = jdbc;
    this.store = store;
    this.journal = journal;
  }

  /**
   * The answers of a place at one time.
   *
   * @param wishes by code of the practice that has them, by code of the one they are about
   */
  record Round(long id, PlaceCode place, Instant takenAt, Map<String, Map<String, Wish>> wishes) {
    List<Preference> preferences() {
      List<Preference> preferences = new ArrayList<>();
      wishes.forEach(
          (of, about) ->
              about.forEach(
                  (code, wish) ->
                      preferences.add(
                          new Preference(
                              new PracticeCode(of), new PracticeCode(code), wish.dislike()))));
      return preferences;
    }

    /** How many of some practices have an answer in it. */
    int answered(Set<PracticeCode> among) {
      return (int)
          wishes.keySet().stream().filter(code -> among.contains(new PracticeCode(code))).count();
    }
  }

  /** Whether somebody on this seat may ever ask. */
  public static boolean mayBeAskedFor(Seat seat) {
    return seat.role().edits()
        && (seat.party().kind() == PartyKind.FACILITATOR
            || seat.party().kind() == PartyKind.SYSTEM);
  }

  /**
   * Asks that the engine counts what practices want, and writes that into the journal.
   *
   * @param free the practices that the engine may place as it finds best
   * @param subject what for, kind and id, for example {@code draft:12}
   * @param words the same as a sentence without its subject
   * @return the round that is to be counted
   * @throws ToldToVisitors when this seat may not, or it would tell too much of one practice
   */
  @Transactional
  public long ask(Seat seat, Set<PracticeCode> free, String subject, String words) {
    if (!mayBeAskedFor(seat)) {
      throw new ToldToVisitors(
          403,
          "You act for %s as %s: only the facilitator and the system may have counted what practices say in confidence. Maybe ask the facilitator?"
              .formatted(seat.party().name(), seat.role().words()));
    }
    Round round = newest(place(seat)).orElseThrow(Answers::tooFew);
    if (round.answered(free) < FEWEST) {
      throw new ToldToVisitors(
          400,
          "Fewer than %d of the practices that are free here have said whom they would like to work with, and counting them would tell too much of one. Maybe keep less, or wait until more have?"
              .formatted(FEWEST));
    }
    write(seat, round, subject, words);
    return round.id();
  }

  static ToldToVisitors tooFew() {
    return new ToldToVisitors(
        400,
        "Fewer than %d practices have said whom they would like to work with, and counting them would tell too much of one. Maybe wait until more have?"
            .formatted(FEWEST));
  }

  /** In the transaction of whoever asks. */
  long write(Seat seat, Round round, String subject, String words) {
    int today =
        jdbc.sql(
                """
                select count(*) from wishes.asking
                where place = :place and asked_at > now() - interval '1 day'
                """)
            .param("place", round.place().value())
            .query(Integer.class)
            .single();
    if (today >= MOST_A_DAY) {
      throw new ToldToVisitors(
          400,
          "What practices want was counted %d times within a day: expected no more, so that nobody finds out by trying. Maybe go on tomorrow?"
              .formatted(today));
    }
    long id =
        jdbc.sql(
                """
                insert into wishes.asking (place, round, subject, person, party)
                values (:place, :round, :subject, :person, :party) returning id
                """)
            .param("place", round.place().value())
            .param("round", round.id())
            .param("subject", subject)
            .param("person", seat.personName())
            .param("party", seat.party().id())
            .query(Long.class)
            .single();
    journal.write(
        seat,
        Deed.open("wishes.counted", subject, round.place(), words)
            .with("round", Long.toString(round.id())));
    return id;
  }

  /** These rules, counting what practices said in a round. */
  public FormingRules counting(FormingRules rules, long round) {
    return Wish.counted(rules, get(round).preferences());
  }

  Round get(long id) {
    return jdbc.sql("select id, place, taken_at, content::text from wishes.round where id = :id")
        .param("id", id)
        .query((rs, row) -> round(rs))
        .single();
  }

  /**
   * The round to count now: the last one, unless enough practices have said something else since.
   * Empty when too few have ever said anything.
   */
  @Transactional
  Optional<Round> newest(PlaceCode place) {
    // One at a time, or two rounds could be closer to each other than each is to the last.
    jdbc.sql("select pg_advisory_xact_lock(hashtext('wishes.round ' || :place))")
        .param("place", place.value())
        .query((rs, row) -> true)
        .single();
    Optional<Round> last =
        jdbc.sql(
                """
                select id, place, taken_at, content::text from wishes.round
                where place = :place order by id desc limit 1
                """)
            .param("place", place.value())
            .query((rs, row) -> round(rs))
            .optional();
    Map<String, Map<String, Wish>> now = new TreeMap<>();
    store
        .listNow(place)
        .forEach(
            (code, said) -> {
              if (!said.wishes().isEmpty()) {
                now.put(code, said.wishes());
              }
            });
    Map<String, Map<String, Wish>> before = last.map(Round::wishes).orElse(Map.of());
    Set<String> all = new TreeSet<>(now.keySet());
    all.addAll(before.keySet());
    long changed =
        all.stream().filter(code -> !Objects.equals(now.get(code), before.get(code))).count();
    if (now.size() < FEWEST || changed < FEWEST) {
      return last;
    }
    long id =
        jdbc.sql(
                "insert into wishes.round (place, content) values (:place, :content::jsonb) returning id")
            .param("place", place.value())
            .param("content", JSON.writeValueAsString(now))
            .query(Long.class)
            .single();
    return Optional.of(get(id));
  }

  static PlaceCode place(Seat seat) {
    return seat.getPlace();
  }

  private record Content(Map<String, Map<String, Wish>> wishes) {}

  private static Round round(ResultSet rs) throws SQLException {
    Content content = JSON.readValue("{\"wishes\":" + rs.getString("content") + "}", Content.class);
    return new Round(
        rs.getLong("id"),
        new PlaceCode(rs.getString("place")),
        rs.getTimestamp("taken_at").toInstant(),
        content.wishes());
  }
}
