package moot.funding.terms;

import java.math.MathContext;
import java.util.List;
import moot.funding.Money;
import moot.funding.Quantity;
import org.jspecify.annotations.Nullable;

/** How the amount of a term is found: one of a few ways that cover all contracts known to us. */
public sealed interface Formula {

  /** The rates that it uses, in the order of the rule pack. */
  List<DatedRate> rates();

  /** What it is multiplied with. */
  Basis basis();

  /** For what time the rates are. */
  Per per();

  /**
   * Rate × quantity.
   *
   * @param bands steps of the quantity, each paid at a share of the rate; empty for all at the full
   *     rate
   */
  record PerUnit(Basis basis, Per per, List<DatedRate> rates, List<Band> bands) implements Formula {
    public PerUnit {
      rates = List.copyOf(rates);
      bands = List.copyOf(bands);
    }
  }

  /**
   * What lies above a threshold of the quantity, up to the next band's.
   *
   * @param above where it begins
   * @param percent of the rate, 0 to 1,000
   */
  record Band(Quantity above, int percent) {}

  /**
   * Rate × quantity × the parts that were achieved, each for its weight; partly achieved parts
   * count in proportion.
   */
  record Parts(Basis basis, Per per, List<DatedRate> rates, List<Part> parts) implements Formula {
    public Parts {
      rates = List.copyOf(rates);
      parts = List.copyOf(parts);
    }

    public long weights() {
      return parts.stream().mapToLong(Part::weight).sum();
    }
  }

  /** One of several things to achieve; its share is its weight over the sum of all weights. */
  record Part(String id, String title, long weight) {}

  /**
   * Points achieved × value of a point × list-size factor × prevalence factor. The list-size factor
   * is the list over {@code averageList}.
   *
   * @param most the most points there are
   * @param averageList national; null where the factor is 1
   * @param factorDecimals to how many decimals the factors are rounded, or null for not at all
   * @param indicators where points are earned between thresholds; may be empty
   */
  record Points(
      List<DatedRate> rates,
      Quantity most,
      @Nullable Quantity averageList,
      @Nullable Integer factorDecimals,
      List<Indicator> indicators)
      implements Formula {
    public Points {
      rates = List.copyOf(rates);
      indicators = List.copyOf(indicators);
    }

    @Override
    public Basis basis() {
      return Basis.POINTS;
    }

    @Override
    public Per per() {
      return Per.WINDOW;
    }
  }

  /**
   * Points between two thresholds: none at or below the lower, all at or above the upper, in
   * proportion between.
   *
   * @param lower percent of those eligible
   * @param upper percent
   */
  record Indicator(String id, String title, Quantity points, Quantity lower, Quantity upper) {
    /** Points for an achievement in percent. */
    public Quantity pointsFor(Quantity achieved) {
      if (achieved.compareTo(lower) <= 0 && achieved.compareTo(upper) < 0) {
        return Quantity.ZERO;
      }
      if (achieved.compareTo(upper) >= 0) {
        return points;
      }
      return Quantity.of(
          points
              .amount()
              .multiply(achieved.amount().subtract(lower.amount()))
              .divide(upper.amount().subtract(lower.amount()), MathContext.DECIMAL128));
    }
  }

  /**
   * A share of a fixed sum, by quantity against the national quantity.
   *
   * @param pot of all payees together, for the window of its rate; the rates hold the pot per unit
   *     as it comes out, for those who want to see a rate
   */
  record PotShare(Basis basis, Money pot, Quantity national, List<DatedRate> rates)
      implements Formula {
    public PotShare {
      rates = List.copyOf(rates);
    }

    @Override
    public Per per() {
      return Per.WINDOW;
    }
  }

  /**
   * Rate × quantity as a floor: what else the payee got is topped up to it, if a target was met;
   * nothing when the payee got more. (Practice-based commissioning, component 2.)
   */
  record TopUp(Basis basis, Per per, List<DatedRate> rates) implements Formula {
    public TopUp {
      rates = List.copyOf(rates);
    }
  }
}
