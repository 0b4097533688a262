package moot.funding.pricing;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Share;
import moot.funding.pricing.Entitlement.Counted;
import moot.funding.pricing.Entitlement.Stretch;
import moot.funding.terms.Basis;
import moot.funding.terms.DatedRate;
import moot.funding.terms.Formula;
import moot.funding.terms.Term;
import org.jspecify.annotations.Nullable;

/** Prices one term for one payee after another. */
final class TermPricing {
  private final FinancialYear year;
  private final Term term;
  private final Achieved achieved;
  private final List<Optional<DatedRate>> rates;

  TermPricing(FinancialYear year, Term term, RateChoice choice, Achieved achieved) {
    this.year = year;
    this.term = term;
    this.achieved = achieved;
    this.rates =
        year.months().stream()
            .map((YearMonth month) -> choice.choose(term.formula().rates(), month))
            .toList();
  }

  /** What came of it. */
  sealed interface Outcome {}

  record Amount(Entitlement entitlement) implements Outcome {}

  record NotPriced(LeftOut why) implements Outcome {}

  /** No month has both a rate and anybody to be paid for. */
  record NothingDue() implements Outcome {}

  /**
   * @param byMonth whose quantities count, April first; the same list object for months in a row
   *     with the same practices is quicker, and not needed
   */
  Outcome price(Payee payee, List<List<FundedPractice>> byMonth) {
    if (!achieved.isMet(term.id(), payee.code())) {
      return notPriced(payee, "the condition is not met: " + term.condition());
    }
    CoreContract contract = contract(byMonth);
    String held = contract.kind();
    if (held != null && !term.contracts().isEmpty() && !term.contracts().contains(held)) {
      return notPriced(
          payee,
          "holds a contract of another kind (%s): this is paid under %s"
              .formatted(held, String.join(" or ", term.contracts())));
    }
    List<Stretch> stretches = new ArrayList<>();
    for (int month = 0; month < FinancialYear.MONTHS; month++) {
      DatedRate rate = rates.get(month).orElse(null);
      List<FundedPractice> practices = byMonth.get(month);
      if (rate == null || practices.isEmpty()) {
        continue;
      }
      if (continues(stretches, month, rate, practices)) {
        Stretch last = stretches.removeLast();
        stretches.add(new Stretch(last.first(), last.months() + 1, last.rate(), last.quantity()));
        continue;
      }
      List<String> missing = new ArrayList<>();
      Counted counted = count(practices, missing);
      if (counted == null) {
        return notPriced(payee, missing(payee, missing));
      }
      stretches.add(new Stretch(month, 1, rate, counted));
    }
    if (stretches.isEmpty()) {
      return new NothingDue();
    }
    return amount(payee, stretches, doubts(contract));
  }

  /** Of the practice that is paid; not known for networks and commissioners, who hold none. */
  private CoreContract contract(List<List<FundedPractice>> byMonth) {
    return term.contracts().isEmpty()
        ? CoreContract.UNKNOWN
        : byMonth.stream()
            .flatMap(List::stream)
            .findFirst()
            .map(FundedPractice::contract)
            .orElse(CoreContract.UNKNOWN);
  }

  private List<String> doubts(CoreContract contract) {
    return term.contracts().isEmpty() || contract.kind() != null
        ? List.of()
        : List.of("contract not known, as if " + term.contracts().getFirst());
  }

  private static boolean continues(
      List<Stretch> stretches, int month, DatedRate rate, List<FundedPractice> practices) {
    if (stretches.isEmpty()) {
      return false;
    }
    Stretch last = stretches.getLast();
    if (last.first() + last.months() != month || last.rate() != rate) {
      return false;
    }
    List<Counted.Of> parts = last.quantity().parts();
    if (parts.size() != practices.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).practice() != practices.get(i)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Counted count(List<FundedPractice> practices, List<String> missing) {
    Quantity sum = Quantity.ZERO;
    List<Counted.Of> parts = new ArrayList<>(practices.size());
    for (FundedPractice practice : practices) {
      Held held = held(practice);
      if (held == null) {
        missing.add(practice.code().value());
        continue;
      }
      sum = sum.plus(held.quantity());
      parts.add(new Counted.Of(practice, held));
    }
    if (term.formula().basis() == Basis.ORGANISATION) {
      sum = Quantity.of(1);
    }
    return missing.isEmpty() ? new Counted(sum, parts) : null;
  }

  /** Organisations and points are not counted by practice, and need nothing of them. */
  private @Nullable Held held(FundedPractice practice) {
    return switch (term.formula().basis()) {
      case ORGANISATION -> new Held(Quantity.ZERO, "");
      case POINTS -> {
        boolean byList =
            term.formula() instanceof Formula.Points points && points.averageList() != null;
        Held list = practice.bases().get(Basis.REGISTERED_LIST);
        yield new Held(Quantity.ZERO, "", byList && list != null ? list.doubt() : null);
      }
      default -> practice.bases().get(term.formula().basis());
    };
  }

  private String missing(Payee payee, List<String> practices) {
    if (payee instanceof Payee.OfPractice) {
      return term.formula().basis().words() + " not known";
    }
    int shown = Math.min(practices.size(), 5);
    return "%s not known for %s%s"
        .formatted(
            term.formula().basis().words(),
            String.join(", ", practices.subList(0, shown)),
            practices.size() > shown ? " and %d more".formatted(practices.size() - shown) : "");
  }

  private Outcome notPriced(Payee payee, String why) {
    return new NotPriced(new LeftOut(term, payee, why));
  }

  private Outcome amount(Payee payee, List<Stretch> stretches, List<String> taken) {
    List<String> steps = new ArrayList<>();
    List<String> doubts = new ArrayList<>(taken);
    FormulaPricing formula = new FormulaPricing(term, achieved, payee.code(), steps);
    String left = formula.findMissing();
    if (left != null) {
      return notPriced(payee, left);
    }
    if (formula.isByWhatSomebodySays()) {
      doubts.add("what was achieved is as somebody says");
    }
    Fraction[] months = new Fraction[FinancialYear.MONTHS];
    Arrays.fill(months, Fraction.ZERO);
    Fraction exact = Fraction.ZERO;
    for (Stretch stretch : stretches) {
      Fraction month = formula.month(stretch);
      for (int i = stretch.first(); i < stretch.first() + stretch.months(); i++) {
        months[i] = month;
      }
      exact = exact.plus(month.times(stretch.months()));
    }
    exact = formula.whole(exact);
    long total = bounded(exact.rounded(term.rounding()), steps);
    return new Amount(
        new Entitlement(
            year,
            term,
            payee,
            stretches,
            monthly(total, months, stretches),
            new Money(total),
            new Entitlement.Working(exact.over(100).toDecimal(6), steps, doubts)));
  }

  private long bounded(long total, List<String> steps) {
    Money cap = term.cap();
    if (cap != null && total > cap.pence()) {
      steps.add("capped at %s".formatted(cap));
      return cap.pence();
    }
    Money floor = term.floor();
    if (floor != null && total < floor.pence()) {
      steps.add("raised to the least there is, %s".formatted(floor));
      return floor.pence();
    }
    return total;
  }

  /** The year's pence on its months, each month's with the month that the schedule pays it with. */
  private List<Money> monthly(long total, Fraction[] months, List<Stretch> stretches) {
    BigInteger[] weights = new BigInteger[FinancialYear.MONTHS];
    Arrays.fill(weights, BigInteger.ZERO);
    BigInteger common = commonDenominator(months);
    for (int i = 0; i < months.length; i++) {
      int paidWith = term.schedule().paidWith(i);
      weights[paidWith] =
          weights[paidWith].add(
              // Rates of a deduction are all below nothing; weights are not.
              months[i].numerator().abs().multiply(common.divide(months[i].denominator())));
    }
    if (Arrays.stream(weights).allMatch(weight -> weight.signum() == 0)) {
      // Nothing by rate, and yet a floor: with the months that were priced, in equal parts.
      for (Stretch stretch : stretches) {
        for (int i = stretch.first(); i < stretch.first() + stretch.months(); i++) {
          weights[term.schedule().paidWith(i)] =
              weights[term.schedule().paidWith(i)].add(BigInteger.ONE);
        }
      }
    }
    return Arrays.stream(Share.byLargestRemainder(total, weights)).mapToObj(Money::new).toList();
  }

  private static BigInteger commonDenominator(Fraction[] months) {
    BigInteger common = BigInteger.ONE;
    for (Fraction month : months) {
      BigInteger by = month.denominator();
      if (common.mod(by).signum() != 0) {
        common = common.divide(common.gcd(by)).multiply(by);
      }
    }
    return common;
  }
}
