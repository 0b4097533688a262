package moot.app.comments;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds who is named in a text: an @ and the name of a person or a party at the table, in whatever
 * case. Of several names that fit, the longest is meant: "@Mere Valley Network" is not the practice
 * Mere.
 */
final class Mentions {
  /**
   * Somebody who can be named.
   *
   * @param person whether it is a person, not a party
   */
  record Nameable(boolean person, long id, String name) {}

  private Mentions() {}

  static Set<Nameable> in(String text, List<Nameable> nameable) {
    List<Nameable> longestFirst =
        nameable.stream()
            .filter(one -> !one.name().isBlank())
            .sorted(
                Comparator.comparingInt((Nameable one) -> one.name().length())
                    .reversed()
                    .thenComparing(Nameable::person, Comparator.reverseOrder())
                    .thenComparing(Nameable::id))
            .toList();
    String folded = text.toLowerCase(Locale.UK);
    Set<Nameable> named = new LinkedHashSet<>();
    for (int at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
      // Within an e-mail address it names nobody.
      if (at > 0 && Character.isLetterOrDigit(folded.charAt(at - 1))) {
        continue;
      }
      for (Nameable one : longestFirst) {
        String name = one.name().toLowerCase(Locale.UK);
        int end = at + 1 + name.length();
        boolean whole =
            folded.startsWith(name, at + 1)
                && (end == folded.length() || !Character.isLetterOrDigit(folded.charAt(end)));
        if (whole) {
          // People who share a name are all meant: better one too many than one too few.
          longestFirst.stream()
              .filter(o -> o.name().equalsIgnoreCase(one.name()))
              .forEach(named::add);
          break;
        }
      }
    }
    return named;
  }
}
