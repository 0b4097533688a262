package moot.funding.management;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;

/**
 * What managing costs in the first year, and how that grows.
 *
 * @param asFor how many patients the items are for; 0 where they are for this place as it is
 * @param payGrowth percent a year by which {@link Grows#WITH_PAY} items grow
 * @param priceGrowth percent a year by which the others grow
 */
public record Need(
    List<Item> items, int asFor, Uncertain payGrowth, Uncertain priceGrowth, Stated stated) {
  public Need {
    items = List.copyOf(items);
  }

  /** How a cost grows from year to year. */
  public enum Grows {
    WITH_PAY("with pay"),
    WITH_PRICES("with prices");

    private final String words;

    Grows(String words) {
      this.words = words;
    }

    /** As in scenario files. */
    public String words() {
      return words;
    }
  }

  /** One thing that managing takes. */
  public sealed interface Item {
    String name();

    /** What it costs in the first year, before it is scaled to the place. */
    Money aYear();

    Grows grows();
  }

  /**
   * Somebody who is employed.
   *
   * @param wholeTime whole-time equivalents; 37.5 hours a week are one
   * @param pay of one whole-time equivalent and year, before on-costs
   * @param onCosts employer's national insurance, pension and the like, in percent of pay
   */
  public record Role(String name, Quantity wholeTime, Money pay, BigDecimal onCosts)
      implements Item {
    public static final BigDecimal FULL_WEEK = new BigDecimal("37.5");

    /** By hours a week. */
    public static Role byHours(String name, BigDecimal hours, Money pay, BigDecimal onCosts) {
      return new Role(
          name, Quantity.of(hours.divide(FULL_WEEK, MathContext.DECIMAL64)), pay, onCosts);
    }

    @Override
    public Money aYear() {
      return Money.ofPounds(
          pay.inPounds()
              .multiply(wholeTime.amount())
              .multiply(BigDecimal.ONE.add(onCosts.movePointLeft(2))));
    }

    @Override
    public Grows grows() {
      return Grows.WITH_PAY;
    }
  }

  /** Anything else: an office, a system, a payment to a clinical director. */
  public record Cost(String name, Money aYear, Grows grows) implements Item {}

  /**
   * What a real network of about 73,000 patients published: core £110,000, leadership and
   * management £51,000, clinical director £52,700 a year. (Near to £1.50, £0.699 and £0.722 a head,
   * rates of 2020/21 to 2022/23. The page was not read by us; hence the mark.) Taken as the cost of
   * the first year as it stands, not uprated, as its year is not known.
   *
   * @param perHead whether it is scaled to the place's patients, or taken as it is
   */
  public static Need template(boolean perHead) {
    return new Need(
        List.of(
            new Cost("Core", Money.ofPounds(110_000), Grows.WITH_PAY),
            new Cost("Leadership and management", Money.ofPounds(51_000), Grows.WITH_PAY),
            new Cost("Clinical director", Money.ofPounds(52_700), Grows.WITH_PAY)),
        perHead ? 73_000 : 0,
        Uncertain.triangular(1, 3, 5, Stated.ASSUMPTION),
        Uncertain.triangular(1, 2.5, 5, Stated.ASSUMPTION),
        new Stated(
            "a network of about 73,000 patients",
            Mark.FITTING,
            List.of(
                "a network's published budget, as passed on to us: its page was not read and its year is not known",
                "not uprated to the first year")));
  }

  /** What an item costs at a place in the first year. */
  public Money firstYear(Item item, long patients) {
    return asFor == 0
        ? item.aYear()
        : Money.ofPounds(
            item.aYear()
                .inPounds()
                .multiply(BigDecimal.valueOf(patients))
                .divide(BigDecimal.valueOf(asFor), MathContext.DECIMAL64));
  }

  public Money firstYear(long patients) {
    return items.stream().map(item -> firstYear(item, patients)).reduce(Money.ZERO, Money::plus);
  }
}
