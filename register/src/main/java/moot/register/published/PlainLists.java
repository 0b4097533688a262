package moot.register.published;

import java.time.LocalDate;
import java.util.List;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * A row of the plain table of practices, with all that money is paid by. What the table does not
 * have is null.
 *
 * @param name its code where the table has no name
 * @param networks that it is or was in, as far as the table says; empty for none
 * @param registeredList patients
 * @param listDay the day of the registered list and the adjusted population, if the table says
 * @param adjustedPopulation patients
 * @param weightedList weighted patients of {@code listDay}
 * @param weightedPeriod the financial year that the weighted list was published for, when that is
 *     another; it is then already scaled by how the registered list grew since
 * @param careHomeBeds beds in care homes that it looks after
 * @param contract GMS, PMS, APMS as the table has it
 * @param outOfHours whether it is responsible for its patients out of hours itself
 */
public record PlainLists(
    PracticeCode practice,
    String name,
    PlaceCode place,
    @Nullable String placeName,
    List<Membership> networks,
    @Nullable String networkName,
    @Nullable Integer registeredList,
    @Nullable LocalDate listDay,
    @Nullable Double adjustedPopulation,
    @Nullable Double weightedList,
    @Nullable String weightedPeriod,
    @Nullable Integer careHomeBeds,
    @Nullable String contract,
    @Nullable Boolean outOfHours) {
  public PlainLists {
    networks = List.copyOf(networks);
  }

  /**
   * @param from the first day; null where the table says none
   * @param to the last day; null where the table says none
   */
  public record Membership(NetworkCode network, @Nullable LocalDate from, @Nullable LocalDate to) {}
}
