package moot.formation.ground;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import moot.formation.CostParts;
import moot.formation.CostWeights;
import moot.formation.FormingPractice;
import moot.register.LsoaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a network costs, part by part, as {@link CostWeights} defines it. A network grows and
 * shrinks practice by practice, each step in the time of a look at its members; so that the walk
 * over all feasible networks prices each as it meets it, and one network by itself is priced by the
 * very same sums.
 *
 * <p>Not for use by two threads at once.
 */
public final class Costing implements Walk.Companion {
  private static final double PER_THOUSAND = 1e-3;

  private final Ground ground;
  private final CostWeights weights;
  private final int[] list;
  private final double middle;

  private final int[] members;
  private int size;

  /** Row d, column k: the travel to the k-th member as hub when d + 1 have joined, patient-km. */
  private double[][] travel = new double[16][];

  private final double[] leastTravel;
  private final long[] patients;

  private final int[] today;
  private final int[] todayPatients;
  private final long[] tied;
  private final int[] largestTied;

  private final int[] council;
  private final int[] subLocation;
  private final int[] councilSoFar;
  private final int[] subLocationSoFar;
  private final boolean[] straddles;

  private final double[] need;
  private final double placeNeed;
  private final double[] needPatients;
  private final double[] needSum;

  private final double @Nullable [][] dislikes;
  private final double[] disliked;

  private final @Nullable Areas areas;
  private final long[] alone;

  public Costing(Ground ground) {
    int n = ground.size();
    this.ground = ground;
    this.weights = ground.rules().weights();
    this.middle = (ground.rules().band().min() + (double) ground.rules().band().max()) / 2;
    this.list = new int[n];
    Arrays.setAll(list, ground::list);
    this.members = new int[n];
    this.leastTravel = new double[n];
    this.patients = new long[n];
    this.today = ground.numbered(FormingPractice::today);
    this.todayPatients = new int[n];
    this.tied = new long[n];
    this.largestTied = new int[n];
    this.council = ground.numbered(FormingPractice::council);
    this.subLocation = ground.numbered(FormingPractice::subLocation);
    this.councilSoFar = new int[n];
    this.subLocationSoFar = new int[n];
    this.straddles = new boolean[n];
    this.need = new double[n];
    for (int i = 0; i < n; i++) {
      Double value = ground.practice(i).need();
      need[i] = value == null ? Double.NaN : value;
    }
    this.placeNeed = placeNeed();
    this.needPatients = new double[n];
    this.needSum = new double[n];
    this.dislikes = weights.preferences() > 0 ? ground.dislikes() : null;
    this.disliked = new double[n];
    this.areas = weights.overlap() > 0 ? new Areas(ground) : null;
    this.alone = new long[n];
  }

  private double placeNeed() {
    double sum = 0;
    double patientsKnown = 0;
    for (int i = 0; i < need.length; i++) {
      if (!Double.isNaN(need[i])) {
        sum += list[i] * need[i];
        patientsKnown += list[i];
      }
    }
    return patientsKnown == 0 ? 0 : sum / patientsKnown;
  }

  @Override
  public void joins(int practice) {
    int d = size++;
    members[d] = practice;
    patients[d] = (d == 0 ? 0 : patients[d - 1]) + list[practice];
    addTravel(practice, d);
    if (weights.ties() > 0) {
      addTies(practice, d);
    }
    if (weights.boundary() > 0) {
      addBoundary(practice, d);
    }
    if (weights.evenNeed() > 0) {
      boolean known = !Double.isNaN(need[practice]);
      needPatients[d] = (d == 0 ? 0 : needPatients[d - 1]) + (known ? list[practice] : 0);
      needSum[d] = (d == 0 ? 0 : needSum[d - 1]) + (known ? list[practice] * need[practice] : 0);
    }
    double[][] dislike = dislikes;
    if (dislike != null) {
      double sum = d == 0 ? 0 : disliked[d - 1];
      for (int k = 0; k < d; k++) {
        sum += list[practice] * dislike[practice][members[k]];
        sum += list[members[k]] * dislike[members[k]][practice];
      }
      disliked[d] = sum;
    }
    Areas all = areas;
    if (all != null) {
      alone[d] = (d == 0 ? 0 : alone[d - 1]) + all.joins(practice);
    }
  }

  private void addTravel(int practice, int d) {
    if (d == travel.length) {
      travel = Arrays.copyOf(travel, 2 * d);
    }
    double[] row = travel[d];
    if (row == null) {
      row = new double[d + 1];
      travel[d] = row;
    }
    double[] km = ground.kmFrom(practice);
    int mine = list[practice];
    double toMe = 0;
    double least = Double.POSITIVE_INFINITY;
    if (d > 0) {
      double[] before = travel[d - 1];
      for (int k = 0; k < d; k++) {
        int member = members[k];
        toMe += list[member] * km[member];
        double toMember = before[k] + mine * km[member];
        row[k] = toMember;
        least = Math.min(least, toMember);
      }
    }
    row[d] = toMe;
    leastTravel[d] = Math.min(least, toMe);
  }

  private void addTies(int practice, int d) {
    int network = today[practice];
    long before = d == 0 ? 0 : tied[d - 1];
    int largest = d == 0 ? 0 : largestTied[d - 1];
    if (network >= 0) {
      todayPatients[network] += list[practice];
      before += list[practice];
      largest = Math.max(largest, todayPatients[network]);
    }
    tied[d] = before;
    largestTied[d] = largest;
  }

  private void addBoundary(int practice, int d) {
    int oneCouncil = d == 0 ? -1 : councilSoFar[d - 1];
    int oneSubLocation = d == 0 ? -1 : subLocationSoFar[d - 1];
    boolean before = d > 0 && straddles[d - 1];
    straddles[d] =
        before
            || differ(oneCouncil, council[practice])
            || differ(oneSubLocation, subLocation[practice]);
    councilSoFar[d] = oneCouncil >= 0 ? oneCouncil : council[practice];
    subLocationSoFar[d] = oneSubLocation >= 0 ? oneSubLocation : subLocation[practice];
  }

  /** What is not known does not differ. */
  private static boolean differ(int a, int b) {
    return a >= 0 && b >= 0 && a != b;
  }

  @Override
  public void leaves() {
    int practice = members[--size];
    if (weights.ties() > 0 && today[practice] >= 0) {
      todayPatients[today[practice]] -= list[practice];
    }
    Areas all = areas;
    if (all != null) {
      all.leaves(practice);
    }
  }

  /** The cost of those who have joined, thousand patient-km; 0 for nobody. */
  public double total() {
    if (size == 0) {
      return 0;
    }
    int d = size - 1;
    double cost =
        weights.travel() * leastTravel[d]
            + weights.shortfall() * Math.max(0, ground.rules().band().min() - patients[d]);
    if (weights.ties() > 0) {
      cost += weights.ties() * (tied[d] - largestTied[d]);
    }
    if (weights.boundary() > 0 && straddles[d]) {
      cost += weights.boundary() * patients[d];
    }
    if (weights.evenSize() > 0) {
      cost += weights.evenSize() * Math.abs(patients[d] - middle);
    }
    if (weights.evenNeed() > 0) {
      cost += weights.evenNeed() * patients[d] * awayFromPlaceNeed(d);
    }
    if (areas != null) {
      cost += weights.overlap() * alone[d];
    }
    if (dislikes != null) {
      cost += weights.preferences() * disliked[d];
    }
    return cost * PER_THOUSAND + weights.perNetwork();
  }

  private double awayFromPlaceNeed(int d) {
    return needPatients[d] == 0 ? 0 : Math.abs(needSum[d] / needPatients[d] - placeNeed);
  }

  /** The same, part by part. */
  private CostParts parts() {
    if (size == 0) {
      return CostParts.NONE;
    }
    int d = size - 1;
    return new CostParts(
        weights.travel() * leastTravel[d] * PER_THOUSAND,
        weights.shortfall() * Math.max(0, ground.rules().band().min() - patients[d]) * PER_THOUSAND,
        weights.ties() > 0 ? weights.ties() * (tied[d] - largestTied[d]) * PER_THOUSAND : 0,
        weights.boundary() > 0 && straddles[d]
            ? weights.boundary() * patients[d] * PER_THOUSAND
            : 0,
        weights.evenSize() * Math.abs(patients[d] - middle) * PER_THOUSAND,
        weights.evenNeed() > 0
            ? weights.evenNeed() * patients[d] * awayFromPlaceNeed(d) * PER_THOUSAND
            : 0,
        weights.perNetwork(),
        areas != null ? weights.overlap() * alone[d] * PER_THOUSAND : 0,
        dislikes != null ? weights.preferences() * disliked[d] * PER_THOUSAND : 0);
  }

  /** The cost of one network, thousand patient-km. Any set of practices, feasible or not. */
  public double of(int[] network) {
    return of(network, network.length);
  }

  /** The cost of the first {@code count} of these as one network. */
  public double of(int[] network, int count) {
    startAnew();
    for (int k = 0; k < count; k++) {
      joins(network[k]);
    }
    double cost = total();
    startAnew();
    return cost;
  }

  /** The cost of one network by part. Any set of practices, feasible or not. */
  public CostParts partsOf(int[] network) {
    startAnew();
    for (int practice : sorted(network)) {
      joins(practice);
    }
    CostParts parts = parts();
    startAnew();
    return parts;
  }

  /** The member that makes the travel smallest; the first by code where several do. */
  public int hubOf(int[] network) {
    int[] sorted = sorted(network);
    int hub = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int candidate : sorted) {
      double sum = 0;
      for (int i : sorted) {
        sum += list[i] * ground.km(i, candidate);
      }
      if (sum < least) {
        least = sum;
        hub = candidate;
      }
    }
    return hub;
  }

  private static int[] sorted(int[] network) {
    int[] sorted = network.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private void startAnew() {
    while (size > 0) {
      leaves();
    }
  }

  /** Which areas have patients of how many members. */
  private static final class Areas {
    private final int[][] areasOf;
    private final int[][] patientsOf;
    private final int[] membersIn;
    private final long[] patientsIn;

    Areas(Ground ground) {
      int n = ground.size();
      Map<LsoaCode, Integer> numbers = new HashMap<>();
      areasOf = new int[n][];
      patientsOf = new int[n][];
      for (int i = 0; i < n; i++) {
        Map<LsoaCode, Integer> where =
            ground.place().patientsByArea().getOrDefault(ground.code(i), Map.of());
        var some = where.entrySet().stream().filter(e -> e.getValue() > 0).toList();
        areasOf[i] = new int[some.size()];
        patientsOf[i] = new int[some.size()];
        for (int k = 0; k < some.size(); k++) {
          areasOf[i][k] = numbers.computeIfAbsent(some.get(k).getKey(), a -> numbers.size());
          patientsOf[i][k] = some.get(k).getValue();
        }
      }
      membersIn = new int[numbers.size()];
      patientsIn = new long[numbers.size()];
    }

    /** By how much the patients who live where one member alone has patients change. */
    long joins(int practice) {
      long change = 0;
      for (int k = 0; k < areasOf[practice].length; k++) {
        int area = areasOf[practice][k];
        int mine = patientsOf[practice][k];
        int before = membersIn[area]++;
        if (before == 0) {
          change += mine;
        } else if (before == 1) {
          change -= patientsIn[area];
        }
        patientsIn[area] += mine;
      }
      return change;
    }

    void leaves(int practice) {
      for (int k = 0; k < areasOf[practice].length; k++) {
        int area = areasOf[practice][k];
        membersIn[area]--;
        patientsIn[area] -= patientsOf[practice][k];
      }
    }
  }
}
