package moot.app.comments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said.
 *
 * @param part of the subject that it is about, for example {@code practice:Y10001}; null for the
 *     whole
 * @param partName in words
 * @param body as it was written; null when it was withdrawn
 * @param mine whether the seat that asks wrote it
 */
public record Comment(
    long id,
    @Nullable String part,
    @Nullable String partName,
    String person,
    String party,
    @Nullable String body,
    Instant at,
    boolean mine) {

  /** The same as a sentence says it: "Dr A. Osei for Millbrook Surgery". */
  public String who() {
    return person.equals(party) ? person : person + " for " + party;
  }
}
