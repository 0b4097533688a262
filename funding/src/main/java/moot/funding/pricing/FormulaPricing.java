package moot.funding.pricing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import moot.funding.FinancialYear;
import moot.funding.Quantity;
import moot.funding.pricing.Entitlement.Stretch;
import moot.funding.terms.DatedRate;
import moot.funding.terms.Formula;
import moot.funding.terms.Formula.Band;
import moot.funding.terms.Formula.Part;
import moot.funding.terms.Term;
import org.jspecify.annotations.Nullable;

/** What a term's formula makes of rate and quantity, in exact pence. */
final class FormulaPricing {
  /** Micro-pounds × hundredths over this are pence. */
  private static final long TO_PENCE = 1_000_000;

  private final Term term;
  private final Achieved achieved;
  private final String payee;
  private final List<String> steps;

  /**
   * @param steps takes what happens on the way, in words
   */
  FormulaPricing(Term term, Achieved achieved, String payee, List<String> steps) {
    this.term = term;
    this.achieved = achieved;
    this.payee = payee;
    this.steps = steps;
  }

  /** What is needed and was not said, or null. */
  @Nullable String findMissing() {
    return switch (term.formula()) {
      case Formula.Points points -> {
        Achieved.Points said = achieved.pointsOf(term.id(), payee);
        if (said == null) {
          yield "the points achieved are not known";
        }
        yield points.averageList() != null && said.list() == null
            ? "the list for the list-size factor is not known"
            : null;
      }
      case Formula.TopUp topUp ->
          achieved.elsewhereOf(term.id(), payee) == null
              ? "what was got elsewhere is not known"
              : null;
      case Formula.PerUnit perUnit -> null;
      case Formula.Parts parts -> null;
      case Formula.PotShare pot -> null;
    };
  }

  /** Whether the amount rests on what was achieved, which no rule pack can know. */
  boolean isByWhatSomebodySays() {
    return achieved.pointsOf(term.id(), payee) != null
        || achieved.partsOf(term.id(), payee) != null
        || achieved.elsewhereOf(term.id(), payee) != null;
  }

  /** Of one month of a stretch, before what is done to the whole year. */
  Fraction month(Stretch stretch) {
    DatedRate rate = stretch.rate();
    return switch (term.formula()) {
      case Formula.PerUnit perUnit ->
          times(rate, banded(perUnit.bands(), stretch.quantity().quantity()));
      case Formula.Parts parts ->
          times(rate, hundredths(stretch.quantity().quantity())).times(achievedShare(parts));
      case Formula.TopUp topUp -> times(rate, hundredths(stretch.quantity().quantity()));
      case Formula.PotShare pot ->
          Fraction.of(pot.pot().pence())
              .times(stretch.quantity().quantity().hundredths())
              .over(pot.national().hundredths())
              .over(rate.months());
      case Formula.Points points -> points(points, rate).over(rate.months());
    };
  }

  /** Of the year, after what only the whole year can tell. */
  Fraction whole(Fraction exact) {
    if (!(term.formula() instanceof Formula.TopUp)) {
      return exact;
    }
    Achieved.Elsewhere elsewhere = achieved.elsewhereOf(term.id(), payee);
    if (elsewhere == null) {
      return exact;
    }
    Fraction left = exact.plus(Fraction.of(elsewhere.amount().negated().pence()));
    if (left.numerator().signum() < 0) {
      steps.add("got %s elsewhere, which is more: nothing is due".formatted(elsewhere.amount()));
      return Fraction.ZERO;
    }
    if (!elsewhere.targetMet()) {
      steps.add("no target was met: nothing is due");
      return Fraction.ZERO;
    }
    steps.add("got %s elsewhere, and is topped up".formatted(elsewhere.amount()));
    return left;
  }

  private Fraction times(DatedRate rate, Fraction hundredths) {
    int months =
        switch (term.formula().per()) {
          case YEAR -> FinancialYear.MONTHS;
          case WINDOW -> rate.months();
          case MONTH -> 1;
        };
    return hundredths.times(rate.rate().microPounds()).over(TO_PENCE).over(months);
  }

  private static Fraction hundredths(Quantity quantity) {
    return Fraction.of(quantity.hundredths());
  }

  private Fraction banded(List<Band> bands, Quantity quantity) {
    if (bands.isEmpty()) {
      return hundredths(quantity);
    }
    Fraction sum = Fraction.ZERO;
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      long top =
          i + 1 < bands.size()
              ? Math.min(quantity.hundredths(), bands.get(i + 1).above().hundredths())
              : quantity.hundredths();
      long in = Math.max(0, top - band.above().hundredths());
      if (in > 0) {
        steps.add(
            "%s above %s at %d %% of the rate"
                .formatted(new Quantity(in), band.above(), band.percent()));
        sum = sum.plus(Fraction.of(in).times(band.percent()).over(100));
      }
    }
    return sum;
  }

  private Fraction achievedShare(Formula.Parts parts) {
    Map<String, Integer> said = achieved.partsOf(term.id(), payee);
    if (said == null) {
      say("priced in full, as the most there is: nothing was said about what was achieved");
      return Fraction.of(1);
    }
    Fraction sum = Fraction.ZERO;
    for (Part part : parts.parts()) {
      int percent = said.getOrDefault(part.id(), 0);
      say(
          "%s: %d %% of its share of %d in %d"
              .formatted(part.title(), percent, part.weight(), parts.weights()));
      sum = sum.plus(Fraction.of(part.weight()).times(percent).over(100).over(parts.weights()));
    }
    return sum;
  }

  private Fraction points(Formula.Points points, DatedRate rate) {
    Achieved.Points said = achieved.pointsOf(term.id(), payee);
    if (said == null) {
      return Fraction.ZERO;
    }
    Quantity earned = earned(points, said);
    Fraction amount =
        Fraction.of(earned.hundredths()).times(rate.rate().microPounds()).over(TO_PENCE);
    say("%s points at %s".formatted(earned, rate.rate()));
    Quantity average = points.averageList();
    if (average != null && said.list() != null) {
      amount = amount.times(factor("list-size factor", said.list(), average, points));
    }
    if (said.prevalence() != null && said.nationalPrevalence() != null) {
      amount =
          amount.times(
              factor("prevalence factor", said.prevalence(), said.nationalPrevalence(), points));
    }
    return amount;
  }

  private Quantity earned(Formula.Points points, Achieved.Points said) {
    Quantity earned = said.points() == null ? Quantity.ZERO : said.points();
    for (Formula.Indicator indicator : points.indicators()) {
      Quantity achievement = said.byIndicator().get(indicator.id());
      if (achievement != null) {
        Quantity those = indicator.pointsFor(achievement);
        say(
            "%s: %s %% between %s %% and %s %% earns %s of %s points"
                .formatted(
                    indicator.title(),
                    achievement,
                    indicator.lower(),
                    indicator.upper(),
                    those,
                    indicator.points()));
        earned = earned.plus(those);
      }
    }
    if (earned.compareTo(points.most()) > 0) {
      say("%s points are more than there are; counted as %s".formatted(earned, points.most()));
      return points.most();
    }
    return earned;
  }

  private Fraction factor(String what, Quantity own, Quantity national, Formula.Points points) {
    Integer decimals = points.factorDecimals();
    if (decimals == null) {
      say(
          "%s %s / %s = %s"
              .formatted(
                  what, own, national, own.amount().divide(national.amount(), new MathContext(8))));
      return new Fraction(
          BigInteger.valueOf(own.hundredths()), BigInteger.valueOf(national.hundredths()));
    }
    BigDecimal rounded = own.amount().divide(national.amount(), decimals, RoundingMode.HALF_UP);
    say(
        "%s %s / %s = %s, rounded to %d decimals"
            .formatted(what, own, national, rounded, decimals));
    return Fraction.of(rounded);
  }

  /** Once, though it is asked for each stretch. */
  private void say(String step) {
    if (!steps.contains(step)) {
      steps.add(step);
    }
  }
}
