package moot.formation;

/**
 * How much each part of a network's cost counts. All costs are in thousand patient-km, so a weight
 * says how many kilometres of one patient's travel one unit of that part is worth. A weight of 0
 * switches its part off.
 *
 * <ul>
 *   <li>travel: {@code Σ n(p) · km(p, hub) / 1000}, the hub being the member that makes it smallest
 *   <li>shortfall: km for every patient short of the band's minimum
 *   <li>ties: km for every patient whose practice is not with its network's largest group (by
 *       patients) of practices that share a network today; a practice in no network today counts
 *       nothing
 *   <li>boundary: km for every patient in a network that straddles councils or sub-ICB locations
 *   <li>evenSize: km for every patient by which a network is away from the middle of the band
 *   <li>evenNeed: km per patient of a network for every unit its mean need (weighted by list) is
 *       away from the place's
 *   <li>perNetwork: a fixed cost per network, in thousand patient-km
 *   <li>overlap: km for every patient who lives where no other member of the network has a patient
 *   <li>preferences: km per patient of a practice for every unit of its stated dislike of its
 *       fellow members
 * </ul>
 */
public record CostWeights(
    double travel,
    double shortfall,
    double ties,
    double boundary,
    double evenSize,
    double evenNeed,
    double perNetwork,
    double overlap,
    double preferences) {
  /**
   * Bare travel and shortfall, as the forming problem is defined: comparable with any other solver.
   */
  public static final CostWeights BARE = new CostWeights(1, 20, 0, 0, 0, 0, 0, 0, 0);

  public CostWeights {
    for (double w :
        new double[] {
          travel, shortfall, ties, boundary, evenSize, evenNeed, perNetwork, overlap, preferences
        }) {
      if (!(w >= 0 && w <= 1_000_000)) {
        throw new IllegalArgumentException(
            "weight %s: expected a number from 0 to 1,000,000".formatted(w));
      }
    }
  }
}
