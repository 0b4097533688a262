package moot.formation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import moot.formation.CostWeights;
import moot.formation.NetworkCount;
import moot.formation.Preference;
import moot.formation.ground.Costing;
import moot.formation.ground.Ground;

/**
 * What is to be solved: the practices that are free to choose have to be parted into feasible
 * networks at least cost, all side rows obeyed. Networks that stay as they are by a lock are no
 * part of it; their cost is added in the end, and they count towards the number of networks.
 */
final class Problem {
  private final Ground ground;
  private final List<Side> sides;
  private final boolean[] free;
  private final double staying;
  private final Costing costing;

  /**
   * @param further side rows besides the number of networks that the rules ask for
   */
  Problem(Ground ground, List<Side> further) {
    this.ground = ground;
    this.costing = new Costing(ground);
    this.free = new boolean[ground.size()];
    for (int i = 0; i < free.length; i++) {
      free[i] = ground.locks().stayOf(i) < 0;
    }
    double cost = 0;
    for (int[] stay : ground.locks().stays()) {
      cost += costing.of(stay);
    }
    this.staying = cost;
    List<Side> rows = new ArrayList<>();
    NetworkCount count = ground.rules().networks();
    int stays = ground.locks().stays().size();
    if (count.from() > 0 || count.to() != Integer.MAX_VALUE) {
      rows.add(
          new Side.Count(
              Math.max(0, count.from() - stays),
              count.to() == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : count.to() - stays));
    }
    rows.addAll(further);
    this.sides = List.copyOf(rows);
  }

  Ground ground() {
    return ground;
  }

  List<Side> sides() {
    return sides;
  }

  /** By practice, whether it is free to choose. */
  boolean[] free() {
    return free;
  }

  int countFree() {
    int count = 0;
    for (boolean one : free) {
      count += one ? 1 : 0;
    }
    return count;
  }

  /**
   * How many networks the free practices may form at most; infinite without a limit, and where
   * networks may stand that are larger than the maximum, so that no size says how many are needed.
   */
  double mostNetworks() {
    double most = Double.POSITIVE_INFINITY;
    if (!ground.standing().isEmpty()) {
      return most;
    }
    for (Side side : sides) {
      most = side instanceof Side.Count ? Math.min(most, side.to()) : most;
    }
    return most;
  }

  /** The cost of the networks that stay as they are. */
  double staying() {
    return staying;
  }

  Column column(int[] members) {
    int[] sorted = members.clone();
    java.util.Arrays.sort(sorted);
    double[] amounts = new double[sides.size()];
    for (int s = 0; s < amounts.length; s++) {
      amounts[s] = sides.get(s).amount(sorted, sorted.length);
    }
    return new Column(sorted, costing.of(sorted), amounts);
  }

  /** Whether these networks are a partition of the free practices that obeys all rules. */
  boolean obeys(List<int[]> networks) {
    boolean[] seen = new boolean[ground.size()];
    double[] sums = new double[sides.size()];
    int met = 0;
    for (int[] members : networks) {
      if (!ground.feasible(members)) {
        return false;
      }
      for (int i : members) {
        if (seen[i] || !free[i]) {
          return false;
        }
        seen[i] = true;
        met++;
      }
      for (int s = 0; s < sums.length; s++) {
        sums[s] += sides.get(s).amount(members, members.length);
      }
    }
    for (int s = 0; s < sums.length; s++) {
      if (sums[s] < sides.get(s).from() - 1e-9 || sums[s] > sides.get(s).to() + 1e-9) {
        return false;
      }
    }
    return met == countFree();
  }

  double cost(List<int[]> networks) {
    double sum = 0;
    for (int[] members : networks) {
      sum += costing.of(members);
    }
    return sum;
  }

  /**
   * A price at which leaving a practice out of all networks seldom pays. Too low a price costs time
   * only: the relaxation raises it.
   */
  double dear() {
    double most = 0;
    for (int i = 0; i < free.length; i++) {
      most = Math.max(most, Math.abs(costing.of(new int[] {i})));
    }
    return 10 + 3 * most;
  }

  /** No plan costs as much as this, whatever its networks. */
  double ceiling() {
    CostWeights w = ground.rules().weights();
    double patients = 0;
    double far = 0;
    double areas = 0;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    int n = ground.size();
    for (int i = 0; i < n; i++) {
      patients += ground.list(i);
      for (int j = 0; j < i; j++) {
        far = Math.max(far, ground.km(i, j));
      }
      Double need = ground.practice(i).need();
      if (need != null) {
        least = Math.min(least, need);
        greatest = Math.max(greatest, need);
      }
      for (int here :
          ground.place().patientsByArea().getOrDefault(ground.code(i), Map.of()).values()) {
        areas += Math.max(0, here);
      }
    }
    double min = ground.rules().band().min();
    double perThousand =
        w.travel() * patients * far
            + w.shortfall() * n * min
            + (w.ties() + w.boundary()) * patients
            + w.evenSize() * (patients + n * (min + ground.rules().band().max()))
            + (greatest > least ? w.evenNeed() * patients * (greatest - least) : 0)
            + w.overlap() * areas
            + w.preferences() * patients * n;
    return 1 + 2 * (perThousand / 1000 + n * w.perNetwork());
  }

  /** No plan costs less than this, known without any search. */
  double floor() {
    double wished = 0;
    for (Preference preference : ground.rules().preferences()) {
      int of = ground.number(preference.of());
      if (of >= 0) {
        wished += ground.list(of) * Math.max(0, -preference.dislike());
      }
    }
    return -ground.rules().weights().preferences() * wished / 1000;
  }
}
