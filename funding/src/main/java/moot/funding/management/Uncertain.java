package moot.funding.management;

import java.util.Locale;

/**
 * A number of which only a range is known. Plain sums use {@link #likely}; draws use the range.
 *
 * @param shape how values lie between {@code low} and {@code high}
 * @param low the least possible value of a triangle; of a normal the value that one in ten lies
 *     below
 * @param likely the most likely value
 * @param high the greatest possible value of a triangle; of a normal the value that one in ten lies
 *     above
 * @param whose whose estimate it is
 */
public record Uncertain(Shape shape, double low, double likely, double high, String whose) {
  /** Standard deviations between the middle of a normal and its 90th percentile. */
  private static final double TENTH = 1.2815515655446004;

  public enum Shape {
    /** Exactly {@code likely}. */
    CERTAIN,
    TRIANGULAR,
    NORMAL
  }

  public Uncertain {
    if (!(low <= likely && likely <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "low %s, likely %s, high %s: expected them in this order".formatted(low, likely, high));
    }
  }

  public static Uncertain certain(double value) {
    return new Uncertain(Shape.CERTAIN, value, value, value, "");
  }

  public static Uncertain triangular(double low, double likely, double high, String whose) {
    return new Uncertain(Shape.TRIANGULAR, low, likely, high, whose);
  }

  /** Normal about the middle of {@code low} and {@code high}, which must be {@code likely}. */
  public static Uncertain normal(double low, double likely, double high, String whose) {
    return new Uncertain(Shape.NORMAL, low, likely, high, whose);
  }

  public boolean isCertain() {
    return shape == Shape.CERTAIN || low == high;
  }

  /**
   * The value that a share {@code u} of all values lies below.
   *
   * @param u strictly between 0 and 1
   */
  public double at(double u) {
    if (isCertain()) {
      return likely;
    }
    if (shape == Shape.NORMAL) {
      return likely + (high - low) / (2 * TENTH) * normalAt(u);
    }
    double turn = (likely - low) / (high - low);
    return u < turn
        ? low + Math.sqrt(u * (high - low) * (likely - low))
        : high - Math.sqrt((1 - u) * (high - low) * (high - likely));
  }

  /** The quantile of the standard normal, to nine digits (Acklam's rational approximation). */
  private static double normalAt(double u) {
    if (u > 0.5) {
      return -normalAt(1 - u);
    }
    if (u < 0.02425) {
      double q = Math.sqrt(-2 * Math.log(u));
      return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q
                              - 2.549732539343734)
                          * q
                      + 4.374664141464968)
                  * q
              + 2.938163982698783)
          / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q
                      + 3.754408661907416)
                  * q
              + 1);
    }
    double q = u - 0.5;
    double r = q * q;
    return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                            + 1.383577518672690e+02)
                        * r
                    - 3.066479806614716e+01)
                * r
            + 2.506628277459239)
        * q
        / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                            + 6.680131188771972e+01)
                        * r
                    - 1.328068155288572e+01)
                * r
            + 1);
  }

  /** For example {@code 75 (60 to 90)}. */
  @Override
  public String toString() {
    return isCertain()
        ? number(likely)
        : "%s (%s to %s)".formatted(number(likely), number(low), number(high));
  }

  static String number(double value) {
    String written = String.format(Locale.UK, "%,.3f", value);
    return written.replaceAll("0+$", "").replaceAll("\\.$", "").replace('-', '−');
  }
}
