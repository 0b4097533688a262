package moot.app.roleplans;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import moot.funding.packs.Packs;
import moot.funding.terms.Pack;

/** The roles that a rule pack of any year names, with their titles. */
public final class RoleTitles {
  private RoleTitles() {}

  private static final class Shipped {
    static final Map<String, String> ALL = read();

    private static Map<String, String> read() {
      Map<String, String> titles = new TreeMap<>();
      for (Pack pack : Packs.shipped().list()) {
        pack.maxima().forEach(maximum -> titles.put(maximum.role(), maximum.title()));
      }
      Map<String, String> sorted = new LinkedHashMap<>();
      titles.entrySet().stream()
          .sorted(Map.Entry.comparingByValue())
          .forEach(one -> sorted.put(one.getKey(), one.getValue()));
      return sorted;
    }
  }

  /** Role to title, by title. */
  public static Map<String, String> all() {
    return Shipped.ALL;
  }

  public static String of(String role) {
    return role.equals("*") ? "Every other role" : all().getOrDefault(role, role);
  }

  /** A notice of the engine, with roles by their titles. */
  public static String inWords(String notice) {
    int end = notice.indexOf(':');
    return end > 0 && all().containsKey(notice.substring(0, end))
        ? of(notice.substring(0, end)) + notice.substring(end)
        : notice;
  }

  /** The same where a role stands at the end. */
  public static String replaced(String words) {
    int begin = words.lastIndexOf(' ') + 1;
    return all().containsKey(words.substring(begin))
        ? words.substring(0, begin) + of(words.substring(begin))
        : words;
  }

  public static Map<String, String> drawings() {
    return ordered("claimed", "as claimed, until it is used up", "monthly", "month by month only");
  }

  public static Map<String, String> splits() {
    return ordered("list", "by registered list", "agreed", "as agreed");
  }

  public static Map<String, String> areas() {
    return ordered(
        "", "England at large", "outer London", "outer London", "inner London", "inner London");
  }

  private static Map<String, String> ordered(String... keysAndWords) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < keysAndWords.length; i += 2) {
      all.put(keysAndWords[i], keysAndWords[i + 1]);
    }
    return all;
  }
}
