package moot.funding.roles;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A post of a role plan, held by one person or by several who share it equally.
 *
 * @param id unique in the plan
 * @param role as in the rule pack's maxima, for example {@code clinical-pharmacist}
 * @param wte whole-time equivalents of all who hold it
 * @param people how many hold it
 * @param from the first day it is paid for
 * @param to the last day, or null for no end
 * @param pay gross pay of one whole-time equivalent for a year, in the plan's first prices
 * @param onCosts the employer's National Insurance, pension and other on-costs, in percent of pay
 * @param age in whole years on {@code from}; null where it is not known
 * @param serviceFrom since when service counts without a break, or null for since {@code from}
 * @param noticeWeeks by contract; 0 where only the law's notice holds
 */
public record Post(
    String id,
    String role,
    Quantity wte,
    int people,
    LocalDate from,
    @Nullable LocalDate to,
    Money pay,
    Quantity onCosts,
    Employer employer,
    @Nullable Integer age,
    @Nullable LocalDate serviceFrom,
    int noticeWeeks) {

  /** A post of one person, of unknown age, who is new and has only the law's notice. */
  public static Post of(
      String id, String role, Quantity wte, LocalDate from, Money pay, Quantity onCosts) {
    return new Post(
        id, role, wte, 1, from, null, pay, onCosts, Employer.LEAD_PRACTICE, null, null, 0);
  }

  public Post until(LocalDate last) {
    return new Post(
        id, role, wte, people, from, last, pay, onCosts, employer, age, serviceFrom, noticeWeeks);
  }

  public Post employedBy(Employer other) {
    return new Post(
        id, role, wte, people, from, to, pay, onCosts, other, age, serviceFrom, noticeWeeks);
  }

  public Post heldBy(int howMany, @Nullable Integer aged, @Nullable LocalDate since) {
    return new Post(
        id, role, wte, howMany, from, to, pay, onCosts, employer, aged, since, noticeWeeks);
  }

  public Post withNotice(int weeks) {
    return new Post(
        id, role, wte, people, from, to, pay, onCosts, employer, age, serviceFrom, weeks);
  }

  Post beginning(LocalDate other) {
    return new Post(
        id, role, wte, people, other, to, pay, onCosts, employer, age, serviceFrom, noticeWeeks);
  }

  /** Days in post in a month. */
  int daysIn(YearMonth month) {
    LocalDate first = from.isAfter(month.atDay(1)) ? from : month.atDay(1);
    LocalDate end = month.atEndOfMonth();
    LocalDate last = to != null && to.isBefore(end) ? to : end;
    return last.isBefore(first) ? 0 : last.getDayOfMonth() - first.getDayOfMonth() + 1;
  }

  boolean isHeldOn(LocalDate day) {
    return !from.isAfter(day) && (to == null || !to.isBefore(day));
  }

  LocalDate serviceSince() {
    return serviceFrom == null ? from : serviceFrom;
  }

  /** Gross pay of one whole-time equivalent for a year, to the nearest penny. */
  Money payIn(FinancialYear year, RolePlan plan) {
    return Money.ofPounds(grown(year, plan));
  }

  /** Pay with on-costs of one whole-time equivalent for a year, to the nearest penny. */
  public Money costIn(FinancialYear year, RolePlan plan) {
    return Money.ofPounds(
        grown(year, plan)
            .multiply(BigDecimal.ONE.add(onCosts.amount().movePointLeft(2)))
            .setScale(6, RoundingMode.HALF_UP));
  }

  private BigDecimal grown(FinancialYear year, RolePlan plan) {
    BigDecimal growth = BigDecimal.ONE.add(plan.payGrowth().amount().movePointLeft(2));
    int years = Math.max(0, year.start() - plan.prices().start());
    return pay.inPounds().multiply(growth.pow(years, MathContext.DECIMAL128));
  }
}
