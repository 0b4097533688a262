package moot.funding.roles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Share;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * The new roles that a network has and means to have.
 *
 * @param network its name or code, as shown
 * @param split how the practices divide what they bear
 * @param lead the practice that employs, where one does
 * @param terms what each employment model means when the money stops; those left out are as without
 *     an agreement
 * @param area null for England at large, else {@code outer London} or {@code inner London}
 * @param prices the year whose pay the posts state
 * @param payGrowth percent a year from then on
 */
public record RolePlan(
    String network,
    List<Member> members,
    List<Post> posts,
    Split split,
    @Nullable PracticeCode lead,
    Map<Employer, EmploymentTerms> terms,
    @Nullable String area,
    FinancialYear prices,
    Quantity payGrowth) {

  /** The first day of the national scheme. */
  public static final LocalDate FIRST = LocalDate.of(2019, 4, 1);

  /** Patients from which a network counts as large for caps on numbers. */
  public static final long LARGE = 100_000;

  private static final LocalDate LAST = LocalDate.of(2100, 3, 31);

  /**
   * @throws BadRolePlan for values that cannot be meant, all at once
   */
  public RolePlan {
    members = List.copyOf(members);
    posts = List.copyOf(posts);
    Map<Employer, EmploymentTerms> all = EmploymentTerms.withoutAgreements();
    all.putAll(terms);
    terms = Map.copyOf(all);
    Complaints complaints = new Complaints();
    check(members, complaints);
    Set<PracticeCode> codes = new HashSet<>(members.stream().map(Member::practice).toList());
    check(split, codes, complaints);
    Set<String> ids = new HashSet<>();
    for (Post post : posts) {
      check(post, ids, complaints);
    }
    boolean someoneLeads = posts.stream().anyMatch(p -> p.employer() == Employer.LEAD_PRACTICE);
    complaints.unless(
        lead == null ? !someoneLeads : codes.contains(lead),
        "lead practice",
        lead == null ? "none" : lead,
        "one of the plan's practices, as posts are employed by it",
        "Maybe the practice left the network, or the posts have another employer.");
    complaints.unless(
        area == null || area.equals("outer London") || area.equals("inner London"),
        "area",
        String.valueOf(area),
        "none, outer London or inner London",
        "Maybe leave it empty outside London.");
    complaints.unless(
        within(payGrowth, -10, 25),
        "pay growth",
        payGrowth + " %",
        "−10 to 25 % a year",
        "Maybe it is meant for several years together.");
    terms.values().forEach(t -> check(t, complaints));
    complaints.raise();
  }

  /** A plan in one year's prices, split by list, with a lead practice and nothing agreed. */
  public static RolePlan of(
      String network, List<Member> members, FinancialYear prices, List<Post> posts) {
    return new RolePlan(
        network,
        members,
        posts,
        new Split.ByList(),
        members.isEmpty() ? null : members.getFirst().practice(),
        Map.of(),
        null,
        prices,
        Quantity.ZERO);
  }

  public RolePlan withPosts(List<Post> other) {
    return new RolePlan(network, members, other, split, lead, terms, area, prices, payGrowth);
  }

  public RolePlan split(Split other) {
    return new RolePlan(network, members, posts, other, lead, terms, area, prices, payGrowth);
  }

  public RolePlan withTerms(EmploymentTerms other) {
    Map<Employer, EmploymentTerms> all = new EnumMap<>(terms);
    all.put(other.employer(), other);
    return new RolePlan(network, members, posts, split, lead, all, area, prices, payGrowth);
  }

  /** The same with every post that begins after a day begun so many months later. */
  public RolePlan later(LocalDate after, int months) {
    List<Post> shifted = new ArrayList<>();
    for (Post post : posts) {
      LocalDate begins = post.from().plusMonths(months);
      LocalDate ends = post.to();
      if (!post.from().isAfter(after)) {
        shifted.add(post);
      } else if (ends == null || !begins.isAfter(ends)) {
        shifted.add(post.beginning(begins));
      }
    }
    return withPosts(shifted);
  }

  public long patients() {
    return members.stream().mapToLong(Member::list).sum();
  }

  public EmploymentTerms getTerms(Employer employer) {
    EmploymentTerms found = terms.get(employer);
    if (found == null) {
      throw new IllegalStateException("no terms for " + employer);
    }
    return found;
  }

  /** Divides an amount among the members, in their order; the parts add up to it. */
  List<Money> divide(Money whole) {
    long[] weights =
        switch (split) {
          case Split.ByList _ -> members.stream().mapToLong(Member::list).toArray();
          case Split.AsAgreed(Map<PracticeCode, Long> agreed) ->
              members.stream().mapToLong(m -> agreed.getOrDefault(m.practice(), 0L)).toArray();
        };
    return Arrays.stream(Share.byLargestRemainder(whole.pence(), weights))
        .mapToObj(Money::new)
        .toList();
  }

  /** How the practices divide, in words. */
  String splitInWords() {
    return split instanceof Split.ByList ? "by registered list" : "as agreed";
  }

  private static void check(List<Member> members, Complaints complaints) {
    complaints.unless(
        !members.isEmpty(), "practices", "none", "at least one", "Maybe the network has ended.");
    Set<PracticeCode> seen = new HashSet<>();
    for (Member member : members) {
      complaints.unless(
          seen.add(member.practice()),
          "practice " + member.practice(),
          "named twice",
          "each once",
          "Maybe a branch was entered under the code of its practice.");
      complaints.unless(
          member.list() >= 0 && member.list() <= 1_000_000,
          "practice " + member.practice() + ", list",
          member.list(),
          "0 to 1,000,000 patients",
          "Maybe digits were added or a minus slipped in.");
    }
  }

  private static void check(Split split, Set<PracticeCode> codes, Complaints complaints) {
    if (!(split instanceof Split.AsAgreed(Map<PracticeCode, Long> weights))) {
      return;
    }
    weights.forEach(
        (practice, weight) -> {
          complaints.unless(
              codes.contains(practice),
              "split, practice " + practice,
              "not in the plan",
              "a practice of the network",
              "Maybe it has left, and the split was agreed before.");
          complaints.unless(
              weight >= 0 && weight <= 1_000_000_000L,
              "split, practice " + practice,
              weight,
              "0 or more",
              "Maybe a minus slipped in.");
        });
    complaints.unless(
        weights.values().stream().anyMatch(weight -> weight > 0),
        "split",
        weights,
        "at least one part above 0",
        "Maybe the split is meant to be by list.");
  }

  private static void check(Post post, Set<String> ids, Complaints complaints) {
    String where = "post " + post.id();
    complaints.unless(
        ids.add(post.id()), where, "named twice", "each once", "Maybe it was copied.");
    complaints.unless(
        !post.role().isBlank(), where + ", role", "empty", "a role", "Maybe it was not chosen.");
    complaints.unless(
        post.wte().hundredths() > 0 && within(post.wte(), 0, 200),
        where + ", whole-time equivalents",
        post.wte(),
        "more than 0, at most 200",
        "Maybe hours were entered: 37.5 hours are 1 whole-time equivalent.");
    complaints.unless(
        post.people() >= 1 && post.wte().hundredths() <= 100L * post.people(),
        where + ", people",
        "%s whole-time equivalents held by %d".formatted(post.wte(), post.people()),
        "at least one person for each whole-time equivalent",
        "Maybe the number of people was left at 1.");
    complaints.unless(
        !post.from().isBefore(FIRST) && !post.from().isAfter(LAST),
        where + ", start",
        post.from(),
        "a day from 1 April 2019, when the scheme began, to 2100",
        "Maybe the service before belongs under \"service counts from\".");
    LocalDate to = post.to();
    complaints.unless(
        to == null || (!to.isBefore(post.from()) && !to.isAfter(LAST)),
        where + ", end",
        String.valueOf(to),
        "a day from its start (%s) to 2100, or none".formatted(post.from()),
        "Maybe start and end are the wrong way round.");
    complaints.unless(
        post.pay().pence() > 0 && post.pay().compareTo(Money.ofPounds(500_000)) <= 0,
        where + ", pay",
        post.pay(),
        "more than £0, at most £500,000 a year for one whole-time equivalent",
        "Maybe it is for a month, or for all people together.");
    complaints.unless(
        within(post.onCosts(), 0, 100),
        where + ", on-costs",
        post.onCosts() + " %",
        "0 to 100 % of pay",
        "Maybe pounds were entered, or the pay with on-costs in percent of the pay.");
    Integer age = post.age();
    complaints.unless(
        age == null || (age >= 16 && age <= 80),
        where + ", age",
        String.valueOf(age),
        "16 to 80 years, or none",
        "Maybe the year of birth was entered.");
    LocalDate since = post.serviceFrom();
    complaints.unless(
        since == null
            || (!since.isAfter(post.from()) && !since.isBefore(post.from().minusYears(60))),
        where + ", service counts from",
        String.valueOf(since),
        "a day within 60 years before its start (%s)".formatted(post.from()),
        "Maybe leave it empty for someone new.");
    complaints.unless(
        post.noticeWeeks() >= 0 && post.noticeWeeks() <= 52,
        where + ", notice",
        post.noticeWeeks(),
        "0 to 52 weeks",
        "Maybe days were entered.");
  }

  private static void check(EmploymentTerms terms, Complaints complaints) {
    complaints.unless(
        within(terms.toPractices(), 0, 100),
        "employment by " + terms.employer().words() + ", back to practices",
        terms.toPractices() + " %",
        "0 to 100 %",
        "Maybe pounds were entered.");
    EmploymentTerms.Contractual more = terms.contractual();
    complaints.unless(
        more == null
            || (within(more.weeksPerYear(), 0, 26)
                && more.mostYears() >= 0
                && more.mostYears() <= 60
                && more.afterYears() >= 0
                && more.afterYears() <= 60),
        "employment by " + terms.employer().words() + ", redundancy by contract",
        String.valueOf(more),
        "0 to 26 weeks a year, years from 0 to 60",
        "Maybe a month's pay was meant: 4.35 weeks.");
  }

  private static boolean within(Quantity quantity, long least, long most) {
    return quantity.compareTo(Quantity.of(least)) >= 0
        && quantity.compareTo(Quantity.of(most)) <= 0;
  }
}
