package moot.register.published;

import java.time.LocalDate;
import java.util.List;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import moot.register.Span;
import org.jspecify.annotations.Nullable;

/**
 * A row of <i>NHS Payments to General Practice</i>: what one practice was paid in a financial year.
 *
 * @param name its code where the file has no name
 * @param contract as published: GMS, PMS, APMS, Unknown
 * @param commissioner code of the sub-ICB location, formerly the CCG
 * @param network by the file, which gives no day; null for none or not known
 * @param registeredList patients, as the file gives them; null where it does not
 * @param weightedList weighted patients, likewise
 * @param remark what the file says is unusual about the practice
 * @param year the financial year
 * @param paid each heading under which anything but nothing was paid, totals and deductions too
 */
public record PaidPractice(
    PracticeCode code,
    String name,
    @Nullable String contract,
    @Nullable String commissioner,
    @Nullable String commissionerName,
    @Nullable NetworkCode network,
    @Nullable String networkName,
    @Nullable LocalDate opened,
    @Nullable LocalDate closed,
    @Nullable Double registeredList,
    @Nullable Double weightedList,
    @Nullable String remark,
    Span year,
    List<Line> paid) {
  public PaidPractice {
    paid = List.copyOf(paid);
  }

  /**
   * One amount.
   *
   * @param heading as published, on one line
   * @param pence negative for what was taken back
   */
  public record Line(String heading, long pence) {}
}
