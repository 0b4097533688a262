package moot.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A place on one road, worked by hand:
 *
 * <pre>
 *   P1 ─1 km─ P2 ─1 km─ P3 ───8 km─── P4 ─2 km─ P5
 *   10,000    12,000    11,000        20,000    9,000
 *   └──────── N01 ────────┘           └── N02 ──┘
 * </pre>
 *
 * <p>N01: hub P2, travel (10,000 + 11,000) · 1 km = 21 thousand patient-km, 33,000 patients. N02:
 * hub P4, travel 9,000 · 2 km = 18; 29,000 patients, 1,000 short of 30,000 at 20 km = 20. Together
 * 59, and nothing is better: P4 and P5 alone would be 10,000 and 21,000 short. Feasible networks
 * are the stretches of road with at most 50,000 patients: 12 of 15.
 */
final class SmallPlace {
  static final String INPUT =
      """
      practice_code,name,easting,northing,list_size,place_code,network_code,council_code,sub_location,need
      P1,One,400000,300000,10000,QXX,T1,C1,S1,10
      P2,Two,401000,300000,12000,QXX,T1,C1,S1,20
      P3,Three,402000,300000,11000,QXX,T2,C1,S1,30
      P4,Four,410000,300000,20000,QXX,T2,C2,S1,40
      P5,Five,412000,300000,9000,QXX,,C2,,
      """;

  static final String PLAN_CSV =
      """
      practice_code,network,hub
      P1,N01,P2
      P2,N01,P2
      P3,N01,P2
      P4,N02,P4
      P5,N02,P4
      """;

  static final String GEOJSON =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": null, "properties": {"kind": "network", "id": "N01",
          "hub": "P2", "patients": 33000, "cost": 21.0, "members": ["P1", "P2", "P3"]}},
        {"type": "Feature", "geometry": null, "properties": {"kind": "network", "id": "N02",
          "hub": "P4", "patients": 29000, "cost": 38.0, "members": ["P4", "P5"]}},
        {"type": "Feature", "geometry": null, "properties": {"kind": "practice", "code": "P1",
          "patients": 10000, "network": "N01", "hub": false}},
        {"type": "Feature", "geometry": null, "properties": {"kind": "practice", "code": "P2",
          "patients": 12000, "network": "N01", "hub": true}},
        {"type": "Feature", "geometry": null, "properties": {"kind": "practice", "code": "P3",
          "patients": 11000, "network": "N01", "hub": false}},
        {"type": "Feature", "geometry": null, "properties": {"kind": "practice", "code": "P4",
          "patients": 20000, "network": "N02", "hub": true}},
        {"type": "Feature", "geometry": null, "properties": {"kind": "practice", "code": "P5",
          "patients": 9000, "network": "N02", "hub": false}}
      ]}
      """;

  static final String PLAN =
      """
      {
        "place": "QXX", "name": "Road", "status": "PROVED_OPTIMAL",
        "cost": 59.0, "bound": 59.0, "gap": 0.0,
        "feasibleNetworks": 12, "enumerated": true, "seconds": 0.1, "seed": 1,
        "networks": [
          {"id": "N01", "hub": "P2", "practices": ["P1", "P2", "P3"],
           "patients": 33000, "connected": true, "cost": 21.0,
           "parts": {"travel": 21.0, "shortfall": 0.0, "ties": 0.0, "boundary": 0.0,
             "evenSize": 0.0, "evenNeed": 0.0, "perNetwork": 0.0, "overlap": 0.0,
             "preferences": 0.0}},
          {"id": "N02", "hub": "P4", "practices": ["P4", "P5"],
           "patients": 29000, "connected": true, "cost": 38.0,
           "parts": {"travel": 18.0, "shortfall": 20.0, "ties": 0.0, "boundary": 0.0,
             "evenSize": 0.0, "evenNeed": 0.0, "perNetwork": 0.0, "overlap": 0.0,
             "preferences": 0.0}}
        ],
        "leftOut": [],
        "exceptions": [
          {"kind": "UNDER_MINIMUM", "network": "N02", "practices": ["P4", "P5"],
           "patients": 29000, "reason": "1,000 short of 30,000."}
        ],
        "neighbours": [["P1", "P2"], ["P2", "P3"], ["P3", "P4"], ["P4", "P5"]],
        "parameters": {
          "min": 30000, "max": 50000, "minIsHard": false,
          "weights": {"travel": 1.0, "shortfall": 20.0, "ties": 0.0, "boundary": 0.0,
            "evenSize": 0.0, "evenNeed": 0.0, "perNetwork": 0.0, "overlap": 0.0,
            "preferences": 0.0},
          "networks": {"from": 0, "to": null}, "locks": [],
          "neighboursGiven": false, "patientsByAreaGiven": false,
          "timeLimitSeconds": 300.0, "acceptGap": 0.0
        },
        "notes": []
      }
      """;

  private SmallPlace() {}

  static void write(Path dir) throws IOException {
    write(dir, PLAN);
  }

  static void write(Path dir, String plan) throws IOException {
    Files.createDirectories(dir);
    Files.writeString(dir.resolve("input.csv"), INPUT);
    Files.writeString(dir.resolve("plan.csv"), PLAN_CSV);
    Files.writeString(dir.resolve("plan.geojson"), GEOJSON);
    Files.writeString(dir.resolve("plan.json"), plan);
  }

  /** The text with one thing changed; fails when it is not there exactly once. */
  static String changed(String text, String from, String to) {
    assertThat(text.split(java.util.regex.Pattern.quote(from), -1))
        .as("occurrences of %s", from)
        .hasSize(2);
    return text.replace(from, to);
  }
}
