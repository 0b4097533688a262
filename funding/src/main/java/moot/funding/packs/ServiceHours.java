package moot.funding.packs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import moot.funding.Mark;
import moot.funding.Quantity;
import moot.funding.terms.Basis;

/**
 * Hours that a network owes for what it is paid: minutes a week for each thousand patients.
 *
 * @param basis whose thousands
 * @param minutes a week for a thousand
 * @param source the page, in words
 */
public record ServiceHours(String title, Basis basis, int minutes, Mark mark, String source) {
  /** July 2019 to September 2022; the list is that of 1 April 2019 in 2019/20. */
  public static final ServiceHours EXTENDED_HOURS =
      new ServiceHours(
          "extended hours",
          Basis.REGISTERED_LIST,
          30,
          Mark.READ,
          "bhnc.org.uk/extended-hour-access, quoting the network contract 2019/20, paragraph 4.6");

  /** From October 2022. */
  public static final ServiceHours ENHANCED_ACCESS =
      new ServiceHours(
          "enhanced access",
          Basis.ADJUSTED_POPULATION,
          60,
          Mark.READ_TWICE,
          "network contract 2022/23, as read in two or more pages");

  private static final BigDecimal MINUTES_IN_AN_HOUR = BigDecimal.valueOf(60);
  private static final BigDecimal QUARTERS = BigDecimal.valueOf(4);

  /** Minutes a week, before they become hours. */
  public BigDecimal minutesFor(Quantity patients) {
    return patients.amount().multiply(BigDecimal.valueOf(minutes)).movePointLeft(3);
  }

  /** Hours a week, to the nearest quarter. (Only for extended hours was that rounding read.) */
  public BigDecimal hoursFor(Quantity patients) {
    return minutesFor(patients)
        .multiply(QUARTERS)
        .divide(MINUTES_IN_AN_HOUR, 0, RoundingMode.HALF_UP)
        .divide(QUARTERS, 2, RoundingMode.UNNECESSARY);
  }
}
