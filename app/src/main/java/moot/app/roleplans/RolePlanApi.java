package moot.app.roleplans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import moot.app.access.Seat;
import moot.app.funding.Step;
import moot.app.web.Listing;
import moot.app.web.ToldToVisitors;
import moot.funding.FinancialYear;
import moot.funding.roles.BadRolePlan;
import moot.funding.roles.BothSides;
import moot.funding.roles.DonorService;
import moot.funding.roles.Employer;
import moot.funding.roles.Liability;
import moot.funding.roles.RoleAccount;
import moot.funding.roles.RoleForecast;
import moot.funding.roles.Spread;
import moot.funding.roles.Workload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Role plans for programs: what their pages show, and what can be done there. Amounts in pence;
 * marks by their signs.
 */
@RestController
class RolePlanApi {
  private static final int UNPROCESSABLE = 422;

  private final RolePlanDesk desk;
  private final RoleReckoning reckoning;

  RolePlanApi(RolePlanDesk desk, RoleReckoning reckoning) {
    this.desk = desk;
    this.reckoning = reckoning;
  }

  record NewPlan(@Nullable String name, @Nullable String network) {}

  /**
   * @param version the number of the version that holds now
   */
  record Changed(int version) {}

  record Summary(
      long id,
      String name,
      String network,
      String networkName,
      String party,
      boolean shared,
      int version,
      String changedAt,
      String changedBy,
      int posts) {}

  /** What becomes of a cost. */
  record Parts(
      long costPence,
      long reimbursedPence,
      long sharePence,
      long abovePence,
      long aboveMaximumPence,
      long aboveNumberPence,
      long noMaximumPence,
      long aboveSumPence,
      long leftPence) {
    static Parts of(RoleAccount.Parts parts) {
      return new Parts(
          parts.cost().pence(),
          parts.reimbursed().pence(),
          parts.share().pence(),
          parts.above().pence(),
          parts.aboveMaximum().pence(),
          parts.aboveNumber().pence(),
          parts.noMaximum().pence(),
          parts.aboveSum().pence(),
          parts.left().pence());
    }
  }

  record Month(String month, Parts parts, long sumPence, long unspentPence) {}

  record PostLine(String post, String role, String title, long costOfOnePence, Parts parts) {}

  record Bill(String practice, String name, long list, long share, long above, long totalPence) {}

  record Pot(String title, long sumPence, long usedPence, long unspentPence, String mark) {}

  record CouldBuy(
      String role,
      String title,
      int months,
      long eachPence,
      double wte,
      int oneForMonths,
      @Nullable String cap,
      String mark,
      boolean verified,
      Step trace) {}

  /**
   * A plan and its year.
   *
   * @param staff ages and service by post; for the plan's own party alone, else empty
   * @param unspentIfLatePence if everybody who is still to begin did so 1, 2, 3 months later
   */
  record Body(
      Summary plan,
      PlanBody content,
      Map<String, Staff.Holder> staff,
      String year,
      Parts total,
      long sumPence,
      long unspentPence,
      String mark,
      boolean verified,
      List<Month> months,
      List<PostLine> posts,
      List<Bill> practices,
      List<Pot> sums,
      List<Long> unspentIfLatePence,
      List<CouldBuy> couldBuy,
      List<String> notices,
      Step trace,
      List<Step> sumTraces,
      Map<String, String> sources) {}

  record PostEnd(
      String post,
      String title,
      String employer,
      int noticeWeeks,
      LocalDate ends,
      int years,
      long weeksPayPence,
      long countedPence,
      double weeks,
      long noticePence,
      long redundancyPence,
      boolean byContract,
      String mark) {
    static PostEnd of(Liability.PostEnd end) {
      return new PostEnd(
          end.post().id(),
          RoleTitles.of(end.post().role()),
          end.employer().words(),
          end.noticeWeeks(),
          end.ends(),
          end.years(),
          end.weeksPay().pence(),
          end.counted().pence(),
          end.weeks().doubleValue(),
          end.notice().pence(),
          end.redundancy().pence(),
          end.byContract(),
          end.mark().sign());
    }
  }

  /** Who bears what falls due: practices by name. */
  record Borne(long totalPence, long toEmployerPence, Map<String, Long> practicesPence) {
    static Borne of(Liability.Bill bill) {
      Map<String, Long> practices = new LinkedHashMap<>();
      bill.practices().forEach(due -> practices.put(due.member().name(), due.due().pence()));
      return new Borne(bill.total().pence(), bill.toEmployer().pence(), practices);
    }
  }

  /**
   * @param withStaff whether ages and service are reckoned with, as for the plan's own party
   */
  record Stop(
      LocalDate lastFunded,
      LocalDate noticeGiven,
      boolean withStaff,
      List<PostEnd> posts,
      Borne asPlanned,
      Map<String, Borne> byModel,
      Map<String, Borne> byYear,
      List<String> notices,
      Step trace,
      Map<String, String> sources) {}

  record Hours(double low, double likely, double high) {
    static Hours of(Spread spread) {
      return new Hours(spread.low(), spread.likely(), spread.high());
    }
  }

  record RoleHours(
      String role,
      String title,
      double wte,
      int starters,
      Hours worked,
      Hours own,
      Hours given,
      Hours net,
      String whose) {
    static RoleHours of(Workload.RoleHours line) {
      return new RoleHours(
          line.role(),
          RoleTitles.of(line.role()),
          line.wte(),
          line.starters(),
          Hours.of(line.worked()),
          Hours.of(line.own()),
          Hours.of(line.given()),
          Hours.of(line.net()),
          line.by().whose());
    }
  }

  record Drawn(
      String service,
      String role,
      String title,
      double staff,
      Hours drawn,
      Hours percent,
      double threshold,
      String over) {
    static Drawn of(DonorService.Draw draw) {
      return new Drawn(
          draw.service().name(),
          draw.service().role(),
          RoleTitles.of(draw.service().role()),
          draw.service().staff().amount().doubleValue(),
          Hours.of(draw.drawn()),
          Hours.of(draw.percent()),
          draw.service().threshold().amount().doubleValue(),
          draw.over().name().toLowerCase(Locale.UK));
    }
  }

  record Worry(String about, String figure, boolean cause, Step trace) {
    static Worry of(BothSides.Worry worry) {
      return new Worry(
          RoleTitles.replaced(worry.about()), worry.figure(), worry.real(), Step.of(worry.trace()));
    }
  }

  record Sides(
      String year,
      List<Worry> practices,
      List<Worry> system,
      Hours net,
      List<RoleHours> roles,
      Map<String, Hours> hoursOfPractices,
      List<Drawn> draws,
      int plansTogether,
      Map<String, String> sources) {}

  record Donor(
      long id,
      String service,
      String role,
      String title,
      double staff,
      double threshold,
      String setBy) {
    static Donor of(KeptDonor donor) {
      return new Donor(
          donor.id(),
          donor.service().name(),
          donor.service().role(),
          RoleTitles.of(donor.service().role()),
          donor.service().staff().amount().doubleValue(),
          donor.service().threshold().amount().doubleValue(),
          donor.person());
    }
  }

  @GetMapping("/api/role-plans")
  Listing<Summary> list(
      Seat seat,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(page, size, desk.list(seat).stream().map(this::summary).toList());
  }

  @PostMapping("/api/role-plans")
  @ResponseStatus(HttpStatus.CREATED)
  Summary make(Seat seat, @RequestBody NewPlan sent) {
    try {
      String name = sent.name();
      String network = sent.network();
      long id = desk.make(seat, name == null ? "" : name, network == null ? "" : network);
      return summary(desk.get(seat, id));
    } catch (BadRolePlan e) {
      throw refused(e);
    }
  }

  @GetMapping("/api/role-plans/{id}")
  Body plan(Seat seat, @PathVariable long id, @RequestParam(defaultValue = "") String year) {
    KeptPlan plan = desk.get(seat, id);
    try {
      return body(plan, reckoning.year(plan, year(year)));
    } catch (BadRolePlan e) {
      throw refused(e);
    }
  }

  private Body body(KeptPlan plan, PlanYear year) {
    RoleAccount account = year.account();
    RoleForecast forecast = year.forecast();
    List<String> notices =
        new ArrayList<>(account.notices().stream().map(RoleTitles::inWords).toList());
    notices.addAll(year.remarks());
    return new Body(
        summary(plan),
        plan.body(),
        plan.staff().holders(),
        account.year().toString(),
        Parts.of(account.total()),
        account.budget().sum().pence(),
        account.unspent().pence(),
        account.mark().sign(),
        account.mark().isVerified(),
        account.months().stream()
            .map(
                month ->
                    new Month(
                        month.month().toString(),
                        Parts.of(month.parts()),
                        month.sum().pence(),
                        month.unspent().pence()))
            .toList(),
        account.posts().stream()
            .map(
                post ->
                    new PostLine(
                        post.post().id(),
                        post.post().role(),
                        RoleTitles.of(post.post().role()),
                        post.costPerWte().pence(),
                        Parts.of(post.total())))
            .toList(),
        account.practices().stream()
            .map(
                bill ->
                    new Bill(
                        bill.member().practice().value(),
                        bill.member().name(),
                        bill.member().list(),
                        bill.share().pence(),
                        bill.above().pence(),
                        bill.total().pence()))
            .toList(),
        account.pots().stream()
            .map(
                pot ->
                    new Pot(
                        pot.pot().title(),
                        pot.pot().sum().pence(),
                        pot.reimbursed().pence(),
                        pot.unspent().pence(),
                        pot.pot().mark().sign()))
            .toList(),
        forecast == null ? List.of() : forecast.ifLate().stream().map(m -> m.pence()).toList(),
        forecast == null
            ? List.of()
            : forecast.couldBuy().stream()
                .map(
                    line ->
                        new CouldBuy(
                            line.role(),
                            line.title(),
                            line.months(),
                            line.each().pence(),
                            line.wte().amount().doubleValue(),
                            line.oneMonths(),
                            line.cap(),
                            line.mark().sign(),
                            line.mark().isVerified(),
                            Step.of(line.trace())))
                .toList(),
        notices,
        Step.of(account.trace()),
        year.sums().stream().map(Step::of).toList(),
        year.sources());
  }

  @GetMapping("/api/role-plans/{id}/stop")
  Stop stop(
      Seat seat,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String last,
      @RequestParam(defaultValue = "") String given) {
    KeptPlan plan = desk.get(seat, id);
    try {
      LocalDate lastFunded = PlanReader.day("last funded day", last, reckoning.usualYear().to());
      LocalDate noticeGiven = PlanReader.day("notice given", given, lastFunded);
      PlanStop stop = reckoning.stop(plan, lastFunded, noticeGiven);
      Liability due = stop.liability();
      Map<String, Borne> models = new LinkedHashMap<>();
      new EnumMap<Employer, Liability.Bill>(due.byModel())
          .forEach((employer, bill) -> models.put(employer.words(), Borne.of(bill)));
      Map<String, Borne> years = new LinkedHashMap<>();
      stop.years()
          .forEach(
              one ->
                  years.put(
                      FinancialYear.of(one.lastFunded()).toString(), Borne.of(one.asPlanned())));
      return new Stop(
          due.lastFunded(),
          due.noticeGiven(),
          plan.isOf(seat),
          due.posts().stream().map(PostEnd::of).toList(),
          Borne.of(due.asPlanned()),
          models,
          years,
          due.notices(),
          Step.of(due.trace()),
          stop.sources());
    } catch (BadRolePlan e) {
      throw refused(e);
    }
  }

  @GetMapping("/api/role-plans/{id}/sides")
  Sides sides(Seat seat, @PathVariable long id, @RequestParam(defaultValue = "") String year) {
    KeptPlan plan = desk.get(seat, id);
    try {
      FinancialYear of = year(year);
      PlanSides both = reckoning.sides(plan, of);
      Map<String, Hours> practices = new LinkedHashMap<>();
      both.workload()
          .practices()
          .forEach((member, hours) -> practices.put(member.name(), Hours.of(hours)));
      return new Sides(
          of.toString(),
          both.sides().practices().stream().map(Worry::of).toList(),
          both.sides().system().stream().map(Worry::of).toList(),
          Hours.of(both.workload().net()),
          both.workload().roles().stream().map(RoleHours::of).toList(),
          practices,
          both.draws().stream().map(Drawn::of).toList(),
          both.plans(),
          both.sources());
    } catch (BadRolePlan e) {
      throw refused(e);
    }
  }

  /**
   * Changes a plan in the words of the forms on its pages: {@code on} is the version, {@code what}
   * the form, the rest its fields. Answers 409 when another version holds.
   */
  @PostMapping("/api/role-plans/{id}/change")
  Changed change(Seat seat, @PathVariable long id, @RequestBody Map<String, Object> sent) {
    Map<String, String> fields = new LinkedHashMap<>();
    sent.forEach((name, value) -> fields.put(name, value == null ? "" : value.toString()));
    try {
      return new Changed(
          desk.change(seat, id, RolePlanPages.number(fields.getOrDefault("on", "")), fields));
    } catch (BadRolePlan e) {
      throw refused(e);
    } catch (RolePlanDesk.Overtaken e) {
      throw new ToldToVisitors(409, String.valueOf(e.getMessage()));
    }
  }

  @PostMapping("/api/role-plans/{id}/share")
  Summary share(Seat seat, @PathVariable long id) {
    desk.share(seat, id);
    return summary(desk.get(seat, id));
  }

  @GetMapping("/api/donors")
  Listing<Donor> donors(
      Seat seat,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(page, size, desk.listDonors(seat).stream().map(Donor::of).toList());
  }

  @PostMapping("/api/donors")
  @ResponseStatus(HttpStatus.CREATED)
  Listing<Donor> setDonor(Seat seat, @RequestBody Map<String, Object> sent) {
    Map<String, String> fields = new LinkedHashMap<>();
    sent.forEach((name, value) -> fields.put(name, value == null ? "" : value.toString()));
    try {
      desk.setDonor(seat, fields);
      return donors(seat, 1, 50);
    } catch (BadRolePlan e) {
      throw refused(e);
    }
  }

  private FinancialYear year(String written) {
    return written.isBlank() ? reckoning.usualYear() : RolePlanPages.getYear(reckoning, written);
  }

  private static ToldToVisitors refused(BadRolePlan bad) {
    return new ToldToVisitors(UNPROCESSABLE, String.valueOf(bad.getMessage()));
  }

  private Summary summary(KeptPlan plan) {
    return new Summary(
        plan.id(),
        plan.name(),
        plan.network().value(),
        reckoning.name(plan),
        plan.partyName(),
        plan.shared(),
        plan.version(),
        plan.changedAt().toString(),
        plan.person(),
        plan.body().posts().size());
  }
}
