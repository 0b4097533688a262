package moot.app.roleplans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.funding.FinancialYear;
import moot.funding.Quantity;
import moot.funding.roles.BadRolePlan;
import moot.funding.roles.Employer;
import moot.funding.roles.EmploymentTerms;
import moot.funding.roles.Member;
import moot.funding.roles.Post;
import moot.funding.roles.RolePlan;
import moot.funding.roles.RoleWork;
import moot.funding.roles.Split;
import moot.funding.roles.Spread;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/** Makes what was written into what the engine reckons with. */
final class PlanReader {
  private PlanReader() {}

  /**
   * @param members of the network in the year that is reckoned
   * @throws BadRolePlan with all that cannot be read, or all that cannot be meant
   */
  static RolePlan read(PlanBody body, Staff staff, String network, List<Member> members) {
    Typed typed = new Typed();
    List<Post> posts = new ArrayList<>();
    for (PlanBody.PostRow row : body.posts()) {
      posts.add(post(row, staff.of(row.id()), typed));
    }
    Map<PracticeCode, Long> weights = new LinkedHashMap<>();
    body.weights()
        .forEach(
            (practice, weight) -> {
              // What was agreed with a practice that has left says nothing about those who stay.
              if (members.stream().anyMatch(m -> m.practice().value().equals(practice))) {
                String where = "split, practice " + practice;
                weights.put(new PracticeCode(practice), (long) typed.whole(where, weight));
              }
            });
    Map<Employer, EmploymentTerms> terms = new EnumMap<>(Employer.class);
    body.terms().forEach((name, row) -> terms.put(Employer.valueOf(name), terms(name, row, typed)));
    FinancialYear prices = typed.year("prices", body.prices());
    Quantity growth = typed.quantity("pay growth", body.payGrowth());
    typed.raise();
    return new RolePlan(
        network,
        members,
        posts,
        body.agreed() ? new Split.AsAgreed(weights) : new Split.ByList(),
        body.lead().isEmpty() ? null : new PracticeCode(body.lead()),
        terms,
        body.area().isEmpty() ? null : body.area(),
        prices,
        growth);
  }

  private static Post post(PlanBody.PostRow row, Staff.Holder holder, Typed typed) {
    String where = "post " + row.id() + ", ";
    Employer employer =
        Arrays.stream(Employer.values())
            .filter(one -> one.name().equals(row.employer()))
            .findFirst()
            .orElse(null);
    if (employer == null) {
      typed.complain(
          where + "employer", row.employer(), "one of the four", "Maybe none was chosen.");
      employer = Employer.LEAD_PRACTICE;
    }
    return new Post(
        row.id(),
        row.role(),
        typed.quantity(where + "whole-time equivalents", row.wte()),
        row.people().isEmpty() ? 1 : typed.whole(where + "people", row.people()),
        typed.day(where + "start", row.from()),
        typed.dayOrNone(where + "end", row.to()),
        typed.pounds(where + "pay", row.pay()),
        typed.quantity(where + "on-costs", row.onCosts()),
        employer,
        holder.age().isEmpty() ? null : (Integer) typed.whole(where + "age", holder.age()),
        typed.dayOrNone(where + "service counts from", holder.serviceFrom()),
        row.noticeWeeks().isEmpty() ? 0 : typed.whole(where + "notice", row.noticeWeeks()));
  }

  private static EmploymentTerms terms(String name, PlanBody.TermsRow row, Typed typed) {
    Employer employer = Employer.valueOf(name);
    String where = "employment by " + employer.words();
    boolean more = !row.weeksPerYear().isEmpty();
    return new EmploymentTerms(
        employer,
        typed.quantity(where + ", back to practices", row.toPractices()),
        more
            ? new EmploymentTerms.Contractual(
                typed.quantity(where + ", redundancy by contract", row.weeksPerYear()),
                typed.whole(where + ", years that count", row.mostYears()),
                typed.whole(where + ", years before it is due", row.afterYears()))
            : null,
        row.why(),
        row.whose());
  }

  static List<RoleWork> work(PlanBody body) {
    Typed typed = new Typed();
    List<RoleWork> all = new ArrayList<>();
    for (PlanBody.WorkRow row : body.work()) {
      String where = "hours of " + row.role();
      List<Spread> read =
          List.of(
              typed.spread(where + ", a week", row.weekly()),
              typed.spread(where + ", weeks at work", row.weeks()),
              typed.spread(where + ", meetings a week", row.meetings()),
              typed.spread(where + ", own induction", row.ownInduction()),
              typed.spread(where + ", supervision a week", row.supervision()),
              typed.spread(where + ", induction given", row.givenInduction()));
      typed.raise();
      all.add(
          new RoleWork(
              row.role(),
              read.get(0),
              read.get(1),
              read.get(2),
              read.get(3),
              read.get(4),
              read.get(5),
              row.whose()));
    }
    return all;
  }

  static Spread local(PlanBody body) {
    Typed typed = new Typed();
    Spread local = typed.spread("recruits from local services", body.local());
    typed.raise();
    return local;
  }

  static @Nullable Integer percent(PlanBody body) {
    if (body.percent().isEmpty()) {
      return null;
    }
    Typed typed = new Typed();
    int percent = typed.whole("reimbursement", body.percent());
    typed.raise();
    return percent;
  }

  /** A day that was asked for, or the usual one where nothing was. */
  static LocalDate day(String where, String written, LocalDate usual) {
    if (written.isBlank()) {
      return usual;
    }
    Typed typed = new Typed();
    LocalDate day = typed.day(where, written.strip());
    typed.raise();
    return day;
  }
}
