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
import moot.voice.consent.Part;
import moot.voice.consent.Rule;
import moot.voice.consent.Share;
import moot.voice.consent.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps proposals, with the networks and practices that they are about. */
@Repository
class ProposalStore {
  private final JdbcClient jdbc;
  private final AnswerStore answers;

  ProposalStore(JdbcClient jdbc, AnswerStore answers) {
    this.jdbc = jdbc;
    this.answers = answers;
  }

  /**
   * Keeps what is put, and gives it its number.
   *
   * @param putOn the day on which it is put
   */
  long add(PlaceCode place, Frozen frozen, Terms terms, LocalDate putOn, Seat seat) {
    Rule rule = terms.rule();
    long id =
        jdbc.sql(
                """
            insert into consent.proposal (place, place_name, kind, title, words, origin, rule,
              percent, conditions_count, put_on, closes_on, effective_on, lists_words,
              put_by_party, put_by)
            values (:place, :placeName, :kind, :title, :words, :origin, :rule, :percent,
              :conditions, :putOn, :closes, :effective, :lists, :party, :by)
            returning id
            """)
            .param("place", place.value())
            .param("placeName", frozen.placeName())
            .param("kind", frozen.kind().name())
            .param("title", terms.title())
            .param("words", frozen.words())
            .param("origin", frozen.origin())
            .param("rule", RuleChoice.of(rule).name())
            .param("percent", RuleChoice.share(rule).percent())
            .param("conditions", rule.conditionsCount())
            .param("putOn", putOn)
            .param("closes", terms.closes())
            .param("effective", terms.effective())
            .param("lists", frozen.listsWords())
            .param("party", seat.party().id())
            .param("by", InWhoseName.of(seat))
            .query(Long.class)
            .single();
    frozen.networks().forEach(network -> add(id, network.in(id)));
    frozen.practices().forEach(practice -> add(id, practice));
    return id;
  }

  private void add(long proposal, ProposedNetwork network) {
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

  private void add(long proposal, ProposedPractice practice) {
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
    return new Matter(proposal, networks, practices, answers.listNow(proposal.id()));
  }

  /** What a practice has to do with the open and ended proposals of a place, by proposal. */
  Map<Long, Part> partsOf(PracticeCode practice, PlaceCode place) {
    Map<Long, Part> parts = new HashMap<>();
    jdbc.sql(
            """
            select p.id, q.part from consent.proposal p
            join consent.practice q on q.proposal = p.id
            where p.place = :place and q.code = :practice
            """)
        .param("place", place.value())
        .param("practice", practice.value())
        .query(
            rs -> {
              parts.put(rs.getLong("id"), Part.valueOf(rs.getString("part")));
            });
    return parts;
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
        Part.valueOf(rs.getString("part")),
        relative == null ? null : new PracticeCode(relative));
  }
}
