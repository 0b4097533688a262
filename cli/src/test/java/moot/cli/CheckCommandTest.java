package moot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import moot.formation.Contradiction;
import moot.formation.CostWeights;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.NetworkCount;
import moot.formation.Plan;
import moot.formation.Progress;
import moot.formation.SearchLimits;
import moot.formation.SizeBand;
import moot.papers.Answer;
import moot.papers.PlanCsv;
import moot.papers.PlanGeoJson;
import moot.papers.PlanJson;
import moot.register.LsoaCode;
import moot.register.PracticeCode;
import moot.sample.Mereshire;
import moot.sample.SamplePractice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker, which knows the definitions only, comes to what the engine and the papers wrote. */
class CheckCommandTest {
  private static final CostWeights ALL =
      new CostWeights(1, 20, 0.3, 0.07, 0.02, 0.01, 3.5, 0.002, 0);

  @TempDir Path dir;

  @Test
  void todaysNetworksOfMereshireArePricedAsDefined() throws IOException {
    FormingPlace place = place(Mereshire.generate(1));
    Plan today = Forming.today(place, FormingRules.BARE.with(ALL));
    write(dir, Answer.of(today).with(Forming.explain(today)));

    String out = check(dir, 0);

    assertThat(out).contains("ZME: all right: 62 practices in 16 networks").contains("1 plans");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomPartitionsUnderRandomRulesArePricedAsDefined(long seed) throws IOException {
    Random random = new Random(seed);
    FormingPlace place = place(Mereshire.generate(seed));
    List<PracticeCode> codes = place.practices().stream().map(FormingPractice::code).toList();
    Map<PracticeCode, String> networkOf = new TreeMap<>();
    int networks = 2 + random.nextInt(25);
    for (PracticeCode code : codes) {
      networkOf.put(code, "R" + random.nextInt(networks));
    }
    List<Lock> locks = new ArrayList<>();
    PracticeCode out = codes.get(random.nextInt(codes.size()));
    if (random.nextBoolean()) {
      locks.add(new Lock.LeaveOut(out));
      networkOf.remove(out);
    }
    FormingRules rules =
        new FormingRules(
            new SizeBand(20_000 + random.nextInt(15_000), 45_000, random.nextBoolean()),
            new CostWeights(
                random.nextInt(3),
                random.nextInt(30),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble() * 10,
                random.nextInt(2) * random.nextDouble(),
                0),
            NetworkCount.ANY,
            locks,
            List.of());
    Plan plan = Forming.priced(place, rules, networkOf);
    write(dir, Answer.of(plan).with(Forming.explain(plan)));

    check(dir, 0);
  }

  /**
   * The solver's optimum, count of feasible networks and groups that would rather leave are those
   * that trying every partition and every set of practices finds.
   */
  @ParameterizedTest
  @ValueSource(ints = 25)
  void smallPlacesAreSolvedAsTryingEverythingSays(int cases) throws IOException {
    int solved = 0;
    for (long seed = 1; seed <= cases; seed++) {
      Random random = new Random(seed);
      FormingPlace place = part(place(Mereshire.generate(seed)), 3 + random.nextInt(7), random);
      FormingRules rules = rules(place, random);
      Path folder = Files.createDirectories(dir.resolve("seed " + seed));
      try {
        Plan plan = Forming.best(place, rules, SearchLimits.DEFAULT, Progress.Listener.NONE);
        write(
            folder,
            Answer.of(plan).with(Forming.explain(plan)).with(Forming.stability(plan, 1_000)));
        solved++;
      } catch (Contradiction e) {
        Files.delete(folder);
      }
    }

    assertThat(solved).as("places whose rules do not contradict each other").isGreaterThan(15);
    assertThat(check(dir, 0)).contains(solved + " plans checked, " + solved + " all right");
  }

  /** A practice and those nearest to it. */
  private static FormingPlace part(FormingPlace place, int size, Random random) {
    FormingPractice first = place.practices().get(random.nextInt(place.practices().size()));
    return new FormingPlace(
        place.code(),
        place.name(),
        place.practices().stream()
            .sorted(Comparator.comparingDouble(p -> p.site().kmTo(first.site())))
            .limit(size)
            .toList(),
        null,
        place.patientsByArea());
  }

  private static FormingRules rules(FormingPlace place, Random random) {
    List<PracticeCode> codes =
        new ArrayList<>(place.practices().stream().map(FormingPractice::code).toList());
    Collections.shuffle(codes, random);
    List<Lock> locks = new ArrayList<>();
    switch (random.nextInt(7)) {
      case 4 -> locks.add(new Lock.Keep(Set.of(codes.get(0), codes.get(1))));
      case 0 -> locks.add(new Lock.LeaveOut(codes.get(0)));
      case 1 -> locks.add(new Lock.Together(Set.of(codes.get(0), codes.get(1))));
      case 2 -> locks.add(new Lock.Apart(Set.of(codes.get(0), codes.get(1))));
      case 3 ->
          place.practices().stream()
              .map(FormingPractice::today)
              .filter(Objects::nonNull)
              .findFirst()
              .ifPresent(network -> locks.add(new Lock.Stay(network)));
      default -> {
        // None.
      }
    }
    return new FormingRules(
        new SizeBand(8_000 + random.nextInt(15_000), 45_000, random.nextInt(4) == 0),
        new CostWeights(
            1,
            random.nextInt(30),
            random.nextDouble(),
            random.nextDouble(),
            random.nextDouble(),
            random.nextDouble() / 10,
            random.nextDouble() * 10,
            random.nextInt(2) * random.nextDouble(),
            0),
        random.nextInt(3) == 0 ? new NetworkCount(1, 3) : NetworkCount.ANY,
        locks,
        List.of());
  }

  @Test
  void whatIsNotAsStatedIsPrinted() throws IOException {
    Plan today = Forming.today(place(Mereshire.generate(1)), FormingRules.BARE);
    write(dir, Answer.of(today));
    Path csv = dir.resolve("plan.csv");
    Files.writeString(csv, Files.readString(csv).replace("Z90001,UZ0001", "Z90001,UZ0002"));

    assertThat(check(dir, 1))
        .contains("1 DISCREPANCY")
        .contains("plan.csv: network of practice Z90001 is UZ0002, in plan.json UZ0001");
  }

  @Test
  void anEmptyFolderIsBadInput() {
    assertThat(check(dir, 2)).contains("no plan.json").contains("Maybe");
  }

  /** The checker tries every partition, and agrees which of the most stable ones is cheapest. */
  @Test
  void theMostStablePlanIsNotTakenForTheCheapest() throws IOException {
    int dear = 0;
    for (int seed = 1; seed <= 12; seed++) {
      Path folder = Files.createDirectories(dir.resolve("place" + seed));
      Path table = Table.write(folder, "practices.csv", Table.strewn(10, "QS", seed, 12));
      Terminal terminal = new Terminal();
      int code =
          terminal.type(
              "plan",
              table.toString(),
              "--min",
              "12000",
              "--max",
              "40000",
              // Ties keep practices in networks that they would rather leave.
              "--weights",
              "travel=1,shortfall=20,ties=8",
              "--most-stable",
              "--out",
              folder.toString());
      assertThat(code).as("seed %d: %s", seed, terminal.err()).isEqualTo(ExitCode.DONE);
      assertThat(check(folder, ExitCode.DONE)).as("seed %d", seed).contains("all right");
      dear += terminal.out().contains("patient-km more than the cheapest plan") ? 1 : 0;
    }
    assertThat(dear).as("places where stability has a price").isPositive();
  }

  private static String check(Path dir, int expected) {
    Terminal terminal = new Terminal();
    int code = terminal.type("check", dir.toString());
    String out = terminal.out() + terminal.err();
    assertThat(code).as(out).isEqualTo(expected);
    return out;
  }

  private static void write(Path dir, Answer answer) throws IOException {
    try (OutputStream json = Files.newOutputStream(dir.resolve("plan.json"));
        OutputStream csv = Files.newOutputStream(dir.resolve("plan.csv"));
        OutputStream input = Files.newOutputStream(dir.resolve("input.csv"));
        OutputStream areas = Files.newOutputStream(dir.resolve("patients-by-area.csv"));
        OutputStream map = Files.newOutputStream(dir.resolve("plan.geojson"))) {
      PlanJson.write(answer, json);
      PlanCsv.write(answer.plan(), csv);
      PlanCsv.writeInput(answer.plan(), input);
      PlanCsv.writePatientsByArea(answer.plan(), areas);
      PlanGeoJson.write(answer.plan(), map);
    }
  }

  private static FormingPlace place(Mereshire mereshire) {
    Map<PracticeCode, Map<LsoaCode, Integer>> areas = new TreeMap<>(mereshire.patientsByArea());
    return new FormingPlace(
        Mereshire.PLACE,
        Mereshire.NAME,
        mereshire.practices().stream().map(CheckCommandTest::practice).toList(),
        null,
        areas);
  }

  private static FormingPractice practice(SamplePractice p) {
    return new FormingPractice(
        p.code(),
        p.name(),
        p.site(),
        p.registeredList(),
        p.network(),
        p.council(),
        p.subLocation(),
        Set.of("Eelsey", "Thrangle").contains(p.settlement()) ? null : p.need());
  }
}
