package moot.funding.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.Trace;
import moot.funding.income.Statement;
import moot.funding.terms.Basis;
import org.jspecify.annotations.Nullable;

/**
 * One payment line of a statement beside what the rules say should stand there.
 *
 * @param months by commissioner, those that differ most first
 * @param differences the largest first
 */
public record Reconciliation(
    LineRule rule, Tolerance tolerance, List<Months> months, List<Difference> differences) {
  public Reconciliation {
    months = List.copyOf(months);
    differences = List.copyOf(differences);
  }

  /** A commissioner that is farther off than so many months is so for another reason. */
  private static final int MOST_MONTHS = 2;

  /**
   * For how many months a commissioner's practices were paid, at the median.
   *
   * @param count how many were compared
   * @param median paid as a share of expected
   * @param months the nearest whole number, if it is near enough; else as many as expected
   */
  public record Months(
      String commissioner, String name, int count, double median, int expected, int months) {
    public boolean differ() {
      return months != expected;
    }
  }

  /**
   * @param asked what should stand there; where no contract is known, it is held beside all
   *     practices
   * @param before the statement of the year before, for the list that counts; null without
   * @param after that of the year after, to carry the list back where the one before is missing
   * @throws IllegalArgumentException when the statements are not of these years
   */
  public static Reconciliation of(
      LineRule asked,
      Statement now,
      @Nullable Statement before,
      @Nullable Statement after,
      Tolerance tolerance) {
    LineRule rule = asked.asKnown(now);
    mustBe(now, 0, "the statement", rule);
    mustBe(before, -1, "the statement of the year before", rule);
    mustBe(after, 1, "the statement of the year after", rule);
    List<Expected> all = new ArrayList<>();
    for (Unit unit : Unit.of(rule, now, before, after)) {
      all.add(Expected.of(rule, unit, before != null));
    }
    Map<String, Months> months = months(rule, all, tolerance);
    List<Difference> differences = new ArrayList<>();
    for (Expected each : all) {
      Months ofCommissioner =
          each.unit().commissioner() == null ? null : months.get(each.unit().commissioner());
      differences.add(new Explaining(rule, each, ofCommissioner, tolerance).difference());
    }
    differences.sort(
        Comparator.comparingLong((Difference d) -> -Math.abs(d.amount().pence()))
            .thenComparing(Difference::code));
    List<Months> ranked = new ArrayList<>(months.values());
    ranked.sort(
        Comparator.comparingDouble((Months m) -> -Math.abs(m.median() - 1))
            .thenComparing(Months::commissioner));
    return new Reconciliation(rule, tolerance, ranked, differences);
  }

  private static void mustBe(@Nullable Statement statement, int years, String what, LineRule rule) {
    if (statement != null && !statement.year().equals(rule.year().plusYears(years))) {
      throw new IllegalArgumentException(
          "%s is of %s: expected %s. Maybe another file is meant, or its year must be named?"
              .formatted(what, statement.year(), rule.year().plusYears(years)));
    }
  }

  private static Map<String, Months> months(
      LineRule rule, List<Expected> all, Tolerance tolerance) {
    Map<String, List<Double>> ratios = new TreeMap<>();
    Map<String, String> names = new HashMap<>();
    for (Expected each : all) {
      String commissioner = each.unit().commissioner();
      if (commissioner != null && each.amount().pence() > 0 && each.unit().paid().pence() > 0) {
        ratios.computeIfAbsent(commissioner, c -> new ArrayList<>()).add(each.ratio());
        String name = each.unit().commissionerName();
        names.putIfAbsent(commissioner, name == null ? commissioner : name);
      }
    }
    Map<String, Months> months = new TreeMap<>();
    ratios.forEach(
        (commissioner, list) -> {
          double median =
              Distribution.quantile(
                  list.stream().mapToDouble(Double::doubleValue).sorted().toArray(), 0.5);
          double exact = median * rule.months();
          int nearest = (int) Math.round(exact);
          boolean whole =
              list.size() >= tolerance.practices()
                  && nearest >= 1
                  && Math.abs(nearest - rule.months()) <= MOST_MONTHS
                  && Math.abs(exact - nearest) <= tolerance.months();
          months.put(
              commissioner,
              new Months(
                  commissioner,
                  Objects.requireNonNull(names.get(commissioner)),
                  list.size(),
                  median,
                  rule.months(),
                  whole ? nearest : rule.months()));
        });
    return months;
  }

  /** Of all that have something expected and something paid. */
  public Distribution distribution() {
    return distribution(
        differences.stream().filter(Difference::isCompared).mapToDouble(Difference::share));
  }

  /** The same once the months of the commissioners are counted. */
  public Distribution distributionByMonths() {
    return distribution(
        differences.stream().filter(Difference::isCompared).mapToDouble(Difference::shareByMonths));
  }

  private Distribution distribution(DoubleStream shares) {
    return Distribution.of(shares, tolerance.same());
  }

  /** How many of each class, and their differences summed; classes without any are left out. */
  public Map<Explanation, Count> counts() {
    Map<Explanation, Count> counts = new EnumMap<>(Explanation.class);
    for (Difference each : differences) {
      counts.merge(each.explanation(), Count.of(each), Count::plus);
    }
    return counts;
  }

  /**
   * How many, and how much.
   *
   * @param amount of all together, where too much and too little cancel out
   * @param size the same with each counted by its size
   */
  public record Count(int count, Money amount, Money size) {
    private static Count of(Difference each) {
      return new Count(1, each.amount(), each.size());
    }

    Count plus(Count other) {
      return new Count(count + other.count, amount.plus(other.amount), size.plus(other.size));
    }
  }

  /** By where the list came from. */
  public Map<ListFrom, Integer> listsFrom() {
    Map<ListFrom, Integer> counts = new EnumMap<>(ListFrom.class);
    for (Difference each : differences) {
      if (each.list().hundredths() > 0) {
        counts.merge(each.listFrom(), 1, Integer::sum);
      }
    }
    return counts;
  }

  public Money expected() {
    return differences.stream().map(Difference::expected).reduce(Money.ZERO, Money::plus);
  }

  public Money paid() {
    return differences.stream().map(Difference::paid).reduce(Money.ZERO, Money::plus);
  }

  /** What should have been paid, before anything is explained. */
  record Expected(Unit unit, Quantity list, ListFrom from, Money amount) {
    static Expected of(LineRule rule, Unit unit, boolean hasBefore) {
      Quantity list = unit.now();
      ListFrom from = ListFrom.THIS_YEAR;
      if (rule.day() == LineRule.ListDay.BEFORE_THE_YEAR) {
        if (unit.before().hundredths() > 0) {
          list = unit.before();
          from = ListFrom.YEAR_BEFORE;
        } else if (unit.readBack() != null) {
          list = unit.readBack().list();
          from =
              rule.list() == Basis.WEIGHTED_LIST
                  ? ListFrom.READ_BACK_AND_WEIGHTED
                  : ListFrom.READ_BACK;
        } else if (!hasBefore && unit.hasTrend()) {
          list = unit.carriedBack();
          from = ListFrom.CARRIED_BACK;
        } else {
          from = ListFrom.THIS_YEAR_TOO_LATE;
        }
      }
      return new Expected(unit, list, from, times(rule.rate(), list));
    }

    static Money times(Rate rate, Quantity list) {
      return Money.ofPounds(rate.inPounds().multiply(list.amount()));
    }

    /** Where the list comes from, if there is more to say than which statement. */
    @Nullable Trace listTrace() {
      return unit.readBack() != null
              && (from == ListFrom.READ_BACK || from == ListFrom.READ_BACK_AND_WEIGHTED)
          ? unit.readBack().trace()
          : null;
    }

    double ratio() {
      return (double) unit.paid().pence() / amount.pence();
    }
  }
}
