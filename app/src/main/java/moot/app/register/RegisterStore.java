package moot.app.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.register.CouncilCode;
import moot.register.LsoaCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
import moot.register.Source;
import moot.register.Span;
import moot.register.reading.RowProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the register: which places there are, who is in them, and who was where when. */
@Repository
public class RegisterStore {
  private static final String TAKING_PART =
      " takes_part and (board = :place or sub_location = :place or place = :place) ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /** Needs nothing but a database that has been migrated. */
  @Autowired
  public RegisterStore(DataSource dataSource) {
    this(dataSource, Clock.systemDefaultZone());
  }

  /**
   * @param clock says which day is today
   */
  public RegisterStore(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.clock = clock;
  }

  /**
   * All boards, sub-ICB locations and places in which at least one practice takes part, by kind and
   * name.
   */
  public List<PlaceSummary> listPlaces() {
    refresh();
    return jdbc.sql(
            """
            with belonging as (
              select 1 as rank, 'PLACE' as kind, place as code, * from register.practice_now
              union all
              select 2, 'BOARD', board, * from register.practice_now
              union all
              select 3, 'SUB_LOCATION', sub_location, * from register.practice_now
            )
            select b.kind, b.code, coalesce(n.name, b.code) as name,
              count(*) as practices, count(distinct b.network) as networks,
              sum(b.registered_list) as patients
            from belonging b
            left join register.party_now n on n.kind = b.kind and n.code = b.code
            where b.code is not null and b.takes_part
              and (b.kind = 'PLACE'
                or b.code not in (
                  select place from register.practice_now where place is not null))
            group by b.rank, b.kind, b.code, n.name
            order by b.rank, coalesce(n.name, b.code), b.code
            """)
        .query(
            (rs, row) ->
                new PlaceSummary(
                    new PlaceCode(rs.getString("code")),
                    rs.getString("name"),
                    moot.register.PartyKind.valueOf(rs.getString("kind")).words(),
                    rs.getInt("practices"),
                    rs.getInt("networks"),
                    rs.getInt("patients")))
        .list();
  }

  /**
   * A place as it is known today, ready for forming: each practice that takes part with its latest
   * site, registered list, network, council and need, and where its patients live when known.
   *
   * <p>Left out are practices that are closed, dormant or not yet open, have no patients, whose
   * site cannot be found, that are no general practice, or that a file says are in no network;
   * {@link #listPractices(PlaceCode)} has them, each with the reason.
   *
   * @throws UnknownPlace when no practice takes part in it
   */
  public FormingPlace getFormingPlace(PlaceCode code) {
    refresh();
    List<FormingPractice> practices =
        jdbc.sql("select * from register.practice_now where" + TAKING_PART + "order by practice")
            .param("place", code.value())
            .query((rs, row) -> formingPractice(rs))
            .list();
    if (practices.isEmpty()) {
      throw new UnknownPlace(code);
    }
    return new FormingPlace(
        code, findName(code).orElse(code.value()), practices, null, areas(code));
  }

  /** All practices of a place, also those that take no part, by code; none for an unknown place. */
  public List<PracticeNow> listPractices(PlaceCode code) {
    refresh();
    return jdbc.sql(
            """
            select * from register.practice_now
            where board = :place or sub_location = :place or place = :place
            order by practice
            """)
        .param("place", code.value())
        .query((rs, row) -> practiceNow(rs))
        .list();
  }

  /** All practices with a registered list, also those that take no part, by code. */
  public List<PracticeNow> listPractices() {
    refresh();
    return jdbc.sql("select * from register.practice_now order by practice")
        .query((rs, row) -> practiceNow(rs))
        .list();
  }

  /** Whether every practice of a place is one of another place too; a place is within itself. */
  public boolean isWithin(PlaceCode inner, PlaceCode outer) {
    if (inner.equals(outer)) {
      return true;
    }
    refresh();
    return jdbc.sql(
            """
            select count(*) > 0
              and bool_and(coalesce(board = :outer, false) or coalesce(sub_location = :outer, false)
                or coalesce(place = :outer, false))
            from register.practice_now
            where board = :inner or sub_location = :inner or place = :inner
            """)
        .param("inner", inner.value())
        .param("outer", outer.value())
        .query(Boolean.class)
        .single();
  }

  /** What networks are called, by code. */
  public Map<NetworkCode, String> listNetworkNames() {
    refresh();
    Map<NetworkCode, String> names = new HashMap<>();
    jdbc.sql("select code, name from register.party_now where kind = 'NETWORK'")
        .query(
            rs -> {
              names.put(new NetworkCode(rs.getString("code")), rs.getString("name"));
            });
    return names;
  }

  /** The name of a place, if a file gives one. */
  public Optional<String> findName(PlaceCode code) {
    refresh();
    return jdbc.sql(
            """
            select name from register.party_now
            where code = :code and kind in ('PLACE', 'BOARD', 'SUB_LOCATION')
            order by kind limit 1
            """)
        .param("code", code.value())
        .query(String.class)
        .optional();
  }

  /**
   * Who was in which network on a day, as known on another day; the rule is {@link
   * moot.register.History}'s.
   */
  public List<Membership> listMemberships(LocalDate trueDate, LocalDate knownDate) {
    return memberships(
        "from register.relations_as_of('MEMBER_OF', :true, :known) r"
            + " join register.source s on s.id = r.source order by r.of_code",
        Map.of("true", trueDate, "known", knownDate));
  }

  /** Who was in this network on a day, as known on another day. */
  public List<Membership> listMembers(
      NetworkCode network, LocalDate trueDate, LocalDate knownDate) {
    return memberships(
        "from register.relations_as_of('MEMBER_OF', :true, :known) r"
            + " join register.source s on s.id = r.source"
            + " where r.to_code = :network order by r.of_code",
        Map.of("true", trueDate, "known", knownDate, "network", network.value()));
  }

  /** A count of a practice's registered patients on a day, and the file that says so. */
  public record RegisteredList(int patients, LocalDate on, Source source) {}

  /** Each practice's registered list on a day, or the newest before it; others are left out. */
  public Map<PracticeCode, RegisteredList> listRegisteredLists(LocalDate upTo) {
    Map<PracticeCode, RegisteredList> lists = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (l.practice) l.practice, round(l.patients)::integer as patients,
              l.true_to, s.*
            from register.list_fact l join register.source s on s.id = l.source
            where l.kind = 'REGISTERED' and l.true_to <= :day
            order by l.practice, l.true_to desc, s.known_from desc, s.id desc
            """)
        .param("day", upTo)
        .query(
            rs -> {
              lists.put(
                  new PracticeCode(rs.getString("practice")),
                  new RegisteredList(
                      rs.getInt("patients"),
                      rs.getObject("true_to", LocalDate.class),
                      new Source(
                          rs.getInt("id"),
                          rs.getString("file_name"),
                          rs.getString("kind"),
                          rs.getString("sha256"),
                          rs.getObject("known_from", LocalDate.class))));
            });
    return lists;
  }

  /** Everything that any file said about a practice's networks, oldest statement first. */
  public List<Membership> listStatements(PracticeCode practice) {
    return memberships(
        "from register.relation_fact r join register.source s on s.id = r.source"
            + " where r.kind = 'MEMBER_OF' and r.of_code = :practice and r.to_code is not null"
            + " order by s.known_from, s.id, r.true_from",
        Map.of("practice", practice.value()));
  }

  /** The imports so far, newest first. */
  public List<ImportRecord> listImports() {
    return ImportHistory.list(jdbc, 0, Integer.MAX_VALUE);
  }

  /** Some of the imports, newest first. */
  public List<ImportRecord> listImports(int offset, int limit) {
    return ImportHistory.list(jdbc, offset, limit);
  }

  /** How many imports there are. */
  public int countImports() {
    return jdbc.sql("select count(*) from register.import").query(Integer.class).single();
  }

  /** How many problems of an import are kept. */
  public int countProblems(int importId) {
    return jdbc.sql("select count(*) from register.import_problem where import = :import")
        .param("import", importId)
        .query(Integer.class)
        .single();
  }

  /** One import, if there is one with this number. */
  public Optional<ImportRecord> findImport(int id) {
    return ImportHistory.find(jdbc, id);
  }

  /** What was wrong with a file, a page at a time: errors first, then warnings, then notes. */
  public List<RowProblem> listProblems(int importId, int offset, int limit) {
    return ImportHistory.listProblems(jdbc, importId, offset, limit);
  }

  private List<Membership> memberships(String from, Map<String, Object> params) {
    return jdbc.sql(
            "select r.of_code, r.to_code, r.true_from, r.true_to, r.start_known, s.* " + from)
        .params(params)
        .query(
            (rs, row) ->
                new Membership(
                    new PracticeCode(rs.getString("of_code")),
                    new NetworkCode(rs.getString("to_code")),
                    new Span(
                        rs.getObject("true_from", LocalDate.class),
                        rs.getObject("true_to", LocalDate.class),
                        rs.getBoolean("start_known")),
                    new Source(
                        rs.getInt("id"),
                        rs.getString("file_name"),
                        rs.getString("kind"),
                        rs.getString("sha256"),
                        rs.getObject("known_from", LocalDate.class))))
        .list();
  }

  private Map<PracticeCode, Map<LsoaCode, Integer>> areas(PlaceCode code) {
    Map<PracticeCode, Map<LsoaCode, Integer>> areas = new HashMap<>();
    jdbc.sql(
            """
            with lived as (
              select a.practice, a.area, a.patients, rank() over (
                partition by a.practice order by a.true_on desc, s.known_from desc, s.id desc)
                as newness
              from register.area_patients_fact a
              join register.source s on s.id = a.source
              where s.known_from <= :today and a.practice in (
                select practice from register.practice_now where
            """
                + TAKING_PART
                + "))\nselect practice, area, patients from lived where newness = 1")
        .param("place", code.value())
        .param("today", LocalDate.now(clock))
        .query(
            rs -> {
              areas
                  .computeIfAbsent(new PracticeCode(rs.getString("practice")), c -> new HashMap<>())
                  .put(new LsoaCode(rs.getString("area")), rs.getInt("patients"));
            });
    return areas;
  }

  /**
   * Brings what holds today up to date with the facts, as every question does when it has to; after
   * an import this saves the next one the wait.
   */
  public void refresh() {
    transaction.executeWithoutResult(status -> PresentDay.refresh(jdbc, LocalDate.now(clock)));
  }

  /** Changes whenever what holds today may have changed: for keeping what was read for a while. */
  public String state() {
    refresh();
    return jdbc.sql("select last_source || ' on ' || built_for from register.now_state")
        .query(String.class)
        .single();
  }

  private static FormingPractice formingPractice(ResultSet rs) throws SQLException {
    String network = rs.getString("network");
    String council = rs.getString("council");
    return new FormingPractice(
        new PracticeCode(rs.getString("practice")),
        rs.getString("name"),
        new Position(rs.getDouble("easting"), rs.getDouble("northing")),
        rs.getInt("registered_list"),
        network == null ? null : new NetworkCode(network),
        council == null ? null : new CouncilCode(council),
        rs.getString("sub_location"),
        rs.getObject("need", Double.class));
  }

  private static PracticeNow practiceNow(ResultSet rs) throws SQLException {
    String network = rs.getString("network");
    String council = rs.getString("council");
    Double easting = rs.getObject("easting", Double.class);
    Double northing = rs.getObject("northing", Double.class);
    return new PracticeNow(
        new PracticeCode(rs.getString("practice")),
        rs.getString("name"),
        rs.getString("left_out_because"),
        rs.getString("postcode"),
        easting == null || northing == null ? null : new Position(easting, northing),
        rs.getObject("registered_list", Integer.class),
        rs.getObject("adjusted_list", Double.class),
        rs.getObject("weighted_list", Double.class),
        network == null ? null : new NetworkCode(network),
        council == null ? null : new CouncilCode(council),
        place(rs.getString("board")),
        place(rs.getString("sub_location")),
        place(rs.getString("place")),
        rs.getObject("need", Double.class),
        rs.getString("need_basis"));
  }

  private static @Nullable PlaceCode place(@Nullable String code) {
    return code == null ? null : new PlaceCode(code);
  }
}
