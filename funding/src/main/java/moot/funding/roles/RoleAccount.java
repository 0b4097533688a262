package moot.funding.roles;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Trace;
import moot.funding.terms.DatedRate;
import moot.funding.terms.RoleMaximum;
import org.jspecify.annotations.Nullable;

/**
 * A role plan against what can be claimed for it in one year. To the penny, for each post, month
 * and the year: cost = reimbursed + above + share + unknown; for each month and the year: sum =
 * reimbursed + unspent. What depends on a maximum or a sum that is not known is kept apart as
 * unknown, and what depends on it is said as a range: from all of it reimbursed to none of it.
 *
 * @param posts those with a day in the year, each with its twelve months
 * @param months what the posts come to together, April to March
 * @param pots how far each sum is used
 * @param left what is left to the practices together
 * @param practices what falls to each of them
 * @param notices what a reader must know, in words: figures that are not known, rules that applied
 */
public record RoleAccount(
    RolePlan plan,
    RoleBudget budget,
    List<PostYear> posts,
    List<RoleMonth> months,
    List<PotYear> pots,
    Between left,
    List<PracticeBill> practices,
    List<String> notices) {
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
   * @param aboveNumber what is for more whole-time equivalents than may be claimed, or for a time
   *     before the role could be
   * @param unknown of which it cannot be said whether it is reimbursed, since no maximum or no sum
   *     is known
   * @param aboveSum what could be claimed, had the sum not been used up
   */
  public record Parts(
      Money cost,
      Money reimbursed,
      Money share,
      Money aboveMaximum,
      Money aboveNumber,
      Money unknown,
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
          unknown.plus(other.unknown),
          aboveSum.plus(other.aboveSum));
    }

    /** All that is known to lie above a cap. */
    public Money above() {
      return aboveMaximum.plus(aboveNumber).plus(aboveSum);
    }

    /** What is known to be left to the network's practices. */
    Money surelyLeft() {
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
  public record RoleMonth(YearMonth month, Parts parts, Money sum, Between unspent) {}

  /** How far a sum is used in the year. */
  public record PotYear(RoleBudget.Pot pot, Between reimbursed) {
    public Between unspent() {
      return new Between(pot.sum().minus(reimbursed.to()), pot.sum().minus(reimbursed.from()));
    }

    /** How sure we are of the sum, or of what is used of it where that cannot be said. */
    public Mark mark() {
      return reimbursed.isExact() ? pot.mark() : Mark.RECALLED;
    }
  }

  /**
   * What falls to a practice.
   *
   * @param share of what the reimbursement percentage leaves
   * @param above of what lies above the caps
   * @param unknown of what cannot be said
   * @param total share and above, and none to all of the unknown
   */
  public record PracticeBill(
      Member member, Money share, Money above, Money unknown, Between total) {}

  /**
   * @param asKnownOn leaves out maxima that were announced later; null for as finally paid
   */
  public static RoleAccount of(RolePlan plan, RoleBudget budget, @Nullable LocalDate asKnownOn) {
    return new Claiming(plan, budget, asKnownOn).account();
  }

  public FinancialYear year() {
    return budget.year();
  }

  public Parts total() {
    return months.stream().map(RoleMonth::parts).reduce(Parts.NONE, Parts::plus);
  }

  /** What is paid to the nominated payee. */
  public Between reimbursed() {
    Money cost = total().cost();
    return new Between(cost.minus(left.to()), cost.minus(left.from()));
  }

  public Between unspent() {
    Money from = pots.stream().map(p -> p.unspent().from()).reduce(Money.ZERO, Money::plus);
    Money to = pots.stream().map(p -> p.unspent().to()).reduce(Money.ZERO, Money::plus);
    return new Between(from, to);
  }

  /** Whether it cannot be said of some cost whether it is reimbursed. */
  public boolean isOpen() {
    return !total().unknown().isZero();
  }

  /**
   * How sure we are of the least sure figure that the reimbursement rests on; unverified where a
   * part of it cannot be said.
   */
  public Mark mark() {
    return isOpen() ? Mark.RECALLED : markOfKnown();
  }

  /** The same of what is known alone: of the share and of what lies above the caps. */
  public Mark markOfKnown() {
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
        Mark cap = maximum.capMark();
        if (cap != null && !post.total().aboveNumber().isZero()) {
          mark = mark.orLessSure(cap);
        }
      }
    }
    return mark;
  }

  /** Where the cost, what is reimbursed of it and what is left come from. */
  public Trace trace() {
    return new Tracing(this).trace();
  }

  /** The rates of a maximum that hold in a month of the year. */
  List<DatedRate> ratesOf(RoleMaximum maximum) {
    Set<DatedRate> rates = new LinkedHashSet<>();
    year().months().forEach(m -> RoleBudget.rateIn(maximum, m, null).ifPresent(rates::add));
    return List.copyOf(rates);
  }
}
