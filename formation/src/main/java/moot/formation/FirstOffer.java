package moot.formation;

import java.util.List;

/**
 * The rules with which the table begins on the web, before anyone has changed anything: not bare
 * travel, but travel with today's ties and a cost per network.
 *
 * <p>Bare travel has two faults as a first offer. More hubs are nearer, so it drives networks down
 * towards the minimum; and it parts practices that have worked together for years for the sake of a
 * few hundred metres. The two weights here say what each of that has to be worth. They were chosen
 * over half of England's boards and checked on the other half; figures and reasons are in
 * docs/decisions/0003-first-offer.md.
 */
public final class FirstOffer {
  /** Parting from today's partners has to save each of a practice's patients so many km. */
  public static final double TIES_KM = 2;

  /** A further network has to save its patients so many thousand km in all. */
  public static final double PER_NETWORK = 50;

  /** Travel and shortfall as in {@link CostWeights#BARE}, ties, and a cost per network. */
  public static final CostWeights WEIGHTS =
      new CostWeights(
          CostWeights.BARE.travel(),
          CostWeights.BARE.shortfall(),
          TIES_KM,
          0,
          0,
          0,
          PER_NETWORK,
          0,
          0);

  /** The national size band, any number of networks, no locks and no preferences. */
  public static final FormingRules RULES = FormingRules.BARE.with(WEIGHTS);

  private FirstOffer() {}

  /** The rules in plain words, one sentence or two for each, for showing beside the plan. */
  public static List<String> inWords() {
    SizeBand band = RULES.band();
    return List.of(
        "Travel: every patient counts with the distance from the practice to the hub of its network, in a straight line.",
        "Today's ties: who works together today stays together, unless parting saves at least %.0f km for each patient concerned."
            .formatted(TIES_KM),
        "Management: every network counts as much as %,.0f km of travel. So there is one more only where it saves its patients more than that, about %.1f km for each patient of a network of %,d."
            .formatted(
                PER_NETWORK * 1000,
                PER_NETWORK * 1000 / ((band.min() + band.max()) / 2),
                (band.min() + band.max()) / 2),
        "Size: a network of several practices has at most %,d patients; one that is short of %,d counts %.0f km for every patient it is short."
            .formatted(band.max(), band.min(), WEIGHTS.shortfall()),
        "Nobody has agreed to these weights. They are where the talk begins: change any of them and see what changes.");
  }
}
