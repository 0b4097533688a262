package moot.formation.asked;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import moot.formation.NetworkCount;
import moot.formation.ground.Ground;

/**
 * The cheapest plan out of some candidates that meets all claims, exactly (CP-SAT).
 *
 * <p>Whether a practice is content with a claim depends on its own cost alone. So each practice has
 * a ladder of own costs with one truth value per rung ("at most this"), and a claim is a clause of
 * as many truths as the group has members.
 */
final class ConsentProgram {
  /** Costs are whole numbers to the solver: millionths of a thousand patient-km. */
  private static final double SCALE = 1e6;

  static {
    Loader.loadNativeLibraries();
  }

  private final Ground ground;
  private final Candidates candidates;
  private final OwnCosts ownCosts;
  private final int[] numbers;
  private final CpModel model = new CpModel();
  private final BoolVar[] chosen;
  private final double[][] rungs;
  private final BoolVar[][] atMost;
  private List<Integer> best = List.of();

  ConsentProgram(Ground ground, Candidates candidates, OwnCosts ownCosts, int[] numbers) {
    this.ground = ground;
    this.candidates = candidates;
    this.ownCosts = ownCosts;
    this.numbers = numbers;
    int n = ground.size();
    this.chosen = new BoolVar[numbers.length];
    this.rungs = new double[n][];
    this.atMost = new BoolVar[n][];

    record Seat(int column, double own) {}
    List<List<Seat>> seats = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      seats.add(new ArrayList<>());
    }
    LinearExprBuilder cost = LinearExpr.newBuilder();
    for (int c = 0; c < numbers.length; c++) {
      chosen[c] = model.newBoolVar("");
      cost.addTerm(chosen[c], Math.round(candidates.cost(numbers[c]) * SCALE));
      int[] members = candidates.members(numbers[c]);
      int hub = candidates.hub(numbers[c]);
      for (int i : members) {
        seats.get(i).add(new Seat(c, ownCosts.of(i, hub, members, members.length)));
      }
    }
    model.minimize(cost);
    for (int i = 0; i < n; i++) {
      List<Seat> ofOne = seats.get(i);
      model.addExactlyOne(ofOne.stream().map(s -> (Literal) chosen[s.column()]).toList());
      rungs[i] = ofOne.stream().mapToDouble(Seat::own).distinct().sorted().toArray();
      atMost[i] = new BoolVar[rungs[i].length];
      for (int r = 0; r < rungs[i].length; r++) {
        atMost[i][r] = model.newBoolVar("");
      }
      // "At most this rung" is "at most the one below" or a network on this very rung.
      List<List<Literal>> onRung = new ArrayList<>();
      for (int r = 0; r < rungs[i].length; r++) {
        onRung.add(new ArrayList<>());
      }
      for (Seat seat : ofOne) {
        onRung.get(Arrays.binarySearch(rungs[i], seat.own())).add(chosen[seat.column()]);
      }
      for (int r = 0; r < rungs[i].length; r++) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        onRung.get(r).forEach(x -> sum.add(x));
        if (r > 0) {
          sum.add(atMost[i][r - 1]);
        }
        model.addEquality(sum, atMost[i][r]);
      }
    }
    NetworkCount range = ground.rules().networks();
    if (range.from() > 0 || range.to() < n) {
      model.addLinearConstraint(
          LinearExpr.sum(chosen), range.from(), Math.min(range.to(), numbers.length));
    }
  }

  void add(Claim claim) {
    List<Literal> content = new ArrayList<>();
    for (int k = 0; k < claim.members().length; k++) {
      int i = claim.members()[k];
      int rung = lastUpTo(rungs[i], claim.limits()[k]);
      if (rung == rungs[i].length - 1) {
        return;
      }
      if (rung >= 0) {
        content.add(atMost[i][rung]);
      }
    }
    model.addBoolOr(content);
  }

  private static int lastUpTo(double[] ascending, double limit) {
    int at = Arrays.binarySearch(ascending, limit);
    return at >= 0 ? at : -at - 2;
  }

  /** How the solver ended. */
  enum End {
    PROVED,
    FOUND,
    IMPOSSIBLE,
    UNKNOWN
  }

  /**
   * Solves with the claims so far.
   *
   * @param seconds the solver's own time at most
   * @param goOn asked every half second; false stops it
   */
  End solve(double seconds, long seed, BooleanSupplier goOn) {
    if (seconds <= 0) {
      return End.UNKNOWN;
    }
    CpSolver solver = new CpSolver();
    solver.getParameters().setMaxTimeInSeconds(seconds);
    solver.getParameters().setRandomSeed((int) (seed & 0x7fffffff));
    solver.getParameters().setNumWorkers(2);
    CpSolverStatus[] status = {CpSolverStatus.UNKNOWN};
    Thread solving = Thread.ofPlatform().start(() -> status[0] = solver.solve(model));
    try {
      while (!solving.join(java.time.Duration.ofMillis(200))) {
        if (!goOn.getAsBoolean()) {
          solver.stopSearch();
        }
      }
    } catch (InterruptedException stopped) {
      solver.stopSearch();
      Thread.currentThread().interrupt();
    }
    if (status[0] == CpSolverStatus.OPTIMAL || status[0] == CpSolverStatus.FEASIBLE) {
      best = new ArrayList<>();
      model.clearHints();
      for (int c = 0; c < numbers.length; c++) {
        boolean yes = solver.booleanValue(chosen[c]);
        model.addHint(chosen[c], yes ? 1 : 0);
        if (yes) {
          best.add(numbers[c]);
        }
      }
    }
    return switch (status[0]) {
      case OPTIMAL -> End.PROVED;
      case FEASIBLE -> End.FOUND;
      case INFEASIBLE -> End.IMPOSSIBLE;
      default -> End.UNKNOWN;
    };
  }

  /** The networks of the last solution. */
  List<Integer> best() {
    return best;
  }
}
