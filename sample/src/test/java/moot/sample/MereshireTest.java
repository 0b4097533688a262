package moot.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import moot.register.CouncilCode;
import moot.register.LsoaCode;
import moot.register.NetworkCode;
import moot.register.Position;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the seed, Mereshire looks like a place in England and has the oddities of one. */
class MereshireTest {
  private static final int MIN = 30_000;
  private static final int MAX = 50_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 17, 2026, -5, Long.MAX_VALUE})
  void listsAreAsLargeAsEnglands(long seed) {
    Mereshire place = Mereshire.generate(seed);
    double[] lists = sorted(place, SamplePractice::registeredList);

    assertThat(lists).hasSize(62);
    assertThat(Arrays.stream(lists).sum()).isBetween(560_000.0, 620_000.0);
    // England, January 2025: a median of 8,814, a quarter below 5,882, a quarter above 12,726, one
    // in fifteen above 20,000.
    assertThat(quantile(lists, 0.5)).isBetween(7_800.0, 9_200.0);
    assertThat(quantile(lists, 0.25)).isBetween(5_000.0, 6_500.0);
    assertThat(quantile(lists, 0.75)).isBetween(10_500.0, 13_500.0);
    assertThat(Arrays.stream(lists).filter(list -> list > 20_000)).hasSizeBetween(1, 4);
    assertThat(lists[0]).isBetween(1_500.0, 2_500.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 17, 2026, -5, Long.MAX_VALUE})
  void needAndWeightsVaryAsInEngland(long seed) {
    Mereshire place = Mereshire.generate(seed);

    double[] areas = place.areas().stream().mapToDouble(SmallArea::need).sorted().toArray();
    assertThat(quantile(areas, 0.5)).isBetween(14.0, 20.0);
    assertThat(quantile(areas, 0.05)).isBetween(2.0, 8.0);
    assertThat(quantile(areas, 0.95)).isBetween(45.0, 60.0);
    assertThat(areas[0]).isPositive();
    assertThat(areas[areas.length - 1]).isLessThan(94);

    double[] practices = sorted(place, SamplePractice::need);
    assertThat(quantile(practices, 0.5)).isBetween(16.0, 24.0);
    assertThat(practices[0]).isBetween(6.0, 12.0);
    assertThat(practices[practices.length - 1]).isBetween(34.0, 55.0);

    double[] adjusted = sorted(place, p -> (double) p.adjustedPopulation() / p.registeredList());
    assertThat(quantile(adjusted, 0.5)).isBetween(0.95, 1.06);
    assertThat(adjusted[0]).as("students need little").isBetween(0.6, 0.9);
    assertThat(adjusted[adjusted.length - 1]).isBetween(1.1, 1.4);

    double[] weighted = sorted(place, p -> p.weightedList().doubleValue() / p.registeredList());
    assertThat(quantile(weighted, 0.5)).isBetween(0.95, 1.06);
    assertThat(weighted[0]).isBetween(0.6, 0.85);
    assertThat(weighted[weighted.length - 1]).isBetween(1.1, 1.35);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsSharedOutAddsUp(long seed) {
    Mereshire place = Mereshire.generate(seed);
    long total = place.practices().stream().mapToLong(SamplePractice::registeredList).sum();

    for (SamplePractice p : place.practices()) {
      assertThat(place.getPatientsByArea(p.code()).values().stream().mapToInt(n -> n).sum())
          .as("patients of %s by small area", p.name())
          .isEqualTo(p.registeredList());
      assertThat(p.ages().all())
          .as("patients of %s by age", p.name())
          .isEqualTo(p.registeredList());
    }
    assertThat(place.areas().stream().mapToLong(SmallArea::registered).sum()).isEqualTo(total);
    assertThat(place.practices().stream().mapToLong(SamplePractice::adjustedPopulation).sum())
        .isEqualTo(total);
    assertThat(
            place.practices().stream()
                .map(SamplePractice::weightedList)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
        .isEqualByComparingTo(java.math.BigDecimal.valueOf(total));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void patientsLiveNearbyAndCatchmentsOverlap(long seed) {
    Mereshire place = Mereshire.generate(seed);
    Map<LsoaCode, SmallArea> areas =
        place.areas().stream().collect(Collectors.toMap(SmallArea::code, a -> a));

    double km = 0;
    double patients = 0;
    int cells = 0;
    for (SamplePractice p : place.practices()) {
      for (Map.Entry<LsoaCode, Integer> cell : place.getPatientsByArea(p.code()).entrySet()) {
        SmallArea area = java.util.Objects.requireNonNull(areas.get(cell.getKey()));
        km += cell.getValue() * area.centroid().kmTo(p.site());
        patients += cell.getValue();
        cells++;
      }
    }
    assertThat(km / patients).as("mean km from home to surgery").isBetween(1.0, 3.0);
    assertThat((double) cells / place.areas().size())
        .as("practices that a small area's people go to")
        .isBetween(10.0, 40.0);
    double[] sizes = place.areas().stream().mapToDouble(SmallArea::registered).sorted().toArray();
    assertThat(quantile(sizes, 0.5)).isBetween(1_500.0, 1_700.0);
    assertThat(sizes[0]).isGreaterThan(900);
    assertThat(sizes[sizes.length - 1]).isLessThan(2_600);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 17, 2026, -5, Long.MAX_VALUE})
  void theOdditiesOfRealPlacesAreThere(long seed) {
    Mereshire place = Mereshire.generate(seed);
    Map<NetworkCode, Integer> sizes = new TreeMap<>();
    place.practices().stream()
        .filter(p -> p.network() != null)
        .forEach(
            p ->
                sizes.merge(
                    java.util.Objects.requireNonNull(p.network()),
                    p.registeredList(),
                    Integer::sum));

    assertThat(sizes).hasSize(16);
    assertThat(sizes.values().stream().filter(size -> size < MIN))
        .as("networks that are too small")
        .hasSize(3);
    SamplePractice university = practice(place, "Z90029");
    assertThat(university.registeredList()).isGreaterThan(MAX);
    assertThat(place.listMembers(java.util.Objects.requireNonNull(university.network())))
        .containsExactly(university);
    assertThat(university.ages().from(15) - university.ages().from(30))
        .isGreaterThan(university.registeredList() / 2);

    assertThat(place.practices().stream().filter(p -> p.network() == null))
        .extracting(SamplePractice::name)
        .containsExactly("BEACON HYTHE SURGERY");

    Map<Position, List<SamplePractice>> premises =
        place.practices().stream().collect(Collectors.groupingBy(SamplePractice::site));
    List<List<SamplePractice>> shared =
        premises.values().stream().filter(tenants -> tenants.size() > 1).toList();
    assertThat(shared).hasSize(4).anyMatch(tenants -> tenants.size() == 3);
    assertThat(shared)
        .as("surgeries under one roof in different networks")
        .anyMatch(tenants -> tenants.stream().map(SamplePractice::network).distinct().count() > 1);
    assertThat(shared)
        .allSatisfy(
            tenants ->
                assertThat(tenants.stream().map(SamplePractice::postcode).distinct()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(ints = 60)
  void onlyTwoRiversIsInMoreThanOnePiece(int seeds) {
    for (long seed = 1; seed <= seeds; seed++) {
      Mereshire place = Mereshire.generate(seed);
      assertThat(
              place.networks().stream().map(SampleNetwork::code).filter(n -> !connected(place, n)))
          .as("networks in more than one piece, seed %d", seed)
          .containsExactly(new NetworkCode("UZ0012"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 17, 2026, -5, Long.MAX_VALUE})
  void councilsAndSubLocationsDivideThePlaceDifferently(long seed) {
    Mereshire place = Mereshire.generate(seed);

    assertThat(place.practices())
        .allSatisfy(p -> assertThat(place.outline().contains(p.site())).isTrue());
    assertThat(place.areas())
        .allSatisfy(a -> assertThat(place.outline().contains(a.centroid())).isTrue());
    for (SmallArea area : place.areas()) {
      assertThat(place.councils().stream().filter(c -> c.outline().contains(area.centroid())))
          .as("councils of %s", area.name())
          .hasSize(1)
          .allMatch(c -> c.code().equals(area.council()));
    }
    Set<CouncilCode> councils = new HashSet<>();
    Set<String> both = new HashSet<>();
    for (SamplePractice p : place.practices()) {
      councils.add(p.council());
      both.add(p.council() + " " + p.subLocation());
    }
    assertThat(councils).hasSize(2);
    assertThat(both).hasSizeGreaterThan(2);
  }

  @Test
  void lastYearsListsAndOneMoveAreRemembered() {
    Mereshire place = Mereshire.generate(1);

    assertThat(place.practices())
        .allSatisfy(
            p -> assertThat((double) p.registeredList() / p.lastYearsList()).isBetween(0.93, 1.08));
    Map<PracticeCode, List<SampleMembership>> histories =
        place.memberships().stream()
            .collect(
                Collectors.groupingBy(
                    SampleMembership::practice, LinkedHashMap::new, Collectors.toList()));
    assertThat(histories).hasSize(61);
    assertThat(histories.values().stream().filter(h -> h.size() > 1))
        .singleElement()
        .satisfies(
            h -> {
              assertThat(h.get(0).to()).isEqualTo("2023-03-31");
              assertThat(h.get(0).network()).isEqualTo(new NetworkCode("UZ0013"));
              assertThat(h.get(1).from()).isEqualTo("2023-04-01");
              assertThat(h.get(1).network()).isEqualTo(new NetworkCode("UZ0012"));
              assertThat(h.get(1).to()).isNull();
            });
  }

  @Test
  void anotherSeedIsAnotherPlaceWithTheSameNames() {
    Mereshire one = Mereshire.generate(1);
    Mereshire two = Mereshire.generate(2);

    assertThat(one).isNotEqualTo(two).isEqualTo(Mereshire.generate(1));
    assertThat(one.practices().stream().map(SamplePractice::name))
        .containsExactlyElementsOf(two.practices().stream().map(SamplePractice::name).toList());
  }

  /** Gabriel neighbours within the place, then a walk through the network. */
  private static boolean connected(Mereshire place, NetworkCode network) {
    List<SamplePractice> members = place.listMembers(network);
    Set<SamplePractice> reached = new HashSet<>(Set.of(members.getFirst()));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (SamplePractice p : members) {
        if (!reached.contains(p)
            && reached.stream().anyMatch(q -> neighbours(place, p.site(), q.site()))) {
          grew = reached.add(p);
        }
      }
    }
    return reached.size() == members.size();
  }

  private static boolean neighbours(Mereshire place, Position a, Position b) {
    double d = square(a, b);
    return place.practices().stream()
        .map(SamplePractice::site)
        .noneMatch(c -> square(a, c) + square(c, b) < d);
  }

  private static double square(Position a, Position b) {
    double x = a.easting() - b.easting();
    double y = a.northing() - b.northing();
    return x * x + y * y;
  }

  private static SamplePractice practice(Mereshire place, String code) {
    return place.practices().stream()
        .filter(p -> p.code().value().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static double[] sorted(Mereshire place, ToDoubleFunction<SamplePractice> of) {
    return place.practices().stream().mapToDouble(of).sorted().toArray();
  }

  private static double quantile(double[] sorted, double q) {
    return sorted[(int) (sorted.length * q)];
  }
}
