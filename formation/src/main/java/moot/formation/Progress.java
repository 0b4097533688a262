package moot.formation;

/**
 * Where a search stands.
 *
 * @param phase what it is doing, in words
 * @param incumbent cost of the best plan so far; {@code NaN} before the first
 * @param bound proved lower bound; 0 before the first
 */
public record Progress(String phase, double incumbent, double bound, double seconds) {
  public double gap() {
    return Double.isNaN(incumbent) ? 1 : incumbent <= bound ? 0 : (incumbent - bound) / incumbent;
  }

  /**
   * Told of progress; asked whether to go on. Called from the searching thread, at least every
   * second.
   */
  @FunctionalInterface
  public interface Listener {
    Listener NONE = progress -> true;

    /** Returns false to stop now with the best plan so far. */
    boolean goOn(Progress progress);
  }
}
