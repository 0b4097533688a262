package moot.app.forming;

import moot.formation.SizeBand;

/**
 * A network's size as a bar against the band, in per cent of the bar's length.
 *
 * @param bandFrom where the band begins
 * @param bandWidth how long the band is
 * @param fill how far the size reaches
 */
public record SizeBar(double bandFrom, double bandWidth, double fill, boolean inBand) {
  /**
   * @param longest the size at which the bar is full
   */
  public static SizeBar of(SizeBand band, int patients, int longest) {
    double scale = 100.0 / Math.max(longest, 1);
    return new SizeBar(
        tenths(band.min() * scale),
        tenths((band.max() - band.min()) * scale),
        tenths(Math.min(100, patients * scale)),
        patients >= band.min() && patients <= band.max());
  }

  /** The size at which bars are full, when the largest network is this large. */
  public static int longest(SizeBand band, int largest) {
    return (int) Math.max(band.max() * 1.2, Math.min(largest, band.max() * 1.6));
  }

  private static double tenths(double number) {
    return Math.round(number * 10) / 10.0;
  }
}
