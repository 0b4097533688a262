package moot.funding.terms;

import java.util.List;
import moot.funding.Mark;
import org.jspecify.annotations.Nullable;

/**
 * The most that is reimbursed for a role.
 *
 * @param role for example {@code clinical-pharmacist}
 * @param band of Agenda for Change, as published; null for none
 * @param area null for England at large, else {@code outer London} or {@code inner London}
 * @param percent of the cost that is reimbursed, 100 from 2020/21
 * @param rates per whole-time equivalent and year, dated
 * @param most whole-time equivalents that a network may have; null for no cap
 * @param mostIfLarge the same for a network of 100,000 patients or more; null for no cap
 * @param capMark how sure we are of both; null for no cap
 * @param note what a reader must know of it, or null
 */
public record RoleMaximum(
    String role,
    String title,
    @Nullable String band,
    @Nullable String area,
    int percent,
    List<DatedRate> rates,
    @Nullable Integer most,
    @Nullable Integer mostIfLarge,
    @Nullable Mark capMark,
    @Nullable String note) {
  /** From so many patients on a network counts as large. */
  public static final int LARGE = 100_000;

  public RoleMaximum {
    rates = List.copyOf(rates);
  }

  /** Without a cap that was read anywhere, and without a note. */
  public RoleMaximum(
      String role,
      String title,
      @Nullable String band,
      @Nullable String area,
      int percent,
      List<DatedRate> rates,
      @Nullable Integer most,
      @Nullable Integer mostIfLarge) {
    this(role, title, band, area, percent, rates, most, mostIfLarge, null, null);
  }
}
