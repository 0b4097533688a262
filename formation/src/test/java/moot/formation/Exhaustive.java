package moot.formation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import moot.register.LsoaCode;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * Solves small places by looking at every partition, written straight from the definitions and
 * sharing nothing with the solver.
 */
public final class Exhaustive {
  private final FormingRules rules;
  private final FormingPlace place;
  private final List<FormingPractice> who;
  private final boolean[][] neighbours;
  private final Set<Set<PracticeCode>> stays = new HashSet<>();
  private final Set<Set<PracticeCode>> standing;
  private boolean contradictory;

  public Exhaustive(FormingPlace place, FormingRules rules) {
    this(place, rules, Set.of());
  }

  /**
   * @param standing may be networks whatever their size, connected or not, if they obey the locks
   */
  public Exhaustive(FormingPlace place, FormingRules rules, Set<Set<PracticeCode>> standing) {
    this.standing = standing;
    this.place = place;
    this.rules = rules;
    Set<PracticeCode> out = new HashSet<>();
    for (Lock lock : rules.locks()) {
      if (lock instanceof Lock.LeaveOut(PracticeCode practice)) {
        out.add(practice);
      }
    }
    this.who = place.practices().stream().filter(p -> !out.contains(p.code())).toList();
    for (Lock lock : rules.locks()) {
      if (lock instanceof Lock.Stay(NetworkCode network)) {
        Set<PracticeCode> members = new HashSet<>();
        for (FormingPractice p : place.practices()) {
          if (network.equals(p.today())) {
            members.add(p.code());
            contradictory |= out.contains(p.code());
          }
        }
        stays.add(members);
      }
      if (lock instanceof Lock.Keep(Set<PracticeCode> kept) && !kept.isEmpty()) {
        contradictory |= kept.stream().anyMatch(out::contains);
        stays.add(kept);
      }
      if (lock instanceof Lock.Together(Set<PracticeCode> together)) {
        contradictory |= together.stream().anyMatch(out::contains);
      }
    }
    for (Set<PracticeCode> one : stays) {
      for (Set<PracticeCode> other : stays) {
        contradictory |= !one.equals(other) && one.stream().anyMatch(other::contains);
      }
    }
    this.neighbours = neighbours();
  }

  private boolean[][] neighbours() {
    int n = who.size();
    boolean[][] result = new boolean[n][n];
    Set<NeighbourPair> given = place.neighbours();
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        if (a != b) {
          result[a][b] =
              given != null
                  ? given.contains(new NeighbourPair(who.get(a).code(), who.get(b).code()))
                  : nobodyBetween(a, b);
        }
      }
    }
    return result;
  }

  /** Coordinates of the test places are whole numbers, so long arithmetic is exact. */
  private boolean nobodyBetween(int a, int b) {
    for (FormingPractice c : who) {
      long ax = (long) (who.get(a).site().easting() - c.site().easting());
      long ay = (long) (who.get(a).site().northing() - c.site().northing());
      long bx = (long) (who.get(b).site().easting() - c.site().easting());
      long by = (long) (who.get(b).site().northing() - c.site().northing());
      if (ax * bx + ay * by < 0) {
        return false;
      }
    }
    return true;
  }

  /** The least cost of any plan; infinite when no plan obeys the rules. */
  public double best() {
    if (contradictory) {
      return Double.POSITIVE_INFINITY;
    }
    int n = who.size();
    int most = n;
    double[] cost = new double[1 << n];
    for (int set = 1; set < 1 << n; set++) {
      cost[set] = feasible(set) ? cost(set) : Double.POSITIVE_INFINITY;
    }
    double[][] best = new double[most + 1][1 << n];
    for (double[] row : best) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    best[0][0] = 0;
    boolean counted = !rules.networks().equals(NetworkCount.ANY);
    for (int set = 1; set < 1 << n; set++) {
      int lowest = Integer.lowestOneBit(set);
      int rest = set ^ lowest;
      for (int other = rest; ; other = (other - 1) & rest) {
        double one = cost[other | lowest];
        if (one < Double.POSITIVE_INFINITY) {
          if (counted) {
            for (int k = 1; k <= most; k++) {
              best[k][set] = Math.min(best[k][set], one + best[k - 1][rest ^ other]);
            }
          } else {
            double before = rest == other ? 0 : best[1][rest ^ other];
            best[1][set] = Math.min(best[1][set], one + before);
          }
        }
        if (other == 0) {
          break;
        }
      }
    }
    int all = (1 << n) - 1;
    double least = Double.POSITIVE_INFINITY;
    if (!counted) {
      least = n == 0 ? 0 : best[1][all];
    } else {
      for (int k = rules.networks().from(); k <= Math.min(most, rules.networks().to()); k++) {
        least = Math.min(least, best[k][all]);
      }
    }
    return least;
  }

  /**
   * The least cost of any plan that meets a further condition on its networks; infinite if none.
   */
  double best(Predicate<List<Set<PracticeCode>>> condition) {
    if (contradictory) {
      return Double.POSITIVE_INFINITY;
    }
    return best((1 << who.size()) - 1, new ArrayList<>(), 0, condition);
  }

  private double best(
      int left,
      List<Set<PracticeCode>> networks,
      double cost,
      Predicate<List<Set<PracticeCode>>> condition) {
    if (left == 0) {
      boolean counted =
          networks.size() >= rules.networks().from() && networks.size() <= rules.networks().to();
      return counted && condition.test(networks) ? cost : Double.POSITIVE_INFINITY;
    }
    double least = Double.POSITIVE_INFINITY;
    int lowest = Integer.lowestOneBit(left);
    int rest = left ^ lowest;
    for (int other = rest; ; other = (other - 1) & rest) {
      int set = lowest | other;
      if (feasible(set)) {
        Set<PracticeCode> codes = new HashSet<>();
        members(set).forEach(p -> codes.add(p.code()));
        networks.add(codes);
        least = Math.min(least, best(left ^ set, networks, cost + cost(set), condition));
        networks.removeLast();
      }
      if (other == 0) {
        return least;
      }
    }
  }

  private List<FormingPractice> members(int set) {
    List<FormingPractice> members = new ArrayList<>();
    for (int i = 0; i < who.size(); i++) {
      if ((set >> i & 1) == 1) {
        members.add(who.get(i));
      }
    }
    return members;
  }

  public long countFeasible() {
    long count = 0;
    for (int set = 1; set < 1 << who.size(); set++) {
      count += feasible(set) ? 1 : 0;
    }
    return count;
  }

  private boolean feasible(int set) {
    List<FormingPractice> members = members(set);
    Set<PracticeCode> codes = new HashSet<>();
    members.forEach(p -> codes.add(p.code()));
    for (Lock lock : rules.locks()) {
      boolean obeyed =
          switch (lock) {
            case Lock.Together(Set<PracticeCode> together) ->
                codes.containsAll(together) || together.stream().noneMatch(codes::contains);
            case Lock.Apart(Set<PracticeCode> apart) ->
                apart.stream().filter(codes::contains).count() <= 1;
            case Lock.Stay ignored -> true;
            case Lock.Keep ignored -> true;
            case Lock.LeaveOut ignored -> true;
          };
      if (!obeyed) {
        return false;
      }
    }
    for (Set<PracticeCode> stay : stays) {
      if (stay.equals(codes)) {
        return true;
      }
      if (stay.stream().anyMatch(codes::contains)) {
        return false;
      }
    }
    if (standing.contains(codes)) {
      return true;
    }
    long patients = members.stream().mapToLong(FormingPractice::registeredList).sum();
    if (members.size() > 1 && patients > rules.band().max()) {
      return false;
    }
    if (rules.band().minIsHard()
        && patients < rules.band().min()
        && !(members.size() == 1 && nobodyCanJoin(set))) {
      return false;
    }
    return connected(set);
  }

  private boolean nobodyCanJoin(int set) {
    int i = Integer.numberOfTrailingZeros(set);
    for (int j = 0; j < who.size(); j++) {
      int other = j;
      boolean stays = this.stays.stream().anyMatch(s -> s.contains(who.get(other).code()));
      if (neighbours[i][j]
          && !stays
          && (long) who.get(i).registeredList() + who.get(j).registeredList()
              <= rules.band().max()) {
        return false;
      }
    }
    return true;
  }

  private boolean connected(int set) {
    int reached = Integer.lowestOneBit(set);
    while (true) {
      int more = reached;
      for (int i = 0; i < who.size(); i++) {
        for (int j = 0; j < who.size(); j++) {
          if ((reached >> i & 1) == 1 && (set >> j & 1) == 1 && neighbours[i][j]) {
            more |= 1 << j;
          }
        }
      }
      if (more == reached) {
        return reached == set;
      }
      reached = more;
    }
  }

  private double cost(int set) {
    List<FormingPractice> members = members(set);
    CostWeights w = rules.weights();
    double patients = members.stream().mapToDouble(FormingPractice::registeredList).sum();
    double travel = Double.POSITIVE_INFINITY;
    for (FormingPractice hub : members) {
      double sum = 0;
      for (FormingPractice p : members) {
        sum += p.registeredList() * p.site().kmTo(hub.site());
      }
      travel = Math.min(travel, sum);
    }
    Map<NetworkCode, Double> tied = new HashMap<>();
    for (FormingPractice p : members) {
      if (p.today() != null) {
        tied.merge(p.today(), (double) p.registeredList(), Double::sum);
      }
    }
    double ties =
        tied.values().stream().mapToDouble(v -> v).sum()
            - tied.values().stream().mapToDouble(v -> v).max().orElse(0);
    boolean straddles =
        distinct(members, FormingPractice::council) > 1
            || distinct(members, FormingPractice::subLocation) > 1;
    double middle = (rules.band().min() + (double) rules.band().max()) / 2;
    double away = Math.abs(meanNeed(members) - meanNeed(who));
    double cost =
        w.travel() * travel
            + w.shortfall() * Math.max(0, rules.band().min() - patients)
            + w.ties() * ties
            + w.boundary() * (straddles ? patients : 0)
            + w.evenSize() * Math.abs(patients - middle)
            + w.evenNeed() * (Double.isNaN(away) ? 0 : patients * away)
            + w.overlap() * alone(members)
            + w.preferences() * disliked(members);
    return cost / 1000 + w.perNetwork();
  }

  private static long distinct(
      List<FormingPractice> members, Function<FormingPractice, @Nullable Object> attribute) {
    return members.stream().map(attribute).filter(Objects::nonNull).distinct().count();
  }

  /** NaN when nothing is known. */
  private static double meanNeed(List<FormingPractice> members) {
    double sum = 0;
    double patients = 0;
    for (FormingPractice p : members) {
      Double need = p.need();
      if (need != null) {
        sum += p.registeredList() * need;
        patients += p.registeredList();
      }
    }
    return sum / patients;
  }

  private double alone(List<FormingPractice> members) {
    double alone = 0;
    for (FormingPractice p : members) {
      for (var entry : place.patientsByArea().getOrDefault(p.code(), Map.of()).entrySet()) {
        LsoaCode area = entry.getKey();
        boolean others =
            members.stream()
                .filter(q -> !q.equals(p))
                .anyMatch(
                    q ->
                        place
                                .patientsByArea()
                                .getOrDefault(q.code(), Map.of())
                                .getOrDefault(area, 0)
                            > 0);
        alone += others ? 0 : entry.getValue();
      }
    }
    return alone;
  }

  private double disliked(List<FormingPractice> members) {
    Map<PracticeCode, FormingPractice> byCode = new HashMap<>();
    members.forEach(p -> byCode.put(p.code(), p));
    double sum = 0;
    for (Preference preference : rules.preferences()) {
      FormingPractice of = byCode.get(preference.of());
      if (of != null && byCode.containsKey(preference.about())) {
        sum += of.registeredList() * preference.dislike();
      }
    }
    return sum;
  }
}
