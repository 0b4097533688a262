package moot.app.roleplans;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import moot.app.funding.Step;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.roles.BothSides;
import moot.funding.roles.DonorService;
import moot.funding.roles.Spread;
import moot.funding.roles.Workload;
import org.jspecify.annotations.Nullable;

/** What programs are given of both sides of a role plan: the same as its page shows. */
final class SidesAsData {
  private SidesAsData() {}

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
      Hours weekly,
      Hours weeks,
      Hours meetings,
      Hours ownInduction,
      Hours supervision,
      Hours givenInduction,
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
          Hours.of(line.by().weekly()),
          Hours.of(line.by().weeks()),
          Hours.of(line.by().meetings()),
          Hours.of(line.by().ownInduction()),
          Hours.of(line.by().supervision()),
          Hours.of(line.by().givenInduction()),
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

  /**
   * @param cause yes, no or unknown
   */
  record Worry(String about, String figure, String cause, @Nullable String mark, Step trace) {
    static Worry of(BothSides.Worry worry) {
      Mark mark = worry.mark();
      return new Worry(
          RoleTitles.replaced(worry.about()),
          worry.figure(),
          worry.cause().name().toLowerCase(Locale.UK),
          mark == null ? null : mark.sign(),
          Step.of(worry.trace()));
    }
  }

  /** A role of the plan that kinds of local services have staff for, and none is named. */
  record Unnamed(String role, String title, List<String> services) {}

  record Sides(
      String year,
      List<Worry> practices,
      List<Worry> system,
      Hours net,
      List<RoleHours> roles,
      Map<String, Hours> hoursOfPractices,
      List<Drawn> draws,
      List<Unnamed> rolesWithoutService,
      int plansTogether,
      Map<String, String> sources) {}

  static Sides sides(FinancialYear year, PlanSides both) {
    Map<String, Hours> practices = new LinkedHashMap<>();
    both.workload()
        .practices()
        .forEach((member, hours) -> practices.put(member.name(), Hours.of(hours)));
    return new Sides(
        year.toString(),
        both.sides().practices().stream().map(Worry::of).toList(),
        both.sides().system().stream().map(Worry::of).toList(),
        Hours.of(both.workload().net()),
        both.workload().roles().stream().map(RoleHours::of).toList(),
        practices,
        both.draws().stream().map(Drawn::of).toList(),
        both.unnamed().stream()
            .map(role -> new Unnamed(role.role(), role.title(), role.services()))
            .toList(),
        both.plans(),
        both.sources());
  }
}
