package moot.formation.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What each network costs above the prices of what it takes: {@code cost − Σ price(practice) − Σ
 * price(cut) · taken − Σ price(side) · amount}.
 *
 * <p>Where no network is below 0, no plan costs less than the prices' worth; and a network above 0
 * by more than what separates that bound from the best plan is in no better plan. Where some are
 * below 0, {@link #bound} first lowers the prices of their members until none is, so the bound
 * holds whatever the linear solver's rounding.
 */
final class ReducedCosts {
  private final Duals duals;
  private final double[] prices;
  private final double[] sidePrices;

  /** By practice: which of the cuts with a price it is in, and with what weight. */
  private final int[][] cutsOf;

  private final int[][] weightsOf;
  private final double[] cutPrices;
  private final int[] divisors;
  private final int[] taken;
  private final int[] touched;
  private double[] out = new double[0];

  ReducedCosts(Duals duals) {
    this.duals = duals;
    this.prices = duals.practices();
    this.sidePrices = duals.sidePrices();
    int n = prices.length;
    List<List<int[]>> of = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      of.add(new ArrayList<>());
    }
    List<Integer> priced = new ArrayList<>();
    for (int c = 0; c < duals.cutPrices().length; c++) {
      if (duals.cutPrices()[c] < 0) {
        Cut cut = duals.cuts().get(c);
        for (int k = 0; k < cut.practices().length; k++) {
          of.get(cut.practices()[k]).add(new int[] {priced.size(), cut.weights()[k]});
        }
        priced.add(c);
      }
    }
    cutPrices = priced.stream().mapToDouble(c -> duals.cutPrices()[c]).toArray();
    divisors = priced.stream().mapToInt(c -> duals.cuts().get(c).divisor()).toArray();
    taken = new int[priced.size()];
    touched = new int[priced.size()];
    cutsOf = new int[n][];
    weightsOf = new int[n][];
    for (int i = 0; i < n; i++) {
      cutsOf[i] = of.get(i).stream().mapToInt(pair -> pair[0]).toArray();
      weightsOf[i] = of.get(i).stream().mapToInt(pair -> pair[1]).toArray();
    }
  }

  /** By network of the block; the array is used again by the next call. */
  double[] of(Pool.Block block) {
    int[] starts = block.starts();
    char[] members = block.members();
    double[] costs = block.costs();
    if (out.length < block.count()) {
      out = new double[block.count()];
    }
    boolean cuts = cutPrices.length > 0;
    for (int k = 0; k < block.count(); k++) {
      double reduced = costs[k];
      int end = starts[k + 1];
      for (int m = starts[k]; m < end; m++) {
        reduced -= prices[members[m]];
      }
      out[k] = cuts ? reduced - cutPrice(members, starts[k], end) : reduced;
    }
    for (int s = 0; s < sidePrices.length; s++) {
      if (sidePrices[s] != 0) {
        for (int k = 0; k < block.count(); k++) {
          out[k] -= sidePrices[s] * block.side(s, k);
        }
      }
    }
    return out;
  }

  private double cutPrice(char[] members, int from, int to) {
    int touchedCount = 0;
    double sum = 0;
    for (int m = from; m < to; m++) {
      int[] cuts = cutsOf[members[m]];
      int[] weights = weightsOf[members[m]];
      for (int x = 0; x < cuts.length; x++) {
        int cut = cuts[x];
        int before = taken[cut];
        if (before == 0) {
          touched[touchedCount++] = cut;
        }
        int after = before + weights[x];
        taken[cut] = after;
        // Weights are below the divisor, so a step passes a multiple of it once at most.
        if (after / divisors[cut] != before / divisors[cut]) {
          sum += cutPrices[cut];
        }
      }
    }
    for (int x = 0; x < touchedCount; x++) {
      taken[touched[x]] = 0;
    }
    return sum;
  }

  /** The same for one column. */
  double of(Column column) {
    double reduced = column.cost();
    for (int i : column.members()) {
      reduced -= prices[i];
    }
    for (int c = 0; c < duals.cutPrices().length; c++) {
      if (duals.cutPrices()[c] != 0) {
        reduced -= duals.cutPrices()[c] * duals.cuts().get(c).of(column.members());
      }
    }
    for (int s = 0; s < sidePrices.length; s++) {
      reduced -= sidePrices[s] * column.sides()[s];
    }
    return reduced;
  }
}
