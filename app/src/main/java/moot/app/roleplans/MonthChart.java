package moot.app.roleplans;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import moot.funding.Money;
import moot.funding.roles.RoleAccount;

/**
 * The months of a plan's year, drawn: what is reimbursed, the network's share and what lies above
 * the caps and what cannot be said upon each other, and the month's part of the sum as a line. The
 * table under it says the same in figures.
 *
 * @param top pounds at the upper edge
 */
public record MonthChart(List<Bar> bars, Money top) {
  private static final int WIDTH = 480;
  private static final int LEFT = 62;
  private static final int FLOOR = 196;
  private static final int CEILING = 14;
  private static final double STEP = (WIDTH - LEFT) / 12.0;

  public MonthChart {
    bars = List.copyOf(bars);
  }

  /** One month, in the units of the drawing. */
  public record Bar(
      String letter,
      double x,
      double width,
      Part paid,
      Part share,
      Part above,
      Part unknown,
      double sumY) {}

  public record Part(double y, double height) {}

  static MonthChart of(RoleAccount account) {
    long most = 1;
    for (RoleAccount.RoleMonth month : account.months()) {
      most = Math.max(most, Math.max(month.parts().cost().pence(), month.sum().pence()));
    }
    long step = (long) Math.pow(10, Math.floor(Math.log10(most)));
    long top = Math.ceilDiv(most, step) * step;
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < account.months().size(); i++) {
      RoleAccount.RoleMonth month = account.months().get(i);
      double paid = height(month.parts().reimbursed(), top);
      double share = height(month.parts().share(), top);
      double above = height(month.parts().above(), top);
      double unknown = height(month.parts().unknown(), top);
      bars.add(
          new Bar(
              month.month().getMonth().getDisplayName(TextStyle.NARROW, Locale.UK),
              round(LEFT + i * STEP + 4),
              round(STEP - 8),
              new Part(round(FLOOR - paid), round(paid)),
              new Part(round(FLOOR - paid - share), round(share)),
              new Part(round(FLOOR - paid - share - above), round(above)),
              new Part(round(FLOOR - paid - share - above - unknown), round(unknown)),
              round(FLOOR - height(month.sum(), top))));
    }
    return new MonthChart(bars, new Money(top));
  }

  /** Whole pounds, at the upper edge. */
  public String topInWords() {
    return inWords(top.pence());
  }

  /** The same half way up. */
  public String halfInWords() {
    return inWords(top.pence() / 2);
  }

  private static String inWords(long pence) {
    return String.format(Locale.UK, "£%,d", Math.round(pence / 100.0));
  }

  private static double height(Money money, long top) {
    return (double) (FLOOR - CEILING) * money.pence() / top;
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
