package moot.funding.scale;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;

/**
 * Something that every practice needs and that several can share.
 *
 * @param fixed a year's cost of one office that does it, however few its patients
 * @param perPatient a year's cost of each patient on top
 * @param most patients that one office can serve; 0 for any number
 * @param pooled percent of the fixed cost that a form lets practices share; what is left each still
 *     pays alone. A form left out shares nothing.
 * @param whose whose figures these are
 */
public record SharedFunction(
    String title,
    Money fixed,
    Rate perPatient,
    long most,
    Map<Form, Quantity> pooled,
    String whose) {

  /**
   * @throws BadScale for values that cannot be meant, all at once
   */
  public SharedFunction {
    pooled = Map.copyOf(pooled);
    List<String> wrong = new ArrayList<>();
    if (fixed.pence() < 0 || fixed.compareTo(Money.ofPounds(10_000_000)) > 0) {
      wrong.add(
          "%s, fixed cost: %s; expected £0 to £10,000,000 a year. Maybe a minus slipped in."
              .formatted(title, fixed));
    }
    if (perPatient.microPounds() < 0 || perPatient.compareTo(Rate.ofPounds("1000")) > 0) {
      wrong.add(
          "%s, cost of a patient: %s; expected £0 to £1,000 a year. Maybe it is for all of them."
              .formatted(title, perPatient));
    }
    if (most < 0) {
      wrong.add(
          "%s, patients of one office: %d; expected 0 or more. Maybe a minus slipped in."
              .formatted(title, most));
    }
    pooled.forEach(
        (form, percent) -> {
          if (percent.hundredths() < 0 || percent.compareTo(Quantity.of(100)) > 0) {
            wrong.add(
                "%s, shared as %s: %s %%; expected 0 to 100 %%. Maybe pounds were entered."
                    .formatted(title, form.words(), percent));
          }
        });
    if (!wrong.isEmpty()) {
      throw new BadScale(wrong);
    }
  }

  private static final String OURS = "assumption of Moot's: not taken from any published figure";

  /** Four functions to begin with. All figures are assumptions, to be replaced by one's own. */
  public static List<SharedFunction> assumed() {
    return List.of(
        new SharedFunction(
            "Back office",
            Money.ofPounds(30_000),
            Rate.ofPounds("2.00"),
            100_000,
            shared(20, 60, 90, 95),
            OURS),
        new SharedFunction(
            "Workforce",
            Money.ofPounds(12_000),
            Rate.ofPounds("0.80"),
            100_000,
            shared(50, 80, 90, 95),
            OURS),
        new SharedFunction(
            "Premises",
            Money.ofPounds(20_000),
            Rate.ofPounds("6.00"),
            0,
            shared(0, 10, 40, 60),
            OURS),
        new SharedFunction(
            "IT",
            Money.ofPounds(10_000),
            Rate.ofPounds("1.00"),
            200_000,
            shared(40, 70, 90, 100),
            OURS));
  }

  private static Map<Form, Quantity> shared(long network, long federation, long merger, long more) {
    Map<Form, Quantity> shared = new EnumMap<>(Form.class);
    shared.put(Form.NETWORK, Quantity.of(network));
    shared.put(Form.FEDERATION, Quantity.of(federation));
    shared.put(Form.MERGER, Quantity.of(merger));
    shared.put(Form.INTEGRATION, Quantity.of(more));
    return shared;
  }
}
