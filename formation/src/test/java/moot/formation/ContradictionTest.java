package moot.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

/** Rules that cannot hold together are named: all that are to blame, and none that is not. */
class ContradictionTest {
  private static final Drawing PLACE =
      Drawing.of(
              """
              A B C
              D E F
              """)
          .today("AB CF");

  @Test
  void togetherAndApart() {
    assertThat(rules(together("AB"), apart("BC"), apart("EF"), together("BC")))
        .containsExactlyInAnyOrder("apart: B, C", "together: B, C");
  }

  @Test
  void aChainOfTogethers() {
    assertThat(rules(together("AB"), together("BC"), apart("AC"), apart("DE")))
        .containsExactlyInAnyOrder("together: A, B", "together: B, C", "apart: A, C");
  }

  @Test
  void networksThatAreKeptCannotOverlapOrBeLeftOutOrSplit() {
    assertThat(rules(keep("AB"), keep("BC"), together("DE")))
        .containsExactlyInAnyOrder("keep as one network: A, B", "keep as one network: B, C");
    assertThat(rules(keep("AB"), new Lock.LeaveOut(Drawing.code('A'))))
        .containsExactlyInAnyOrder("keep as one network: A, B", "leave out: A");
    assertThat(rules(keep("AB"), together("BC")))
        .containsExactlyInAnyOrder("keep as one network: A, B", "together: B, C");
    assertThat(rules(keep("AB"), apart("AB")))
        .containsExactlyInAnyOrder("keep as one network: A, B", "apart: A, B");
  }

  @Test
  void whoStaysCannotBeApartOrElsewhere() {
    assertThat(rules(new Lock.Stay(new NetworkCode("U1")), apart("AB")))
        .containsExactlyInAnyOrder("stay: U1 stays as it is today", "apart: A, B");
    assertThat(rules(new Lock.Stay(new NetworkCode("U1")), together("AD"), together("EF")))
        .containsExactlyInAnyOrder("stay: U1 stays as it is today", "together: A, D");
  }

  @Test
  void whoIsLeftOutCannotBeTogether() {
    assertThat(rules(new Lock.LeaveOut(Drawing.code('A')), together("AB"), apart("CD")))
        .containsExactlyInAnyOrder("leave out: A", "together: A, B");
  }

  @Test
  void tooManyPatientsToBeTogether() {
    Drawing large = PLACE.lists("A=30000 B=30000");
    assertThat(rules(large, FormingRules.BARE.withLocks(List.of(together("AB"), apart("CD")))))
        .containsExactlyInAnyOrder(
            "together: A, B",
            "maximum: a network of several practices has at most 50,000 patients");
  }

  @Test
  void tooFewNetworksForTheMaximum() {
    assertThat(rules(PLACE, FormingRules.BARE.with(new NetworkCount(1, 1))))
        .containsExactlyInAnyOrder(
            "number of networks: exactly 1",
            "maximum: a network of several practices has at most 50,000 patients");
  }

  @Test
  void moreNetworksThanPractices() {
    assertThat(rules(PLACE, FormingRules.BARE.with(new NetworkCount(7, 9))))
        .containsExactly("number of networks: 7 to 9");
  }

  @Test
  void moreNetworksThanTheHardMinimumLeavesRoomFor() {
    FormingRules rules =
        FormingRules.BARE.with(new SizeBand(30_000, 50_000, true)).with(new NetworkCount(3, 6));
    assertThat(rules(PLACE, rules))
        .containsExactlyInAnyOrder(
            "number of networks: 3 to 6",
            "hard minimum: every network has at least 30,000 patients");
  }

  @Test
  void theMessageSaysWhatToDo() {
    Contradiction contradiction =
        contradiction(PLACE, FormingRules.BARE.withLocks(List.of(together("AB"), apart("AB"))));
    assertThat(contradiction)
        .hasMessageStartingWith("These rules contradict each other: ")
        .hasMessageContaining("Maybe");
  }

  @Test
  void inAnyPlaceTheNamedRulesAreToBlameAndEachOfThemIsNeeded() {
    int looked = 0;
    for (long seed = 20_001; looked < 60; seed++) {
      OddPlaces cases = new OddPlaces(seed);
      FormingPlace place = cases.place(8);
      FormingRules rules = cases.rules(place);
      Contradiction thrown =
          catchThrowableOfType(
              Contradiction.class,
              () -> Forming.best(place, rules, SearchLimits.DEFAULT, Progress.Listener.NONE));
      if (thrown == null) {
        continue;
      }
      looked++;
      assertThat(possible(place, only(rules, thrown.rules())))
          .as("seed %d: %s", seed, thrown.rules())
          .isFalse();
      for (String one : thrown.rules()) {
        List<String> others = new ArrayList<>(thrown.rules());
        others.remove(one);
        assertThat(possible(place, only(rules, others)))
            .as("seed %d: %s without %s", seed, thrown.rules(), one)
            .isTrue();
      }
    }
  }

  private static boolean possible(FormingPlace place, FormingRules rules) {
    return new Exhaustive(place, rules).best() < Double.POSITIVE_INFINITY;
  }

  /** Only those of the rules that these words name. */
  private static FormingRules only(FormingRules rules, List<String> words) {
    List<String> left = new ArrayList<>(words);
    List<Lock> locks = new ArrayList<>();
    for (Lock lock : rules.locks()) {
      if (left.remove(words(lock))) {
        locks.add(lock);
      }
    }
    boolean counted = words.stream().anyMatch(w -> w.startsWith("number of networks"));
    boolean minimum = words.stream().anyMatch(w -> w.startsWith("hard minimum"));
    boolean maximum = words.stream().anyMatch(w -> w.startsWith("maximum"));
    return new FormingRules(
        new SizeBand(rules.band().min(), maximum ? rules.band().max() : Integer.MAX_VALUE, minimum),
        rules.weights(),
        counted ? rules.networks() : NetworkCount.ANY,
        locks,
        List.of());
  }

  private static String words(Lock lock) {
    return switch (lock) {
      case Lock.Together(Set<PracticeCode> practices) -> "together: " + list(practices);
      case Lock.Apart(Set<PracticeCode> practices) -> "apart: " + list(practices);
      case Lock.Stay(NetworkCode network) -> "stay: " + network + " stays as it is today";
      case Lock.Keep(Set<PracticeCode> practices) -> "keep as one network: " + list(practices);
      case Lock.LeaveOut(PracticeCode practice) -> "leave out: " + practice;
    };
  }

  private static String list(Set<PracticeCode> practices) {
    return String.join(", ", practices.stream().sorted().map(PracticeCode::value).toList());
  }

  private static Lock together(String letters) {
    return new Lock.Together(Set.copyOf(Drawing.codes(letters)));
  }

  private static Lock keep(String letters) {
    return new Lock.Keep(Set.copyOf(Drawing.codes(letters)));
  }

  private static Lock apart(String letters) {
    return new Lock.Apart(Set.copyOf(Drawing.codes(letters)));
  }

  private static List<String> rules(Lock... locks) {
    return rules(PLACE, FormingRules.BARE.withLocks(List.of(locks)));
  }

  private static List<String> rules(Drawing place, FormingRules rules) {
    return contradiction(place, rules).rules();
  }

  private static Contradiction contradiction(Drawing place, FormingRules rules) {
    Contradiction thrown =
        catchThrowableOfType(
            Contradiction.class,
            () -> Forming.best(place.place(), rules, SearchLimits.DEFAULT, Progress.Listener.NONE));
    assertThat(thrown).isNotNull();
    return thrown;
  }
}
