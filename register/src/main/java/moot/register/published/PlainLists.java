package moot.register.published;

import java.time.LocalDate;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * A row of the plain table of practices, with all that money is paid by. What the table does not
 * have is null.
 *
 * @param name its code where the table has no name
 * @param network null for none
 * @param registeredList patients
 * @param listDay the day of the registered list and the adjusted population, if the table says
 * @param adjustedPopulation patients
 * @param weightedList weighted patients of {@code listDay}
 * @param weightedPeriod the financial year that the weighted list was published for, when that is
 *     another; it is then already scaled by how the registered list grew since
 * @param careHomeBeds beds in care homes that it looks after
 */
public record PlainLists(
    PracticeCode practice,
    String name,
    PlaceCode place,
    @Nullable String placeName,
    @Nullable NetworkCode network,
    @Nullable String networkName,
    @Nullable Integer registeredList,
    @Nullable LocalDate listDay,
    @Nullable Double adjustedPopulation,
    @Nullable Double weightedList,
    @Nullable String weightedPeriod,
    @Nullable Integer careHomeBeds) {}
