package moot.formation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import moot.register.PracticeCode;

/** What networks of a draft are called. */
public final class NetworkNames {
  private NetworkNames() {}

  /** Today's networks as a draft. */
  public static Map<PracticeCode, String> today(FormingPlace place) {
    Map<PracticeCode, String> networkOf = new TreeMap<>();
    for (FormingPractice practice : place.practices()) {
      if (practice.today() != null) {
        networkOf.put(practice.code(), practice.today().value());
      }
    }
    return networkOf;
  }

  /** A name for one more network: {@code New 1}, {@code New 2}, … */
  public static String newName(Set<String> taken) {
    int number = 1;
    while (taken.contains("New " + number)) {
      number++;
    }
    return "New " + number;
  }
}
