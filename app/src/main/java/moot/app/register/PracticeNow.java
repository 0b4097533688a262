package moot.app.register;

import moot.register.CouncilCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a practice today.
 *
 * @param leftOutBecause why it takes no part in forming networks, in words; null when it does
 * @param registeredList patients on its latest registered list, if one is known
 * @param adjustedList its latest PCN adjusted population, if known
 * @param weightedList its latest weighted list, if known
 * @param need the mean deprivation score of its patients, if known
 * @param needBasis in words what {@code need} is taken from
 */
public record PracticeNow(
    PracticeCode code,
    String name,
    @Nullable String leftOutBecause,
    @Nullable String postcode,
    @Nullable Position site,
    @Nullable Integer registeredList,
    @Nullable Double adjustedList,
    @Nullable Double weightedList,
    @Nullable NetworkCode network,
    @Nullable CouncilCode council,
    @Nullable PlaceCode board,
    @Nullable PlaceCode subLocation,
    @Nullable PlaceCode place,
    @Nullable Double need,
    @Nullable String needBasis) {
  public boolean takesPart() {
    return leftOutBecause == null;
  }
}
