package moot.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.formation.DraftEffects.Breach;
import moot.formation.DraftEffects.Kind;
import moot.formation.DraftEffects.OfPractice;
import moot.register.CouncilCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

/** What drafts come to, and how the rest of one is completed. */
class DraftingTest {
  private final Drawing six = Drawing.of("ABCDEF").today("ABC DEF");

  @Test
  void onePracticeChangesSides() {
    DraftEffects effects = effects(six, draft("North=ABCD South=EF"), List.of());

    assertThat(effects.plan().cost()).isEqualTo(six.plan("ABCD EF").cost());
    assertThat(againstToday(effects).practicesMoved()).isEqualTo(1);
    assertThat(againstToday(effects).patientsMoved()).isEqualTo(10_000);
    OfPractice d = practice(effects, 'D');
    assertThat(d.moves()).isTrue();
    assertThat(d.network()).isEqualTo("North");
    assertThat(Drawing.letters(d.gained())).isEqualTo("ABC");
    assertThat(Drawing.letters(d.lost())).isEqualTo("EF");
    assertThat(d.patientsBefore()).isEqualTo(30_000);
    assertThat(d.patients()).isEqualTo(40_000);
    assertThat(d.kmBefore()).isEqualTo(1);
    assertThat(d.km()).isEqualTo(2);
    OfPractice a = practice(effects, 'A');
    assertThat(a.moves()).isFalse();
    assertThat(Drawing.letters(a.gained())).isEqualTo("D");
    assertThat(effects.breaches())
        .containsExactly(
            new Breach(
                Kind.TOO_SMALL,
                "South",
                Drawing.codes("EF"),
                "South has 20,000 patients, 10,000 short of 30,000."));
  }

  @Test
  void whoIsCutOffIsNamed_andWhoStandsBetween() {
    assertThat(words(six, "North=ABF South=CDE"))
        .containsExactly(
            "Practice F is cut off from the others of North. Between them stand Practice E, Practice D and Practice C (South).");
    assertThat(words(six, "North=ABD South=C East=EF"))
        .contains(
            "Practice D is cut off from the others of North. Between them stands Practice C (South).");
    assertThat(words(Drawing.of("ABC").neighbours("AC"), "North=AB"))
        .contains(
            "Practice B is cut off from Practice A in North. No chain of neighbours leads there.");
  }

  @Test
  void tooLargeAndInNoNetworkAreNamed() {
    assertThat(words(six, "All=ABCDEF"))
        .containsExactly("All has 60,000 patients, 10,000 more than the maximum of 50,000.");
    assertThat(words(six, "North=ABC"))
        .containsExactly("Practice D, Practice E and Practice F are in no network.");
    // One practice alone may be of any size.
    assertThat(words(six.lists("A=60000"), "North=A South=BCDEF")).isEmpty();
  }

  @Test
  void locksThatAreNotKeptAreNamed_andWhoIsLeftOutTakesNoPart() {
    Map<PracticeCode, String> draft = draft("North=ABC South=DEF");
    assertThat(words(effects(six, draft, List.of(together("CD")))))
        .containsExactly(
            "To be together, yet in different networks: Practice C (North); Practice D (South).");
    assertThat(words(effects(six, draft, List.of(apart("ABD")))))
        .containsExactly("To be apart, yet together: Practice A and Practice B (North).");
    assertThat(words(effects(six, draft, List.of(together("AB"), apart("AF"))))).isEmpty();

    DraftEffects without = effects(six, draft, List.of(leaveOut('B')));
    assertThat(practice(without, 'B').network()).isNull();
    assertThat(Drawing.letters(without.plan().leftOut())).isEqualTo("B");
    // Without B, A and C are neighbours.
    assertThat(words(without))
        .containsExactly("North has 20,000 patients, 10,000 short of 30,000.");
  }

  @Test
  void aStrangerIsNamed() {
    assertThatThrownBy(() -> effects(six, Map.of(Drawing.code('Z'), "North"), List.of()))
        .hasMessageContaining("practice Z")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> effects(six, draft("North=ABC"), List.of(apart("AZ"))))
        .hasMessageContaining("practice Z")
        .hasMessageContaining("Maybe");
  }

  @Test
  void theRestIsTheBestThatRespectsWhatIsKept_evenTooLargeAndTornNetworks() {
    Drawing nine = Drawing.of("ABCDEFGHI");
    Drafting drafting = new Drafting(nine.place(), FormingRules.BARE);
    // AI is torn, BCDEFG... kept: too large. Only the rest is free.
    Map<PracticeCode, String> draft = draft("Torn=AI Large=BCDEFG");
    FormingRules rules = drafting.rest(draft, Set.of("Torn", "Large"), List.of());
    Plan plan = best(nine.place(), rules);

    assertThat(plan.status()).isEqualTo(PlanStatus.PROVED_OPTIMAL);
    assertThat(plan.networks().stream().map(n -> Drawing.letters(n.practices())))
        .containsExactlyInAnyOrder("AI", "BCDEFG", "H");
    assertThat(plan.cost()).isEqualTo(nine.plan("AI BCDEFG H").cost());
    assertThat(plan.exceptions())
        .extracting(PlanException::kind)
        .contains(PlanException.Kind.NOT_CONNECTED, PlanException.Kind.OVER_MAXIMUM);

    Plan freer =
        best(
            nine.place(),
            drafting.rest(draft, Set.of("Torn"), List.of(together("BC"), apart("CD"))));
    assertThat(freer.status()).isEqualTo(PlanStatus.PROVED_OPTIMAL);
    assertThat(freer.networks().stream().map(n -> Drawing.letters(n.practices())))
        .containsExactlyInAnyOrder("AI", "BC", "DEFGH");
  }

  @Test
  void whatCompletesADraftGoesOnUnderItsNames() {
    Drafting drafting = new Drafting(six.place(), FormingRules.BARE);
    Map<PracticeCode, String> before = draft("North=ABC South=D");
    Map<PracticeCode, String> after =
        drafting.named(six.plan("AB C DE F"), before, Set.of("New 1"));
    assertThat(after)
        .isEqualTo(draft("North=AB", Map.of("New 2", "C", "South", "DE", "New 3", "F")));
  }

  /**
   * Whatever is kept and wherever the rest may go: never dearer than any other that respects it.
   */
  @Test
  void overRandomPlaces_theRestIsTheCheapestOfAllPartitions() {
    int completed = 0;
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      FormingPlace place = RandomPlaces.place(random, 2, 8);
      Drafting drafting = new Drafting(place, FormingRules.BARE);
      Map<PracticeCode, String> draft = RandomPlaces.partition(place, random);
      Set<String> names = new TreeSet<>(draft.values());
      names.removeIf(name -> random.nextInt(3) > 0);
      FormingRules rules = drafting.rest(draft, names, List.of());
      Plan plan = best(place, rules);
      assertThat(plan.status()).as("seed " + seed).isEqualTo(PlanStatus.PROVED_OPTIMAL);
      assertThat(plan.cost())
          .as("seed " + seed)
          .isCloseTo(new Exhaustive(place, rules).best(), within(1e-6));
      Map<PracticeCode, String> after = drafting.named(plan, draft, Set.of());
      draft.forEach(
          (practice, name) -> {
            if (names.contains(name)) {
              completedKeeps(after, draft, name);
            }
          });
      completed++;
    }
    assertThat(completed).isEqualTo(300);
  }

  private static void completedKeeps(
      Map<PracticeCode, String> after, Map<PracticeCode, String> before, String name) {
    Set<PracticeCode> members = new TreeSet<>(before.keySet());
    members.removeIf(practice -> !name.equals(before.get(practice)));
    Set<String> names = new TreeSet<>();
    members.forEach(practice -> names.add(after.get(practice)));
    assertThat(names).hasSize(1);
    String now = names.iterator().next();
    assertThat(after.values().stream().filter(now::equals).count()).isEqualTo(members.size());
  }

  /** Move by move, as at the table: the same as if each draft were priced from scratch. */
  @Test
  void overRandomMoves_theEffectsAreThoseFromScratch() {
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      FormingPlace place = RandomPlaces.place(random, 2, 30);
      FormingRules rules = FormingRules.BARE.with(new CostWeights(1, 20, 3, 1, 0.5, 0.1, 20, 0, 0));
      Drafting drafting = new Drafting(place, rules);
      Map<PracticeCode, String> draft = new TreeMap<>(NetworkNames.today(place));
      List<Lock> locks = new ArrayList<>();
      for (int move = 0; move < 20; move++) {
        PracticeCode who = place.practices().get(random.nextInt(place.practices().size())).code();
        switch (random.nextInt(6)) {
          case 0 -> draft.remove(who);
          case 1 -> locks.add(new Lock.LeaveOut(who));
          default -> draft.put(who, "N" + random.nextInt(5));
        }
        DraftEffects effects = drafting.effects(draft, locks, name -> name);
        Plan scratch = Forming.priced(place, rules.withLocks(locks), draft);
        String as = "seed %d, move %d".formatted(seed, move);
        assertThat(effects.plan().networks()).as(as).isEqualTo(scratch.networks());
        assertThat(effects.plan().leftOut()).as(as).isEqualTo(scratch.leftOut());
        Plan today = Forming.today(place, rules.withLocks(locks));
        if (!today.networks().isEmpty()) {
          var compared = Forming.compare(scratch, today);
          assertThat(againstToday(effects).moved()).as(as).isEqualTo(compared.moved());
          assertThat(
                  effects.practices().stream().filter(OfPractice::moves).map(OfPractice::practice))
              .as(as)
              .containsExactlyElementsOf(compared.moved());
        }
        // Every network that is not connected is among the breaches, and no other.
        assertThat(
                effects.breaches().stream()
                    .filter(b -> b.kind() == Kind.NOT_CONNECTED)
                    .map(Breach::network)
                    .distinct())
            .as(as)
            .containsExactlyInAnyOrderElementsOf(
                scratch.networks().stream()
                    .filter(n -> !n.connected())
                    .map(PlanNetwork::id)
                    .toList());
      }
    }
  }

  @Test
  void aMoveIsAnsweredAtOnce_among406Practices() {
    Random random = new Random(406);
    List<FormingPractice> practices = new ArrayList<>();
    for (int i = 0; i < 406; i++) {
      int column = random.nextInt(8);
      int row = random.nextInt(8);
      practices.add(
          new FormingPractice(
              new PracticeCode("P%03d".formatted(i)),
              "Practice " + i,
              new Position(
                  400_000 + 5_000 * column + random.nextInt(5_000),
                  300_000 + 5_000 * row + random.nextInt(5_000)),
              3_000 + random.nextInt(12_000),
              new NetworkCode("U%02d".formatted(8 * column + row)),
              new CouncilCode("E" + column / 2),
              "S" + row / 3,
              random.nextDouble() * 40));
    }
    FormingPlace place =
        new FormingPlace(new PlaceCode("LARGE"), "A large place", practices, null, Map.of());
    Drafting drafting =
        new Drafting(place, FormingRules.BARE.with(new CostWeights(1, 20, 3, 1, 1, 1, 20, 0, 0)));
    Map<PracticeCode, String> draft = new TreeMap<>(NetworkNames.today(place));
    List<Lock> locks =
        List.of(new Lock.Apart(Set.of(practices.get(0).code(), practices.get(1).code())));
    // The thread's own time: other tests on the same machine are not the answer's fault.
    java.lang.management.ThreadMXBean clock =
        java.lang.management.ManagementFactory.getThreadMXBean();
    double[] millis = new double[400];
    for (int move = -200; move < millis.length; move++) {
      if (move % 40 == 0) {
        draft = new TreeMap<>(NetworkNames.today(place));
      }
      draft.put(practices.get(random.nextInt(406)).code(), "U%02d".formatted(random.nextInt(64)));
      long before = clock.getCurrentThreadCpuTime();
      DraftEffects effects = drafting.effects(draft, locks, name -> name);
      double took = (clock.getCurrentThreadCpuTime() - before) / 1e6;
      assertThat(effects.practices()).hasSize(406);
      if (move >= 0) {
        millis[move] = took;
      }
    }
    Arrays.sort(millis);
    double p95 = millis[(int) Math.ceil(0.95 * millis.length) - 1];
    System.out.printf(
        "A move at 406 practices: median %.1f ms of processor time, p95 %.1f ms%n",
        millis[millis.length / 2], p95);
    assertThat(p95).as("p95, ms").isLessThan(50);
  }

  private static DraftEffects effects(
      Drawing drawing, Map<PracticeCode, String> draft, List<Lock> locks) {
    return new Drafting(drawing.place(), FormingRules.BARE).effects(draft, locks, name -> name);
  }

  private static List<String> words(Drawing drawing, String draft) {
    return words(effects(drawing, draft(draft), List.of()));
  }

  private static List<String> words(DraftEffects effects) {
    return effects.breaches().stream().map(Breach::words).toList();
  }

  private static Explanation.Comparison againstToday(DraftEffects effects) {
    return java.util.Objects.requireNonNull(effects.againstToday());
  }

  private static OfPractice practice(DraftEffects effects, char letter) {
    return effects.practices().stream()
        .filter(p -> p.practice().equals(Drawing.code(letter)))
        .findFirst()
        .orElseThrow();
  }

  /** For example {@code "North=ABC South=DEF"}. */
  private static Map<PracticeCode, String> draft(String text) {
    return draft(text, Map.of());
  }

  private static Map<PracticeCode, String> draft(String text, Map<String, String> more) {
    Map<PracticeCode, String> draft = new TreeMap<>();
    for (String network : text.split(" ")) {
      String[] parts = network.split("=");
      Drawing.codes(parts[1]).forEach(practice -> draft.put(practice, parts[0]));
    }
    more.forEach(
        (name, letters) -> Drawing.codes(letters).forEach(practice -> draft.put(practice, name)));
    return draft;
  }

  private static Plan best(FormingPlace place, FormingRules rules) {
    return Forming.best(place, rules, SearchLimits.DEFAULT, Progress.Listener.NONE);
  }

  private static Lock together(String letters) {
    return new Lock.Together(Set.copyOf(Drawing.codes(letters)));
  }

  private static Lock apart(String letters) {
    return new Lock.Apart(Set.copyOf(Drawing.codes(letters)));
  }

  private static Lock leaveOut(char letter) {
    return new Lock.LeaveOut(Drawing.code(letter));
  }
}
