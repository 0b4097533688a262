package moot.funding.terms;

import java.time.LocalDate;
import java.util.List;
import moot.funding.Mark;
import org.jspecify.annotations.Nullable;

/**
 * A role that networks may claim for, whether or not what is reimbursed for it is known.
 *
 * @param role for example {@code paramedic}
 * @param band of Agenda for Change, as published; null for none
 * @param from the first day on which it could be claimed, the first of a month
 * @param mark how sure we are of that day
 * @param sources codes of the pages it was read in
 * @param countsAs the role whose maximum and whose cap on numbers hold for it; null for its own
 * @param services kinds of local services that have staff who could fill it: a judgement of Moot's
 * @param note what a reader must know of it, or null
 */
public record NewRole(
    String role,
    String title,
    @Nullable String band,
    LocalDate from,
    Mark mark,
    List<String> sources,
    @Nullable String countsAs,
    List<String> services,
    @Nullable String note) {
  public NewRole {
    sources = List.copyOf(sources);
    services = List.copyOf(services);
  }
}
