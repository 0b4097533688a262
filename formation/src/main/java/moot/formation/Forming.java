package moot.formation;

import java.util.Map;
import java.util.TreeMap;
import moot.formation.ground.Ground;
import moot.formation.search.PlanWriter;
import moot.formation.search.Planning;
import moot.register.PracticeCode;

/** The room's front door: everything that can be asked about forming networks. */
public final class Forming {
  private Forming() {}

  /**
   * The best plan under the rules, with proof of how good it is.
   *
   * <p>Any time: when the time is up, or the listener says so, the best plan so far comes back with
   * its bound and gap. Deterministic: the same place, rules and limits give the same plan, as long
   * as the time is not what ended the search.
   *
   * @throws Contradiction when no plan obeys all rules
   * @throws IllegalArgumentException when a lock names a practice or network that the place does
   *     not have
   */
  public static Plan best(
      FormingPlace place, FormingRules rules, SearchLimits limits, Progress.Listener listener)
      throws Contradiction {
    return new Planning(place, rules, limits, listener).best();
  }

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
