package moot.formation;

import java.util.List;

/** What a plan has to obey and what it is charged for. */
public record FormingRules(
    SizeBand band,
    CostWeights weights,
    NetworkCount networks,
    List<Lock> locks,
    List<Preference> preferences) {
  /** The forming problem as defined, with nothing added. */
  public static final FormingRules BARE =
      new FormingRules(SizeBand.NATIONAL, CostWeights.BARE, NetworkCount.ANY, List.of(), List.of());

  public FormingRules {
    locks = List.copyOf(locks);
    preferences = List.copyOf(preferences);
  }

  public FormingRules with(SizeBand other) {
    return new FormingRules(other, weights, networks, locks, preferences);
  }

  public FormingRules with(CostWeights other) {
    return new FormingRules(band, other, networks, locks, preferences);
  }

  public FormingRules with(NetworkCount other) {
    return new FormingRules(band, weights, other, locks, preferences);
  }

  public FormingRules withLocks(List<Lock> other) {
    return new FormingRules(band, weights, networks, other, preferences);
  }

  public FormingRules withPreferences(List<Preference> other) {
    return new FormingRules(band, weights, networks, locks, other);
  }
}
