package moot.app.journal;

import java.util.Map;
import java.util.TreeMap;
import moot.register.PlaceCode;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written into the journal.
 *
 * @param kind for example {@code consent.given}
 * @param subject what it is done to, kind and id, for example {@code draft:12}
 * @param place that it concerns; null for none
 * @param words the same as a sentence without its subject: "agreed to the draft “Six and six”"
 * @param details what else is recorded; nothing confidential
 * @param onlyParty the only party that may read the entry; null for anyone at the place's table
 */
public record Deed(
    String kind,
    String subject,
    @Nullable PlaceCode place,
    String words,
    Map<String, String> details,
    @Nullable Long onlyParty) {
  public Deed {
    details = Map.copyOf(details);
  }

  /** A deed that anyone at the place's table may read of. */
  public static Deed open(String kind, String subject, @Nullable PlaceCode place, String words) {
    return new Deed(kind, subject, place, words, Map.of(), null);
  }

  /** A deed that only the party itself may read of. */
  public static Deed within(
      long party, String kind, String subject, @Nullable PlaceCode place, String words) {
    return new Deed(kind, subject, place, words, Map.of(), party);
  }

  /** The same with one more detail. */
  public Deed with(String name, String value) {
    Map<String, String> more = new TreeMap<>(details);
    more.put(name, value);
    return new Deed(kind, subject, place, words, more, onlyParty);
  }
}
