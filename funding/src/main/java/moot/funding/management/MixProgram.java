package moot.funding.management;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.funding.management.Source.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The linear program over how much of each source is used in each year, in thousand pounds. What
 * each source can bring at most is what the scenario says at its likely values; what practices pay
 * rises with what they are asked for, ever more slowly as they come to their headroom.
 */
final class MixProgram {
  static {
    Loader.loadNativeLibraries();
  }

  private static final double THOUSAND = 100_000;
  private static final double INFINITE = MPSolver.infinity();

  /**
   * @param used thousand pounds by source and year
   * @param asked pounds a head that practices are asked for, by year
   * @param carried thousand pounds carried forward, by source and year
   * @param gaps thousand pounds by year
   * @param duals of the rows of each limit, by limit and year: what one more unit of the row's
   *     right side would do to the value; zero where the limit has no row
   */
  record Solution(
      double value,
      double[][] used,
      double[] asked,
      double[][] carried,
      double[] gaps,
      Map<Limit, double[]> duals,
      double[][] sourceDuals) {}

  /**
   * A step of what practices can be asked for.
   *
   * @param width pounds a head
   * @param brings thousand pounds for each pound a head
   */
  record Step(double width, double brings) {}

  private final Scenario scenario;
  private final Outcome whole;
  private final int years;
  private final int count;

  MixProgram(Scenario scenario) {
    this.scenario = scenario;
    this.whole = Outcome.of(scenario);
    this.years = scenario.years();
    this.count = scenario.sources().size();
  }

  double need(int y) {
    return whole.years().get(y).need().pence() / THOUSAND;
  }

  /** What a source other than practices' own money brings in a year at most. */
  double usable(int s, int y) {
    return whole.years().get(y).flows().get(s).usable().pence() / THOUSAND;
  }

  private boolean carries(int s) {
    return scenario.sources().get(s) instanceof Source.Transformation t && t.carried();
  }

  /** From the first pound asked for to the last that anybody could pay. */
  List<Step> steps(Source.PracticesMoney own) {
    double[] rooms =
        scenario.practices().stream()
            .mapToDouble(p -> own.headroom(p).microPounds() / 1e6)
            .sorted()
            .distinct()
            .toArray();
    List<Step> steps = new ArrayList<>();
    double from = 0;
    for (double to : rooms) {
      double brings = 0;
      for (PayingPractice practice : scenario.practices()) {
        if (own.headroom(practice).microPounds() / 1e6 >= to) {
          brings +=
              practice.patients()
                  * own.willingness(practice, own.willingness().likely())
                  / 100
                  / 1_000;
        }
      }
      if (to > from) {
        steps.add(new Step(to - from, brings));
      }
      from = to;
    }
    return steps;
  }

  /** The least that practices can be asked for a head so that it brings so many thousand pounds. */
  private double askedFor(Source.PracticesMoney own, double thousands) {
    double left = thousands;
    double asked = 0;
    for (Step step : steps(own)) {
      if (left <= 0 || step.brings() == 0) {
        break;
      }
      double width = Math.min(step.width(), left / step.brings());
      asked += width;
      left -= width * step.brings();
    }
    return asked;
  }

  /**
   * The best mix; empty if none keeps to all limits.
   *
   * @param least the kind of source of which as little as possible is used; null for the least
   *     shortfall
   */
  Optional<Solution> solve(List<Limit> limits, @Nullable Kind least) {
    // The solver has to be reachable for as long as its variables are used.
    MPSolver solver = MPSolver.createSolver("GLOP");
    try {
      return new Rows(solver, limits, least).solve();
    } finally {
      solver.delete();
    }
  }

  private final class Rows {
    private final MPSolver solver;
    private final List<Limit> limits;
    private final @Nullable Kind least;
    private final MPVariable[][] used = new MPVariable[count][years];
    private final MPVariable[][] carried = new MPVariable[count][years];
    private final MPVariable[][][] asked = new MPVariable[count][years][];
    private final MPVariable[] gaps = new MPVariable[years];
    private final MPConstraint[][] bounds = new MPConstraint[count][years];
    private final Map<Limit, MPConstraint[]> rows = new LinkedHashMap<>();

    Rows(MPSolver solver, List<Limit> limits, @Nullable Kind least) {
      this.solver = solver;
      this.limits = limits;
      this.least = least;
    }

    Optional<Solution> solve() {
      for (int y = 0; y < years; y++) {
        gaps[y] = solver.makeNumVar(0, INFINITE, "gap" + y);
        MPConstraint need = solver.makeConstraint(need(y), need(y));
        need.setCoefficient(gaps[y], 1);
        for (int s = 0; s < count; s++) {
          used[s][y] = solver.makeNumVar(0, INFINITE, "used" + s + "-" + y);
          need.setCoefficient(used[s][y], 1);
          bound(s, y);
        }
      }
      limits.forEach(this::add);
      solver.objective().setMinimization();
      for (int y = 0; y < years; y++) {
        if (least == null) {
          solver.objective().setCoefficient(gaps[y], 1);
        }
        for (int s = 0; s < count; s++) {
          if (scenario.sources().get(s).kind() == least) {
            solver.objective().setCoefficient(used[s][y], 1);
          }
        }
      }
      MPSolver.ResultStatus status = solver.solve();
      if (status == MPSolver.ResultStatus.INFEASIBLE) {
        return Optional.empty();
      }
      if (status != MPSolver.ResultStatus.OPTIMAL) {
        throw new IllegalStateException("the linear solver ended with " + status);
      }
      return Optional.of(solution());
    }

    /** What a source brings at most, and what of it is carried forward. */
    private void bound(int s, int y) {
      if (scenario.sources().get(s) instanceof Source.PracticesMoney own) {
        List<Step> steps = steps(own);
        asked[s][y] = new MPVariable[steps.size()];
        bounds[s][y] = solver.makeConstraint(-INFINITE, 0);
        bounds[s][y].setCoefficient(used[s][y], 1);
        for (int k = 0; k < steps.size(); k++) {
          asked[s][y][k] = solver.makeNumVar(0, steps.get(k).width(), "");
          bounds[s][y].setCoefficient(asked[s][y][k], -steps.get(k).brings());
        }
        if (limits.stream().noneMatch(Limit.PerHeadFromPractices.class::isInstance)) {
          MPConstraint most =
              solver.makeConstraint(0, Source.of(own.perHead(), y).microPounds() / 1e6);
          for (MPVariable step : asked[s][y]) {
            most.setCoefficient(step, 1);
          }
        }
        return;
      }
      bounds[s][y] = solver.makeConstraint(-INFINITE, usable(s, y));
      bounds[s][y].setCoefficient(used[s][y], 1);
      if (carries(s)) {
        carried[s][y] = solver.makeNumVar(0, INFINITE, "carried" + s + "-" + y);
        bounds[s][y].setCoefficient(carried[s][y], 1);
        if (y > 0) {
          bounds[s][y].setCoefficient(carried[s][y - 1], -1);
        }
      }
    }

    private void add(Limit limit) {
      MPConstraint[] byYear = new MPConstraint[years];
      rows.put(limit, byYear);
      for (int y = 0; y < years; y++) {
        switch (limit) {
          case Limit.PerHeadFromPractices p -> {
            byYear[y] = solver.makeConstraint(-INFINITE, p.most().microPounds() / 1e6);
            for (int s = 0; s < count; s++) {
              if (asked[s][y] != null) {
                for (MPVariable step : asked[s][y]) {
                  byYear[y].setCoefficient(step, 1);
                }
              }
            }
          }
          case Limit.ShortAtMost p -> {
            byYear[y] = solver.makeConstraint(-INFINITE, p.most().pence() / THOUSAND);
            byYear[y].setCoefficient(gaps[y], 1);
          }
          case Limit.Budget p -> {
            byYear[y] = solver.makeConstraint(-INFINITE, p.most().pence() / THOUSAND);
            for (int s = 0; s < count; s++) {
              if (scenario.sources().get(s).id().equals(p.source())) {
                byYear[y].setCoefficient(used[s][y], 1);
              }
            }
          }
          case Limit.RecurrentBy p -> {
            if (y + 1 >= p.year()) {
              byYear[y] = atLeast(y, p.percent(), s -> s.recurrent() ? 1 : 0);
            }
          }
          case Limit.OwnershipAtLeast p ->
              byYear[y] = atLeast(y, p.percent(), s -> scenario.handsOf(s.kind()) / 100.0);
          case Limit.ServicesAtMost p ->
              byYear[y] = atLeast(y, 100 - p.percent(), s -> s.kind() == Kind.MARGIN ? 0 : 1);
        }
      }
    }

    /** At least so many percent of all that is used, each source counting by its weight. */
    private MPConstraint atLeast(
        int y, double percent, java.util.function.ToDoubleFunction<Source> weight) {
      MPConstraint row = solver.makeConstraint(0, INFINITE);
      for (int s = 0; s < count; s++) {
        row.setCoefficient(
            used[s][y], weight.applyAsDouble(scenario.sources().get(s)) - percent / 100);
      }
      return row;
    }

    private Solution solution() {
      double[][] use = new double[count][years];
      double[][] carry = new double[count][years];
      double[][] sourceDuals = new double[count][years];
      double[] ask = new double[years];
      double[] gap = new double[years];
      for (int y = 0; y < years; y++) {
        gap[y] = gaps[y].solutionValue();
        for (int s = 0; s < count; s++) {
          use[s][y] = used[s][y].solutionValue();
          sourceDuals[s][y] = bounds[s][y].dualValue();
          if (carried[s][y] != null) {
            carry[s][y] = carried[s][y].solutionValue();
          }
          if (scenario.sources().get(s) instanceof Source.PracticesMoney own) {
            ask[y] = askedFor(own, use[s][y]);
          }
        }
      }
      Map<Limit, double[]> duals = new LinkedHashMap<>();
      rows.forEach(
          (limit, byYear) ->
              duals.put(
                  limit,
                  Arrays.stream(byYear)
                      .mapToDouble(row -> row == null ? 0 : row.dualValue())
                      .toArray()));
      return new Solution(solver.objective().value(), use, ask, carry, gap, duals, sourceDuals);
    }
  }
}
