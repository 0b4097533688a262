package moot.funding.roles;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.funding.FinancialYear;
import moot.funding.Trace;
import moot.funding.packs.NewRoles;

/**
 * The hours of a year that new roles bring to practices, less what they take. An estimate, in
 * ranges; not exact.
 *
 * @param roles one line for each role
 * @param practices each practice's part of the net hours, by registered list
 */
public record Workload(FinancialYear year, List<RoleHours> roles, Map<Member, Spread> practices) {
  public Workload {
    roles = List.copyOf(roles);
  }

  /**
   * @param wte whole-time equivalents, as the mean of the year
   * @param starters people who begin in the year
   * @param worked hours at work
   * @param own hours of them that go to meetings and induction
   * @param given hours that practices' clinicians give in supervision and induction
   */
  public record RoleHours(
      String role, double wte, int starters, Spread worked, Spread own, Spread given, RoleWork by) {
    public Spread net() {
      return worked.minus(own).minus(given);
    }

    public Trace trace() {
      return Trace.made(
          NewRoles.shipped().title(role),
          net() + " hours",
          "at work − own meetings and induction − what clinicians give",
          List.of(
              Trace.made(
                  "At work",
                  worked + " hours",
                  "%.2f whole-time equivalents × %s hours × %s weeks"
                      .formatted(wte, by.weekly(), by.weeks()),
                  List.of(Trace.given("Whose figures", by.whose()))),
              Trace.made(
                  "Own meetings and induction",
                  own + " hours",
                  "%s hours a week, and %s once for each of %d who begin"
                      .formatted(by.meetings(), by.ownInduction(), starters),
                  List.of()),
              Trace.made(
                  "Supervision and induction by clinicians",
                  given + " hours",
                  "%s hours a week, and %s once for each of %d who begin"
                      .formatted(by.supervision(), by.givenInduction(), starters),
                  List.of())));
    }
  }

  /**
   * @param work for each role, or {@code *}; {@link RoleWork#assumed} for roles without
   */
  public static Workload of(RolePlan plan, FinancialYear year, List<RoleWork> work) {
    Map<String, List<Post>> byRole = new LinkedHashMap<>();
    for (Post post : plan.posts()) {
      byRole.computeIfAbsent(post.role(), _ -> new ArrayList<>()).add(post);
    }
    List<RoleHours> lines = new ArrayList<>();
    Spread net = Spread.NONE;
    for (Map.Entry<String, List<Post>> role : byRole.entrySet()) {
      double wte = role.getValue().stream().mapToDouble(p -> mean(p, year)).sum();
      if (wte == 0) {
        continue;
      }
      int starters =
          role.getValue().stream()
              .filter(p -> FinancialYear.of(p.from()).equals(year))
              .mapToInt(Post::people)
              .sum();
      RoleWork by = find(work, role.getKey());
      RoleHours line =
          new RoleHours(
              role.getKey(),
              wte,
              starters,
              by.weekly().times(by.weeks()).times(wte),
              by.meetings().times(by.weeks()).times(wte).plus(by.ownInduction().times(starters)),
              by.supervision()
                  .times(by.weeks())
                  .times(wte)
                  .plus(by.givenInduction().times(starters)),
              by);
      lines.add(line);
      net = net.plus(line.net());
    }
    Map<Member, Spread> practices = new LinkedHashMap<>();
    for (Member member : plan.members()) {
      practices.put(
          member,
          plan.patients() == 0 ? Spread.NONE : net.times((double) member.list() / plan.patients()));
    }
    return new Workload(year, lines, practices);
  }

  public Spread net() {
    return roles.stream().map(RoleHours::net).reduce(Spread.NONE, Spread::plus);
  }

  public Spread given() {
    return roles.stream().map(RoleHours::given).reduce(Spread.NONE, Spread::plus);
  }

  public Trace trace() {
    return Trace.made(
        "Hours that new roles bring in " + year,
        net() + " hours",
        "sum over the roles",
        roles.stream().map(RoleHours::trace).toList());
  }

  /** What is said of a role, else of every other role, else what Moot assumes of it. */
  public static RoleWork find(List<RoleWork> work, String role) {
    return work.stream()
        .filter(w -> w.role().equals(role))
        .findFirst()
        .or(() -> work.stream().filter(w -> w.role().equals("*")).findFirst())
        .orElseGet(() -> RoleWork.assumed(role));
  }

  private static double mean(Post post, FinancialYear year) {
    double months = 0;
    for (YearMonth month : year.months()) {
      months += (double) post.daysIn(month) / month.lengthOfMonth();
    }
    return post.wte().amount().doubleValue() * months / FinancialYear.MONTHS;
  }
}
