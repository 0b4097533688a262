package moot.voice.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import moot.voice.consent.Change.Step;
import org.junit.jupiter.api.Test;

/** North has A, B and C; South has D and E; West has F and G; H is in no network. */
class ChangeTest {
  private static final NetworkCode NORTH = new NetworkCode("NORTH");
  private static final NetworkCode SOUTH = new NetworkCode("SOUTH");
  private static final NetworkCode WEST = new NetworkCode("WEST");

  private static final Map<PracticeCode, NetworkCode> MEMBERS =
      new TreeMap<>(
          Map.of(
              p("A"), NORTH, p("B"), NORTH, p("C"), NORTH, p("D"), SOUTH, p("E"), SOUTH, p("F"),
              WEST, p("G"), WEST));

  private static PracticeCode p(String code) {
    return new PracticeCode(code);
  }

  private static SortedSet<PracticeCode> all(String codes) {
    return Stream.of(codes.split(""))
        .filter(code -> !code.isEmpty())
        .map(PracticeCode::new)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void touches(Change change, String must, String asked, String told) {
    assertThat(change.problems(MEMBERS)).isEmpty();
    assertThat(change.touches(MEMBERS))
        .isEqualTo(new Change.Touched(all(must), all(asked), all(told)));
  }

  @Test
  void aJoinerAndTheNetworkThatItJoins() {
    Change change = new Change.Join(p("H"), SOUTH);
    touches(change, "H", "DEH", "");
    assertThat(change.steps()).containsExactly(new Step(p("H"), SOUTH));
  }

  @Test
  void aLeaverDecidesAndTheNetworkIsTold() {
    Change change = new Change.Leave(p("B"));
    touches(change, "B", "B", "AC");
    assertThat(change.steps()).containsExactly(new Step(p("B"), null));
  }

  @Test
  void aMoverAndBothNetworks() {
    Change change = new Change.Move(p("C"), SOUTH);
    touches(change, "C", "ABCDE", "");
    assertThat(change.steps()).containsExactly(new Step(p("C"), SOUTH));
  }

  @Test
  void thoseThatMergeAndAllTheirNetworks() {
    Change change = new Change.Merge(p("A"), all("F"), NORTH);
    touches(change, "AF", "ABCFG", "");
    assertThat(change.steps()).containsExactly(new Step(p("A"), NORTH), new Step(p("F"), null));
  }

  @Test
  void oneThatSplitsAndTheNetworksOfItsParts() {
    Change change =
        new Change.Split(p("D"), List.of(new Change.Split.Part(p("D2"), "Mill Lane", WEST)));
    touches(change, "D", "DEFG", "");
    assertThat(change.steps()).containsExactly(new Step(p("D2"), WEST));
  }

  @Test
  void whatIsNoChangeIsSaidInWords() {
    assertThat(
            List.of(
                new Change.Join(p("A"), SOUTH),
                new Change.Join(p("H"), new NetworkCode("NONE")),
                new Change.Leave(p("H")),
                new Change.Move(p("A"), NORTH),
                new Change.Move(p("H"), NORTH),
                new Change.Merge(p("A"), all(""), NORTH),
                new Change.Merge(p("A"), all("B"), WEST),
                new Change.Split(p("A"), List.of()),
                new Change.Split(p("A"), List.of(new Change.Split.Part(p("B"), "B", NORTH)))))
        .allSatisfy(
            change ->
                assertThat(change.problems(MEMBERS))
                    .isNotEmpty()
                    .allMatch(words -> words.contains("Maybe")));
  }

  @Test
  void aNetworkKeepsItsCodeWhereMostOfItsPatientsStay() {
    Map<PracticeCode, Integer> patients =
        Map.of(
            p("A"), 9_000, p("B"), 4_000, p("C"), 4_000, p("D"), 5_000, p("E"), 5_000, p("F"),
            3_000, p("G"), 2_000);
    // North goes on in N01 with 13 of 17 thousand; South falls into halves; West joins N01.
    Map<PracticeCode, String> proposed =
        Map.of(
            p("A"), "N01", p("B"), "N01", p("C"), "N02", p("D"), "N02", p("E"), "N03", p("F"),
            "N01", p("G"), "N01", p("H"), "N03");
    assertThat(Continuation.of(proposed, MEMBERS, patients)).isEqualTo(Map.of("N01", NORTH));
  }

  @Test
  void todaysNetworksUnchangedKeepAllTheirCodes() {
    Map<PracticeCode, String> proposed = new TreeMap<>();
    Map<PracticeCode, Integer> patients = new TreeMap<>();
    MEMBERS.forEach(
        (practice, network) -> {
          proposed.put(practice, "as " + network);
          patients.put(practice, 1_000);
        });
    assertThat(Continuation.of(proposed, MEMBERS, patients))
        .isEqualTo(Map.of("as NORTH", NORTH, "as SOUTH", SOUTH, "as WEST", WEST));
  }

  @Test
  void whoEndsGoesOnInAnotherAndWhoIsNewComesFromOne() {
    Change merge = new Change.Merge(p("A"), all("DF"), NORTH);
    assertThat(merge.about()).isEqualTo(all("ADF"));
    assertThat(merge.findRelative(p("D"))).contains(p("A"));
    assertThat(merge.findRelative(p("A"))).as("it goes on itself").isEmpty();

    Change split =
        new Change.Split(p("A"), List.of(new Change.Split.Part(p("X"), "Mill Lane", SOUTH)));
    assertThat(split.about()).isEqualTo(all("A"));
    assertThat(split.findRelative(p("X"))).contains(p("A"));
    assertThat(split.findRelative(p("A"))).isEmpty();
    assertThat(new Change.Leave(p("B")).findRelative(p("B"))).isEmpty();
  }

  @Test
  void eachHasItsPart() {
    Change.Touched split =
        new Change.Split(p("A"), List.of(new Change.Split.Part(p("X"), "Mill Lane", SOUTH)))
            .touches(MEMBERS);
    assertThat(split.partOf(p("A"))).isEqualTo(Part.MUST);
    assertThat(split.partOf(p("D"))).isEqualTo(Part.ASKED);
    assertThat(split.partOf(p("X"))).isEqualTo(Part.NEW);
    assertThat(new Change.Leave(p("B")).touches(MEMBERS).partOf(p("C"))).isEqualTo(Part.TOLD);
  }

  @Test
  void inAPlanAllAreAskedButThoseThatItLeavesOutAsBefore() {
    assertThat(Part.inPlan(NORTH, "N1").isAsked()).isTrue();
    assertThat(Part.inPlan(NORTH, null).isAsked()).as("it loses its").isTrue();
    assertThat(Part.inPlan(null, "N1").isAsked()).as("it gets one").isTrue();
    assertThat(Part.inPlan(null, null)).isEqualTo(Part.TOLD);
  }
}
