package moot.funding.roles;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Trace;
import moot.funding.terms.DatedRate;
import moot.funding.terms.RoleMaximum;
import org.jspecify.annotations.Nullable;

/**
 * The money for new roles that a plan leaves unused this year, and what it could still buy. The
 * sums are not carried into the next year. Where it cannot be said whether some cost is reimbursed,
 * all of it is a range.
 *
 * @param today the day it is told on; what is bought begins with the next month
 * @param unspent what the plan leaves as it stands
 * @param ifLate what it leaves if everybody who is still to begin does so 1, 2, 3 … months later
 * @param couldBuy one line for each role and sum
 */
public record RoleForecast(
    RoleAccount account,
    LocalDate today,
    Between unspent,
    List<Between> ifLate,
    List<CouldBuy> couldBuy) {
  public RoleForecast {
    ifLate = List.copyOf(ifLate);
    couldBuy = List.copyOf(couldBuy);
  }

  /**
   * What the money left in a sum could buy of one role, at the role's maximum.
   *
   * @param left in the sum
   * @param months whole months left in which it can be claimed
   * @param each what one whole-time equivalent can be reimbursed for in these months
   * @param wte that the money surely pays for all these months, cut off after two decimals
   * @param wteAtMost the same if nothing is reimbursed of what cannot be said
   * @param oneMonths for how many of these months, the last ones, it surely pays one whole-time
   *     equivalent
   * @param cap why it is not more, where a cap on numbers holds; or null
   */
  public record CouldBuy(
      String role,
      String title,
      RoleBudget.Pot pot,
      Between left,
      int months,
      Money each,
      Quantity wte,
      Quantity wteAtMost,
      int oneMonths,
      @Nullable String cap,
      Mark mark,
      List<String> sources) {
    public CouldBuy {
      sources = List.copyOf(sources);
    }

    /** For example {@code 2.5} or {@code 0 to 2.5}. */
    public String wteInWords() {
      return wte.equals(wteAtMost) ? wte.toString() : "%s to %s".formatted(wte, wteAtMost);
    }

    public Trace trace() {
      return new Trace(
          title + " that could still be had",
          "%s whole-time equivalents for %d months".formatted(wteInWords(), months),
          "%s left ÷ %s for one in these months, cut off after two decimals".formatted(left, each),
          mark,
          sources,
          List.of());
    }
  }

  private static final int LATE = 3;

  /**
   * @param today a day of the year; a day before it counts as its eve
   * @throws BadRolePlan for a day after the year
   */
  public static RoleForecast of(
      RolePlan plan, RoleBudget budget, LocalDate today, @Nullable LocalDate asKnownOn) {
    FinancialYear year = budget.year();
    Complaints complaints = new Complaints();
    complaints.unless(
        !today.isAfter(year.to()),
        "today",
        today,
        "a day no later than " + year.to(),
        "Maybe another year is meant: after its end nothing can be bought any more.");
    complaints.raise();
    RoleAccount account = RoleAccount.of(plan, budget, asKnownOn);
    List<Between> late = new ArrayList<>();
    for (int months = 1; months <= LATE; months++) {
      late.add(RoleAccount.of(plan.later(today, months), budget, asKnownOn).unspent());
    }
    List<CouldBuy> lines = new ArrayList<>();
    for (RoleMaximum maximum : budget.maxima()) {
      if (budget.findMaximum(maximum.role(), plan.area()).orElseThrow() == maximum) {
        CouldBuy line = line(account, maximum, today, asKnownOn);
        if (line != null) {
          lines.add(line);
        }
      }
    }
    return new RoleForecast(account, today, account.unspent(), late, lines);
  }

  private static @Nullable CouldBuy line(
      RoleAccount account, RoleMaximum maximum, LocalDate today, @Nullable LocalDate asKnownOn) {
    RoleBudget budget = account.budget();
    RoleBudget.Pot pot = budget.findPot(maximum.role()).orElse(null);
    if (pot == null) {
      return null;
    }
    Between left =
        account.pots().stream()
            .filter(p -> p.pot().equals(pot))
            .findFirst()
            .orElseThrow()
            .unspent();
    List<YearMonth> months = new ArrayList<>();
    Mark mark = left.isExact() ? pot.mark() : Mark.RECALLED;
    List<String> sources = new ArrayList<>(pot.sources());
    BigDecimal each = BigDecimal.ZERO;
    for (YearMonth month : budget.year().months()) {
      DatedRate rate = RoleBudget.rateIn(maximum, month, asKnownOn).orElse(null);
      if (rate == null || !month.atDay(1).isAfter(today) || !pot.isOpenIn(month)) {
        continue;
      }
      months.add(month);
      mark = mark.orLessSure(rate.mark());
      rate.sources().stream().filter(s -> !sources.contains(s)).forEach(sources::add);
      each = each.add(rate.rate().inPounds());
    }
    each = each.divide(BigDecimal.valueOf(FinancialYear.MONTHS), MathContext.DECIMAL64);
    if (months.isEmpty() || each.signum() == 0) {
      return null;
    }
    BigDecimal affordable = left.from().inPounds().divide(each, 2, RoundingMode.DOWN);
    BigDecimal atMost = left.to().inPounds().divide(each, 2, RoundingMode.DOWN);
    Integer most = RoleBudget.most(maximum, account.plan().patients());
    String cap = null;
    if (most != null) {
      BigDecimal room =
          BigDecimal.valueOf(most).subtract(mostHeld(account, maximum.role(), months));
      if (room.compareTo(atMost) < 0) {
        atMost = room.max(BigDecimal.ZERO).setScale(2, RoundingMode.DOWN);
        affordable = affordable.min(atMost);
        cap = "no more than %d may be claimed".formatted(most);
      }
    }
    return new CouldBuy(
        maximum.role(),
        maximum.title(),
        pot,
        left,
        months.size(),
        Money.ofPounds(each),
        Quantity.of(affordable),
        Quantity.of(atMost),
        cap != null && atMost.compareTo(BigDecimal.ONE) < 0
            ? 0
            : oneMonths(left.from(), maximum, months, asKnownOn),
        cap,
        mark,
        sources);
  }

  /** The most whole-time equivalents of a role that the plan holds in any of these months. */
  private static BigDecimal mostHeld(RoleAccount account, String role, List<YearMonth> months) {
    return months.stream()
        .map(
            month ->
                account.plan().posts().stream()
                    .filter(p -> p.role().equals(role) && p.daysIn(month) > 0)
                    .map(p -> p.wte().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add))
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  private static int oneMonths(
      Money left, RoleMaximum maximum, List<YearMonth> months, @Nullable LocalDate asKnownOn) {
    // In twelfths of a pound, so that nothing is rounded.
    BigDecimal rest = left.inPounds().multiply(BigDecimal.valueOf(FinancialYear.MONTHS));
    int bought = 0;
    for (YearMonth month : months.reversed()) {
      rest =
          rest.subtract(
              RoleBudget.rateIn(maximum, month, asKnownOn).orElseThrow().rate().inPounds());
      if (rest.signum() < 0) {
        break;
      }
      bought++;
    }
    return bought;
  }
}
