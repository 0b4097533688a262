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
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Share;
import moot.funding.Trace;
import moot.funding.terms.DatedRate;
import moot.funding.terms.RoleMaximum;
import org.jspecify.annotations.Nullable;

/**
 * A role plan against what can be claimed for it in one year. To the penny, for each post, month
 * and the year: cost = reimbursed + above + share; for each month and the year: sum = reimbursed +
 * unspent.
 *
 * @param posts those with a day in the year, each with its twelve months
 * @param months what the posts come to together, April to March
 * @param pots how far each sum is used
 * @param practices what falls to each practice
 * @param notices what a reader must know, in words: figures that are not known, rules that applied
 */
public record RoleAccount(
    RolePlan plan,
    RoleBudget budget,
    List<PostYear> posts,
    List<RoleMonth> months,
    List<PotYear> pots,
    List<PracticeBill> practices,
    List<String> notices) {
  /** Months of 28, 29, 30 and 31 days divide it: a day's part of a month is a whole number. */
  private static final long DAYS_OF_ANY_MONTH = 4L * 3 * 5 * 7 * 29 * 31;

  public RoleAccount {
    posts = List.copyOf(posts);
    months = List.copyOf(months);
    pots = List.copyOf(pots);
    practices = List.copyOf(practices);
    notices = List.copyOf(notices);
  }

  /**
   * What becomes of the cost.
   *
   * @param cost pay with on-costs
   * @param reimbursed what is paid to the nominated payee
   * @param share what the reimbursement percentage leaves to the network: <i>the 30 %</i> of 70 %
   * @param aboveMaximum of the percentage, what is above the maximum for the role
   * @param aboveNumber what is for more whole-time equivalents than may be claimed
   * @param noMaximum what cannot be reckoned as reimbursed since no maximum is known
   * @param aboveSum what could be claimed, had the sum not been used up
   */
  public record Parts(
      Money cost,
      Money reimbursed,
      Money share,
      Money aboveMaximum,
      Money aboveNumber,
      Money noMaximum,
      Money aboveSum) {
    static final Parts NONE =
        new Parts(
            Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    Parts plus(Parts other) {
      return new Parts(
          cost.plus(other.cost),
          reimbursed.plus(other.reimbursed),
          share.plus(other.share),
          aboveMaximum.plus(other.aboveMaximum),
          aboveNumber.plus(other.aboveNumber),
          noMaximum.plus(other.noMaximum),
          aboveSum.plus(other.aboveSum));
    }

    /** All that lies above a cap. */
    public Money above() {
      return aboveMaximum.plus(aboveNumber).plus(noMaximum).plus(aboveSum);
    }

    /** What is left to the network's practices. */
    public Money left() {
      return above().plus(share);
    }
  }

  /** One post in one year; its months are those of the year, also where it is not held. */
  public record PostYear(
      Post post,
      String title,
      Money costPerWte,
      @Nullable RoleMaximum maximum,
      List<Parts> months) {
    public PostYear {
      months = List.copyOf(months);
    }

    public Parts total() {
      return months.stream().reduce(Parts.NONE, Parts::plus);
    }
  }

  /**
   * One month.
   *
   * @param sum the month's equal part of the sums that are open in it
   * @param unspent that part less what is reimbursed; negative where a month uses what others left
   */
  public record RoleMonth(YearMonth month, Parts parts, Money sum, Money unspent) {}

  /** How far a sum is used in the year. */
  public record PotYear(RoleBudget.Pot pot, Money reimbursed) {
    public Money unspent() {
      return pot.sum().minus(reimbursed);
    }
  }

  /**
   * What falls to a practice.
   *
   * @param share of what the reimbursement percentage leaves
   * @param above of what lies above the caps
   */
  public record PracticeBill(Member member, Money share, Money above) {
    public Money total() {
      return share.plus(above);
    }
  }

  /**
   * @param asKnownOn leaves out maxima that were announced later; null for as finally paid
   */
  public static RoleAccount of(RolePlan plan, RoleBudget budget, @Nullable LocalDate asKnownOn) {
    return new Reckoning(plan, budget, asKnownOn).account();
  }

  public FinancialYear year() {
    return budget.year();
  }

  public Parts total() {
    return months.stream().map(RoleMonth::parts).reduce(Parts.NONE, Parts::plus);
  }

  public Money unspent() {
    return budget.sum().minus(total().reimbursed());
  }

  /** How sure we are of the least sure figure that the reimbursement rests on. */
  public Mark mark() {
    Mark mark = Mark.READ_TWICE;
    for (RoleBudget.Pot pot : budget.pots()) {
      mark = mark.orLessSure(pot.mark());
    }
    for (PostYear post : posts) {
      RoleMaximum maximum = post.maximum();
      if (maximum != null) {
        for (DatedRate rate : ratesOf(maximum)) {
          mark = mark.orLessSure(rate.mark());
        }
      }
    }
    return mark;
  }

  public Trace trace() {
    Parts total = total();
    List<Trace> parts = new ArrayList<>();
    for (PostYear post : posts) {
      parts.add(trace(post));
    }
    List<Trace> sums = new ArrayList<>();
    for (PotYear pot : pots) {
      sums.add(
          new Trace(
              "Unspent of " + pot.pot().title(),
              pot.unspent().toString(),
              "%s less %s reimbursed from it".formatted(pot.pot().sum(), pot.reimbursed()),
              pot.pot().mark(),
              pot.pot().sources(),
              List.of()));
    }
    List<Trace> bills = new ArrayList<>();
    for (PracticeBill bill : practices) {
      bills.add(
          Trace.given(
              "%s, list %,d".formatted(bill.member().name(), bill.member().list()),
              bill.total().toString()));
    }
    return Trace.made(
        "Cost of the new roles in " + year(),
        total.cost().toString(),
        "reimbursed %s + above the caps %s + the network's share %s"
            .formatted(total.reimbursed(), total.above(), total.share()),
        List.of(
            Trace.made("Reimbursed", total.reimbursed().toString(), "sum over the posts", parts),
            Trace.made("Unspent", unspent().toString(), "sum over the sums", sums),
            Trace.made(
                "Left to the practices",
                total.left().toString(),
                "divided " + plan.splitInWords() + ", by largest remainder",
                bills)));
  }

  private Trace trace(PostYear year) {
    Parts parts = year.total();
    List<Trace> from = new ArrayList<>();
    from.add(Trace.given("Whole-time equivalents", year.post().wte().toString()));
    from.add(
        Trace.made(
            "Pay with on-costs of one",
            year.costPerWte().toString(),
            "pay %s, on-costs %s %%, grown by %s %% a year since %s"
                .formatted(
                    year.post().pay(), year.post().onCosts(), plan.payGrowth(), plan.prices()),
            List.of()));
    RoleMaximum maximum = year.maximum();
    if (maximum == null) {
      from.add(Trace.given("Maximum for one", "not known"));
    } else {
      for (DatedRate rate : ratesOf(maximum)) {
        from.add(
            new Trace(
                "Maximum for one, %s to %s".formatted(rate.from(), rate.to()),
                rate.rate() + " a year",
                null,
                rate.mark(),
                rate.sources(),
                List.of()));
      }
    }
    return Trace.made(
        "%s (%s)".formatted(year.title(), year.post().id()),
        parts.reimbursed().toString(),
        "cost %s less share %s, above the maximum %s, above the number %s, no maximum known %s,"
                .formatted(
                    parts.cost(),
                    parts.share(),
                    parts.aboveMaximum(),
                    parts.aboveNumber(),
                    parts.noMaximum())
            + " above the sum %s; each month's part rounded so that months add up to the year"
                .formatted(parts.aboveSum()),
        from);
  }

  private List<DatedRate> ratesOf(RoleMaximum maximum) {
    Set<DatedRate> rates = new LinkedHashSet<>();
    year().months().forEach(m -> RoleBudget.rateIn(maximum, m, null).ifPresent(rates::add));
    return List.copyOf(rates);
  }

  /** The reckoning of one year, post by post and month by month. */
  private static final class Reckoning {
    private static final BigInteger YEAR =
        BigInteger.valueOf(FinancialYear.MONTHS * DAYS_OF_ANY_MONTH * 100);
    private final RolePlan plan;
    private final RoleBudget budget;
    private final @Nullable LocalDate asKnownOn;
    private final List<YearMonth> calendar;
    private final Set<String> notices = new LinkedHashSet<>();

    Reckoning(RolePlan plan, RoleBudget budget, @Nullable LocalDate asKnownOn) {
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
                claims.get(posts.get(k))[m].paid = paid[k];
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
        Parts parts =
            years.stream().map(y -> y.months().get(month)).reduce(Parts.NONE, Parts::plus);
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

  /** What one post asks for in one month, in pence, and what it gets. */
  private static final class Claim {
    private final long cost;
    private final long share;
    private final long aboveNumber;
    private final long asked;
    private final long limit;
    private final boolean known;
    private long paid;

    Claim(long cost, long share, long aboveNumber, long asked, long limit) {
      this(cost, share, aboveNumber, asked, limit, true);
    }

    private Claim(long cost, long share, long aboveNumber, long asked, long limit, boolean known) {
      this.cost = cost;
      this.share = share;
      this.aboveNumber = aboveNumber;
      this.asked = asked;
      this.limit = limit;
      this.known = known;
    }

    static Claim withoutMaximum(long cost) {
      return new Claim(cost, 0, 0, cost, 0, false);
    }

    long due() {
      return Math.min(asked, limit);
    }

    Parts parts() {
      return new Parts(
          new Money(cost),
          new Money(paid),
          new Money(share),
          new Money(known ? asked - due() : 0),
          new Money(aboveNumber),
          new Money(known ? 0 : asked),
          new Money(due() - paid));
    }
  }
}
