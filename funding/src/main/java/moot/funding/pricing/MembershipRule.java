package moot.funding.pricing;

import java.time.LocalDate;
import java.time.YearMonth;
import moot.funding.FinancialYear;

/**
 * From which month on payments follow a practice into another network. Which month moves is not
 * prescribed in what could be read; notice by the 14th for the same month is recalled only, so the
 * day is for the place to set.
 *
 * @param lastDay a change that takes effect up to this day of a month moves that month's payment; 0
 *     when the whole year is paid as things stood on its first day
 */
public record MembershipRule(int lastDay) {
  public static final MembershipRule USUAL = new MembershipRule(14);

  public MembershipRule {
    if (lastDay < 0 || lastDay > 31) {
      throw new IllegalArgumentException(
          "day %d: expected 1 to 31, or 0 for the whole year as it began".formatted(lastDay));
    }
  }

  /** The day whose memberships decide a month. */
  public LocalDate decides(FinancialYear year, YearMonth month) {
    return lastDay == 0 ? year.from() : month.atDay(Math.min(lastDay, month.lengthOfMonth()));
  }

  public String inWords() {
    return switch (lastDay) {
      case 0 -> "the whole year is paid as memberships stood on 1 April";
      case 1 -> "a change counts from the first month that it holds from its first day";
      case 31 -> "a change counts for the whole of the month in which it takes effect";
      default ->
          "a change that takes effect by day %d of a month moves that month's payment, else the next"
              .formatted(lastDay);
    };
  }
}
