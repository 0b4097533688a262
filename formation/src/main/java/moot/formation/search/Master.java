package moot.formation.search;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The linear program over some of the networks: every practice in exactly one, all cuts and side
 * rows obeyed, at least cost. Rows can be left unmet at a dear price, so it always has a solution.
 *
 * <p>What it says is advice: the bound is computed from its prices by {@link Relaxation}, so a
 * wrong answer of the linear solver costs time, never truth.
 */
final class Master implements AutoCloseable {
  static {
    Loader.loadNativeLibraries();
  }

  /** The solvers to turn to, one after the other, when one ends in an abnormal status. */
  private static final List<String> SOLVERS = List.of("GLOP", "CLP");

  private final int practices;
  private final boolean[] covered;
  private final List<Side> sides;
  private double dear;
  private final List<Cut> cuts = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final Map<Column, Integer> numbers = new HashMap<>();
  private final List<Boolean> allowed = new ArrayList<>();
  private Program program;
  private int solverInUse;

  /**
   * @param covered which practices have to be in a network
   * @param dear the price of a row left unmet, above any that could pay
   */
  Master(boolean[] covered, List<Side> sides, double dear) {
    this.practices = covered.length;
    this.covered = covered;
    this.sides = sides;
    this.dear = dear;
    this.program = new Program(SOLVERS.getFirst());
  }

  /** Takes in a column unless it is there; there, it is allowed from now on. */
  boolean add(Column column) {
    Integer known = numbers.get(column);
    if (known != null) {
      boolean was = allowed.get(known);
      allow(known, true);
      return !was;
    }
    numbers.put(column, columns.size());
    columns.add(column);
    allowed.add(true);
    program.add(column);
    return true;
  }

  void add(Cut cut) {
    cuts.add(cut);
    program.add(cut);
  }

  int count() {
    return columns.size();
  }

  Column column(int k) {
    return columns.get(k);
  }

  boolean allowed(int k) {
    return allowed.get(k);
  }

  void allow(int k, boolean yes) {
    if (allowed.get(k) != yes) {
      allowed.set(k, yes);
      program.allow(k, yes);
    }
  }

  List<Cut> cuts() {
    return cuts;
  }

  /** Starts anew with these cuts only and without the columns that are not allowed. */
  void renew(List<Cut> kept) {
    List<Column> stay = new ArrayList<>();
    for (int k = 0; k < columns.size(); k++) {
      if (allowed.get(k)) {
        stay.add(columns.get(k));
      }
    }
    columns.clear();
    numbers.clear();
    allowed.clear();
    cuts.clear();
    program.close();
    program = new Program(SOLVERS.get(solverInUse));
    cuts.addAll(kept);
    kept.forEach(program::add);
    stay.forEach(this::add);
  }

  /** Solves; false when no solver came to an end. */
  boolean solve() {
    if (program.solve()) {
      return true;
    }
    for (int again = 0; again < 2 * SOLVERS.size(); again++) {
      program.close();
      solverInUse = again % SOLVERS.size();
      program = new Program(SOLVERS.get(solverInUse));
      cuts.forEach(program::add);
      for (int k = 0; k < columns.size(); k++) {
        program.add(columns.get(k));
        if (!allowed.get(k)) {
          program.allow(k, false);
        }
      }
      if (program.solve()) {
        return true;
      }
    }
    return false;
  }

  double value(int k) {
    return program.values[k];
  }

  /** Makes rows dearer to leave unmet. */
  void dearer(double factor) {
    dear *= factor;
    program.dearer();
  }

  /** The cost of the program's solution. */
  double objective() {
    return program.objective;
  }

  /** How much of the rows is left unmet. */
  double unmet() {
    return program.unmet;
  }

  Duals duals() {
    return program.duals;
  }

  @Override
  public void close() {
    program.close();
  }

  /** The program as one native solver has it. All variables are referred to as long as it lives. */
  private final class Program {
    private final MPSolver solver;
    private final MPSolverParameters parameters = new MPSolverParameters();
    private final MPConstraint[] covers = new MPConstraint[practices];
    private final List<MPConstraint> sideRows = new ArrayList<>();
    private final List<MPConstraint> cutRows = new ArrayList<>();
    private final List<MPVariable> variables = new ArrayList<>();
    private final List<MPVariable> slacks = new ArrayList<>();
    private double[] values = new double[0];
    private double unmet;
    private double objective;
    private Duals duals = Duals.zero(practices, sides.size());

    /** Whether the last solution still has the right prices, though it may break rows or bounds. */
    private boolean pricesHold;

    Program(String name) {
      MPSolver created = MPSolver.createSolver(name);
      if (created == null) {
        throw new IllegalStateException(
            "the linear solver %s is not there. Maybe the native libraries of OR-Tools for this machine are missing?"
                .formatted(name));
      }
      solver = created;
      parameters.setIntegerParam(
          MPSolverParameters.IntegerParam.PRESOLVE,
          MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
      parameters.setIntegerParam(
          MPSolverParameters.IntegerParam.INCREMENTALITY,
          MPSolverParameters.IncrementalityValues.INCREMENTALITY_ON.swigValue());
      for (int i = 0; i < practices; i++) {
        covers[i] = solver.makeConstraint(covered[i] ? 1 : 0, covered[i] ? 1 : 0);
        if (covered[i]) {
          addSlack(covers[i], 1, 1);
        }
      }
      for (Side side : sides) {
        MPConstraint row = solver.makeConstraint(side.from(), side.to());
        sideRows.add(row);
        if (side.from() > 0) {
          addSlack(row, 1, side.from());
        }
        if (side.to() < Double.POSITIVE_INFINITY) {
          addSlack(row, -1, Double.POSITIVE_INFINITY);
        }
      }
      solver.objective().setMinimization();
    }

    private void addSlack(MPConstraint row, double sign, double most) {
      MPVariable slack = solver.makeNumVar(0, most, "");
      row.setCoefficient(slack, sign);
      solver.objective().setCoefficient(slack, dear);
      slacks.add(slack);
    }

    void add(Column column) {
      MPVariable x = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
      solver.objective().setCoefficient(x, column.cost());
      for (int i : column.members()) {
        covers[i].setCoefficient(x, 1);
      }
      for (int s = 0; s < sideRows.size(); s++) {
        sideRows.get(s).setCoefficient(x, column.sides()[s]);
      }
      for (int c = 0; c < cutRows.size(); c++) {
        int taken = cuts.get(c).of(column.members());
        if (taken != 0) {
          cutRows.get(c).setCoefficient(x, taken);
        }
      }
      variables.add(x);
      pricesHold = false;
    }

    void add(Cut cut) {
      MPConstraint row = solver.makeConstraint(Double.NEGATIVE_INFINITY, cut.limit());
      for (int k = 0; k < variables.size(); k++) {
        int taken = cut.of(columns.get(k).members());
        if (taken != 0) {
          row.setCoefficient(variables.get(k), taken);
        }
      }
      cutRows.add(row);
    }

    void allow(int k, boolean yes) {
      variables.get(k).setUb(yes ? Double.POSITIVE_INFINITY : 0);
    }

    void dearer() {
      for (MPVariable slack : slacks) {
        solver.objective().setCoefficient(slack, dear);
      }
    }

    boolean solve() {
      // After columns have come the primal simplex is quick, after cuts and bounds the dual one.
      parameters.setIntegerParam(
          MPSolverParameters.IntegerParam.LP_ALGORITHM,
          (pricesHold
                  ? MPSolverParameters.LpAlgorithmValues.DUAL
                  : MPSolverParameters.LpAlgorithmValues.PRIMAL)
              .swigValue());
      if (solver.solve(parameters) != MPSolver.ResultStatus.OPTIMAL) {
        return false;
      }
      objective = solver.objective().value();
      values = new double[variables.size()];
      for (int k = 0; k < values.length; k++) {
        values[k] = variables.get(k).solutionValue();
      }
      unmet = 0;
      for (MPVariable slack : slacks) {
        unmet += slack.solutionValue();
      }
      double[] coverPrices = new double[practices];
      for (int i = 0; i < practices; i++) {
        coverPrices[i] = covered[i] ? covers[i].dualValue() : 0;
      }
      double[] cutPrices = new double[cutRows.size()];
      for (int c = 0; c < cutPrices.length; c++) {
        cutPrices[c] = Math.min(0, cutRows.get(c).dualValue());
      }
      double[] sidePrices = new double[sideRows.size()];
      for (int s = 0; s < sidePrices.length; s++) {
        double price = sideRows.get(s).dualValue();
        Side side = sides.get(s);
        boolean open =
            price > 0
                ? side.from() == Double.NEGATIVE_INFINITY
                : side.to() == Double.POSITIVE_INFINITY;
        sidePrices[s] = open ? 0 : price;
      }
      pricesHold = true;
      duals = new Duals(coverPrices, List.copyOf(cuts), cutPrices, sidePrices);
      return true;
    }

    void close() {
      solver.delete();
    }
  }
}
