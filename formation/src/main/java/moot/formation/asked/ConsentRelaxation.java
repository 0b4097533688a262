package moot.formation.asked;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import moot.formation.NetworkCount;
import moot.formation.ground.Ground;

/**
 * The linear relaxation of the cheapest plan that meets all claims, by column generation over all
 * candidates. Rows can be left unmet at a dear price, so there always is a solution.
 *
 * <p>The bound that it gives holds whatever the linear solver's rounding: it is computed from the
 * prices, with all candidates looked at.
 */
final class ConsentRelaxation implements AutoCloseable {
  private static final int COLUMNS_AT_ONCE = 400;
  private static final double NO_LESS = -1e-7;

  static {
    Loader.loadNativeLibraries();
  }

  private final Ground ground;
  private final Candidates candidates;
  private final OwnCosts ownCosts;
  private final double dear;
  private final MPSolver solver;
  private final MPConstraint[] practices;
  private final MPConstraint count;
  private final List<Claim> claims = new ArrayList<>();
  private final List<MPConstraint> claimRows = new ArrayList<>();
  private final List<Integer> columns = new ArrayList<>();
  private final List<MPVariable> variables = new ArrayList<>();
  private final List<MPVariable> slacks = new ArrayList<>();
  private final Set<Integer> known = new HashSet<>();
  private ClaimPrices prices;
  private double bound;

  ConsentRelaxation(Ground ground, Candidates candidates, OwnCosts ownCosts, double dear) {
    this.ground = ground;
    this.candidates = candidates;
    this.ownCosts = ownCosts;
    this.dear = dear;
    MPSolver created = MPSolver.createSolver("GLOP");
    if (created == null) {
      throw new IllegalStateException(
          "the linear solver GLOP is not there. Maybe the native libraries of OR-Tools for this machine are missing?");
    }
    this.solver = created;
    this.practices = new MPConstraint[ground.size()];
    for (int i = 0; i < practices.length; i++) {
      practices[i] = solver.makeConstraint(1, 1);
      addSlack(practices[i], 1);
    }
    NetworkCount range = ground.rules().networks();
    this.count =
        solver.makeConstraint(
            range.from(), range.to() == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : range.to());
    addSlack(count, 1);
    addSlack(count, -1);
    solver.objective().setMinimization();
    this.prices = new ClaimPrices(ownCosts, new double[ground.size()], List.of(), new double[0], 0);
  }

  private void addSlack(MPConstraint row, double sign) {
    MPVariable slack = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
    row.setCoefficient(slack, sign);
    solver.objective().setCoefficient(slack, dear);
    slacks.add(slack);
  }

  void add(Claim claim) {
    MPConstraint row = solver.makeConstraint(1, Double.POSITIVE_INFINITY);
    addSlack(row, 1);
    for (int c = 0; c < columns.size(); c++) {
      int number = columns.get(c);
      int content = claim.contentIn(candidates.members(number), candidates.hub(number), ownCosts);
      if (content > 0) {
        row.setCoefficient(variables.get(c), content);
      }
    }
    claims.add(claim);
    claimRows.add(row);
  }

  void add(int number) {
    if (!known.add(number)) {
      return;
    }
    int[] members = candidates.members(number);
    int hub = candidates.hub(number);
    MPVariable x = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
    solver.objective().setCoefficient(x, candidates.cost(number));
    for (int i : members) {
      practices[i].setCoefficient(x, 1);
    }
    count.setCoefficient(x, 1);
    for (int c = 0; c < claims.size(); c++) {
      int content = claims.get(c).contentIn(members, hub, ownCosts);
      if (content > 0) {
        claimRows.get(c).setCoefficient(x, content);
      }
    }
    columns.add(number);
    variables.add(x);
  }

  /**
   * Solves over all candidates.
   *
   * @return false when it was stopped, or the linear solver gave up; the bound is proved all the
   *     same
   */
  boolean solve(BooleanSupplier goOn) {
    while (goOn.getAsBoolean()) {
      if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
        return false;
      }
      takePrices();
      if (!addCheapest()) {
        return true;
      }
    }
    return false;
  }

  private void takePrices() {
    double[] ofPractice = new double[practices.length];
    double worth = 0;
    for (int i = 0; i < ofPractice.length; i++) {
      ofPractice[i] = practices[i].dualValue();
      worth += ofPractice[i];
    }
    double[] ofClaim = new double[claims.size()];
    for (int c = 0; c < ofClaim.length; c++) {
      ofClaim[c] = Math.max(0, claimRows.get(c).dualValue());
      worth += ofClaim[c];
    }
    double perNetwork = count.dualValue();
    if (perNetwork < 0 && count.ub() == Double.POSITIVE_INFINITY) {
      perNetwork = 0;
    }
    worth += perNetwork * (perNetwork > 0 ? count.lb() : perNetwork < 0 ? count.ub() : 0);
    prices = new ClaimPrices(ownCosts, ofPractice, claims, ofClaim, perNetwork);
    this.worth = worth;
  }

  private double worth;

  private record Cheap(int number, double reduced) {}

  /** Adds networks that cost less than they earn; false when there is none. */
  private boolean addCheapest() {
    PriorityQueue<Cheap> cheapest =
        new PriorityQueue<>(Comparator.comparingDouble(Cheap::reduced).reversed());
    // By practice: by how much its price has to be lowered so that no network earns too much.
    double[] toMuch = new double[practices.length];
    candidates.each(
        (number, hub, members, size, cost) -> {
          double reduced = prices.reduced(hub, members, size, cost);
          if (reduced < 0) {
            for (int k = 0; k < size; k++) {
              toMuch[members[k]] = Math.min(toMuch[members[k]], reduced / size);
            }
            if (reduced < NO_LESS
                && (cheapest.size() < COLUMNS_AT_ONCE || reduced < cheapest.element().reduced())) {
              cheapest.add(new Cheap(number, reduced));
              if (cheapest.size() > COLUMNS_AT_ONCE) {
                cheapest.remove();
              }
            }
          }
        });
    bound = Math.max(bound, worth + Arrays.stream(toMuch).sum());
    boolean any = false;
    for (Cheap cheap : cheapest) {
      any |= !known.contains(cheap.number());
      add(cheap.number());
    }
    return any;
  }

  /** No plan that meets the claims costs less. */
  double bound() {
    return bound;
  }

  /** How much of the rows is left unmet. */
  double unmet() {
    return slacks.stream().mapToDouble(MPVariable::solutionValue).sum();
  }

  /** The prices of the last solution. */
  ClaimPrices prices() {
    return prices;
  }

  double worth() {
    return worth;
  }

  /** Sees the networks that the last solution mixes. */
  @FunctionalInterface
  interface Part {
    void accept(int number, double share);
  }

  void eachPart(Part sink) {
    for (int c = 0; c < columns.size(); c++) {
      double share = variables.get(c).solutionValue();
      if (share > 1e-9) {
        sink.accept(columns.get(c), share);
      }
    }
  }

  @Override
  public void close() {
    solver.delete();
  }
}
