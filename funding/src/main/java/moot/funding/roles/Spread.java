package moot.funding.roles;

/** A figure that is not known for certain: at least, most likely, at most. */
public record Spread(double low, double likely, double high) {
  public static final Spread NONE = new Spread(0, 0, 0);

  public Spread plus(Spread other) {
    return new Spread(low + other.low, likely + other.likely, high + other.high);
  }

  /** Without knowing how the two go together: the least less the most, and the other way round. */
  public Spread minus(Spread other) {
    return new Spread(low - other.high, likely - other.likely, high - other.low);
  }

  /** The product of two that are not negative. */
  public Spread times(Spread other) {
    return new Spread(low * other.low, likely * other.likely, high * other.high);
  }

  public Spread times(double by) {
    return new Spread(low * by, likely * by, high * by);
  }

  boolean isIn(double least, double most) {
    return low >= least && low <= likely && likely <= high && high <= most;
  }

  @Override
  public String toString() {
    return "%,.1f (%,.1f to %,.1f)".formatted(likely, low, high);
  }
}
