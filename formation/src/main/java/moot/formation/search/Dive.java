package moot.formation.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a plan from a solution of the relaxation downwards: settles on the networks with the
 * largest shares, solves again for all others, and so on until nothing is broken into fractions or
 * nothing better can come of it.
 */
final class Dive {
  /** A share from which a network is settled on at once. */
  private static final double NEARLY_WHOLE = 0.9;

  private final Relaxation relaxation;
  private final Incumbent incumbent;
  private final Clock clock;
  private final List<Column> settled = new ArrayList<>();
  private final boolean[] taken;

  Dive(Relaxation relaxation, Incumbent incumbent, Clock clock, int practices) {
    this.relaxation = relaxation;
    this.incumbent = incumbent;
    this.clock = clock;
    this.taken = new boolean[practices];
  }

  /**
   * Dives from where the relaxation stands; where it ends there is no telling.
   *
   * @param pool the networks to choose from
   * @param branch decisions to obey
   * @param enough the bound at which nothing better can come of it
   */
  void from(Pool.Held pool, @Nullable Branch branch, double enough) {
    double bound = relaxation.bound();
    while (relaxation.converged() && relaxation.bound() < enough && clock.goOn()) {
      List<Relaxation.Part> parts = relaxation.parts();
      if (settle(parts) == 0) {
        List<int[]> networks = new ArrayList<>();
        settled.forEach(column -> networks.add(column.members()));
        incumbent.offer(networks);
        incumbent.improve(networks);
        return;
      }
      relaxation.turnTo(
          pool.where((members, from, to) -> open(members, from, to, branch)),
          column ->
              settled.contains(column)
                  || (open(column.members())
                      && (branch == null || branch.allows(column.members()))),
          bound);
      relaxation.solve(enough, clock::goOn);
    }
  }

  private boolean open(int[] members) {
    for (int i : members) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean open(char[] members, int from, int to, @Nullable Branch branch) {
    for (int m = from; m < to; m++) {
      if (taken[members[m]]) {
        return false;
      }
    }
    return branch == null || branch.allows(members, from, to);
  }

  /** Settles on all networks that are nearly whole, or else on the one with the largest share. */
  private int settle(List<Relaxation.Part> parts) {
    int before = settled.size();
    Column largest = null;
    double most = 0;
    for (Relaxation.Part part : parts) {
      Column column = part.column();
      if (open(column.members())) {
        if (part.share() > NEARLY_WHOLE) {
          settle(column);
        } else if (part.share() > most) {
          most = part.share();
          largest = column;
        }
      }
    }
    if (settled.size() == before && largest != null) {
      settle(largest);
    }
    return settled.size() - before;
  }

  private void settle(Column column) {
    settled.add(column);
    for (int i : column.members()) {
      taken[i] = true;
    }
  }
}
