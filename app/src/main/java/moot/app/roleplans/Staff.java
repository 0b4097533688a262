package moot.app.roleplans;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of those who hold the posts, by the post's number. Confidential to the party that
 * entered it, also when the plan is shared.
 */
public record Staff(Map<String, Holder> holders) {
  static final Staff UNKNOWN = new Staff(Map.of());

  public Staff {
    holders = Map.copyOf(holders);
  }

  /**
   * Who holds a post, each value as it was written.
   *
   * @param age on the post's first day
   * @param serviceFrom since when service counts without a break
   */
  public record Holder(String age, String serviceFrom) {
    static final Holder UNKNOWN = new Holder("", "");
  }

  public Holder of(String post) {
    return holders.getOrDefault(post, Holder.UNKNOWN);
  }

  Staff with(String post, Holder holder) {
    Map<String, Holder> all = new LinkedHashMap<>(holders);
    all.put(post, holder);
    return new Staff(all);
  }

  Staff without(String post) {
    Map<String, Holder> all = new LinkedHashMap<>(holders);
    all.remove(post);
    return new Staff(all);
  }
}
