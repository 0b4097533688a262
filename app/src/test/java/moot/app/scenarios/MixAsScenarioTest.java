package moot.app.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A mix that was found becomes a scenario of its own by one click. */
class MixAsScenarioTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LIMITS = "?recurrent=80+%25&from+year=2&find=yes";

  private final SignedIn facilitator =
      SignedIn.as(PartyKind.FACILITATOR, "facilitator", Role.EDITOR);

  private String begin() {
    String path =
        facilitator
            .post(
                "/funding/scenarios/new",
                Map.of(
                    "preset", "start-up-then-contract-carried",
                    "first year", "2026/27",
                    "years", "4",
                    "network", "UZ0001"))
            .uri()
            .getPath();
    facilitator.post(path + "/share", Map.of());
    return path;
  }

  private JsonNode data(String path) {
    HttpResponse<String> answer = facilitator.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @Test
  void theButtonOpensAScenarioWithTheAmountsOfTheMix() {
    String from = begin();
    JsonNode mix = data(from.replace("/funding/", "/api/") + "/mix" + LIMITS);
    assertThat(facilitator.get(from + "/mix" + LIMITS).body())
        .contains("Make this mix a scenario", "name=\"recurrent\" value=\"80 %\"");
    HttpResponse<String> made =
        facilitator.post(from + "/mix", Map.of("recurrent", "80 %", "from year", "2"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    assertThat(made.body())
        .contains(
            "Mix: at least 80 % of the funding is recurrent from year 2 on",
            "began with a mix found for");
    String path = made.uri().getPath();
    assertThat(path).isNotEqualTo(from).matches("/funding/scenarios/[0-9]+");
    JsonNode scenario = data(path.replace("/funding/", "/api/"));
    int compared = 0;
    for (int y = 0; y < 4; y++) {
      JsonNode year = scenario.get("answer").get("years").get(y);
      for (JsonNode flow : year.get("sources")) {
        assertThat(flow.get("used").asDouble())
            .as("%s in year %d", flow.get("source"), y)
            .isCloseTo(
                mix.get("years").get(y).get("used").get(flow.get("source").asString()).asDouble(),
                org.assertj.core.api.Assertions.within(5_00.0));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(8);
  }

  @Test
  void whereThereIsNoMixNothingIsMade() {
    String from = begin();
    Map<String, String> conflict = Map.of("short", "£0", "ownership", "100 %");
    HttpResponse<String> answer = facilitator.post(from + "/mix", conflict);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("No mix keeps to all limits");
    answer = facilitator.post(from + "/mix", Map.of("recurrent", "500 %"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("500 %; expected", "value=\"500 %\"");
    String api = from.replace("/funding/", "/api/") + "/mix";
    answer = facilitator.postJson(api, "{\"short\": \"£0\", \"ownership\": \"100 %\"}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("No mix keeps to all limits", "Maybe leave one of them out?");
    assertThat(facilitator.postJson(api, "{\"recurrent\": \"500 %\"}").statusCode()).isEqualTo(422);
  }

  @Test
  void aProgramCanDoTheSame_andTheScenarioIsThePartysOwn() {
    String from = begin();
    SignedIn practice = SignedIn.as(PartyKind.PRACTICE, "Z90001", Role.EDITOR);
    HttpResponse<String> made =
        practice.postJson(from.replace("/funding/", "/api/") + "/mix", "{\"recurrent\": \"80 %\"}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode summary = JSON.readTree(made.body());
    String path = "/funding/scenarios/" + summary.get("id").asLong();
    assertThat(practice.get(path).statusCode()).isEqualTo(200);
    assertThat(facilitator.get(path).statusCode()).isEqualTo(404);
    assertThat(facilitator.post(path + "/mix", Map.of("recurrent", "80 %")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoOnlyLooksHasNoButton() {
    String from = begin();
    SignedIn viewer = SignedIn.as(PartyKind.FACILITATOR, Role.VIEWER);
    assertThat(viewer.get(from + "/mix" + LIMITS).body())
        .contains("What to use of each source")
        .doesNotContain("Make this mix a scenario");
    assertThat(viewer.post(from + "/mix", Map.of("recurrent", "80 %")).statusCode()).isEqualTo(403);
  }
}
