package moot.funding.scale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import moot.funding.Money;

/**
 * What a form takes in itself, whatever is shared in it: for each network, the one federation, the
 * one merged practice, the one larger organisation.
 *
 * @param board time of those who decide for all, a year
 * @param secretary company or partnership secretary and accounts, a year
 * @param audit a year
 * @param indemnity insurance of the body and of those who decide, a year
 * @param once legal and other cost of making it, once
 * @param oncePerPractice what it takes once for each practice that goes into it: contracts, leases,
 *     records, systems
 * @param whose whose figures these are
 */
public record FormCost(
    Form form,
    Money board,
    Money secretary,
    Money audit,
    Money indemnity,
    Money once,
    Money oncePerPractice,
    String whose) {
  private static final String OURS = "assumption of Moot's: not taken from any published figure";

  /**
   * @throws BadScale for values that cannot be meant, all at once
   */
  public FormCost {
    List<String> wrong = new ArrayList<>();
    Map<String, Money> all = new LinkedHashMap<>();
    all.put("board", board);
    all.put("secretary", secretary);
    all.put("audit", audit);
    all.put("indemnity", indemnity);
    all.put("once", once);
    all.put("once for each practice", oncePerPractice);
    for (Entry<String, Money> one : all.entrySet()) {
      if (one.getValue().pence() < 0 || one.getValue().compareTo(Money.ofPounds(100_000_000)) > 0) {
        wrong.add(
            "running a %s, %s: %s; expected £0 to £100,000,000. Maybe a minus slipped in."
                .formatted(form.words(), one.getKey(), one.getValue()));
      }
    }
    if (!wrong.isEmpty()) {
      throw new BadScale(wrong);
    }
  }

  /** A year, for one body of the form. */
  public Money aYear() {
    return board.plus(secretary).plus(audit).plus(indemnity);
  }

  /** A form that takes nothing in itself. */
  public static FormCost none(Form form, String whose) {
    return new FormCost(
        form, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, whose);
  }

  /** One for each form that shares something. All figures are assumptions, to be replaced. */
  public static List<FormCost> assumed() {
    return List.of(
        ours(Form.NETWORK, 6_000, 2_000, 0, 1_000, 4_000, 0),
        ours(Form.FEDERATION, 40_000, 15_000, 8_000, 10_000, 25_000, 1_000),
        ours(Form.MERGER, 30_000, 8_000, 10_000, 5_000, 40_000, 20_000),
        ours(Form.INTEGRATION, 60_000, 20_000, 15_000, 20_000, 80_000, 30_000));
  }

  private static FormCost ours(
      Form form, long board, long secretary, long audit, long indemnity, long once, long each) {
    return new FormCost(
        form,
        Money.ofPounds(board),
        Money.ofPounds(secretary),
        Money.ofPounds(audit),
        Money.ofPounds(indemnity),
        Money.ofPounds(once),
        Money.ofPounds(each),
        OURS);
  }
}
