package moot.funding.roles;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Trace;
import moot.funding.packs.Redundancy;
import moot.register.PracticeCode;

/**
 * What falls due when the funding stops: pay until notice has run out, and redundancy. For those in
 * post on the last funded day. What is owed does not depend on the employment model unless a
 * contract grants more than the law; who bears it does.
 *
 * @param lastFunded the last day that is reimbursed
 * @param noticeGiven the day on which notice is given, often when the stop becomes known
 * @param posts as planned, each under its own employer
 * @param asPlanned who bears it as the posts are planned
 * @param byModel who would bear it, were all posts employed in one way
 */
public record Liability(
    RolePlan plan,
    LocalDate lastFunded,
    LocalDate noticeGiven,
    List<PostEnd> posts,
    Bill asPlanned,
    Map<Employer, Bill> byModel,
    List<String> notices) {
  /** The age that is taken where none is known: an assumption of Moot's. */
  public static final int ASSUMED_AGE = 40;

  /** A year has so many weeks where a week's pay is found from a year's. */
  private static final BigDecimal WEEKS = BigDecimal.valueOf(52);

  private static final BigDecimal DAYS = BigDecimal.valueOf(365);

  public Liability {
    posts = List.copyOf(posts);
    byModel = Map.copyOf(byModel);
    notices = List.copyOf(notices);
  }

  /**
   * What one post's end costs.
   *
   * @param noticeWeeks the longer of the law's and the contract's
   * @param ends the last day of employment
   * @param years whole years of service on that day
   * @param notice pay with on-costs from the day after the funding until the end
   * @param weeksPay one person's gross pay for a week
   * @param counted the same, capped
   * @param weeks of pay that the law grants one person
   * @param redundancy for all who hold the post
   * @param byContract whether the contract grants it, and not the law
   */
  public record PostEnd(
      Post post,
      Employer employer,
      int noticeWeeks,
      LocalDate ends,
      int years,
      Money notice,
      Money weeksPay,
      Money counted,
      BigDecimal weeks,
      Money redundancy,
      boolean byContract,
      Mark mark,
      Trace trace) {
    public Money total() {
      return notice.plus(redundancy);
    }
  }

  /**
   * Who bears it.
   *
   * @param toEmployer what stays with a federation or a trust
   * @param practices what falls to each practice, the lead practice's as an employer included
   */
  public record Bill(Money total, Money toEmployer, List<Due> practices) {
    public Bill {
      practices = List.copyOf(practices);
    }

    Bill plus(Bill other) {
      List<Due> both = new ArrayList<>();
      for (int i = 0; i < practices.size(); i++) {
        both.add(
            new Due(
                practices.get(i).member(),
                practices.get(i).due().plus(other.practices.get(i).due())));
      }
      return new Bill(total.plus(other.total), toEmployer.plus(other.toEmployer), both);
    }
  }

  /** What falls to one practice. */
  public record Due(Member member, Money due) {}

  /**
   * If the funding stopped on a day.
   *
   * @throws BadRolePlan for days that cannot be meant
   */
  public static Liability ifFundingStops(
      RolePlan plan, LocalDate lastFunded, LocalDate noticeGiven, Redundancy law) {
    Complaints complaints = new Complaints();
    complaints.unless(
        !lastFunded.isBefore(RolePlan.FIRST) && lastFunded.getYear() <= 2100,
        "last funded day",
        lastFunded,
        "a day from 1 April 2019 to 2100",
        "Maybe the year is misspelt.");
    complaints.unless(
        !noticeGiven.isBefore(lastFunded.minusYears(2))
            && !noticeGiven.isAfter(lastFunded.plusYears(1)),
        "notice given",
        noticeGiven,
        "a day from two years before the last funded day (%s) to one year after"
            .formatted(lastFunded),
        "Maybe one of the two years is misspelt.");
    complaints.raise();
    List<String> notices = new ArrayList<>();
    List<Post> held = plan.posts().stream().filter(p -> p.isHeldOn(lastFunded)).toList();
    List<PostEnd> ends = new ArrayList<>();
    SortedMap<LocalDate, SortedSet<LocalDate>> unknown = new TreeMap<>();
    Bill planned = nothing(plan);
    for (Post post : held) {
      PostEnd end = end(plan, post, post.employer(), lastFunded, noticeGiven, law);
      ends.add(end);
      planned = planned.plus(bill(plan, end));
      if (post.age() == null) {
        notices.add(
            "Post %s: age not known; %d assumed by Moot. From 41 on the law grants half as much again."
                .formatted(post.id(), ASSUMED_AGE));
      }
      if (!law.isWeeksPayKnownOn(end.ends())) {
        unknown
            .computeIfAbsent(law.nearestWeeksPay(end.ends()).from(), from -> new TreeSet<>())
            .add(end.ends());
      }
    }
    unknown.forEach(
        (from, days) ->
            notices.add(
                "The most that a week's pay counts is not known on %s; that of %s is used."
                    .formatted(
                        days.stream().map(LocalDate::toString).collect(Collectors.joining(", ")),
                        from)));
    Map<Employer, Bill> byModel = new EnumMap<>(Employer.class);
    for (Employer employer : Employer.values()) {
      if (employer == Employer.LEAD_PRACTICE && plan.lead() == null) {
        notices.add("Employment by a lead practice is not shown: no lead practice is named.");
        continue;
      }
      Bill bill = nothing(plan);
      for (Post post : held) {
        bill = bill.plus(bill(plan, end(plan, post, employer, lastFunded, noticeGiven, law)));
      }
      byModel.put(employer, bill);
    }
    return new Liability(plan, lastFunded, noticeGiven, ends, planned, byModel, notices);
  }

  /** If it stopped at the end of each of several years, notice given so many days before. */
  public static List<Liability> byYear(
      RolePlan plan, List<FinancialYear> years, int noticeDays, Redundancy law) {
    return years.stream()
        .map(year -> ifFundingStops(plan, year.to(), year.to().minusDays(noticeDays), law))
        .toList();
  }

  public Money total() {
    return asPlanned.total();
  }

  /** Who would bear it under one model; empty for a lead practice where none is named. */
  public Optional<Bill> findBill(Employer employer) {
    return Optional.ofNullable(byModel.get(employer));
  }

  public Trace trace() {
    return Trace.made(
        "Notice and redundancy if the funding stops on " + lastFunded,
        total().toString(),
        "sum over the posts held that day, notice given on " + noticeGiven,
        posts.stream().map(PostEnd::trace).toList());
  }

  private static PostEnd end(
      RolePlan plan,
      Post post,
      Employer employer,
      LocalDate lastFunded,
      LocalDate noticeGiven,
      Redundancy law) {
    LocalDate since = post.serviceSince();
    // The day on which notice is given counts as served.
    int lawful = law.noticeFor(since, noticeGiven.plusDays(1));
    int weeks = Math.max(lawful, post.noticeWeeks());
    LocalDate noticeEnds = noticeGiven.plusWeeks(weeks);
    LocalDate last = noticeEnds.isAfter(lastFunded) ? noticeEnds : lastFunded;
    LocalDate contractEnds = post.to();
    if (contractEnds != null && contractEnds.isBefore(last)) {
      last = contractEnds;
    }
    FinancialYear year = FinancialYear.of(lastFunded);
    BigDecimal wte = post.wte().amount();
    long days = last.toEpochDay() - lastFunded.toEpochDay();
    Money notice =
        Money.ofPounds(
            post.costIn(year, plan)
                .inPounds()
                .multiply(wte)
                .multiply(BigDecimal.valueOf(days))
                .divide(DAYS, MathContext.DECIMAL64));
    BigDecimal people = BigDecimal.valueOf(post.people());
    Money week =
        Money.ofPounds(
            post.payIn(year, plan)
                .inPounds()
                .multiply(wte)
                .divide(WEEKS.multiply(people), MathContext.DECIMAL64));
    Redundancy.WeeksPay cap = law.nearestWeeksPay(last);
    Money counted = week.compareTo(cap.most()) > 0 ? cap.most() : week;
    int age = post.age() == null ? ASSUMED_AGE : post.age();
    int ageAtEnd = Period.between(post.from().minusYears(age), last).getYears();
    int years = Math.max(0, Period.between(since, last.plusDays(1)).getYears());
    BigDecimal byLaw = law.weeksFor(ageAtEnd, years);
    Money granted = times(counted, byLaw, people);
    EmploymentTerms.Contractual more = plan.getTerms(employer).contractual();
    Money agreed =
        more == null || years < more.afterYears()
            ? Money.ZERO
            : times(
                week,
                more.weeksPerYear()
                    .amount()
                    .multiply(BigDecimal.valueOf(Math.min(years, more.mostYears()))),
                people);
    boolean byContract = agreed.compareTo(granted) > 0;
    Money redundancy = byContract ? agreed : granted;
    Mark mark = law.mark().orLessSure(law.notice().mark()).orLessSure(cap.mark());
    Trace trace =
        Trace.made(
            "%s (%s), employed by %s".formatted(post.role(), post.id(), employer.words()),
            notice.plus(redundancy).toString(),
            "notice %s + redundancy %s".formatted(notice, redundancy),
            List.of(
                Trace.made(
                    "Pay until the notice has run out",
                    notice.toString(),
                    "%d days after the funding, of 365, at pay with on-costs; %d weeks' notice given %s"
                        .formatted(days, weeks, noticeGiven),
                    List.of()),
                new Trace(
                    "Redundancy",
                    redundancy.toString(),
                    byContract
                        ? "by contract, for %d years at %s a week".formatted(years, week)
                        : "%s weeks for %d years to age %d, at %s a week (pay %s, capped), %d people"
                            .formatted(
                                byLaw.stripTrailingZeros().toPlainString(),
                                years,
                                ageAtEnd,
                                counted,
                                week,
                                post.people()),
                    byContract ? null : mark,
                    byContract ? List.of() : cap.sources(),
                    List.of())));
    return new PostEnd(
        post,
        employer,
        weeks,
        last,
        years,
        notice,
        week,
        counted,
        byLaw,
        redundancy,
        byContract,
        mark,
        trace);
  }

  private static Money times(Money week, BigDecimal weeks, BigDecimal people) {
    return Money.ofPounds(
        Money.ofPounds(week.inPounds().multiply(weeks)).inPounds().multiply(people));
  }

  private static Bill nothing(RolePlan plan) {
    return new Bill(
        Money.ZERO, Money.ZERO, plan.members().stream().map(m -> new Due(m, Money.ZERO)).toList());
  }

  private static Bill bill(RolePlan plan, PostEnd end) {
    Money total = end.total();
    Money back =
        Money.ofPounds(
            total
                .inPounds()
                .multiply(plan.getTerms(end.employer()).toPractices().amount().movePointLeft(2)));
    Money rest = total.minus(back);
    List<Money> parts = plan.divide(back);
    PracticeCode lead = end.employer() == Employer.LEAD_PRACTICE ? plan.lead() : null;
    List<Due> practices = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Member member = plan.members().get(i);
      practices.add(
          new Due(member, member.practice().equals(lead) ? parts.get(i).plus(rest) : parts.get(i)));
    }
    return bill(end.employer(), total, lead == null ? rest : Money.ZERO, practices, plan);
  }

  /** Joint employers have nobody behind them: what was not agreed is divided as well. */
  private static Bill bill(
      Employer employer, Money total, Money rest, List<Due> practices, RolePlan plan) {
    if (employer != Employer.PRACTICES_JOINTLY || rest.isZero()) {
      return new Bill(total, rest, practices);
    }
    List<Money> parts = plan.divide(rest);
    List<Due> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      all.add(new Due(practices.get(i).member(), practices.get(i).due().plus(parts.get(i))));
    }
    return new Bill(total, Money.ZERO, all);
  }
}
