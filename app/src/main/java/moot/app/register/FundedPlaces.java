package moot.app.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import moot.funding.FinancialYear;
import moot.funding.Quantity;
import moot.funding.pricing.CoreContract;
import moot.funding.pricing.FundedPlace;
import moot.funding.pricing.FundedPractice;
import moot.funding.pricing.FundedPractice.Membership;
import moot.funding.pricing.Held;
import moot.funding.pricing.MembershipRule;
import moot.funding.terms.Basis;
import moot.register.ListKind;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register knows of a place's practices that money is paid by, as a year needs it. */
@Repository
public class FundedPlaces {
  private final RegisterStore register;
  private final JdbcClient jdbc;
  private final Clock clock;

  /** Needs nothing but a database that has been migrated. */
  @Autowired
  public FundedPlaces(DataSource dataSource, RegisterStore register) {
    this(dataSource, register, Clock.systemDefaultZone());
  }

  /**
   * @param clock says which day is today
   */
  public FundedPlaces(DataSource dataSource, RegisterStore register, Clock clock) {
    this.register = register;
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
  }

  /**
   * @param remarks what a reader must know: lists of another day, memberships that were not known
   */
  public record Found(FundedPlace place, List<String> remarks) {
    public Found {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * A place's practices as a year is paid: memberships month by month, and of each list the one
   * whose day is nearest to 1 January before the year.
   *
   * @throws UnknownPlace when the register has no practice there
   */
  public Found getFundedPlace(PlaceCode code, FinancialYear year, MembershipRule rule) {
    List<PracticeNow> practices = register.listPractices(code);
    if (practices.isEmpty()) {
      throw new UnknownPlace(code);
    }
    Set<String> remarks = new TreeSet<>();
    Map<PracticeCode, Map<Basis, Held>> bases = bases(practices, year, remarks);
    Map<PracticeCode, List<Membership>> memberships = memberships(practices, year, rule, remarks);
    Map<PracticeCode, CoreContract> contracts = new Contracts(jdbc).list(year);
    List<FundedPractice> funded =
        practices.stream()
            .map(
                practice ->
                    new FundedPractice(
                        practice.code(),
                        practice.name(),
                        memberships.getOrDefault(practice.code(), List.of()),
                        bases.getOrDefault(practice.code(), Map.of()),
                        contracts.getOrDefault(practice.code(), CoreContract.UNKNOWN)))
            // One with no list at all (closed, or a clinic) is paid by nothing here.
            .filter(practice -> practice.bases().containsKey(Basis.REGISTERED_LIST))
            .toList();
    return new Found(
        new FundedPlace(
            register.findName(code).orElse(code.value()), funded, register.listNetworkNames()),
        List.copyOf(remarks));
  }

  private Map<PracticeCode, List<Membership>> memberships(
      List<PracticeNow> practices, FinancialYear year, MembershipRule rule, Set<String> remarks) {
    Set<PracticeCode> here = new HashSet<>();
    practices.forEach(practice -> here.add(practice.code()));
    Map<PracticeCode, List<Membership>> memberships = new HashMap<>();
    LocalDate today = LocalDate.now(clock);
    for (YearMonth month : year.months()) {
      for (var member : register.listMemberships(rule.decides(year, month), today)) {
        if (here.contains(member.practice())) {
          memberships
              .computeIfAbsent(member.practice(), practice -> new ArrayList<>())
              .add(new Membership(member.network(), month.atDay(1), month.atEndOfMonth()));
        }
      }
    }
    if (memberships.isEmpty()) {
      for (PracticeNow practice : practices) {
        NetworkCode network = practice.network();
        if (network != null) {
          memberships.put(practice.code(), List.of(new Membership(network, LocalDate.MIN, null)));
        }
      }
      remarks.add(
          "who was in which network in %s is not known; today's memberships are taken"
              .formatted(year));
    }
    return memberships;
  }

  private Map<PracticeCode, Map<Basis, Held>> bases(
      List<PracticeNow> practices, FinancialYear year, Set<String> remarks) {
    Map<PracticeCode, Map<Basis, Held>> bases = new HashMap<>();
    practices.forEach(practice -> bases.put(practice.code(), new EnumMap<>(Basis.class)));
    for (ListKind kind : ListKind.values()) {
      jdbc.sql(
              """
              select distinct on (l.practice) l.practice, l.patients, l.true_from, l.true_to
              from register.list_fact l join register.source s on s.id = l.source
              where l.kind = :kind
              order by l.practice, abs(l.true_to - :day), s.known_from desc, s.id desc
              """)
          .param("kind", kind.name())
          .param("day", year.listDay())
          .query(
              rs -> {
                hold(
                    bases.get(new PracticeCode(rs.getString("practice"))),
                    basis(kind),
                    rs.getDouble("patients"),
                    when(
                        rs.getObject("true_from", LocalDate.class),
                        rs.getObject("true_to", LocalDate.class)),
                    year,
                    remarks);
              });
    }
    jdbc.sql(
            """
            select distinct on (b.practice) b.practice, b.beds, b.true_on
            from register.care_home_beds_fact b join register.source s on s.id = b.source
            order by b.practice, abs(b.true_on - :day), s.known_from desc, s.id desc
            """)
        .param("day", year.listDay())
        .query(
            rs -> {
              hold(
                  bases.get(new PracticeCode(rs.getString("practice"))),
                  Basis.CARE_HOME_BEDS,
                  rs.getInt("beds"),
                  rs.getObject("true_on", LocalDate.class).toString(),
                  year,
                  remarks);
            });
    return bases;
  }

  private static void hold(
      @Nullable Map<Basis, Held> of,
      Basis basis,
      double amount,
      String on,
      FinancialYear year,
      Set<String> remarks) {
    if (of == null) {
      return;
    }
    boolean own = on.equals(year.listDay().toString());
    of.put(
        basis,
        new Held(
            Quantity.of(amount),
            on,
            own ? null : basis == Basis.CARE_HOME_BEDS ? Held.OTHER_BEDS : Held.ANOTHER_DAY));
    if (!own) {
      remarks.add(
          "%s: the nearest that is known is of %s; %s is paid on that of %s"
              .formatted(basis.words(), on, year, year.listDay()));
    }
  }

  private static String when(LocalDate from, LocalDate to) {
    return from.equals(to) ? from.toString() : "the average of %s to %s".formatted(from, to);
  }

  private static Basis basis(ListKind kind) {
    return switch (kind) {
      case REGISTERED -> Basis.REGISTERED_LIST;
      case ADJUSTED -> Basis.ADJUSTED_POPULATION;
      case WEIGHTED -> Basis.WEIGHTED_LIST;
    };
  }
}
