package moot.app.roleplans;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.app.funding.Step;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.roles.Employer;
import moot.funding.roles.Liability;
import org.jspecify.annotations.Nullable;

/** What programs are given of the end of a role plan's funding: the same as its page shows. */
final class StopAsData {
  private StopAsData() {}

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
   * @param mark of the least sure post; null where nothing falls due
   */
  record Stop(
      LocalDate lastFunded,
      LocalDate noticeGiven,
      boolean withStaff,
      @Nullable String mark,
      List<PostEnd> posts,
      Borne asPlanned,
      Map<String, Borne> byModel,
      Map<String, Borne> byYear,
      List<String> notices,
      Step trace,
      Map<String, String> sources) {}

  static Stop stop(PlanStop stop, boolean withStaff) {
    Liability due = stop.liability();
    Mark mark = due.mark();
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
        withStaff,
        mark == null ? null : mark.sign(),
        due.posts().stream().map(PostEnd::of).toList(),
        Borne.of(due.asPlanned()),
        models,
        years,
        due.notices(),
        Step.of(due.trace()),
        stop.sources());
  }
}
