package moot.app.forming;

import moot.formation.CostWeights;

/**
 * What the web offers first: not bare travel, which drives every network down to the minimum, but
 * travel with today's ties and a cost for each network.
 */
final class FirstOffer {
  /**
   * 2 km for each patient whose practice would change network; 30 thousand patient-km a network.
   */
  static final CostWeights WEIGHTS = new CostWeights(1, 20, 2, 0, 0, 0, 30, 0, 0);

  private FirstOffer() {}
}
