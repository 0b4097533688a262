package moot.app.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.app.access.Seat;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
import moot.voice.consent.Answer;
import moot.voice.consent.Rule;
import moot.voice.consent.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps proposals and answers. */
@Repository
class ConsentStore {
  private final JdbcClient jdbc;

  ConsentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A proposal that is to be put. */
  record New(
      PlaceCode place,
      String placeName,
      ProposalKind kind,
      Terms terms,
      String words,
      @Nullable String origin,
      LocalDate putOn,
      String listsWords) {}

  long add(New proposal, Seat seat) {
    Rule rule = proposal.terms().rule();
    return jdbc.sql(
            """
            insert into consent.proposal (place, place_name, kind, title, words, origin, rule,
              percent, conditions_count, put_on, closes_on, effective_on, lists_words,
              put_by_party, put_by)
            values (:place, :placeName, :kind, :title, :words, :origin, :rule, :percent,
              :conditions, :putOn, :closes, :effective, :lists, :party, :by)
            returning id
            """)
        .param("place", proposal.place().value())
        .param("placeName", proposal.placeName())
        .param("kind", proposal.kind().name())
        .param("title", proposal.terms().title())
        .param("words", proposal.words())
        .param("origin", proposal.origin())
        .param("rule", RuleChoice.of(rule).name())
        .param("percent", RuleChoice.share(rule).percent())
        .param("conditions", rule.conditionsCount())
        .param("putOn", proposal.putOn())
        .param("closes", proposal.terms().closes())
        .param("effective", proposal.terms().effective())
        .param("lists", proposal.listsWords())
        .param("party", seat.party().id())
        .param("by", by(seat))
        .query(Long.class)
        .single();
  }

  static String by(Seat seat) {
    return seat.personName() + " for " + seat.party().name();
  }

  void add(long proposal, ProposedNetwork network) {
    jdbc.sql(
            """
            insert into consent.network (proposal, nr, name, code, provisional)
            values (:proposal, :nr, :name, :code, :provisional)
            """)
        .param("proposal", proposal)
        .param("nr", network.nr())
        .param("name", network.name())
        .param("code", network.code())
        .param("provisional", network.provisional())
        .update();
  }

  void add(long proposal, ProposedPractice practice) {
    Position site = practice.site();
    NetworkCode today = practice.today();
    PracticeCode relative = practice.relative();
    jdbc.sql(
            """
            insert into consent.practice (proposal, code, name, easting, northing, patients, today,
              today_name, network, changes, part, relative)
            values (:proposal, :code, :name, :easting, :northing, :patients, :today, :todayName,
              :network, :changes, :part, :relative)
            """)
        .param("proposal", proposal)
        .param("code", practice.code().value())
        .param("name", practice.name())
        .param("easting", site == null ? null : site.easting())
        .param("northing", site == null ? null : site.northing())
        .param("patients", practice.patients())
        .param("today", today == null ? null : today.value())
        .param("todayName", practice.todayName())
        .param("network", practice.network())
        .param("changes", practice.changes())
        .param("part", practice.part().name())
        .param("relative", relative == null ? null : relative.value())
        .update();
  }

  /** The proposals of a place, newest first. */
  List<Proposal> list(PlaceCode place) {
    return jdbc.sql(
            "select * from consent.proposal where place = :place order by id desc limit 200")
        .param("place", place.value())
        .query((rs, row) -> proposal(rs))
        .list();
  }

  /** Open ones whose closing date is over. */
  List<Long> listOverdue(LocalDate today) {
    return jdbc.sql(
            "select id from consent.proposal where state = 'OPEN' and closes_on < :today order by id")
        .param("today", today)
        .query(Long.class)
        .list();
  }

  Optional<Proposal> find(long id) {
    return jdbc.sql("select * from consent.proposal where id = :id")
        .param("id", id)
        .query((rs, row) -> proposal(rs))
        .optional();
  }

  /** The same, and nobody else changes it until the transaction is over. */
  Optional<Proposal> findAndHold(long id) {
    return jdbc.sql("select * from consent.proposal where id = :id for update")
        .param("id", id)
        .query((rs, row) -> proposal(rs))
        .optional();
  }

  Matter matter(Proposal proposal) {
    List<ProposedNetwork> networks =
        jdbc.sql("select * from consent.network where proposal = :id order by nr")
            .param("id", proposal.id())
            .query(
                (rs, row) ->
                    new ProposedNetwork(
                        rs.getInt("nr"),
                        rs.getString("name"),
                        rs.getString("code"),
                        rs.getBoolean("provisional"),
                        rs.getString("clinical_director"),
                        rs.getString("nominated_payee")))
            .list();
    List<ProposedPractice> practices =
        jdbc.sql("select * from consent.practice where proposal = :id order by code")
            .param("id", proposal.id())
            .query((rs, row) -> practice(rs))
            .list();
    return new Matter(proposal, networks, practices, answers(proposal.id()));
  }

  Map<PracticeCode, GivenAnswer> answers(long proposal) {
    Map<PracticeCode, GivenAnswer> given = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (practice) * from consent.answer
            where proposal = :id order by practice, id desc
            """)
        .param("id", proposal)
        .query(
            rs -> {
              GivenAnswer answer = answer(rs);
              given.put(answer.practice(), answer);
            });
    return given;
  }

  /** What each of these practices said last, by proposal. */
  Map<Long, GivenAnswer> answersOf(PracticeCode practice, PlaceCode place) {
    Map<Long, GivenAnswer> given = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (a.proposal) a.* from consent.answer a
            join consent.proposal p on p.id = a.proposal
            where a.practice = :practice and p.place = :place order by a.proposal, a.id desc
            """)
        .param("practice", practice.value())
        .param("place", place.value())
        .query(
            rs -> {
              given.put(rs.getLong("proposal"), answer(rs));
            });
    return given;
  }

  /** The open and ended proposals of a place in which a practice is asked. */
  List<Long> listAsking(PracticeCode practice, PlaceCode place) {
    return jdbc.sql(
            """
            select p.id from consent.proposal p
            join consent.practice q on q.proposal = p.id
            where p.place = :place and q.code = :practice and q.part in ('ASKED', 'MUST')
            """)
        .param("place", place.value())
        .param("practice", practice.value())
        .query(Long.class)
        .list();
  }

  long answer(
      long proposal, PracticeCode practice, Answer answer, @Nullable Long after, Seat seat) {
    return jdbc.sql(
            """
            insert into consent.answer (proposal, practice, answer, words, after, given_by,
              given_by_person)
            values (:proposal, :practice, :answer, :words, :after, :by, :person) returning id
            """)
        .param("proposal", proposal)
        .param("practice", practice.value())
        .param(
            "answer",
            switch (answer) {
              case Answer.Agrees yes -> "AGREES";
              case Answer.AgreesOn on -> "AGREES_ON";
              case Answer.Objects no -> "OBJECTS";
            })
        .param(
            "words",
            switch (answer) {
              case Answer.Agrees yes -> null;
              case Answer.AgreesOn on -> on.condition();
              case Answer.Objects no -> no.reason();
            })
        .param("after", after)
        .param("by", by(seat))
        .param("person", seat.personId())
        .query(Long.class)
        .single();
  }

  void recordCondition(long answer, Seat seat) {
    jdbc.sql(
            """
            update consent.answer
            set condition_recorded_by = :by, condition_recorded_at = now() where id = :id
            """)
        .param("by", by(seat))
        .param("id", answer)
        .update();
  }

  void confirmCondition(long answer, Seat seat) {
    jdbc.sql(
            """
            update consent.answer
            set condition_confirmed_by = :by, condition_confirmed_at = now() where id = :id
            """)
        .param("by", by(seat))
        .param("id", answer)
        .update();
  }

  void end(
      long id, ProposalState state, LocalDate on, List<String> words, @Nullable Integer source) {
    jdbc.sql(
            """
            update consent.proposal set state = :state, ended_at = now(), ended_on = :on,
              ended_words = :words, source = :source
            where id = :id
            """)
        .param("state", state.name())
        .param("on", on)
        .param("words", words.toArray(String[]::new))
        .param("source", source)
        .param("id", id)
        .update();
  }

  void name(long proposal, int network, @Nullable String director, @Nullable String payee) {
    jdbc.sql(
            """
            update consent.network set clinical_director = :director, nominated_payee = :payee
            where proposal = :proposal and nr = :nr
            """)
        .param("director", director)
        .param("payee", payee)
        .param("proposal", proposal)
        .param("nr", network)
        .update();
  }

  private static Proposal proposal(ResultSet rs) throws SQLException {
    Share share = new Share(rs.getInt("percent"));
    boolean conditions = rs.getBoolean("conditions_count");
    return new Proposal(
        rs.getLong("id"),
        new PlaceCode(rs.getString("place")),
        rs.getString("place_name"),
        ProposalKind.valueOf(rs.getString("kind")),
        new Terms(
            rs.getString("title"),
            RuleChoice.valueOf(rs.getString("rule")).rule(share, conditions),
            rs.getObject("closes_on", LocalDate.class),
            rs.getObject("effective_on", LocalDate.class)),
        rs.getString("words"),
        rs.getString("origin"),
        rs.getObject("put_on", LocalDate.class),
        rs.getString("lists_words"),
        rs.getLong("put_by_party"),
        rs.getString("put_by"),
        rs.getObject("put_at", OffsetDateTime.class).toInstant(),
        ProposalState.valueOf(rs.getString("state")),
        rs.getObject("ended_on", LocalDate.class),
        Arrays.asList((String[]) rs.getArray("ended_words").getArray()),
        rs.getObject("source", Integer.class));
  }

  private static ProposedPractice practice(ResultSet rs) throws SQLException {
    Double easting = rs.getObject("easting", Double.class);
    Double northing = rs.getObject("northing", Double.class);
    String today = rs.getString("today");
    String relative = rs.getString("relative");
    return new ProposedPractice(
        new PracticeCode(rs.getString("code")),
        rs.getString("name"),
        easting == null || northing == null ? null : new Position(easting, northing),
        rs.getInt("patients"),
        today == null ? null : new NetworkCode(today),
        rs.getString("today_name"),
        rs.getObject("network", Integer.class),
        rs.getBoolean("changes"),
        ProposedPractice.Part.valueOf(rs.getString("part")),
        relative == null ? null : new PracticeCode(relative));
  }

  private static GivenAnswer answer(ResultSet rs) throws SQLException {
    String words = rs.getString("words");
    String recordedBy = rs.getString("condition_recorded_by");
    String confirmedBy = rs.getString("condition_confirmed_by");
    Answer answer =
        switch (rs.getString("answer")) {
          case "AGREES" -> new Answer.Agrees();
          case "AGREES_ON" -> new Answer.AgreesOn(words, recordedBy != null, confirmedBy != null);
          default -> new Answer.Objects(words);
        };
    return new GivenAnswer(
        rs.getLong("id"),
        new PracticeCode(rs.getString("practice")),
        answer,
        rs.getString("given_by"),
        rs.getObject("given_at", OffsetDateTime.class).toInstant(),
        recordedBy,
        confirmedBy);
  }
}
