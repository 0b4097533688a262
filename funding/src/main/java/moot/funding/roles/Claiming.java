package moot.funding.roles;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Share;
import moot.funding.roles.RoleAccount.Parts;
import moot.funding.roles.RoleAccount.PostYear;
import moot.funding.roles.RoleAccount.PotYear;
import moot.funding.roles.RoleAccount.PracticeBill;
import moot.funding.roles.RoleAccount.RoleMonth;
import moot.funding.terms.DatedRate;
import moot.funding.terms.RoleMaximum;
import org.jspecify.annotations.Nullable;

/** Claims for one year, post by post and month by month, and the account that they make. */
final class Claiming {
  /** Months of 28, 29, 30 and 31 days divide it: a day's part of a month is a whole number. */
  private static final long DAYS_OF_ANY_MONTH = 4L * 3 * 5 * 7 * 29 * 31;

  private static final BigInteger YEAR =
      BigInteger.valueOf(FinancialYear.MONTHS * DAYS_OF_ANY_MONTH * 100);

  private final RolePlan plan;
  private final RoleBudget budget;
  private final @Nullable LocalDate asKnownOn;
  private final List<YearMonth> calendar;
  private final Set<String> notices = new LinkedHashSet<>();

  Claiming(RolePlan plan, RoleBudget budget, @Nullable LocalDate asKnownOn) {
    this.plan = plan;
    this.budget = budget;
    this.asKnownOn = asKnownOn;
    this.calendar = budget.year().months();
  }

  RoleAccount account() {
    List<Post> held =
        plan.posts().stream()
            .filter(post -> calendar.stream().anyMatch(m -> post.daysIn(m) > 0))
            .toList();
    List<Claim[]> claims = new ArrayList<>();
    held.forEach(post -> claims.add(new Claim[FinancialYear.MONTHS]));
    long[][] eligible = eligible(held);
    for (int i = 0; i < held.size(); i++) {
      claim(held.get(i), eligible[i], claims.get(i));
    }
    Map<RoleBudget.Pot, Money> reimbursed = draw(held, claims);
    List<PostYear> years = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      Post post = held.get(i);
      RoleMaximum maximum = maximum(post);
      years.add(
          new PostYear(
              post,
              maximum == null ? post.role() : maximum.title(),
              post.costIn(budget.year(), plan),
              maximum,
              Arrays.stream(claims.get(i)).map(Claim::parts).toList()));
    }
    List<RoleMonth> months = months(years);
    Parts total = months.stream().map(RoleMonth::parts).reduce(Parts.NONE, Parts::plus);
    return new RoleAccount(
        plan,
        budget,
        years,
        months,
        budget.pots().stream()
            .map(pot -> new PotYear(pot, reimbursed.getOrDefault(pot, Money.ZERO)))
            .toList(),
        bills(total),
        List.copyOf(notices));
  }

  private @Nullable RoleMaximum maximum(Post post) {
    return budget.findMaximum(post.role(), plan.area()).orElse(null);
  }

  /**
   * Hundredths of whole-time equivalents that may be claimed, post by month, in the plan's order.
   */
  private long[][] eligible(List<Post> held) {
    long[][] eligible = new long[held.size()][FinancialYear.MONTHS];
    for (int m = 0; m < FinancialYear.MONTHS; m++) {
      Map<String, Long> used = new HashMap<>();
      for (int i = 0; i < held.size(); i++) {
        Post post = held.get(i);
        if (post.daysIn(calendar.get(m)) == 0) {
          continue;
        }
        RoleMaximum maximum = maximum(post);
        Integer most = maximum == null ? null : RoleBudget.most(maximum, plan.patients());
        long before = used.getOrDefault(post.role(), 0L);
        long wte = post.wte().hundredths();
        eligible[i][m] = most == null ? wte : Math.clamp(most * 100L - before, 0, wte);
        used.put(post.role(), before + eligible[i][m]);
        if (maximum != null && most != null && eligible[i][m] < wte) {
          notices.add(
              "%s: no more than %d whole-time equivalents may be claimed for a network of %,d patients; the plan has more."
                  .formatted(maximum.title(), most, plan.patients()));
        }
      }
    }
    return eligible;
  }

  private void claim(Post post, long[] eligible, Claim[] claims) {
    RoleMaximum maximum = maximum(post);
    if (maximum == null) {
      notices.add(
          "%s: no maximum for this role is known in %s, so nothing is reckoned as reimbursed. Enter one if you know it."
              .formatted(post.role(), budget.year()));
    } else if (plan.area() != null && maximum.area() == null) {
      notices.add(
          "%s: no maximum for %s is known; England's is used."
              .formatted(maximum.title(), plan.area()));
    }
    long percent = maximum == null ? 0 : budget.percentOf(maximum);
    long perWte = post.costIn(budget.year(), plan).pence();
    Running costs = new Running(YEAR);
    Running claimable = new Running(BigInteger.valueOf(100));
    Running most = new Running(YEAR.multiply(BigInteger.valueOf(10_000)));
    for (int m = 0; m < FinancialYear.MONTHS; m++) {
      YearMonth month = calendar.get(m);
      long days = post.daysIn(month) * (DAYS_OF_ANY_MONTH / month.lengthOfMonth());
      long cost = costs.next(product(perWte, post.wte().hundredths(), days));
      DatedRate rate =
          maximum == null ? null : RoleBudget.rateIn(maximum, month, asKnownOn).orElse(null);
      if (rate == null) {
        if (maximum != null && days > 0) {
          notices.add(
              "%s: no maximum is known for %s, so nothing is reckoned as reimbursed then."
                  .formatted(maximum.title(), month));
        }
        claims[m] = Claim.withoutMaximum(cost);
        continue;
      }
      long asked = claimable.next(BigInteger.valueOf(Math.multiplyExact(cost, percent)));
      long ofNumber =
          days == 0
              ? 0
              : Share.byLargestRemainder(
                  asked, new long[] {eligible[m], post.wte().hundredths() - eligible[m]})[0];
      long limit = most.next(product(rate.rate().microPounds(), eligible[m], days));
      claims[m] = new Claim(cost, cost - asked, asked - ofNumber, ofNumber, limit);
    }
  }

  private static BigInteger product(long a, long b, long c) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).multiply(BigInteger.valueOf(c));
  }

  /** Pays claims from the sums, month by month; a short sum is divided among its claims. */
  private Map<RoleBudget.Pot, Money> draw(List<Post> held, List<Claim[]> claims) {
    Map<RoleBudget.Pot, List<Integer>> users = new LinkedHashMap<>();
    for (int i = 0; i < held.size(); i++) {
      String role = held.get(i).role();
      RoleBudget.Pot pot = budget.findPot(role).orElse(null);
      if (pot == null) {
        notices.add("%s: no sum can be claimed from for it.".formatted(role));
      } else {
        users.computeIfAbsent(pot, _ -> new ArrayList<>()).add(i);
      }
    }
    Map<RoleBudget.Pot, Money> reimbursed = new HashMap<>();
    users.forEach(
        (pot, posts) -> {
          long[] parts = parts(pot);
          long left = pot.sum().pence();
          for (int m = 0; m < FinancialYear.MONTHS; m++) {
            int month = m;
            long open =
                !pot.isOpenIn(calendar.get(m))
                    ? 0
                    : budget.drawing() == RoleBudget.Drawing.MONTH_BY_MONTH ? parts[m] : left;
            long[] due = posts.stream().mapToLong(i -> claims.get(i)[month].due()).toArray();
            long all = Arrays.stream(due).sum();
            if (all == 0) {
              continue;
            }
            if (all > open) {
              notices.add(
                  "%s: claims of %s exceed what can be drawn by %s."
                      .formatted(pot.title(), calendar.get(m), new Money(all - open)));
            }
            long[] paid = all <= open ? due : Share.byLargestRemainder(open, due);
            for (int k = 0; k < paid.length; k++) {
              claims.get(posts.get(k))[m].pay(paid[k]);
              left -= paid[k];
            }
          }
          reimbursed.put(pot, pot.sum().minus(new Money(left)));
        });
    return reimbursed;
  }

  /** A sum in equal parts over its months. */
  private long[] parts(RoleBudget.Pot pot) {
    return Share.byLargestRemainder(
        pot.sum().pence(), calendar.stream().mapToLong(m -> pot.isOpenIn(m) ? 1 : 0).toArray());
  }

  private List<RoleMonth> months(List<PostYear> years) {
    List<long[]> sums = budget.pots().stream().map(this::parts).toList();
    List<RoleMonth> months = new ArrayList<>();
    for (int m = 0; m < FinancialYear.MONTHS; m++) {
      int month = m;
      Parts parts = years.stream().map(y -> y.months().get(month)).reduce(Parts.NONE, Parts::plus);
      Money sum = new Money(sums.stream().mapToLong(s -> s[month]).sum());
      months.add(new RoleMonth(calendar.get(m), parts, sum, sum.minus(parts.reimbursed())));
    }
    return months;
  }

  private List<PracticeBill> bills(Parts total) {
    List<Money> share = plan.divide(total.share());
    List<Money> above = plan.divide(total.above());
    List<PracticeBill> bills = new ArrayList<>();
    for (int i = 0; i < plan.members().size(); i++) {
      bills.add(new PracticeBill(plan.members().get(i), share.get(i), above.get(i)));
    }
    return bills;
  }
}
