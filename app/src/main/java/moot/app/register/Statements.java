package moot.app.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import moot.funding.FinancialYear;
import moot.funding.income.Statement;
import moot.funding.pricing.CoreContract;
import moot.register.ListKind;
import moot.register.NetworkCode;
import moot.register.PartyKind;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import moot.register.Span;
import moot.register.published.PaidPractice;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the practices of a place were paid, from the published payments that the register holds.
 *
 * <p>The register takes no networks from those files: networks are those of the year's last day by
 * the register's own memberships. Contracts are those that any file said nearest to the year.
 */
@Repository
public class Statements {
  private final RegisterStore register;
  private final JdbcClient jdbc;
  private final Clock clock;

  /** Needs nothing but a database that has been migrated. */
  @Autowired
  public Statements(DataSource dataSource, RegisterStore register) {
    this(dataSource, register, Clock.systemDefaultZone());
  }

  /**
   * @param clock says which day is today
   */
  public Statements(DataSource dataSource, RegisterStore register, Clock clock) {
    this.register = register;
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
  }

  private record Key(int source, LocalDate from, LocalDate to) {}

  private record Life(@Nullable LocalDate opened, @Nullable LocalDate closed) {}

  /**
   * One for each year that a file was imported of, the earliest first; of two files of one year,
   * the newer counts for each practice that is in it.
   *
   * @throws UnknownPlace when the register has no practice there
   */
  public List<Statement> list(PlaceCode place) {
    Map<PracticeCode, PracticeNow> here = new LinkedHashMap<>();
    register.listPractices(place).forEach(practice -> here.put(practice.code(), practice));
    if (here.isEmpty()) {
      throw new UnknownPlace(place);
    }
    List<String> codes = here.keySet().stream().map(PracticeCode::value).toList();
    Map<PracticeCode, Map<Key, List<PaidPractice.Line>>> paid = paid(codes);
    Map<PracticeCode, Map<ListKind, Map<Key, Double>>> lists = lists(codes);
    Map<PracticeCode, Life> lives = lives(codes);
    Map<NetworkCode, String> names = register.listNetworkNames();
    TreeMap<FinancialYear, Map<PracticeCode, NetworkCode>> networks = new TreeMap<>();
    TreeMap<FinancialYear, Map<PracticeCode, CoreContract>> contracts = new TreeMap<>();
    TreeMap<FinancialYear, List<PaidPractice>> years = new TreeMap<>();
    for (PracticeNow practice : here.values()) {
      // The newest file comes first, and is the one that counts for its year.
      List<LocalDate> done = new ArrayList<>();
      for (var of : paid.getOrDefault(practice.code(), Map.of()).entrySet()) {
        Key key = of.getKey();
        if (done.contains(key.from())) {
          continue;
        }
        done.add(key.from());
        FinancialYear year = FinancialYear.of(key.from());
        NetworkCode network = networks.computeIfAbsent(year, this::networks).get(practice.code());
        Life life = lives.getOrDefault(practice.code(), new Life(null, null));
        var known = lists.getOrDefault(practice.code(), Map.of());
        PlaceCode commissioner = commissioner(practice);
        years
            .computeIfAbsent(year, y -> new ArrayList<>())
            .add(
                new PaidPractice(
                    practice.code(),
                    practice.name(),
                    contracts
                        .computeIfAbsent(year, new Contracts(jdbc)::list)
                        .getOrDefault(practice.code(), CoreContract.UNKNOWN)
                        .kind(),
                    commissioner == null ? null : commissioner.value(),
                    commissioner == null
                        ? null
                        : register.findName(commissioner).orElse(commissioner.value()),
                    network,
                    network == null ? null : names.getOrDefault(network, network.value()),
                    life.opened(),
                    life.closed(),
                    known.getOrDefault(ListKind.REGISTERED, Map.of()).get(key),
                    known.getOrDefault(ListKind.WEIGHTED, Map.of()).get(key),
                    null,
                    Span.between(key.from(), key.to()),
                    of.getValue()));
      }
    }
    List<Statement> statements = new ArrayList<>();
    years.forEach((year, rows) -> statements.add(Statement.of(year, rows)));
    return statements;
  }

  private static @Nullable PlaceCode commissioner(PracticeNow practice) {
    return practice.subLocation() != null ? practice.subLocation() : practice.board();
  }

  private Map<PracticeCode, NetworkCode> networks(FinancialYear year) {
    Map<PracticeCode, NetworkCode> networks = new HashMap<>();
    register
        .listMemberships(year.to(), LocalDate.now(clock))
        .forEach(member -> networks.put(member.practice(), member.network()));
    return networks;
  }

  private Map<PracticeCode, Map<Key, List<PaidPractice.Line>>> paid(Collection<String> practices) {
    Map<PracticeCode, Map<Key, List<PaidPractice.Line>>> paid = new HashMap<>();
    jdbc.sql(
            """
            select p.practice, p.source, p.line, p.pence, p.true_from, p.true_to
            from register.payment_fact p join register.source s on s.id = p.source
            where p.practice in (:practices)
            order by s.known_from desc, s.id desc, p.ctid
            """)
        .param("practices", practices)
        .query(
            rs -> {
              Key key =
                  new Key(
                      rs.getInt("source"),
                      rs.getObject("true_from", LocalDate.class),
                      rs.getObject("true_to", LocalDate.class));
              paid.computeIfAbsent(
                      new PracticeCode(rs.getString("practice")), c -> new LinkedHashMap<>())
                  .computeIfAbsent(key, k -> new ArrayList<>())
                  .add(new PaidPractice.Line(rs.getString("line"), rs.getLong("pence")));
            });
    return paid;
  }

  /** Those that the same files give. */
  private Map<PracticeCode, Map<ListKind, Map<Key, Double>>> lists(Collection<String> practices) {
    Map<PracticeCode, Map<ListKind, Map<Key, Double>>> lists = new HashMap<>();
    jdbc.sql(
            """
            select l.practice, l.source, l.kind, l.patients, l.true_from, l.true_to
            from register.list_fact l
            where l.practice in (:practices)
              and l.source in (select distinct source from register.payment_fact)
            """)
        .param("practices", practices)
        .query(
            rs -> {
              lists
                  .computeIfAbsent(new PracticeCode(rs.getString("practice")), c -> new HashMap<>())
                  .computeIfAbsent(ListKind.valueOf(rs.getString("kind")), k -> new HashMap<>())
                  .put(
                      new Key(
                          rs.getInt("source"),
                          rs.getObject("true_from", LocalDate.class),
                          rs.getObject("true_to", LocalDate.class)),
                      rs.getDouble("patients"));
            });
    return lists;
  }

  private Map<PracticeCode, Life> lives(Collection<String> practices) {
    Map<PracticeCode, Life> lives = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (p.code) p.code, p.start_known, p.true_from, p.true_to
            from register.party_fact p join register.source s on s.id = p.source
            where p.kind = :kind and p.code in (:practices)
            order by p.code, p.start_known desc, s.known_from desc, s.id desc
            """)
        .param("kind", PartyKind.PRACTICE.name())
        .param("practices", practices)
        .query(
            rs -> {
              lives.put(
                  new PracticeCode(rs.getString("code")),
                  new Life(
                      rs.getBoolean("start_known")
                          ? rs.getObject("true_from", LocalDate.class)
                          : null,
                      rs.getObject("true_to", LocalDate.class)));
            });
    return lives;
  }
}
