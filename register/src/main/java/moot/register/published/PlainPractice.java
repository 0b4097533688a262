package moot.register.published;

import moot.register.CouncilCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * A row of the plain table of practices, as a plan is made from it.
 *
 * @param standing whether it takes part
 * @param name its code where the table has no name
 * @param site null only for one that does not take part
 * @param registeredList patients
 * @param place null only for one that does not take part
 * @param placeName null where the table does not say
 * @param network today's; null for none
 */
public record PlainPractice(
    PracticeCode code,
    Standing standing,
    String name,
    @Nullable Position site,
    int registeredList,
    @Nullable PlaceCode place,
    @Nullable String placeName,
    @Nullable NetworkCode network,
    @Nullable CouncilCode council,
    @Nullable String subLocation,
    @Nullable Double need) {

  /** Whether a practice of the table takes part in a plan. */
  public enum Standing {
    TAKES_PART,
    /** A table that was joined from published files says that it is in no network. */
    NOT_A_MEMBER,
    /** Such a table has no coordinates or no list for it. */
    INCOMPLETE
  }

  static PlainPractice leftAside(PracticeCode code, Standing why) {
    return new PlainPractice(code, why, code.value(), null, 0, null, null, null, null, null, null);
  }
}
