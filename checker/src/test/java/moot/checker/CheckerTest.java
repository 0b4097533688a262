package moot.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckerTest {
  @TempDir Path dir;

  @Test
  void theSmallPlaceIsAllRight() throws IOException {
    SmallPlace.write(dir);

    Verdict verdict = only(Checker.check(dir));

    assertThat(verdict.discrepancies()).isEmpty();
    assertThat(verdict.line())
        .isEqualTo(
            "QXX: all right: 5 practices in 2 networks, cost 59.000 thousand patient-km, gap 0.0000"
                + " %, PROVED_OPTIMAL");
  }

  /** Each single corruption of plan.json is found, and said in words. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          moved practice      | "P2", "P3"],\\n     "patients" | "P2"],\\n     "patients" | P3 is in no network
          doubled practice    | "practices": ["P4", "P5"],\\n     "patients": 29000, "connected" | "practices": ["P4", "P5", "P3"],\\n     "patients": 29000, "connected" | P3 is in network N01 and in network N02
          unknown practice    | "practices": ["P1", "P2", "P3"] | "practices": ["P1", "P2", "P3", "P9"] | P9 in network N01 is not in input.csv
          listed twice        | "practices": ["P1", "P2", "P3"] | "practices": ["P1", "P2", "P3", "P3"] | P3 is in network N01 twice
          quietly left out    | "leftOut": [] | "leftOut": ["P5"] | P5 is in network N02 and in those left out
          wrong hub           | "hub": "P2" | "hub": "P1" | P2 would make less travel
          foreign hub         | "hub": "P2" | "hub": "P4" | hub P4 is not a member
          wrong size          | "patients": 33000 | "patients": 33001 | lists add up to 33000
          wrong connection    | "patients": 33000, "connected": true | "patients": 33000, "connected": false | said not to be connected
          wrong network cost  | "cost": 21.0 | "cost": 20.9 | cost is stated as 20.9 but comes to 21.0
          wrong travel        | "travel": 18.0 | "travel": 17.0 | travel is stated as 17.0 but comes to 18.0
          wrong shortfall     | "travel": 18.0, "shortfall": 20.0 | "travel": 18.0, "shortfall": 19.0 | shortfall is stated as 19.0
          wrong total         | "cost": 59.0 | "cost": 58.0 | cost is stated as 58.0 but comes to 59.0
          understated gap     | "bound": 59.0 | "bound": 50.0 | gap is stated as 0.0
          proved without proof| "bound": 59.0, "gap": 0.0 | "bound": 50.0, "gap": 0.15254237288135594 | said to be proved optimal, but a gap
          bound above cost    | "bound": 59.0 | "bound": 60.0 | it is not a bound
          unknown status      | PROVED_OPTIMAL | PERFECT | status PERFECT
          no exception        | "kind": "UNDER_MINIMUM" | "kind": "OVER_MAXIMUM" | should be among the exceptions as UNDER_MINIMUM
          surplus exception   | "network": "N02", "practices" | "network": "N01", "practices" | listed as the exception UNDER_MINIMUM and is none
          no reason           | "reason": "1,000 short of 30,000." | "reason": "" | gives no reason
          exception's size    | "patients": 29000, "reason" | "patients": 28000, "reason" | other practices or patients
          neighbour missing   | ["P2", "P3"], ["P3", "P4"] | ["P3", "P4"] | P2–P3 are neighbours, but are not listed
          neighbour invented  | ["P4", "P5"]], | ["P4", "P5"], ["P3", "P5"]], | P3–P5 are listed as neighbours, but somebody stands between
          neighbour twice     | ["P4", "P5"]], | ["P4", "P5"], ["P5", "P4"]], | lists a pair twice
          hard minimum        | "minIsHard": false | "minIsHard": true | under the hard minimum of 30000
          smaller maximum     | "max": 50000 | "max": 32000 | over the maximum of 32000
          too few networks    | "from": 0 | "from": 3 | 2 networks, but at least 3 were asked for
          too many networks   | "to": null | "to": 1 | 2 networks, but 0 to 1 were asked for
          kept together       | "locks": [] | "locks": [{"lock": "together", "codes": ["P3", "P4"]}] | keep P3, P4 together is not obeyed
          kept apart          | "locks": [] | "locks": [{"lock": "apart", "codes": ["P1", "P2"]}] | keep P1, P2 apart is not obeyed
          kept as it is       | "locks": [] | "locks": [{"lock": "stay", "codes": ["T1"]}] | keep network T1 as it is (P1, P2) is not obeyed
          kept as a network   | "locks": [] | "locks": [{"lock": "keep", "codes": ["P1", "P2"]}] | keep network of P1 P2 as it is (P1, P2) is not obeyed
          left out            | "locks": [] | "locks": [{"lock": "leave-out", "codes": ["P5"]}] | P5 is in network N02, but a lock leaves it out
          other weights       | "travel": 1.0, "shortfall": 20.0 | "travel": 1.0, "shortfall": 10.0 | shortfall is stated as 20.0 but comes to 10.0
          too few feasible    | "feasibleNetworks": 12 | "feasibleNetworks": 11 | 11 feasible networks are said to exist, but there are 12
          two of one name     | "id": "N02" | "id": "N01" | two networks are called N01
          """)
  void eachCorruptionIsFound(String name, String from, String to, String complaint)
      throws IOException {
    SmallPlace.write(
        dir,
        SmallPlace.changed(SmallPlace.PLAN, from.replace("\\n", "\n"), to.replace("\\n", "\n")));

    Verdict verdict = only(Checker.check(dir));

    assertThat(verdict.right()).isFalse();
    assertThat(String.join("\n", verdict.discrepancies())).contains(complaint);
    assertThat(verdict.line()).contains("DISCREPANC");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          network in plan.csv  | plan.csv     | P3,N01,P2      | P3,N02,P2      | network of practice P3 is N02, in plan.json N01
          hub in plan.csv      | plan.csv     | P5,N02,P4      | P5,N02,P5      | hub of practice P5 is P5, in plan.json P4
          missing in plan.csv  | plan.csv     | P5,N02,P4      |                | practice P5 is missing
          twice in plan.csv    | plan.csv     | P5,N02,P4      | P4,N02,P4      | practice P4 is there twice
          hub on the map       | plan.geojson | "network": "N01", "hub": true | "network": "N01", "hub": false | P2 is not shown as hub
          network on the map   | plan.geojson | "patients": 11000, "network": "N01" | "patients": 11000, "network": "N02" | network of practice P3 is N02
          members on the map   | plan.geojson | ["P4", "P5"]   | ["P4"]         | its members differ
          size on the map      | plan.geojson | 29000          | 29001          | 29001 patients, in plan.json 29000
          list in the input    | input.csv    | 300000,11000   | 300000,11001   | its lists add up to 33001
          site in the input    | input.csv    | 412000,300000  | 412000,300900  | travel is stated as 18.0
          """)
  void filesThatDisagreeAreFound(String name, String file, String from, String to, String complaint)
      throws IOException {
    SmallPlace.write(dir);
    Path changed = dir.resolve(file);
    Files.writeString(
        changed, SmallPlace.changed(Files.readString(changed), from, to == null ? "" : to));

    assertThat(String.join("\n", only(Checker.check(dir)).discrepancies())).contains(complaint);
  }

  /**
   * P1 with P2 (travel 10, 8,000 short: 160) and P3 with P4 and P5 (travel 88 + 18): 276, every
   * figure right, and yet not the optimum of 59.
   */
  private static String worsePlan() {
    return SmallPlace.PLAN
        .replace("59.0", "276.0")
        .replace("[\"P1\", \"P2\", \"P3\"]", "[\"P1\", \"P2\"]")
        .replace("[\"P4\", \"P5\"],\n     ", "[\"P3\", \"P4\", \"P5\"],\n     ")
        .replace("33000", "22000")
        .replace("29000, \"connected\"", "40000, \"connected\"")
        .replace("29000, \"reason\"", "22000, \"reason\"")
        .replace(
            "\"network\": \"N02\", \"practices\": [\"P3\", \"P4\", \"P5\"]",
            "\"network\": \"N01\", \"practices\": [\"P1\", \"P2\"]")
        .replace("\"cost\": 21.0", "\"cost\": 170.0")
        .replace("\"travel\": 21.0, \"shortfall\": 0.0", "\"travel\": 10.0, \"shortfall\": 160.0")
        .replace("\"cost\": 38.0", "\"cost\": 106.0")
        .replace("\"travel\": 18.0, \"shortfall\": 20.0", "\"travel\": 106.0, \"shortfall\": 0.0");
  }

  @Test
  void aWorsePlanThatClaimsProofIsFoundByTryingThemAll() throws IOException {
    SmallPlace.write(dir, worsePlan());
    Files.delete(dir.resolve("plan.csv"));
    Files.delete(dir.resolve("plan.geojson"));

    assertThat(only(Checker.check(dir)).discrepancies())
        .containsExactly(
            "plan.json: the bound is stated as 276.0, but trying every partition finds one of 59.0",
            "plan.json: it is said to be proved optimal at 276.0, but trying every partition finds"
                + " one of 59.0",
            "plan.csv: it is missing",
            "plan.geojson: it is missing");
  }

  /**
   * The plan of 59 is stable, and so is the worse one; of the stable ones the first is cheapest.
   */
  @Test
  void theMostStablePlanIsComparedWithOthersThatLeaveAsLittleToGain() throws IOException {
    SmallPlace.write(dir, asMostStable(SmallPlace.PLAN));
    assertThat(only(Checker.check(dir)).discrepancies()).isEmpty();

    SmallPlace.write(dir, asMostStable(worsePlan()));
    Files.delete(dir.resolve("plan.csv"));
    Files.delete(dir.resolve("plan.geojson"));
    assertThat(only(Checker.check(dir)).discrepancies())
        .contains(
            "plan.json: it is said to be proved the cheapest that leaves as little to gain at 276.0,"
                + " but trying every partition finds one of 59.0",
            "plan.json: the bound is stated as 276.0, but trying every partition finds one of 59.0"
                + " that leaves as little to gain");
  }

  private static String asMostStable(String plan) {
    return SmallPlace.changed(
        plan, "\"acceptGap\": 0.0", "\"acceptGap\": 0.0, \"mostStable\": true");
  }

  /** P5 would rather not share with P4: 9,000 patients, half a km each, make 4.5. */
  @Test
  void preferencesAreRecomputedOnlyFromTheConfidentialFile() throws IOException {
    String weighed =
        SmallPlace.PLAN
            .replace("59.0", "63.5")
            .replace("\"cost\": 38.0", "\"cost\": 42.5")
            .replace("\"preferences\": 0.0}},\n    {", "\"preferences\": 0.0}}, {")
            .replace("\"preferences\": 0.0}}\n  ]", "\"preferences\": 4.5}}\n  ]")
            .replace(
                "\"preferences\": 0.0},\n    \"networks\"",
                "\"preferences\": 0.5},\n    \"networks\"");
    SmallPlace.write(dir, weighed);
    Files.writeString(
        dir.resolve("plan.geojson"),
        SmallPlace.changed(SmallPlace.GEOJSON, "\"cost\": 38.0", "\"cost\": 42.5"));

    Verdict without = only(Checker.check(dir));
    assertThat(without.discrepancies()).isEmpty();
    assertThat(without.remarks()).singleElement().asString().contains("taken as stated");

    Path confidential = dir.resolve("confidential.csv");
    Files.writeString(confidential, "of,about,dislike\nP5,P4,1\n");
    Verdict with = only(Checker.check(dir, confidential));
    assertThat(with.discrepancies()).isEmpty();
    assertThat(with.remarks()).isEmpty();

    Files.writeString(confidential, "of,about,dislike\nP5,P4,0.5\n");
    assertThat(only(Checker.check(dir, confidential)).discrepancies())
        .contains("plan.json, network N02: preferences is stated as 4.5 but comes to 2.25");
  }

  @Test
  void aFolderOfPlacesGivesOneVerdictEach() throws IOException {
    SmallPlace.write(dir.resolve("A"));
    SmallPlace.write(
        dir.resolve("B"), SmallPlace.changed(SmallPlace.PLAN, "\"cost\": 59.0", "\"cost\": 1.0"));

    assertThat(Checker.check(dir).verdicts())
        .extracting(Verdict::right)
        .containsExactly(true, false);
  }

  @Test
  void aSummaryThatDisagreesIsFound() throws IOException {
    SmallPlace.write(dir.resolve("QXX"));
    Path summary = dir.resolve("summary.csv");
    String right =
        """
        place_code,cost,bound,gap,status,networks
        QXX,59.0,59.0,0,PROVED_OPTIMAL,2
        """;
    Files.writeString(summary, right);
    assertThat(Checker.check(dir).right()).isTrue();

    Files.writeString(summary, right.replace("QXX,59.0", "QXX,58.0"));
    assertThat(Checker.check(dir).ofSummary())
        .containsExactly("summary.csv, QXX: cost is stated as 58.0 but comes to 59.0");
    assertThat(Checker.check(dir).right()).isFalse();

    Files.writeString(summary, right + "QYY,1,1,0,PROVED_OPTIMAL,1\n");
    assertThat(Checker.check(dir).ofSummary()).singleElement().asString().contains("QYY");
  }

  @Test
  void whatCannotBeReadIsSaidInWords() throws IOException {
    assertThatThrownBy(() -> Checker.check(dir))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("no plan.json")
        .hasMessageContaining("Maybe");

    SmallPlace.write(dir, SmallPlace.PLAN.substring(0, 200));
    assertThatThrownBy(() -> Checker.check(dir))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("line")
        .hasMessageContaining("Maybe");

    SmallPlace.write(
        dir, SmallPlace.changed(SmallPlace.PLAN, "\"cost\": 59.0", "\"cost\": \"cheap\""));
    assertThatThrownBy(() -> Checker.check(dir))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("plan.json: cost: \"cheap\": expected a number");

    SmallPlace.write(dir);
    Files.writeString(
        dir.resolve("input.csv"),
        SmallPlace.INPUT.replace("410000,300000,20000", "410000,300000,-7"));
    assertThatThrownBy(() -> Checker.check(dir))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("input.csv, line 5, column list_size: \"-7\"");

    Files.delete(dir.resolve("input.csv"));
    assertThatThrownBy(() -> Checker.check(dir))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("input.csv: no such file");
  }

  private static Verdict only(Report report) {
    assertThat(report.verdicts()).hasSize(1);
    return report.verdicts().getFirst();
  }
}
