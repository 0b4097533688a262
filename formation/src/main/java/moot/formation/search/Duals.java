package moot.formation.search;

import java.util.List;

/**
 * Prices: of each practice, of each cut (none above 0) and of each side row. Any prices give a
 * proved bound, see {@link ReducedCosts}; those of the relaxation's optimum give the best.
 */
record Duals(double[] practices, List<Cut> cuts, double[] cutPrices, double[] sidePrices) {

  static Duals zero(int practices, int sides) {
    return new Duals(new double[practices], List.of(), new double[0], new double[sides]);
  }

  /** What the rows themselves are worth when every network costs at least its prices. */
  double worth(List<Side> sides) {
    double sum = 0;
    for (double price : practices) {
      sum += price;
    }
    for (int c = 0; c < cutPrices.length; c++) {
      sum += cutPrices[c] * cuts.get(c).limit();
    }
    for (int s = 0; s < sidePrices.length; s++) {
      double price = sidePrices[s];
      if (price != 0) {
        sum += price * (price > 0 ? sides.get(s).from() : sides.get(s).to());
      }
    }
    return sum;
  }
}
