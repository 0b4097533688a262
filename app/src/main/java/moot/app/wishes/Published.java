package moot.app.wishes;

import java.util.Map;
import java.util.SortedMap;
import moot.formation.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What a practice has published of what it wants.
 *
 * @param parts what is published, by the name of the part; the value as it was then
 */
public record Published(long party, String code, String name, Map<String, String> parts) {
  static final String STANCE = "stance";
  static final String CONDITIONS = "conditions";
  static final String WISH = "wish:";

  public Published {
    parts = Map.copyOf(parts);
  }

  public @Nullable Stance stance() {
    String value = parts.get(STANCE);
    return value == null ? null : Stance.valueOf(value);
  }

  /** Empty when they are not published. */
  public String conditions() {
    return parts.getOrDefault(CONDITIONS, "");
  }

  /** By code of the practice that they are about. */
  public SortedMap<String, Wish> wishes() {
    SortedMap<String, Wish> wishes = new java.util.TreeMap<>();
    parts.forEach(
        (part, value) -> {
          if (part.startsWith(WISH)) {
            wishes.put(part.substring(WISH.length()), Wish.valueOf(value));
          }
        });
    return wishes;
  }
}
