package moot.app.access;

import java.util.Optional;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * A party at the table.
 *
 * @param code in the register, for practices and networks; else a short name of our own
 * @param place at whose table it sits; null for the installation alone
 */
public record Party(long id, PartyKind kind, String code, String name, @Nullable PlaceCode place) {

  /** The practice that this party is, if it is one. */
  public Optional<PracticeCode> practice() {
    return kind == PartyKind.PRACTICE ? Optional.of(new PracticeCode(code)) : Optional.empty();
  }

  public boolean sitsAt(PlaceCode table) {
    return table.equals(place);
  }
}
