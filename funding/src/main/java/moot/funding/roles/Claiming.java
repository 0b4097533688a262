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
import java.util.function.ToLongFunction;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Share;
import moot.funding.packs.NewRoles;
import moot.funding.roles.RoleAccount.Parts;
import moot.funding.roles.RoleAccount.PostYear;
import moot.funding.roles.RoleAccount.PotYear;
import moot.funding.roles.RoleAccount.PracticeBill;
import moot.funding.roles.RoleAccount.RoleMonth;
import moot.funding.terms.DatedRate;
import moot.funding.terms.NewRole;
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
    sayWhatIsNotKnown(held, claims);
    Draws sure = draw(held, claims, Claim::due);
    sayWhatExceeds(held, claims, sure);
    Draws most = draw(held, claims, Claim::dueAtMost);
    List<PostYear> years = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      Post post = held.get(i);
      List<Parts> parts = new ArrayList<>();
      for (int m = 0; m < FinancialYear.MONTHS; m++) {
        parts.add(claims.get(i)[m].parts(sure.paid[i][m]));
      }
      years.add(
          new PostYear(
              post,
              budget.title(post.role()),
              post.costIn(budget.year(), plan),
              maximum(post),
              parts));
    }
    List<RoleMonth> months = months(years, most);
    Parts total = months.stream().map(RoleMonth::parts).reduce(Parts.NONE, Parts::plus);
    Money inAll = new Money(total.cost().pence() - most.allPaid());
    Between left = new Between(inAll, total.surelyLeft().plus(total.unknown()));
    return new RoleAccount(
        plan,
        budget,
        years,
        months,
        budget.pots().stream()
            .map(pot -> new PotYear(pot, new Between(sure.paidFrom(pot), most.paidFrom(pot))))
            .toList(),
        left,
        bills(total, left),
        List.copyOf(notices));
  }

  private @Nullable RoleMaximum maximum(Post post) {
    return budget.findMaximum(post.role(), plan.area()).orElse(null);
  }

  /** Whether a role could not be claimed in a month, since it was none of the scheme's yet. */
  private static boolean isBeforeItsTime(Post post, YearMonth month) {
    return NewRoles.shipped()
        .find(post.role())
        .filter(role -> month.isBefore(YearMonth.from(role.from())))
        .isPresent();
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
        if (isBeforeItsTime(post, calendar.get(m))) {
          NewRole role = NewRoles.shipped().find(post.role()).orElseThrow();
          notices.add(
              "%s: may be claimed from %s on (%s); what it costs before is the practices'."
                  .formatted(
                      role.title(),
                      MonthsInWords.of(List.of(YearMonth.from(role.from())), budget.year()),
                      role.mark().sign()));
          continue;
        }
        RoleMaximum maximum = maximum(post);
        Integer most = maximum == null ? null : RoleBudget.most(maximum, plan.patients());
        String counted = NewRoles.shipped().countedAs(post.role());
        long before = used.getOrDefault(counted, 0L);
        long wte = post.wte().hundredths();
        eligible[i][m] = most == null ? wte : Math.clamp(most * 100L - before, 0, wte);
        used.put(counted, before + eligible[i][m]);
        if (maximum != null && most != null && eligible[i][m] < wte) {
          Mark mark = maximum.capMark();
          notices.add(
              "%s: no more than %d whole-time equivalents may be claimed for a network of %,d patients%s; the plan has more."
                  .formatted(
                      maximum.title(),
                      most,
                      plan.patients(),
                      mark == null ? "" : " (%s)".formatted(mark.sign())));
        }
      }
    }
    return eligible;
  }

  private void claim(Post post, long[] eligible, Claim[] claims) {
    RoleMaximum maximum = maximum(post);
    boolean sumKnown = !budget.pots().isEmpty();
    if (maximum != null
        && plan.area() != null
        && maximum.area() == null
        && !maximum.rates().isEmpty()) {
      notices.add(
          "%s: no maximum for %s is known; England's is used."
              .formatted(maximum.title(), plan.area()));
    }
    long percent = budget.percentOf(maximum);
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
      long asked = claimable.next(BigInteger.valueOf(Math.multiplyExact(cost, percent)));
      long ofNumber =
          days == 0
              ? 0
              : Share.byLargestRemainder(
                  asked, new long[] {eligible[m], post.wte().hundredths() - eligible[m]})[0];
      long limit =
          rate == null
              ? ofNumber
              : Math.min(
                  ofNumber, most.next(product(rate.rate().microPounds(), eligible[m], days)));
      claims[m] =
          new Claim(
              cost,
              cost - asked,
              asked - ofNumber,
              ofNumber - limit,
              limit,
              rate != null,
              sumKnown);
    }
  }

  /** Roles by the months of which no maximum is known, each said once. */
  private void sayWhatIsNotKnown(List<Post> held, List<Claim[]> claims) {
    Map<String, Set<YearMonth>> gaps = new LinkedHashMap<>();
    boolean sum = false;
    for (int i = 0; i < held.size(); i++) {
      for (int m = 0; m < FinancialYear.MONTHS; m++) {
        Claim claim = claims.get(i)[m];
        if (claim.dueAtMost() > 0 && !claim.rateKnown()) {
          gaps.computeIfAbsent(budget.title(held.get(i).role()), _ -> new LinkedHashSet<>())
              .add(calendar.get(m));
        }
        sum |= claim.dueAtMost() > 0 && !claim.sumKnown();
      }
    }
    if (sum) {
      notices.add(
          "No sum for new roles is known in %s, so whether what they cost is reimbursed cannot be said. Enter one if you know it."
              .formatted(budget.year()));
    }
    gaps.forEach(
        (title, months) ->
            notices.add(
                "%s: no maximum is known for %s, so whether what it costs then is reimbursed cannot be said. Enter one if you know it."
                    .formatted(title, MonthsInWords.of(months, budget.year()))));
  }

  /** Sums by the months in which more was claimed than could be drawn, each said once. */
  private void sayWhatExceeds(List<Post> held, List<Claim[]> claims, Draws sure) {
    Map<String, Set<YearMonth>> months = new LinkedHashMap<>();
    Map<String, Long> by = new HashMap<>();
    for (int i = 0; i < held.size(); i++) {
      RoleBudget.Pot pot = budget.findPot(held.get(i).role()).orElse(null);
      if (pot == null) {
        if (!budget.pots().isEmpty()) {
          notices.add(
              "%s: no sum can be claimed from for it.".formatted(budget.title(held.get(i).role())));
        }
        continue;
      }
      for (int m = 0; m < FinancialYear.MONTHS; m++) {
        long more = claims.get(i)[m].due() - sure.paid[i][m];
        if (more > 0) {
          months.computeIfAbsent(pot.title(), _ -> new LinkedHashSet<>()).add(calendar.get(m));
          by.merge(pot.title(), more, Long::sum);
        }
      }
    }
    months.forEach(
        (title, over) ->
            notices.add(
                "%s: what is claimed for %s exceeds what can be drawn by %s."
                    .formatted(
                        title,
                        MonthsInWords.of(over, budget.year()),
                        new Money(by.getOrDefault(title, 0L)))));
  }

  private static BigInteger product(long a, long b, long c) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).multiply(BigInteger.valueOf(c));
  }

  /** Pays claims from the sums, month by month; a short sum is divided among its claims. */
  private Draws draw(List<Post> held, List<Claim[]> claims, ToLongFunction<Claim> due) {
    Draws draws = new Draws(new long[held.size()][FinancialYear.MONTHS], new HashMap<>());
    Map<RoleBudget.Pot, List<Integer>> users = new LinkedHashMap<>();
    for (int i = 0; i < held.size(); i++) {
      RoleBudget.Pot pot = budget.findPot(held.get(i).role()).orElse(null);
      if (pot != null) {
        users.computeIfAbsent(pot, _ -> new ArrayList<>()).add(i);
      } else if (budget.pots().isEmpty()) {
        // Without a sum that is known nothing limits what might be paid.
        for (int m = 0; m < FinancialYear.MONTHS; m++) {
          draws.paid[i][m] = due.applyAsLong(claims.get(i)[m]);
        }
      }
    }
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
            long[] asked =
                posts.stream().mapToLong(i -> due.applyAsLong(claims.get(i)[month])).toArray();
            long all = Arrays.stream(asked).sum();
            if (all == 0) {
              continue;
            }
            long[] paid = all <= open ? asked : Share.byLargestRemainder(open, asked);
            for (int k = 0; k < paid.length; k++) {
              draws.paid[posts.get(k)][m] = paid[k];
              left -= paid[k];
            }
          }
          draws.fromPots.put(pot, pot.sum().minus(new Money(left)));
        });
    return draws;
  }

  /** A sum in equal parts over its months. */
  private long[] parts(RoleBudget.Pot pot) {
    return Share.byLargestRemainder(
        pot.sum().pence(), calendar.stream().mapToLong(m -> pot.isOpenIn(m) ? 1 : 0).toArray());
  }

  private List<RoleMonth> months(List<PostYear> years, Draws most) {
    List<long[]> sums = budget.pots().stream().map(this::parts).toList();
    List<RoleMonth> months = new ArrayList<>();
    for (int m = 0; m < FinancialYear.MONTHS; m++) {
      int month = m;
      Parts parts = years.stream().map(y -> y.months().get(month)).reduce(Parts.NONE, Parts::plus);
      Money sum = new Money(sums.stream().mapToLong(s -> s[month]).sum());
      Money one = sum.minus(parts.reimbursed());
      Money other =
          budget.pots().isEmpty()
              ? one
              : new Money(
                  sum.pence() - Arrays.stream(most.paid).mapToLong(paid -> paid[month]).sum());
      // A month may draw less once others draw more from a sum that is used up.
      months.add(
          new RoleMonth(
              calendar.get(m),
              parts,
              sum,
              one.compareTo(other) > 0 ? new Between(other, one) : new Between(one, other)));
    }
    return months;
  }

  private List<PracticeBill> bills(Parts total, Between left) {
    List<Money> share = plan.divide(total.share());
    List<Money> above = plan.divide(total.above());
    List<Money> unknown = plan.divide(total.unknown());
    List<Money> sure = plan.divide(left.from().minus(total.surelyLeft()));
    List<Money> rest = plan.divide(left.to().minus(left.from()));
    List<PracticeBill> bills = new ArrayList<>();
    for (int i = 0; i < plan.members().size(); i++) {
      Money from = share.get(i).plus(above.get(i)).plus(sure.get(i));
      bills.add(
          new PracticeBill(
              plan.members().get(i),
              share.get(i),
              above.get(i),
              unknown.get(i),
              new Between(from, from.plus(rest.get(i)))));
    }
    return bills;
  }

  /**
   * What is paid, in pence.
   *
   * @param paid post by month
   * @param fromPots what each sum pays in the year
   */
  private record Draws(long[][] paid, Map<RoleBudget.Pot, Money> fromPots) {
    Money paidFrom(RoleBudget.Pot pot) {
      return fromPots.getOrDefault(pot, Money.ZERO);
    }

    long allPaid() {
      return Arrays.stream(paid).flatMapToLong(Arrays::stream).sum();
    }
  }
}
