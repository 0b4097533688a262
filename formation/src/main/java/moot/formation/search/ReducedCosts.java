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

  /** By practice: which of the cuts with a price it is in. */
  private final int[][] cutsOf;

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
    List<List<Integer>> of = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      of.add(new ArrayList<>());
    }
    List<Integer> priced = new ArrayList<>();
    for (int c = 0; c < duals.cutPrices().length; c++) {
      if (duals.cutPrices()[c] < 0) {
        Cut cut = duals.cuts().get(c);
        for (int i : cut.practices()) {
          of.get(i).add(priced.size());
        }
        priced.add(c);
      }
    }
    cutPrices = priced.stream().mapToDouble(c -> duals.cutPrices()[c]).toArray();
    divisors = priced.stream().mapToInt(c -> duals.cuts().get(c).divisor()).toArray();
    taken = new int[priced.size()];
    touched = new int[priced.size()];
    cutsOf = new int[n][];
    for (int i = 0; i < n; i++) {
      cutsOf[i] = of.get(i).stream().mapToInt(Integer::intValue).toArray();
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
      for (int cut : cutsOf[members[m]]) {
        int before = taken[cut]++;
        if (before == 0) {
          touched[touchedCount++] = cut;
        }
        if ((before + 1) % divisors[cut] == 0) {
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
