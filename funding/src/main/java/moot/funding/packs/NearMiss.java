package moot.funding.packs;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody may have meant. */
final class NearMiss {
  private NearMiss() {}

  /** The nearest of some words, if a third of its letters or fewer differ. */
  static Optional<String> find(String written, Collection<String> words) {
    String lower = written.strip().toLowerCase(Locale.UK);
    return words.stream()
        .filter(
            word ->
                distance(lower, word.toLowerCase(Locale.UK))
                    <= Math.max(1, Math.min(word.length(), lower.length()) / 3))
        .min(Comparator.comparingInt(word -> distance(lower, word.toLowerCase(Locale.UK))));
  }

  /** As a sentence. */
  static String maybe(String written, Collection<String> words, String otherwise) {
    return find(written, words).map("Maybe \"%s\"?"::formatted).orElse(otherwise);
  }

  /** Letters to put in, take out or replace (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
