package moot.app.roleplans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moot.app.funding.FundingDesk;
import moot.app.register.FundedPlaces;
import moot.app.web.ToldToVisitors;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Rate;
import moot.funding.packs.NewRoles;
import moot.funding.packs.Packs;
import moot.funding.packs.Redundancy;
import moot.funding.pricing.FundedPlace;
import moot.funding.pricing.FundedPractice;
import moot.funding.pricing.MembershipRule;
import moot.funding.roles.BadRolePlan;
import moot.funding.roles.BothSides;
import moot.funding.roles.DonorService;
import moot.funding.roles.Liability;
import moot.funding.roles.Member;
import moot.funding.roles.RoleAccount;
import moot.funding.roles.RoleBudget;
import moot.funding.roles.RoleForecast;
import moot.funding.roles.RolePlan;
import moot.funding.roles.RoleSums;
import moot.funding.roles.RoleWork;
import moot.funding.roles.Workload;
import moot.funding.terms.Basis;
import moot.funding.terms.DatedRate;
import moot.funding.terms.Pack;
import moot.funding.terms.RoleMaximum;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import org.springframework.stereotype.Component;

/** Has the engine reckon plans with the rules of a year and what the register knows. */
@Component
class RoleReckoning {
  private static final String CONTRACT = "network-contract";
  private static final int UNPROCESSABLE = 422;
  private static final int YEARS_AHEAD = 5;
  private static final int LAST_YEAR = 2100;

  private final FundingDesk funding;
  private final RolePlanStore store;
  private final DonorStore donors;
  private final Clock clock = Clock.systemDefaultZone();

  RoleReckoning(FundingDesk funding, RolePlanStore store, DonorStore donors) {
    this.funding = funding;
    this.store = store;
    this.donors = donors;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Years with rules of the network contract, the earliest first. */
  List<FinancialYear> listYears() {
    return Packs.shipped().years(CONTRACT);
  }

  FinancialYear usualYear() {
    FinancialYear now = FinancialYear.of(today());
    return listYears().stream()
        .filter(year -> year.compareTo(now) <= 0)
        .max(Comparator.naturalOrder())
        .orElseGet(() -> listYears().getFirst());
  }

  /** The year asked for, one with rules; none asked for is the usual one. */
  FinancialYear getYear(String written) {
    if (written.isBlank()) {
      return usualYear();
    }
    List<FinancialYear> years = listYears();
    return FinancialYear.find(written)
        .filter(years::contains)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    UNPROCESSABLE,
                    "The year \"%s\": expected one of %s to %s that there are rules of, such as 2025-26. Maybe the calendar year was meant?"
                        .formatted(written, years.getFirst(), years.getLast())));
  }

  /** The networks of a place with practices in the running year, by name. */
  Map<NetworkCode, String> networks(PlaceCode place) {
    FundedPlaces.Found found = found(place, usualYear());
    Map<NetworkCode, String> networks = new LinkedHashMap<>();
    found.place().practices().stream()
        .flatMap(practice -> practice.memberships().stream())
        .map(FundedPractice.Membership::network)
        .distinct()
        .map(network -> Map.entry(network, name(found, network)))
        .sorted(Map.Entry.comparingByValue())
        .forEach(one -> networks.put(one.getKey(), one.getValue()));
    return networks;
  }

  String name(KeptPlan plan) {
    return name(found(plan.place(), usualYear()), plan.network());
  }

  private static String name(FundedPlaces.Found found, NetworkCode network) {
    return found.place().networkNames().getOrDefault(network, network.value());
  }

  private FundedPlaces.Found found(PlaceCode place, FinancialYear year) {
    return funding.found(place, year, MembershipRule.USUAL);
  }

  /** Who is in the network when the year ends. */
  List<Member> members(PlaceCode place, NetworkCode network, FinancialYear year) {
    return Member.listAtEnd(found(place, year).place(), network, year);
  }

  RolePlan read(KeptPlan kept, FinancialYear year) {
    return PlanReader.read(
        kept.body(), kept.staff(), name(kept), members(kept.place(), kept.network(), year));
  }

  PlanYear year(KeptPlan kept, FinancialYear year) {
    RolePlan plan = read(kept, year);
    Pack pack = Packs.shipped().get(CONTRACT, year);
    FundedPlaces.Found found = found(kept.place(), year);
    Map<String, String> sources = new LinkedHashMap<>(pack.sources());
    String own = "entered by " + kept.partyName();
    sources.putAll(NewRoles.shipped().sources());
    List<RoleMaximum> maxima = new ArrayList<>(entered(kept, pack, own));
    maxima.addAll(pack.maxima());
    RoleSums sums = sums(kept, pack, found.place(), maxima, plan.patients(), own);
    RoleBudget budget = sums.budget().reimbursing(PlanReader.percent(kept.body()));
    if (kept.body().monthly()) {
      budget = budget.drawing(RoleBudget.Drawing.MONTH_BY_MONTH);
    }
    LocalDate today = today();
    return new PlanYear(
        plan,
        RoleAccount.of(plan, budget, null),
        today.isAfter(year.to()) ? null : RoleForecast.of(plan, budget, today, null),
        sums.traces(),
        sources,
        found.remarks().stream().filter(RoleReckoning::isOfRoles).toList());
  }

  /** What the party entered; else what the network contract comes to. */
  private static RoleSums sums(
      KeptPlan kept,
      Pack pack,
      FundedPlace place,
      List<RoleMaximum> maxima,
      long patients,
      String own) {
    String written = kept.body().sums().get(pack.year().toString());
    if (written == null) {
      return RoleSums.ofContract(pack, place, kept.network(), maxima, patients);
    }
    Typed typed = new Typed();
    Money sum = typed.pounds("sum", written);
    typed.raise();
    return RoleSums.entered(pack.year(), sum, own, maxima);
  }

  /** Sums for new roles are paid by weighted list and divided by registered list, no other. */
  private static boolean isOfRoles(String remark) {
    return Stream.of(Basis.values())
        .filter(basis -> basis != Basis.WEIGHTED_LIST && basis != Basis.REGISTERED_LIST)
        .noneMatch(basis -> remark.startsWith(basis.words()));
  }

  /**
   * What the party entered where no rule is known; nobody has verified it. The percentage and the
   * cap on numbers of the rules still hold.
   */
  private static List<RoleMaximum> entered(KeptPlan kept, Pack pack, String own) {
    FinancialYear year = pack.year();
    Typed typed = new Typed();
    List<RoleMaximum> maxima = new ArrayList<>();
    for (PlanBody.MaximumRow row : kept.body().maxima()) {
      if (!row.year().equals(year.toString())) {
        continue;
      }
      Money most = typed.pounds("maximum for " + row.role(), row.pounds());
      String counted = NewRoles.shipped().countedAs(row.role());
      Optional<RoleMaximum> rules =
          pack.maxima().stream().filter(one -> one.role().equals(counted)).findFirst();
      maxima.add(
          new RoleMaximum(
              row.role(),
              RoleTitles.of(row.role()),
              null,
              kept.body().area().isEmpty() ? null : kept.body().area(),
              rules.map(RoleMaximum::percent).orElse(100),
              List.of(
                  new DatedRate(
                      Rate.ofPounds(most.inPounds()),
                      year.from(),
                      year.to(),
                      null,
                      Mark.RECALLED,
                      List.of(own),
                      null)),
              rules.map(RoleMaximum::most).orElse(null),
              rules.map(RoleMaximum::mostIfLarge).orElse(null),
              rules.map(RoleMaximum::capMark).orElse(null),
              null));
    }
    typed.raise();
    return maxima;
  }

  PlanStop stop(KeptPlan kept, LocalDate lastFunded, LocalDate noticeGiven) {
    Redundancy law = Redundancy.shipped();
    RolePlan plan = read(kept, nearest(lastFunded));
    Liability liability = Liability.ifFundingStops(plan, lastFunded, noticeGiven, law);
    int noticeDays = (int) (lastFunded.toEpochDay() - noticeGiven.toEpochDay());
    List<FinancialYear> years =
        IntStream.rangeClosed(0, YEARS_AHEAD)
            .map(ahead -> FinancialYear.of(lastFunded).start() + ahead)
            .filter(start -> start < LAST_YEAR)
            .mapToObj(FinancialYear::new)
            .toList();
    return new PlanStop(liability, Liability.byYear(plan, years, noticeDays, law), law.sources());
  }

  /** The year of a day, or the nearest that there are rules and so members for. */
  private FinancialYear nearest(LocalDate day) {
    List<FinancialYear> years = listYears();
    if (day.isBefore(years.getFirst().from())) {
      return years.getFirst();
    }
    return day.isAfter(years.getLast().to()) ? years.getLast() : FinancialYear.of(day);
  }

  PlanSides sides(KeptPlan kept, FinancialYear of) {
    PlanYear year = year(kept, of);
    Liability liability =
        Liability.ifFundingStops(year.plan(), of.to(), of.to(), Redundancy.shipped());
    Workload workload = Workload.of(year.plan(), of, PlanReader.work(kept.body()));
    List<RolePlan> together = together(kept, year.plan(), of);
    LocalDate eve = of.from().minusDays(1);
    List<DonorService> services =
        donors.list(kept.place()).stream().map(KeptDonor::service).toList();
    List<DonorService.Draw> draws =
        DonorService.of(together, eve, services, PlanReader.local(kept.body()));
    Map<String, String> sources = new LinkedHashMap<>(year.sources());
    sources.putAll(Redundancy.shipped().sources());
    return new PlanSides(
        year,
        liability,
        workload,
        draws,
        BothSides.of(year.account(), liability, workload, draws),
        together.size(),
        DonorService.rolesWithout(year.plan(), eve, services),
        sources);
  }

  /** The hours of each role that the plan has, and of every other, as they are reckoned with. */
  List<RoleWork> assumed(KeptPlan kept) {
    List<RoleWork> said;
    try {
      said = PlanReader.work(kept.body());
    } catch (BadRolePlan e) {
      said = List.of();
    }
    List<RoleWork> all = new ArrayList<>();
    for (String role :
        Stream.concat(
                kept.body().posts().stream().map(PlanBody.PostRow::role).distinct().sorted(),
                Stream.of("*"))
            .toList()) {
      all.add(Workload.find(said, role).of(role));
    }
    return all;
  }

  /**
   * This plan, and of each other network the shared one that was changed last: what they would draw
   * together. One that no longer fits its network is left out until its party has mended it.
   */
  private List<RolePlan> together(KeptPlan kept, RolePlan plan, FinancialYear year) {
    List<RolePlan> all = new ArrayList<>(List.of(plan));
    Set<NetworkCode> taken = new HashSet<>(Set.of(kept.network()));
    for (KeptPlan other : store.list(kept.place(), kept.party())) {
      if (!other.shared() || taken.contains(other.network())) {
        continue;
      }
      try {
        all.add(
            PlanReader.read(
                other.body(),
                Staff.UNKNOWN,
                other.network().value(),
                members(other.place(), other.network(), year)));
        taken.add(other.network());
      } catch (BadRolePlan e) {
        continue;
      }
    }
    return all;
  }
}
