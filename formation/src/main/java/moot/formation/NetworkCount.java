package moot.formation;

/** How many networks a plan may have, both ends included. */
public record NetworkCount(int from, int to) {
  public static final NetworkCount ANY = new NetworkCount(0, Integer.MAX_VALUE);

  public NetworkCount {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "number of networks %d-%d: expected two whole numbers, the smaller first"
              .formatted(from, to));
    }
  }
}
