package moot.voice.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did and that binds someone.
 *
 * @param number 1 for the first; no number is missing
 * @param at when, to the microsecond
 * @param person who did it, by name; "Moot" where a rule did it, such as a plan that was sealed
 *     when the last signature came
 * @param party for which party, by name; null where for none
 * @param place the code of the place that it concerns; null where for none
 * @param deed what kind of thing, for example {@code consent.given}
 * @param subject what it was done to, kind and id, for example {@code draft:12}
 * @param words the same as a sentence
 * @param details what else is recorded. Nothing confidential: of that, only the digest
 * @param previousHash {@link Chain#BEGINNING} for the first
 * @param hash of all the others
 */
public record JournalEntry(
    long number,
    Instant at,
    String person,
    @Nullable String party,
    @Nullable String place,
    String deed,
    String subject,
    String words,
    SortedMap<String, String> details,
    String previousHash,
    String hash) {
  public JournalEntry {
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }
}
