package moot.formation.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.formation.Contradiction;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.NearPlan;
import moot.formation.NetworkNames;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.Progress;
import moot.formation.SearchLimits;
import moot.formation.asked.Assignment;
import moot.formation.ground.Ground;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * The best plans that move few practices of an earlier one.
 *
 * <p>How many practices a plan keeps is the worth of an assignment of its networks to the earlier
 * ones, which no row over networks says. But for whatever prices on the earlier networks, {@link
 * Side.CarriedOn} is a row that every plan within the limit obeys, and by the duality of the
 * assignment a plan that obeys it for all prices is within the limit. So a few such rows are asked
 * for at first; where the best plan then moves more than it may, the prices of its own assignment
 * give one more row, which it does not obey, and the search is repeated. The last answer is the
 * best of all plans within the limit, because each row is obeyed by all of these (Benders 1962).
 */
public final class NearPlans {
  private final Session session;
  private final Ground ground;
  private final Map<PracticeCode, String> earlier;
  private final Set<String> taken;
  private final List<String> names;
  private final int[] earlierOf;
  private final List<int[]> prices = new ArrayList<>();
  private final int[] highest;

  /** See {@link moot.formation.Forming#near}. */
  public NearPlans(
      FormingPlace place,
      FormingRules rules,
      Map<PracticeCode, String> earlier,
      Set<String> taken,
      SearchLimits limits,
      Progress.Listener listener) {
    this.earlier = new TreeMap<>(earlier);
    this.ground = new Ground(place, rules, members(this.earlier));
    this.session = new Session(ground, limits, listener);
    this.earlier.keySet().removeIf(practice -> ground.number(practice) < 0);
    this.names = List.copyOf(new TreeSet<>(this.earlier.values()));
    this.taken = new TreeSet<>(taken);
    this.taken.addAll(earlier.values());
    this.earlierOf = new int[ground.size()];
    Arrays.setAll(earlierOf, i -> names.indexOf(this.earlier.getOrDefault(ground.code(i), "")));
    this.highest = new int[names.size()];
    prices.add(new int[names.size()]);
    // Exact as long as every earlier network keeps more than half of its practices together.
    int[] halves = new int[names.size()];
    for (int of : earlierOf) {
      if (of >= 0) {
        halves[of]++;
      }
    }
    Arrays.setAll(halves, j -> halves[j] / 2);
    prices.add(halves);
  }

  private static Collection<Set<PracticeCode>> members(Map<PracticeCode, String> networkOf) {
    Map<String, Set<PracticeCode>> members = new TreeMap<>();
    networkOf.forEach(
        (practice, name) -> members.computeIfAbsent(name, n -> new TreeSet<>()).add(practice));
    return members.values();
  }

  /**
   * One after the other, each from where the one before ended.
   *
   * @param limits rising
   */
  public List<NearPlan> list(List<Integer> limits) throws Contradiction {
    Session.Answer free = session.first();
    Start start = new Start(free(earlier), free.next().members(), free.next().cuts());
    List<NearPlan> found = new ArrayList<>();
    for (int most : limits) {
      if (carriedOn(free.plan()).moved().size() <= most) {
        found.add(nearPlan(most, free.plan()));
        break;
      }
      Session.Answer answer = within(most, start);
      if (answer == null && !session.clock().goOn()) {
        break;
      }
      if (answer != null) {
        found.add(nearPlan(most, answer.plan()));
        start = answer.next();
      }
    }
    if (found.isEmpty() && session.clock().goOn()) {
      throw new Contradiction(List.of(words(limits.getLast())));
    }
    session.clock().last();
    return List.copyOf(found);
  }

  private static String words(int most) {
    return most == 1 ? "at most 1 practice moves" : "at most %d practices move".formatted(most);
  }

  /** The earlier plan without what stays by a lock; who was in no network is alone. */
  private List<int[]> free(Map<PracticeCode, String> networkOf) {
    List<int[]> free = new ArrayList<>();
    for (Collection<PracticeCode> network : members(networkOf)) {
      int[] members =
          Arrays.stream(numbers(network)).filter(i -> ground.locks().stayOf(i) < 0).toArray();
      if (members.length > 0) {
        free.add(members);
      }
    }
    for (int i = 0; i < earlierOf.length; i++) {
      if (earlierOf[i] < 0 && ground.locks().stayOf(i) < 0) {
        free.add(new int[] {i});
      }
    }
    return free;
  }

  private int[] numbers(Collection<PracticeCode> practices) {
    return practices.stream().mapToInt(ground::number).filter(i -> i >= 0).toArray();
  }

  /** The best within the limit; null when there is none, or no time to find one. */
  private Session.@Nullable Answer within(int most, Start from) {
    Start start = from;
    while (true) {
      Session.Answer answer =
          session.next(
              ground,
              session.networks(),
              rows(most),
              start,
              List.of(
                  "The best of the plans in which %s; what nobody touches stays as it stands."
                      .formatted(words(most))));
      if (answer == null || !answer.obeys()) {
        return null;
      }
      if (carriedOn(answer.plan()).moved().size() <= most) {
        return answer;
      }
      if (!session.clock().goOn()) {
        return null;
      }
      int[] asked = pricesOf(answer.plan());
      prices.add(asked);
      for (int j = 0; j < asked.length; j++) {
        highest[j] = Math.max(highest[j], asked[j]);
      }
      if (!Arrays.equals(asked, highest)) {
        prices.add(highest.clone());
      }
      start = new Start(from.networks(), answer.next().members(), answer.next().cuts());
    }
  }

  private List<Side> rows(int most) {
    List<Side> rows = new ArrayList<>();
    for (int[] asked : prices) {
      double from = earlier.size() - most - Arrays.stream(asked).sum();
      Side.CarriedOn row = new Side.CarriedOn(earlierOf, asked, from);
      for (int[] stay : ground.locks().stays()) {
        from -= row.amount(stay, stay.length);
      }
      if (from > 0) {
        rows.add(new Side.CarriedOn(earlierOf, asked, from));
      }
    }
    return rows;
  }

  /** How many practices each network of a plan has of each earlier one. */
  private long[][] shared(Plan plan) {
    long[][] shared = new long[plan.networks().size()][names.size()];
    for (int k = 0; k < shared.length; k++) {
      for (int i : numbers(plan.networks().get(k).practices())) {
        if (earlierOf[i] >= 0) {
          shared[k][earlierOf[i]]++;
        }
      }
    }
    return shared;
  }

  private int[] assigned(long[][] shared) {
    if (names.isEmpty()) {
      int[] none = new int[shared.length];
      Arrays.fill(none, Assignment.NONE);
      return none;
    }
    return Assignment.heaviest(shared);
  }

  /**
   * The lowest prices at which the assignment of the plan is worth no more than it keeps: each
   * earlier network costs so much that no other network would rather carry it on.
   */
  private int[] pricesOf(Plan plan) {
    long[][] shared = shared(plan);
    int[] assigned = assigned(shared);
    int[] asked = new int[names.size()];
    boolean rising = true;
    while (rising) {
      rising = false;
      for (int k = 0; k < shared.length; k++) {
        int own = assigned[k];
        long gain = own == Assignment.NONE ? 0 : shared[k][own] - asked[own];
        for (int j = 0; j < asked.length; j++) {
          if (j != own && shared[k][j] - asked[j] > gain) {
            asked[j] = (int) (shared[k][j] - gain);
            rising = true;
          }
        }
      }
    }
    return asked;
  }

  /**
   * @param names by network of the plan; those that carry none on are not in it
   */
  private record Carried(Map<String, String> names, TreeSet<PracticeCode> moved) {}

  private Carried carriedOn(Plan plan) {
    int[] assigned = assigned(shared(plan));
    Map<String, String> names = new LinkedHashMap<>();
    TreeSet<PracticeCode> moved = new TreeSet<>();
    for (int k = 0; k < assigned.length; k++) {
      PlanNetwork network = plan.networks().get(k);
      if (assigned[k] != Assignment.NONE) {
        names.put(network.id(), this.names.get(assigned[k]));
      }
      for (PracticeCode practice : network.practices()) {
        int of = earlierOf[ground.number(practice)];
        if (of >= 0 && of != assigned[k]) {
          moved.add(practice);
        }
      }
    }
    return new Carried(names, moved);
  }

  private NearPlan nearPlan(int most, Plan plan) {
    Carried carried = carriedOn(plan);
    Set<String> used = new TreeSet<>(taken);
    Map<PracticeCode, String> networkOf = new TreeMap<>();
    for (PlanNetwork network : plan.networks()) {
      String name = carried.names.get(network.id());
      if (name == null) {
        name = NetworkNames.newName(used);
        used.add(name);
      }
      for (PracticeCode practice : network.practices()) {
        networkOf.put(practice, name);
      }
    }
    return new NearPlan(most, plan, Map.copyOf(networkOf), carried.moved);
  }
}
