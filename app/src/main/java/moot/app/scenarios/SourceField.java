package moot.app.scenarios;

import java.util.List;
import moot.funding.management.Source.Kind;

/**
 * A field of a source as the form of a scenario asks for it. Its name is that of the scenario file.
 *
 * @param unit £ or %; empty for a plain number
 * @param most where the slider ends; values beyond it are typed
 * @param step of the slider
 */
public record SourceField(
    String name, Shape shape, String label, String unit, double most, double step) {
  public enum Shape {
    /** A value for each year. */
    YEARS,
    /** For the first years; nothing after. */
    FIRST_YEARS,
    RANGE,
    ONE,
    YES
  }

  static List<SourceField> of(Kind kind) {
    return switch (kind) {
      case MARGIN ->
          List.of(
              new SourceField("margin", Shape.ONE, "Margin on what they cost", "%", 30, 0.5),
              years("volume", "What the services cost to provide", 5_000_000, 10_000),
              range("bought", "Of these, bought", 200),
              range("competitor's price", "A competitor's price, in percent of our cost", 200),
              range("chance at the same price", "Chance of winning at the same price", 100),
              new SourceField(
                  "elasticity",
                  Shape.RANGE,
                  "By how many percent the chance falls for each percent of price",
                  "",
                  20,
                  0.5),
              new SourceField(
                  "term", Shape.ONE, "Years for which they are won or lost", "", 10, 1));
      case PRACTICES ->
          List.of(
              years("per head", "Asked of each practice, a head", 2, 0.05),
              range("willingness", "Chance that a practice pays when asked", 100),
              new SourceField(
                  "headroom", Shape.ONE, "The most a practice can pay a head", "£", 2, 0.05),
              new SourceField(
                  "unravelling",
                  Shape.ONE,
                  "By how much willingness falls when nobody paid the year before",
                  "%",
                  100,
                  5));
      case TRANSFORMATION ->
          List.of(
              new SourceField("per head", Shape.FIRST_YEARS, "A head", "£", 6, 0.1),
              new SourceField("amount", Shape.FIRST_YEARS, "And a sum", "£", 500_000, 1_000),
              range("comes", "Of it, comes in the end", 100),
              new SourceField(
                  "carried forward", Shape.YES, "What is left may be carried forward", "", 0, 0));
      case CONTRACT ->
          List.of(
              years("per head", "Paid to practices for this, a head", 6, 0.1),
              range("passed on", "Of it, passed on by practices", 100),
              range("pooled", "Of that, pooled", 100),
              range("disputed", "Of that, held back in dispute", 100),
              new SourceField(
                  "settled a year later",
                  Shape.ONE,
                  "Of what is held back, paid a year later",
                  "%",
                  100,
                  5));
      case ALLOWANCE ->
          List.of(
              new SourceField(
                  "transferred", Shape.YEARS, "Share of the allowance transferred", "%", 40, 1),
              new SourceField(
                  "allowance per head",
                  Shape.ONE,
                  "The allowance a head, first year",
                  "£",
                  30,
                  0.1),
              range("shrinks", "It shrinks each year by", 25),
              range("chance of being late", "Chance that the transfer is a year late", 100));
    };
  }

  private static SourceField years(String name, String label, double most, double step) {
    return new SourceField(name, Shape.YEARS, label, "£", most, step);
  }

  private static SourceField range(String name, String label, double most) {
    return new SourceField(name, Shape.RANGE, label, "%", most, 1);
  }

  public boolean byYear() {
    return shape == Shape.YEARS || shape == Shape.FIRST_YEARS;
  }

  public boolean isRange() {
    return shape == Shape.RANGE;
  }

  public boolean isYes() {
    return shape == Shape.YES;
  }
}
