package moot.formation;

import moot.register.PracticeCode;

/** Two practices that are neighbours; {@code a} sorts before {@code b}. */
public record NeighbourPair(PracticeCode a, PracticeCode b) implements Comparable<NeighbourPair> {
  public NeighbourPair {
    if (a.compareTo(b) > 0) {
      PracticeCode swap = a;
      a = b;
      b = swap;
    }
    if (a.equals(b)) {
      throw new IllegalArgumentException(a + ": a practice is not its own neighbour");
    }
  }

  @Override
  public int compareTo(NeighbourPair other) {
    int byA = a.compareTo(other.a);
    return byA != 0 ? byA : b.compareTo(other.b);
  }
}
