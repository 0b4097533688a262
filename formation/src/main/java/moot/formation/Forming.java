package moot.formation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import moot.formation.areas.NetworkAreas;
import moot.formation.asked.Comparing;
import moot.formation.asked.Explaining;
import moot.formation.asked.Holding;
import moot.formation.asked.MostStable;
import moot.formation.asked.OpenDoors;
import moot.formation.ground.Ground;
import moot.formation.search.Alternatives;
import moot.formation.search.NearPlans;
import moot.formation.search.NetworksCurve;
import moot.formation.search.PlanWriter;
import moot.formation.search.Session;
import moot.formation.search.TiesCurve;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

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
    return new Session(place, rules, limits, listener).best();
  }

  /**
   * The best plan, and the best ones that really differ from it and from each other.
   *
   * <p>What a network <em>keeps</em> of another plan is the patients of its largest part that
   * shares a network there. A plan differs from another in the share {@code d} of patients when its
   * networks together keep at most {@code 1 − d} of all patients. Matching the networks of the two
   * plans one to one never keeps more than that, so {@link Explanation.Comparison#patientsMoved()}
   * between any two of the plans is at least {@code differ} of all patients. It is a row over the
   * feasible networks, so that each alternative is proved like the best plan: no cheaper plan
   * differs as much from those before it.
   *
   * @param k how many plans, the best included; fewer come back when there are no more, or when the
   *     time is up
   * @param differ share of the patients, 0 to 1, placed otherwise than in each plan before
   * @return cheapest first
   * @throws Contradiction when no plan at all obeys the rules
   */
  public static List<Plan> alternatives(
      FormingPlace place,
      FormingRules rules,
      SearchLimits limits,
      int k,
      double differ,
      Progress.Listener listener)
      throws Contradiction {
    if (k < 1 || !(differ > 0 && differ <= 1)) {
      throw new IllegalArgumentException(
          "alternatives %d, differing in a share of %s: expected 1 or more, and a share above 0 and up to 1. Maybe the share was given in per cent?"
              .formatted(k, differ));
    }
    return new Alternatives(new Session(place, rules, limits, listener)).list(k, differ);
  }

  /**
   * The best plan for each number of networks.
   *
   * @param range the numbers to try, instead of what the rules say; {@link NetworkCount#ANY} for 15
   *     around the number that the best plan has. Numbers for which there is no plan are left out
   * @throws Contradiction when there is no plan for any of them
   */
  public static Curve networksCurve(
      FormingPlace place,
      FormingRules rules,
      SearchLimits limits,
      NetworkCount range,
      Progress.Listener listener)
      throws Contradiction {
    return new NetworksCurve(new Session(place, rules.with(NetworkCount.ANY), limits, listener))
        .over(range);
  }

  /**
   * Everything else against ties with today's networks: the best plans for rising weights of ties,
   * from 0 to 100 km per patient. The weights between are chosen where the plan changes most, and
   * each point is another plan.
   *
   * @param points how many at most, 1 or more; fewer when there are no more
   * @throws Contradiction when no plan obeys the rules
   */
  public static Curve tiesCurve(
      FormingPlace place,
      FormingRules rules,
      SearchLimits limits,
      int points,
      Progress.Listener listener)
      throws Contradiction {
    return new TiesCurve(new Session(place, rules, limits, listener)).through(points);
  }

  /**
   * The best plans that are near an earlier one: for each limit the cheapest of all plans that move
   * at most so many practices, proved like the best plan. {@link NearPlan} says when a practice
   * moves.
   *
   * <p>Beside the feasible networks, a plan may have networks of the earlier plan exactly as they
   * stand there, even where they are too large, too small or not connected: what nobody touches
   * need not be repaired by the few moves that are allowed. Locks hold for them too.
   *
   * @param earlier each practice's network by its name; practices that are not in it were in none
   * @param taken names that no new network may get, beside the earlier ones
   * @param most the limits, rising, each 0 or more
   * @return for each limit its plan; fewer when the time was up, or from the limit on that changes
   *     nothing more; limits for which there is no plan are left out
   * @throws Contradiction when no plan obeys the rules and the largest limit
   */
  public static List<NearPlan> near(
      FormingPlace place,
      FormingRules rules,
      Map<PracticeCode, String> earlier,
      Set<String> taken,
      List<Integer> most,
      SearchLimits limits,
      Progress.Listener listener)
      throws Contradiction {
    return new NearPlans(place, rules, earlier, taken, limits, listener).list(most);
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

  /**
   * Why a plan is as it is: for each practice its part of the cost and the best single move, for
   * each network its size, hub and reach, and the whole against today's networks when the practices
   * have any.
   */
  public static Explanation explain(Plan plan) {
    boolean anyToday = plan.place().practices().stream().anyMatch(p -> p.today() != null);
    return Explaining.explain(plan, anyToday ? today(plan.place(), plan.rules()) : null);
  }

  /**
   * One plan beside another: which network continues which, so that as many patients as possible
   * stay, and who moves. A practice that only one of the two places in a network does not move.
   */
  public static Explanation.Comparison compare(Plan plan, Plan reference) {
    return Comparing.compare(plan, reference);
  }

  /**
   * A plan's practices and networks as areas.
   *
   * @param outline the place's boundary, polygon or multipolygon in OSGB36 metres; null for one
   *     drawn round the sites
   */
  public static NetworkAreas areas(Plan plan, @Nullable Geometry outline) {
    return NetworkAreas.of(plan, outline);
  }

  /**
   * Whether a plan holds by consent: every group that could form a feasible network in which each
   * of its members would be better off, as {@link Stability} defines it.
   *
   * @param most how many groups to list, those with the most to gain
   */
  public static Stability stability(Plan plan, int most) {
    return Holding.stability(plan, most);
  }

  /**
   * The cheapest plan that holds by consent; or, where no plan does, the cheapest of those that
   * leave the least to gain by leaving: the largest number of km that some group could give each of
   * its members is as small as it can be.
   *
   * <p>Any time, like {@link #best}. The notes of the plan say in words what was proved. Its status
   * and bound are among the plans that leave no more to gain; where that was not settled, among all
   * plans.
   *
   * @throws Contradiction when no plan obeys all rules
   */
  public static Plan mostStable(
      FormingPlace place, FormingRules rules, SearchLimits limits, Progress.Listener listener)
      throws Contradiction {
    return MostStable.find(place, rules, limits, listener);
  }

  /**
   * How far networks meet what practices want.
   *
   * @param networkOf the network of each practice; whoever is not in it is in none
   * @param preferences at most one of each practice about each other
   */
  public static Satisfaction satisfaction(
      Map<PracticeCode, String> networkOf, List<Preference> preferences) {
    return Satisfaction.of(networkOf, preferences);
  }

  /**
   * Which networks of a draft could take each of some practices later, and what it would change;
   * the cheapest first. Only the size, the neighbours and the open parts of the cost count, no
   * locks and no preferences.
   *
   * @param practices in any network of the draft or in none
   * @throws IllegalArgumentException when the place does not have a practice
   */
  public static Map<PracticeCode, List<Door>> doors(
      FormingPlace place,
      FormingRules rules,
      Map<PracticeCode, String> networkOf,
      Set<PracticeCode> practices) {
    OpenDoors draft = new OpenDoors(place, rules, networkOf);
    Map<PracticeCode, List<Door>> doors = new TreeMap<>();
    practices.forEach(practice -> doors.put(practice, draft.of(practice)));
    return doors;
  }

  /**
   * The same networks as the open rules price them: with no preferences, and with no figure (cost,
   * bound, gap) that preferences had a part in; its note says so. For showing a plan that was
   * searched for with what practices want in confidence.
   *
   * @return a plan of status {@link PlanStatus#PRICED}
   */
  public static Plan withoutPreferences(Plan plan) {
    Map<PracticeCode, String> networkOf = new TreeMap<>();
    for (PlanNetwork network : plan.networks()) {
      network.practices().forEach(practice -> networkOf.put(practice, network.id()));
    }
    Plan open = priced(plan.place(), Wish.uncounted(plan.rules()), networkOf);
    return new Plan(
        open.place(),
        open.rules(),
        open.status(),
        open.networks(),
        open.leftOut(),
        open.bound(),
        open.feasibleNetworks(),
        open.enumerated(),
        open.seconds(),
        open.seed(),
        open.neighbours(),
        open.exceptions(),
        List.of(
            "It was searched for with what practices want in confidence. What it costs is said by the open rules alone."));
  }
}
