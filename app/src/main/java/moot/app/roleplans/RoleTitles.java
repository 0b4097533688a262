package moot.app.roleplans;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import moot.funding.packs.NewRoles;
import moot.funding.terms.NewRole;

/** The roles that networks may claim for, with their titles. */
public final class RoleTitles {
  private RoleTitles() {}

  private static final class Shipped {
    static final Map<String, String> ALL = titles(NewRoles.shipped().roles());
    static final Map<String, String> TO_CHOOSE = titles(NewRoles.shipped().toChoose());

    private static Map<String, String> titles(List<NewRole> roles) {
      Map<String, String> sorted = new LinkedHashMap<>();
      roles.stream()
          .sorted(Comparator.comparing(NewRole::title))
          .forEach(one -> sorted.put(one.role(), one.title()));
      return sorted;
    }
  }

  /** Role to title, by title; those that a post, a maximum or a service may have. */
  public static Map<String, String> all() {
    return Shipped.TO_CHOOSE;
  }

  static boolean isRole(String role) {
    return Shipped.ALL.containsKey(role);
  }

  /** The same by the kinds of local services that have staff who could fill them, others last. */
  public static Map<String, Map<String, String>> byService() {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    Set<String> rest = new LinkedHashSet<>(all().keySet());
    NewRoles.shipped()
        .byService()
        .forEach(
            (kind, roles) -> {
              Map<String, String> titles = new LinkedHashMap<>();
              roles.forEach(role -> titles.put(role.role(), role.title()));
              rest.removeAll(titles.keySet());
              all.put(kind.substring(0, 1).toUpperCase(Locale.UK) + kind.substring(1), titles);
            });
    Map<String, String> others = new LinkedHashMap<>();
    rest.forEach(role -> others.put(role, of(role)));
    all.put("No local service in particular", others);
    return all;
  }

  public static String of(String role) {
    return role.equals("*") ? "Every other role" : Shipped.ALL.getOrDefault(role, role);
  }

  /** A notice of the engine, with roles by their titles. */
  public static String inWords(String notice) {
    int end = notice.indexOf(':');
    return end > 0 && isRole(notice.substring(0, end))
        ? of(notice.substring(0, end)) + notice.substring(end)
        : notice;
  }

  /** The same where a role stands at the end. */
  public static String replaced(String words) {
    int begin = words.lastIndexOf(' ') + 1;
    return isRole(words.substring(begin))
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
