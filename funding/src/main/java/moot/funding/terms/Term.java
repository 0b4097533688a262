package moot.funding.terms;

import java.util.List;
import moot.funding.Money;
import org.jspecify.annotations.Nullable;

/**
 * One clause that moves money.
 *
 * @param id unique in its pack, for example {@code enhanced-access}
 * @param title as the field calls it
 * @param payer who pays, in words
 * @param contracts a practice is paid it under one of these contracts of its own (GMS, PMS, APMS);
 *     empty for any; only where practices are paid
 * @param nature whether it is paid to whoever is in, or at most
 * @param schedule when it is paid
 * @param line the heading under which <i>NHS Payments to General Practice</i> lists it, or null
 * @param clause of the contract; null where it was not read
 * @param condition what must hold for it to be paid, in words; null for none
 * @param cap the most one payee gets in the year, or null
 * @param floor the least one payee gets in the year, or null
 * @param rounding how a year's amount becomes whole pence
 * @param note what a reader must know of it, or null
 */
public record Term(
    String id,
    String title,
    String payer,
    PayeeKind payee,
    List<String> contracts,
    Nature nature,
    Schedule schedule,
    Formula formula,
    @Nullable String line,
    @Nullable String clause,
    @Nullable String condition,
    @Nullable Money cap,
    @Nullable Money floor,
    Rounding rounding,
    @Nullable String note) {

  public Term {
    contracts = List.copyOf(contracts);
  }

  /** Whatever contract a practice holds. */
  public Term(
      String id,
      String title,
      String payer,
      PayeeKind payee,
      Nature nature,
      Schedule schedule,
      Formula formula,
      @Nullable String line,
      @Nullable String clause,
      @Nullable String condition,
      @Nullable Money cap,
      @Nullable Money floor,
      Rounding rounding,
      @Nullable String note) {
    this(
        id, title, payer, payee, List.of(), nature, schedule, formula, line, clause, condition, cap,
        floor, rounding, note);
  }

  /** How an exact amount becomes whole pence. */
  public enum Rounding {
    NEAREST,
    /** The part of a penny is cut off. */
    DOWN
  }
}
