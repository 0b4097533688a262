package moot.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import moot.formation.Plan;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanGeoJsonTest {
  private static JsonNode tree(Plan plan) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanGeoJson.write(plan, out);
    return new JsonMapper().readTree(out.toByteArray());
  }

  @Test
  void networks_are_areas_and_practices_are_points() throws IOException {
    JsonNode features = tree(Example.plan()).get("features");

    assertThat(features.size()).isEqualTo(2 + 5);
    JsonNode network = features.get(1);
    assertThat(network.get("geometry").get("type").stringValue()).isEqualTo("Polygon");
    assertThat(network.get("properties").get("kind").stringValue()).isEqualTo("network");
    assertThat(network.get("properties").get("id").stringValue()).isEqualTo("N02");
    assertThat(network.get("properties").get("patients").intValue()).isEqualTo(29_000);
    assertThat(network.get("properties").get("inBand").booleanValue()).isFalse();
    assertThat(network.get("properties").get("members").toString()).isEqualTo("[\"M4\",\"M5\"]");
    JsonNode practice = features.get(2);
    assertThat(practice.get("geometry").get("type").stringValue()).isEqualTo("Point");
    assertThat(practice.get("properties").get("code").stringValue()).isEqualTo("M1");
    assertThat(practice.get("properties").get("network").stringValue()).isEqualTo("N01");
    assertThat(practice.get("properties").get("name").stringValue())
        .isEqualTo(Example.AWKWARD_NAME);
  }

  @Test
  void points_are_longitude_and_latitude() throws IOException {
    // Easting 400,000 is the true origin of the grid: 2° west, give or take the change of datum.
    JsonNode point = tree(Example.plan()).get("features").get(2).get("geometry").get("coordinates");

    assertThat(point.get(0).doubleValue()).isCloseTo(-2.0, within(0.002));
    assertThat(point.get(1).doubleValue()).isCloseTo(52.6, within(0.05));
  }

  @Test
  void outer_rings_turn_anticlockwise_and_close() throws IOException {
    for (JsonNode feature : tree(Example.crowd(60).plan()).get("features")) {
      JsonNode geometry = feature.get("geometry");
      if (geometry.get("type").stringValue().equals("Polygon")) {
        turnsAnticlockwise(geometry.get("coordinates"));
      } else if (geometry.get("type").stringValue().equals("MultiPolygon")) {
        geometry.get("coordinates").forEach(PlanGeoJsonTest::turnsAnticlockwise);
      }
    }
  }

  private static void turnsAnticlockwise(JsonNode polygon) {
    for (int r = 0; r < polygon.size(); r++) {
      JsonNode ring = polygon.get(r);
      assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
      double twiceArea = 0;
      for (int i = 0; i + 1 < ring.size(); i++) {
        twiceArea +=
            ring.get(i).get(0).doubleValue() * ring.get(i + 1).get(1).doubleValue()
                - ring.get(i + 1).get(0).doubleValue() * ring.get(i).get(1).doubleValue();
      }
      assertThat(twiceArea > 0).as("ring %d", r).isEqualTo(r == 0);
    }
  }
}
