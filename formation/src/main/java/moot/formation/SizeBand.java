package moot.formation;

/**
 * The sizes a network should have, in registered patients.
 *
 * @param min below it every missing patient is priced (Network Contract DES: 30,000)
 * @param max above it a network of several practices is not feasible (50,000)
 * @param minIsHard whether a network under {@code min} is forbidden instead of priced; a lone
 *     practice that no neighbour could join within the maximum stays allowed
 */
public record SizeBand(int min, int max, boolean minIsHard) {
  public static final SizeBand NATIONAL = new SizeBand(30_000, 50_000, false);

  public SizeBand {
    if (min < 0 || max < 1 || min > max) {
      throw new IllegalArgumentException(
          "size band %d to %d: expected 0 ≤ min ≤ max and max ≥ 1. Maybe the two are swapped?"
              .formatted(min, max));
    }
  }
}
