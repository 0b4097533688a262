package moot.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import moot.register.CouncilCode;
import moot.register.LsoaCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
import moot.sample.Districts.District;
import moot.sample.Skeleton.Kind;
import moot.sample.Skeleton.Surgery;

/**
 * Mereshire, a place that nobody lives in: a city, four market towns and a thin rural edge, under
 * two councils and two sub-ICB locations, with 62 practices and 16 networks.
 *
 * <p>Which settlements, surgeries and networks there are is fixed; sites, lists, small areas,
 * catchments, ages, need, beds and coast follow from the seed. The same seed gives the same place
 * on every machine. Oddities that real places have are there whatever the seed: surgeries that
 * share premises (some in different networks), a student health service of more than 50,000
 * patients that is a network by itself, three networks well below 30,000, one whose practices are
 * not neighbours (Two Rivers), a practice in no network (Beacon Hythe), one that changed network in
 * April 2023 (Tolvering), and two that opened in October 2022 and October 2023 (Pinderfold,
 * Saxelholme).
 *
 * <p>No code can be mistaken for a real one: practices are {@code Z9….}, networks {@code UZ….},
 * small areas {@code E01999…}, councils {@code E06999001} and {@code E07999002}, postcodes {@code
 * ZM…}. It lies on the Dogger Bank.
 *
 * @param practices sorted by code
 * @param memberships whole history, by practice and date
 * @param areas sorted by code
 * @param patientsByArea for each practice, how many of its patients live in which small area; they
 *     add up to its registered list
 * @param outline the coast
 * @param councils the western (with the city) and the eastern
 */
public record Mereshire(
    long seed,
    List<SamplePractice> practices,
    List<SampleNetwork> networks,
    List<SampleMembership> memberships,
    List<SmallArea> areas,
    SortedMap<PracticeCode, SortedMap<LsoaCode, Integer>> patientsByArea,
    Outline outline,
    List<SampleCouncil> councils) {
  /** The seed of the demo. */
  public static final long SEED = 1;

  public static final PlaceCode PLACE = new PlaceCode("ZME");
  public static final String NAME = "Mereshire";

  /** The day on which lists are counted. */
  public static final LocalDate LISTS_AT = LocalDate.of(2025, 1, 1);

  /** The day on which last year's lists were counted. */
  public static final LocalDate LAST_YEARS_LISTS_AT = LocalDate.of(2024, 1, 1);

  /** The day on which the first networks began. */
  static final LocalDate NETWORKS_BEGAN = LocalDate.of(2019, 7, 1);

  /**
   * Practices that opened under a code of their own since the networks began. Published payments do
   * not name their year; it is read off the practices that opened in it.
   */
  private static final Map<PracticeCode, LocalDate> OPENED_LATE =
      Map.of(
          new PracticeCode("Z90027"), LocalDate.of(2022, 10, 1),
          new PracticeCode("Z90053"), LocalDate.of(2023, 10, 1));

  private static final PracticeCode MOVED = new PracticeCode("Z90050");
  private static final NetworkCode MOVED_FROM = new NetworkCode("UZ0013");
  private static final LocalDate MOVED_ON = LocalDate.of(2023, 4, 1);

  public Mereshire {
    practices = List.copyOf(practices);
    networks = List.copyOf(networks);
    memberships = List.copyOf(memberships);
    areas = List.copyOf(areas);
    patientsByArea = Collections.unmodifiableSortedMap(patientsByArea);
    councils = List.copyOf(councils);
  }

  /** Makes the place. Takes well under a second. */
  public static Mereshire generate(long seed) {
    Skeleton skeleton = Skeleton.read();
    Land land = Land.lay(new Dice(seed, "land"));
    Sites sites = Sites.choose(skeleton, new Dice(seed, "sites"));
    List<District> districts =
        new Districts(skeleton, land, new Dice(seed, "districts")).lay(sites.targets());
    int[][] patients =
        Catchments.fit(districts, sites.positions(), sites.targets(), new Dice(seed, "catchments"));
    return new Mereshire(
        seed,
        practices(seed, skeleton, land, sites, districts, patients),
        skeleton.nets(),
        memberships(skeleton),
        areas(land, districts, patients),
        patientsByArea(skeleton, districts, patients),
        land.outline(),
        List.of(land.westCouncil(), land.eastCouncil()));
  }

  /**
   * Writes the place as files of the kinds that are published for real places (each is named in
   * {@code README.txt} there), so that it comes in through the same import.
   *
   * @param dir is made when it is not there; files of the same names are replaced
   * @return the files to import, in an order in which each finds what it refers to
   */
  public List<Path> writeFiles(Path dir) throws IOException {
    return new MereshireFiles(this).write(dir);
  }

  /** The network that a practice is in today, if it is in one. */
  public Optional<SampleNetwork> findNetworkOf(SamplePractice practice) {
    return networks.stream().filter(n -> n.code().equals(practice.network())).findFirst();
  }

  /** The practices that are in a network today, by code. */
  public List<SamplePractice> listMembers(NetworkCode network) {
    return practices.stream().filter(p -> network.equals(p.network())).toList();
  }

  /** One of the two councils. */
  public SampleCouncil getCouncil(CouncilCode code) {
    return councils.stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow();
  }

  /** Where the patients of a practice live. */
  public SortedMap<LsoaCode, Integer> getPatientsByArea(PracticeCode practice) {
    SortedMap<LsoaCode, Integer> byArea = patientsByArea.get(practice);
    if (byArea == null) {
      throw new IllegalArgumentException(practice + " is not a practice of " + NAME);
    }
    return byArea;
  }

  /** The coast as a GeoJSON feature collection in WGS 84, properties {@code code, name}. */
  public String outlineGeoJson() {
    return OutlineGeoJson.collection(List.of(OutlineGeoJson.feature(PLACE.value(), NAME, outline)));
  }

  /** Both councils as a GeoJSON feature collection in WGS 84, properties {@code code, name}. */
  public String councilsGeoJson() {
    return OutlineGeoJson.collection(
        councils.stream()
            .map(c -> OutlineGeoJson.feature(c.code().value(), c.name(), c.outline()))
            .toList());
  }

  private static List<SamplePractice> practices(
      long seed,
      Skeleton skeleton,
      Land land,
      Sites sites,
      List<District> districts,
      int[][] patients) {
    int n = skeleton.surgeries().size();
    List<AgeCounts> ages = AgeCounts.of(districts, patients);
    double[] need = new double[n];
    int[] rural = new int[n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < districts.size(); i++) {
        need[j] += patients[j][i] * districts.get(i).need();
      }
      need[j] = StrictMath.rint(100 * need[j] / sites.targets()[j]) / 100;
      rural[j] = skeleton.surgeries().get(j).settlement().kind() == Kind.VILLAGE ? 1 : 0;
    }
    int[] weighted = Weights.weightedListHundredths(ages, need, rural, new Dice(seed, "weighted"));
    int[] adjusted = Weights.adjustedPopulation(ages, need, new Dice(seed, "adjusted"));
    Dice history = new Dice(seed, "history");
    Dice homes = new Dice(seed, "care homes");
    Dice contracts = new Dice(seed, "contracts");
    List<SamplePractice> practices = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      Surgery surgery = skeleton.surgeries().get(j);
      Position site = sites.positions().get(j);
      District nearest =
          Collections.min(districts, Comparator.comparingDouble(d -> d.centroid().kmTo(site)));
      double growth = nearest.character().growth + 0.018 * Math.clamp(history.normal(), -2, 2);
      int[] beds = careHomeBeds(ages.get(j), homes);
      practices.add(
          new SamplePractice(
              surgery.code(),
              surgery.name(),
              surgery.premises(),
              surgery.settlement().name(),
              sites.postcodes().get(j),
              site,
              nearest.code(),
              land.councilOf(site).code(),
              surgery.settlement().subLocation(),
              sites.targets()[j],
              (int) StrictMath.rint(sites.targets()[j] / growth),
              adjusted[j],
              BigDecimal.valueOf(weighted[j], 2),
              need[j],
              ages.get(j),
              surgery.network(),
              contracts.unit() < 0.72 ? "GMS" : "PMS",
              rural[j] == 1,
              rural[j] == 1 && contracts.unit() < 0.75,
              opened(surgery.code(), contracts),
              beds[0],
              beds[1]));
    }
    return practices;
  }

  /** Most practices are as old as the register; some opened since. */
  private static LocalDate opened(PracticeCode code, Dice dice) {
    LocalDate opened =
        dice.unit() < 0.7
            ? LocalDate.of(1974, 4, 1)
            : LocalDate.of(1975 + dice.below(43), 1 + dice.below(12), 1);
    return OPENED_LATE.getOrDefault(code, opened);
  }

  /** With nursing, without. England has about eight beds for a hundred people of 75 and over. */
  private static int[] careHomeBeds(AgeCounts ages, Dice dice) {
    int homes = (int) (ages.from(75) * 0.08 / 36 + dice.unit());
    int[] beds = new int[2];
    for (int h = 0; h < homes; h++) {
      int size = 16 + dice.below(42);
      beds[dice.unit() < 0.45 ? 0 : 1] += size;
    }
    return beds;
  }

  private static List<SampleMembership> memberships(Skeleton skeleton) {
    List<SampleMembership> all = new ArrayList<>();
    for (Surgery surgery : skeleton.surgeries()) {
      NetworkCode network = surgery.network();
      if (network == null) {
        continue;
      }
      if (surgery.code().equals(MOVED)) {
        all.add(new SampleMembership(MOVED, MOVED_FROM, NETWORKS_BEGAN, MOVED_ON.minusDays(1)));
        all.add(new SampleMembership(MOVED, network, MOVED_ON, null));
      } else {
        LocalDate joined = OPENED_LATE.getOrDefault(surgery.code(), NETWORKS_BEGAN);
        all.add(new SampleMembership(surgery.code(), network, joined, null));
      }
    }
    return all;
  }

  private static List<SmallArea> areas(Land land, List<District> districts, int[][] patients) {
    List<SmallArea> areas = new ArrayList<>();
    for (int i = 0; i < districts.size(); i++) {
      int column = i;
      District d = districts.get(i);
      areas.add(
          new SmallArea(
              d.code(),
              d.name(),
              d.centroid(),
              land.councilOf(d.centroid()).code(),
              Arrays.stream(patients).mapToInt(row -> row[column]).sum(),
              d.need()));
    }
    return areas;
  }

  private static SortedMap<PracticeCode, SortedMap<LsoaCode, Integer>> patientsByArea(
      Skeleton skeleton, List<District> districts, int[][] patients) {
    SortedMap<PracticeCode, SortedMap<LsoaCode, Integer>> all = new TreeMap<>();
    for (int j = 0; j < patients.length; j++) {
      SortedMap<LsoaCode, Integer> byArea = new TreeMap<>();
      for (int i = 0; i < districts.size(); i++) {
        if (patients[j][i] > 0) {
          byArea.put(districts.get(i).code(), patients[j][i]);
        }
      }
      all.put(skeleton.surgeries().get(j).code(), Collections.unmodifiableSortedMap(byArea));
    }
    return all;
  }
}
