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
    return new Claiming(plan, budget, asKnownOn).account();
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
