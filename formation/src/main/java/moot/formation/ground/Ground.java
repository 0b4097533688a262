package moot.formation.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.NeighbourPair;
import moot.formation.Preference;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * A place under given rules, its practices numbered from 0 in the order of their codes. Practices
 * that are left out by a lock have no number and are nobody's neighbour.
 *
 * <p>Neighbour pairs that name a practice outside the place are ignored: one file may serve many
 * places.
 */
public final class Ground {
  private final FormingPlace place;
  private final FormingRules rules;
  private final List<FormingPractice> practices;
  private final List<PracticeCode> leftOut;
  private final Map<PracticeCode, Integer> number = new HashMap<>();
  private final int[] list;
  private final double[][] km;
  private final int[][] neighbours;
  private final BitSet[] adjacent;
  private final SortedSet<NeighbourPair> pairs;
  private final LockTable locks;
  private final Set<List<Integer>> standing = new HashSet<>();

  public Ground(FormingPlace place, FormingRules rules) {
    this(place, rules, List.of());
  }

  /**
   * @param standing networks that there are already: as they stand they may be networks of a plan
   *     even where they are too large, too small or not connected. Locks hold for them too
   */
  public Ground(
      FormingPlace place,
      FormingRules rules,
      Collection<? extends Collection<PracticeCode>> standing) {
    this.place = place;
    this.rules = rules;
    checkKnown(place, rules);
    Set<PracticeCode> out = new TreeSet<>();
    for (Lock lock : rules.locks()) {
      if (lock instanceof Lock.LeaveOut(PracticeCode practice)) {
        out.add(practice);
      }
    }
    this.leftOut = List.copyOf(out);
    this.practices = place.practices().stream().filter(p -> !out.contains(p.code())).toList();
    int n = practices.size();
    long patients = 0;
    if (n > Character.MAX_VALUE) {
      throw new IllegalArgumentException(
          "place %s has %d practices: expected at most %d. Maybe the file holds more than practices?"
              .formatted(place.code(), n, (int) Character.MAX_VALUE));
    }
    this.list = new int[n];
    for (int i = 0; i < n; i++) {
      number.put(practices.get(i).code(), i);
      list[i] = practices.get(i).registeredList();
      patients += list[i];
    }
    if (patients > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "place %s has %d registered patients: expected at most %d. Maybe a list has digits too many?"
              .formatted(place.code(), patients, Integer.MAX_VALUE));
    }
    this.km = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        km[i][j] = practices.get(i).site().kmTo(practices.get(j).site());
        km[j][i] = km[i][j];
      }
    }
    this.adjacent = new BitSet[n];
    Arrays.setAll(adjacent, i -> new BitSet(n));
    this.pairs = new TreeSet<>();
    for (int[] pair : listPairs()) {
      adjacent[pair[0]].set(pair[1]);
      adjacent[pair[1]].set(pair[0]);
      pairs.add(new NeighbourPair(code(pair[0]), code(pair[1])));
    }
    this.neighbours = new int[n][];
    Arrays.setAll(neighbours, i -> adjacent[i].stream().toArray());
    this.locks = new LockTable(this);
    for (Collection<PracticeCode> network : standing) {
      int[] members =
          network.stream().mapToInt(this::number).filter(i -> i >= 0).sorted().toArray();
      if (members.length > 0
          && !locks.touchesStay(members)
          && locks.broken(members) == 0
          && !feasible(members)) {
        this.standing.add(boxed(members));
      }
    }
  }

  private static List<Integer> boxed(int[] members) {
    return Arrays.stream(members).sorted().boxed().toList();
  }

  /** The networks that are feasible only because they stand already; members ascending. */
  public List<int[]> standing() {
    return standing.stream()
        .map(network -> network.stream().mapToInt(Integer::intValue).toArray())
        .sorted(Arrays::compare)
        .toList();
  }

  private boolean stands(int[] members) {
    return !standing.isEmpty() && standing.contains(boxed(members));
  }

  private static void checkKnown(FormingPlace place, FormingRules rules) {
    Set<PracticeCode> known = new TreeSet<>();
    Set<NetworkCode> networks = new TreeSet<>();
    for (FormingPractice practice : place.practices()) {
      known.add(practice.code());
      if (practice.today() != null) {
        networks.add(practice.today());
      }
    }
    for (Lock lock : rules.locks()) {
      switch (lock) {
        case Lock.Together(Set<PracticeCode> together) ->
            together.forEach(p -> checkKnown(place, known, p, "together"));
        case Lock.Apart(Set<PracticeCode> apart) ->
            apart.forEach(p -> checkKnown(place, known, p, "apart"));
        case Lock.Keep(Set<PracticeCode> kept) ->
            kept.forEach(p -> checkKnown(place, known, p, "keep"));
        case Lock.LeaveOut(PracticeCode practice) ->
            checkKnown(place, known, practice, "leave out");
        case Lock.Stay(NetworkCode network) -> {
          if (!networks.contains(network)) {
            throw new IllegalArgumentException(
                "lock stay: network %s: expected one of the %d that practices of %s are in today. Maybe the code is misspelt, or the network belongs to another place?"
                    .formatted(network, networks.size(), place.code()));
          }
        }
      }
    }
  }

  private static void checkKnown(
      FormingPlace place, Set<PracticeCode> known, PracticeCode practice, String lock) {
    if (!known.contains(practice)) {
      throw new IllegalArgumentException(
          "lock %s: practice %s: expected one of the %d practices of %s. Maybe the code is misspelt, or the practice belongs to another place?"
              .formatted(lock, practice, known.size(), place.code()));
    }
  }

  private List<int[]> listPairs() {
    Set<NeighbourPair> given = place.neighbours();
    if (given == null) {
      return Gabriel.pairs(practices.stream().map(FormingPractice::site).toList());
    }
    List<int[]> known = new ArrayList<>();
    for (NeighbourPair pair : new TreeSet<>(given)) {
      Integer a = number.get(pair.a());
      Integer b = number.get(pair.b());
      if (a != null && b != null) {
        known.add(new int[] {a, b});
      }
    }
    return known;
  }

  public FormingPlace place() {
    return place;
  }

  public FormingRules rules() {
    return rules;
  }

  /** How many practices take part. */
  public int size() {
    return practices.size();
  }

  public FormingPractice practice(int i) {
    return practices.get(i);
  }

  public PracticeCode code(int i) {
    return practices.get(i).code();
  }

  /** The number of a practice; −1 when it takes no part or is not in the place. */
  public int number(PracticeCode code) {
    return number.getOrDefault(code, -1);
  }

  public List<PracticeCode> leftOut() {
    return leftOut;
  }

  /** Registered list. */
  public int list(int i) {
    return list[i];
  }

  public double km(int i, int j) {
    return km[i][j];
  }

  double[] kmFrom(int i) {
    return km[i];
  }

  /** Ascending; not to be changed. */
  public int[] neighbours(int i) {
    return neighbours[i];
  }

  public boolean adjacent(int i, int j) {
    return adjacent[i].get(j);
  }

  public SortedSet<NeighbourPair> pairs() {
    return pairs;
  }

  public LockTable locks() {
    return locks;
  }

  public int patients(int[] members) {
    int sum = 0;
    for (int i : members) {
      sum += list[i];
    }
    return sum;
  }

  public boolean connected(int[] members) {
    if (members.length == 0) {
      return false;
    }
    BitSet unseen = new BitSet(size());
    for (int i : members) {
      unseen.set(i);
    }
    int[] queue = new int[members.length];
    int tail = 1;
    queue[0] = members[0];
    unseen.clear(members[0]);
    for (int head = 0; head < tail; head++) {
      for (int j : neighbours[queue[head]]) {
        if (unseen.get(j)) {
          unseen.clear(j);
          queue[tail++] = j;
        }
      }
    }
    return tail == members.length;
  }

  /**
   * Whether these practices may be a network under the rules: connected and within the maximum, or
   * one practice alone; obeying all locks and the hard minimum. Or whether they stand already.
   *
   * @param members no practice twice, in any order
   */
  public boolean feasible(int[] members) {
    if (members.length == 0) {
      return false;
    }
    if (locks.touchesStay(members)) {
      return locks.isStay(members);
    }
    int patients = patients(members);
    return ((members.length == 1 || patients <= rules.band().max())
            && locks.broken(members) == 0
            && bigEnough(members, patients)
            && connected(members))
        || stands(members);
  }

  /**
   * How much these practices as a network break rules, being connected taken as given: 0 when they
   * break none, else the more the further they are from obeying. A thousand patients count as much
   * as one practice.
   */
  public double broken(int[] members) {
    double broken = locks.broken(members);
    int patients = patients(members);
    int max = rules.band().max();
    if (members.length > 1 && patients > max) {
      broken += 1 + (patients - max) / 1000.0;
    }
    if (!bigEnough(members, patients)) {
      broken += 0.001 + (rules.band().min() - patients) / 1000.0;
    }
    return broken > 0 && stands(members) ? 0 : broken;
  }

  /** Whether the hard minimum, if there is one, allows this network. */
  boolean bigEnough(int[] members, int patients) {
    return !rules.band().minIsHard()
        || patients >= rules.band().min()
        || (members.length == 1 && nobodyCanJoin(members[0]));
  }

  /** Whether no neighbour could join this practice within the maximum. */
  boolean nobodyCanJoin(int i) {
    for (int j : neighbours[i]) {
      if (locks.stayOf(j) < 0 && (long) list[i] + list[j] <= rules.band().max()) {
        return false;
      }
    }
    return true;
  }

  /** Numbers the distinct values of an attribute from 0; −1 for practices that have none. */
  int[] numbered(java.util.function.Function<FormingPractice, @Nullable ?> attribute) {
    Map<Object, Integer> seen = new HashMap<>();
    int[] result = new int[size()];
    for (int i = 0; i < size(); i++) {
      Object value = attribute.apply(practices.get(i));
      result[i] = value == null ? -1 : seen.computeIfAbsent(value, v -> seen.size());
    }
    return result;
  }

  /** Today's networks of those who take part: members ascending, by network code. */
  public SortedMap<NetworkCode, int[]> today() {
    TreeMap<NetworkCode, List<Integer>> byCode = new TreeMap<>();
    for (int i = 0; i < size(); i++) {
      NetworkCode code = practices.get(i).today();
      if (code != null) {
        byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(i);
      }
    }
    TreeMap<NetworkCode, int[]> result = new TreeMap<>();
    byCode.forEach((c, m) -> result.put(c, m.stream().mapToInt(Integer::intValue).toArray()));
    return result;
  }

  /**
   * Stated dislikes, of by about, only between those who take part; the last one stated counts.
   * Null when nobody has stated any.
   */
  public double @Nullable [][] dislikes() {
    double[][] result = new double[size()][size()];
    boolean any = false;
    for (Preference preference : rules.preferences()) {
      int of = number(preference.of());
      int about = number(preference.about());
      if (of >= 0 && about >= 0 && of != about) {
        result[of][about] = preference.dislike();
        any = true;
      }
    }
    return any ? result : null;
  }
}
