package moot.funding.terms;

import java.util.List;
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
 */
public record RoleMaximum(
    String role,
    String title,
    @Nullable String band,
    @Nullable String area,
    int percent,
    List<DatedRate> rates,
    @Nullable Integer most,
    @Nullable Integer mostIfLarge) {
  public RoleMaximum {
    rates = List.copyOf(rates);
  }
}
