package moot.formation;

import java.util.Map;
import java.util.TreeMap;
import moot.formation.ground.Ground;
import moot.formation.search.PlanWriter;
import moot.register.PracticeCode;

/** The room's front door: everything that can be asked about forming networks. */
public final class Forming {
  private Forming() {}

  /**
   * A partition made by hand, priced by the same rules as any other plan.
   *
   * @param networkOf the id of each practice's network; practices that are not in it are left out
   * @return a plan of status {@link PlanStatus#PRICED}. Its networks may be unconnected, oversize
   *     or too small: its exceptions say so; its notes name each lock that it does not obey
   * @throws IllegalArgumentException when the map or a lock names a practice that the place does
   *     not have
   */
  public static Plan priced(
      FormingPlace place, FormingRules rules, Map<PracticeCode, String> networkOf) {
    return new PlanWriter(new Ground(place, rules)).priced(networkOf);
  }

  /**
   * Today's networks, priced by the same rules as any other plan; their ids are the networks'
   * codes. Practices that are in no network today are left out.
   */
  public static Plan today(FormingPlace place, FormingRules rules) {
    Map<PracticeCode, String> networkOf = new TreeMap<>();
    for (FormingPractice practice : place.practices()) {
      if (practice.today() != null) {
        networkOf.put(practice.code(), practice.today().value());
      }
    }
    return priced(place, rules, networkOf);
  }
}
