package moot.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What stands beside the plan of the small place, worked by hand.
 *
 * <p>Moves: P1 alone costs 400, and leaves P2 and P3 with 11 and 140: 551 in place of 21. P2 cannot
 * go, since P1 and P3 would not be linked. P3 to N02 costs 106 and leaves P1 and P2 with 10 and
 * 160: 276 in place of 59; by itself it would cost 380. P4 and P5 apart cost 200 and 420 in place
 * of 38, and N01 can take neither.
 *
 * <p>Nobody blocks: P2 and P4 have no way to go, and no others have 30,000 patients together and
 * are linked.
 *
 * <p>Today: T1 is P1 and P2 (10 and 8,000 short: 170), T2 is P3 and P4 (88, in the band), and P5 is
 * in none.
 */
class BesideThePlanTest {
  private static final String BESIDE =
      """
        "explanation": {
          "practices": [
            {"practice": "P1", "network": "N01", "kmToHub": 1.0, "travel": 10.0,
             "share": 6.363636363636363, "bestMove": {"to": null, "extraCost": 530.0}},
            {"practice": "P2", "network": "N01", "kmToHub": 0.0, "travel": 0.0,
             "share": 7.636363636363637, "bestMove": null},
            {"practice": "P3", "network": "N01", "kmToHub": 1.0, "travel": 11.0,
             "share": 7.0, "bestMove": {"to": "N02", "extraCost": 217.0}},
            {"practice": "P4", "network": "N02", "kmToHub": 0.0, "travel": 0.0,
             "share": 26.20689655172414, "bestMove": {"to": null, "extraCost": 582.0}},
            {"practice": "P5", "network": "N02", "kmToHub": 2.0, "travel": 18.0,
             "share": 11.793103448275861, "bestMove": {"to": null, "extraCost": 582.0}}
          ],
          "networks": [
            {"network": "N01", "hub": "P2", "patients": 33000, "inBand": true, "spreadKm": 2.0,
             "farthestKm": 1.0, "councils": ["C1"]},
            {"network": "N02", "hub": "P4", "patients": 29000, "inBand": false, "spreadKm": 2.0,
             "farthestKm": 2.0, "councils": ["C2"]}
          ]
        },
        "stability": {"stable": true, "proved": true, "blockingGroups": 0, "groups": []},
        "today": {
          "cost": 258.0, "networkCount": 2, "networksInBand": 1, "networksNotConnected": 0,
          "extraCost": -199.0, "practicesMoved": 1, "patientsMoved": 11000, "moved": ["P3"],
          "matches": [],
          "plan": {
            "status": "PRICED", "cost": 258.0, "bound": 0.0, "gap": 1.0,
            "feasibleNetworks": null, "networks": [
              {"id": "T1", "hub": "P2", "practices": ["P1", "P2"], "patients": 22000,
               "connected": true, "cost": 170.0,
               "parts": {"travel": 10.0, "shortfall": 160.0, "ties": 0.0, "boundary": 0.0,
                 "evenSize": 0.0, "evenNeed": 0.0, "perNetwork": 0.0, "overlap": 0.0,
                 "preferences": 0.0}},
              {"id": "T2", "hub": "P4", "practices": ["P3", "P4"], "patients": 31000,
               "connected": true, "cost": 88.0,
               "parts": {"travel": 88.0, "shortfall": 0.0, "ties": 0.0, "boundary": 0.0,
                 "evenSize": 0.0, "evenNeed": 0.0, "perNetwork": 0.0, "overlap": 0.0,
                 "preferences": 0.0}}],
            "leftOut": ["P5"],
            "exceptions": [{"kind": "UNDER_MINIMUM", "network": "T1", "practices": ["P1", "P2"],
              "patients": 22000, "reason": "Too few."}]
          }
        },
      """;

  @TempDir Path dir;

  @Test
  void everythingBesideThePlanIsAllRight() throws IOException {
    Verdict verdict = check(BESIDE);

    assertThat(verdict.discrepancies()).isEmpty();
    assertThat(verdict.plans()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          way to the hub      | "kmToHub": 2.0  | "kmToHub": 1.0  | kmToHub is stated as 1.0 but comes to 2.0
          own travel          | "travel": 11.0  | "travel": 12.0  | travel is stated as 12.0
          share               | "share": 7.0    | "share": 8.0    | share is stated as 8.0
          cost of a move      | 217.0           | 200.0           | extraCost of a move to N02 is stated as 200.0 but comes to 217.0
          a worse move        | {"to": "N02", "extraCost": 217.0} | {"to": null, "extraCost": 529.0} | the best move costs 217.0 more, not 529.0
          a forbidden move    | "share": 7.636363636363637, "bestMove": null | "share": 7.636363636363637, "bestMove": {"to": null, "extraCost": 1} | would break the rules
          a move not seen     | {"to": "N02", "extraCost": 217.0} | null | no single move is stated
          spread              | "inBand": false, "spreadKm": 2.0 | "inBand": false, "spreadKm": 3.0 | spreadKm is stated
          councils            | ["C2"]          | ["C1", "C2"]    | councils [C1, C2], not [C2]
          in the band         | "inBand": false | "inBand": true  | it is not in the band
          stable or not       | "stable": true  | "stable": false | stable is false with 0 blocking groups
          groups uncounted    | "stable": true, "proved": true, "blockingGroups": 0 | "stable": false, "proved": true, "blockingGroups": 2 | looking at every set finds 0
          a group of none     | "groups": []    | "groups": [{"hub": "P3", "practices": ["P3", "P4"], "patients": 31000}] | not every member would gain
          a group too small   | "groups": []    | "groups": [{"hub": "P1", "practices": ["P1"], "patients": 10000}] | under the minimum
          today's cost        | "cost": 170.0   | "cost": 171.0   | today, network T1: cost is stated as 171.0
          today's networks    | "id": "T1"      | "id": "T9"      | its networks are not those of input.csv
          today's count       | "networksInBand": 1 | "networksInBand": 2 | networksInBand is stated as 2.0
          against today       | -199.0          | -200.0          | extraCost is stated as -200.0
          """)
  void eachCorruptionIsFound(String name, String from, String to, String complaint)
      throws IOException {
    Verdict verdict = check(SmallPlace.changed(BESIDE, from, to));

    assertThat(String.join("\n", verdict.discrepancies())).contains(complaint);
  }

  /** The plan itself is the only point of a curve, at two networks and at no ties. */
  @Test
  void pointsOfCurvesObeyTheirOwnParameter() throws IOException {
    String curve =
        """
          "curves": [{"parameter": "networks", "points": [
            {"value": 2.0, "patientsMoved": 0, "plan": PLAN}]}],
        """
            .replace("PLAN", SmallPlace.PLAN);

    assertThat(check(curve).discrepancies()).isEmpty();
    assertThat(check(curve.replace("\"value\": 2.0", "\"value\": 3.0")).discrepancies())
        .contains("curve of networks, point 3.0: it has 2 networks, but exactly 3 were asked for");
    // At 2 km a patient: P3's 11,000 are in N01 without their fellow of today.
    assertThat(
            check(curve.replace("\"networks\", \"points\"", "\"ties\", \"points\""))
                .discrepancies())
        .contains("curve of ties, point 2.0, network N01: ties is stated as 0.0 but comes to 22.0");
  }

  @Test
  void anAlternativeIsHeldAgainstThePlan() throws IOException {
    String alternative =
        """
          "alternatives": [{"extraCost": 0.0, "plan": PLAN}],
        """
            .replace("PLAN", SmallPlace.PLAN);

    assertThat(check(alternative).discrepancies()).isEmpty();
    assertThat(
            check(alternative.replace("\"extraCost\": 0.0", "\"extraCost\": 7.0")).discrepancies())
        .containsExactly("alternative 1: extraCost is stated as 7.0 but comes to 0.0");
  }

  private Verdict check(String beside) throws IOException {
    SmallPlace.write(
        dir, SmallPlace.changed(SmallPlace.PLAN, "  \"notes\": []", beside + "  \"notes\": []"));
    return Checker.check(dir).verdicts().getFirst();
  }
}
