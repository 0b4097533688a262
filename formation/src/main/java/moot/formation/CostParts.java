package moot.formation;

/**
 * A cost by part, each already weighted, in thousand patient-km. The parts add up to the cost;
 * overlap and the rest as defined at {@link CostWeights}.
 */
public record CostParts(
    double travel,
    double shortfall,
    double ties,
    double boundary,
    double evenSize,
    double evenNeed,
    double perNetwork,
    double overlap,
    double preferences) {
  public static final CostParts NONE = new CostParts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  public double total() {
    return travel
        + shortfall
        + ties
        + boundary
        + evenSize
        + evenNeed
        + perNetwork
        + overlap
        + preferences;
  }

  public CostParts plus(CostParts other) {
    return new CostParts(
        travel + other.travel,
        shortfall + other.shortfall,
        ties + other.ties,
        boundary + other.boundary,
        evenSize + other.evenSize,
        evenNeed + other.evenNeed,
        perNetwork + other.perNetwork,
        overlap + other.overlap,
        preferences + other.preferences);
  }
}
