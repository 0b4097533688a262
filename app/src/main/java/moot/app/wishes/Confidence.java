package moot.app.wishes;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import moot.formation.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What a practice says in confidence. Never shown to others, not even in an error or a log.
 *
 * @param stance null when it has not said
 * @param conditions what it needs first, in its own words; empty for none
 * @param wishes by code of the practice that they are about; none of no opinion
 */
public record Confidence(
    @Nullable Stance stance, String conditions, SortedMap<String, Wish> wishes) {
  static final Confidence NOTHING = new Confidence(null, "", new TreeMap<>());

  public Confidence {
    SortedMap<String, Wish> said = new TreeMap<>(wishes);
    said.values().removeIf(wish -> wish == Wish.NO_OPINION);
    wishes = Collections.unmodifiableSortedMap(said);
  }

  static Confidence of(@Nullable Stance stance, String conditions, Map<String, Wish> wishes) {
    return new Confidence(stance, conditions, new TreeMap<>(wishes));
  }

  /** What it says of another practice. */
  public Wish about(String code) {
    return wishes.getOrDefault(code, Wish.NO_OPINION);
  }

  boolean saysAnything() {
    return stance != null || !conditions.isEmpty() || !wishes.isEmpty();
  }

  /** Says that there is one, and not what it says: this may end up in a log. */
  @Override
  public String toString() {
    return "Confidence[…]";
  }
}
