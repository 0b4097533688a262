package moot.formation;

import moot.register.CouncilCode;
import moot.register.NetworkCode;
import moot.register.Position;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * One practice as forming sees it.
 *
 * @param site where patients go; practices may share a spot
 * @param registeredList registered patients, 0 or more
 * @param today the network it is in today, if any
 * @param council the local authority its site lies in, if known
 * @param subLocation the sub-ICB location that it belongs to, if known
 * @param need deprivation of its patients (any scale on which more means more need), if known
 */
public record FormingPractice(
    PracticeCode code,
    String name,
    Position site,
    int registeredList,
    @Nullable NetworkCode today,
    @Nullable CouncilCode council,
    @Nullable String subLocation,
    @Nullable Double need) {
  public FormingPractice {
    if (registeredList < 0) {
      throw new IllegalArgumentException(
          "%s: registered list %d: expected 0 or more".formatted(code, registeredList));
    }
  }
}
