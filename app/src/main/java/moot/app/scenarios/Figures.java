package moot.app.scenarios;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Trace;
import moot.funding.management.Figure;
import moot.funding.management.Simulation.Spread;
import org.jspecify.annotations.Nullable;

/** Figures as the pages of scenarios say them. */
public final class Figures {
  private static final String NONE = "–";

  private Figures() {}

  /** Whole pounds. */
  public static String pounds(Money money) {
    return pounds(money.pence());
  }

  /**
   * @param pence with parts of a penny where it is an average
   */
  public static String pounds(double pence) {
    long pounds = Math.round(pence / 100);
    return (pounds < 0 ? "−£" : "£") + String.format(Locale.UK, "%,d", Math.abs(pounds));
  }

  /** With its sign, for a difference. */
  public static String more(double pence) {
    return Math.round(pence / 100) > 0 ? "+" + pounds(pence) : pounds(pence);
  }

  /** Pounds and pence. */
  public static String aHead(double pence) {
    return BigDecimal.valueOf(pence)
        .movePointLeft(2)
        .setScale(2, RoundingMode.HALF_UP)
        .toPlainString()
        .replaceFirst("^(-?)", "$1£")
        .replace('-', '−');
  }

  public static String percent(double percent) {
    return String.format(Locale.UK, "%.0f", percent).replaceAll("^-0$", "0").replace('-', '−')
        + " %";
  }

  /** A percentage with the tenths that it has. */
  public static String margin(double percent) {
    return String.format(Locale.UK, "%.1f", percent).replaceAll("\\.0$", "") + " %";
  }

  /** How much dearer or cheaper than another price, in percent of that. */
  public static String against(double percent) {
    return Math.abs(percent) < 0.05
        ? "the same"
        : margin(Math.abs(percent)) + (percent > 0 ? " dearer" : " cheaper");
  }

  public static String number(double value) {
    return String.format(Locale.UK, "%.2f", value).replace('-', '−');
  }

  /** In the unit of the figure. */
  public static String of(Figure figure, double value) {
    return figure == Figure.FROM_PRACTICES_A_HEAD
        ? aHead(value)
        : figure.unit() == Figure.Unit.PENCE ? pounds(value) : percent(value);
  }

  public static String of(Figure figure, OptionalDouble value) {
    return value.isPresent() ? of(figure, value.getAsDouble()) : NONE;
  }

  /** A difference, in the unit of the figure; points for shares. */
  public static String difference(Figure figure, double value) {
    String sign = value > 0 ? "+" : "";
    return figure.unit() == Figure.Unit.PENCE
        ? sign + of(figure, value)
        : sign + String.format(Locale.UK, "%.0f", value).replace('-', '−') + " points";
  }

  public static String range(Figure figure, @Nullable Spread spread) {
    return spread == null
        ? NONE
        : "%s to %s".formatted(of(figure, spread.p10()), of(figure, spread.p90()));
  }

  /** The mark of the least sure figure of a derivation; null where none has one. */
  public static @Nullable Mark leastSure(Trace trace) {
    Mark least = trace.mark();
    for (Trace part : trace.parts()) {
      Mark its = leastSure(part);
      least = least == null ? its : its == null ? least : least.orLessSure(its);
    }
    return least;
  }

  /** Said beside a figure that rests on something unverified; null for any other. */
  public static @Nullable Mark unverified(Trace trace) {
    Mark least = leastSure(trace);
    return least == null || least.isVerified() ? null : least;
  }

  public static String sentence(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }
}
