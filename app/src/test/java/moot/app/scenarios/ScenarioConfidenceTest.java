package moot.app.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import org.junit.jupiter.api.Test;

/** Who sees which scenario, and that what a practice says of its own finances stays with it. */
class ScenarioConfidenceTest {
  private final SignedIn practice = SignedIn.as(PartyKind.PRACTICE, "Z90001", Role.EDITOR);
  private final List<SignedIn> others =
      List.of(
          SignedIn.as(PartyKind.PRACTICE, "Z90002", Role.EDITOR),
          SignedIn.as(PartyKind.FACILITATOR, "facilitator", Role.EDITOR),
          SignedIn.as(PartyKind.SYSTEM, Role.ADMINISTRATOR));

  private static String file(String own, String other) {
    return """
    {title: Ours, first year: 2026/27, years: 2, practices: [
      {code: %s, name: Alder, patients: 9000, willingness: 61.7 %%, headroom: £1.2345},
      {code: %s, name: Birch, patients: 7000, willingness: 83.9 %%}],
     need: {items: [{cost: Office, a year: £9000}]},
     sources: [{kind: practices' own money, id: own, per head: £1, willingness: 50 %%, headroom: £2}]}
    """
        .formatted(own, other);
  }

  private static String read(SignedIn visitor, String file) {
    HttpResponse<String> answer = visitor.post("/funding/scenarios/file", Map.of("text", file));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.uri().getPath();
  }

  @Test
  void aPracticesOwnScenarioIsItsOwn_andSharingLeavesItsFinancesOut() {
    String page = read(practice, file("Z90001", "Z90002"));
    String api = page.replace("/funding/", "/api/");
    assertThat(practice.get(page).body())
        .contains("value=\"£1.2345\"")
        .contains("without what that says of practices' own finances")
        .doesNotContain("83.9");
    for (SignedIn other : others) {
      assertThat(other.get(page).statusCode()).isEqualTo(404);
      assertThat(other.get(api).statusCode()).isEqualTo(404);
      assertThat(other.get("/funding/scenarios").body()).doesNotContain(page + "\"");
    }
    assertThat(practice.post(page + "/share", Map.of()).body())
        .contains("shared it, without what a practice says of its own finances")
        .doesNotContain("1.2345");
    for (SignedIn other : others) {
      for (String path :
          List.of(page, api, page + "/scenario.yaml", page + "/scenario.json", api + "/versions")) {
        HttpResponse<String> answer = other.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("1.2345").doesNotContain("61.7 %");
      }
      for (String path :
          List.of(page + "?version=1", api + "?version=1", page + "/scenario.yaml?version=1")) {
        assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
      }
    }
    assertThat(practice.get(page + "/scenario.yaml?version=1").body()).contains("£1.2345");
    assertThat(others.getFirst().get("/journal").body()).contains("shared the scenario “Ours”");
  }

  @Test
  void nobodyElseCanWriteAPracticesFinancesDown() {
    SignedIn facilitator = others.get(1);
    String page = read(facilitator, file("Z90001", "Z90002"));
    assertThat(facilitator.get(page + "/scenario.yaml").body())
        .contains("Alder")
        .doesNotContain("1.2345")
        .doesNotContain("61.7 %");
  }

  @Test
  void aFileThatCannotBeUsedIsAnsweredLineByLine_andStays() {
    HttpResponse<String> answer =
        practice.post(
            "/funding/scenarios/file",
            Map.of("text", "title: Mine\nfirst year: 1066\nyears: 500\nsauces: []\n"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Line 2, first year: 1066; expected a financial year")
        .contains("500; expected 1 to 10")
        .contains("no field `sauces`")
        .contains("Maybe `sources`?")
        .contains("years: 500\nsauces");
  }

  @Test
  void aViewerWorksItOutButSavesNothing() {
    SignedIn viewer = SignedIn.as(PartyKind.FACILITATOR, Role.VIEWER);
    String page =
        others
            .get(1)
            .post(
                "/funding/scenarios/new",
                Map.of("preset", "allowance", "first year", "2026/27", "years", "3"))
            .uri()
            .getPath();
    assertThat(viewer.get(page).statusCode()).isEqualTo(200);
    assertThat(viewer.get(page).body()).doesNotContain("id=\"save\"");
    assertThat(viewer.post(page, Map.of("on", "1")).statusCode()).isEqualTo(403);
    assertThat(viewer.post(page + "/answer", Map.of("on", "1")).statusCode()).isEqualTo(422);
  }

  @Test
  void wrongBeginningsAreExplained() {
    HttpResponse<String> answer =
        others
            .get(1)
            .post(
                "/funding/scenarios/new",
                Map.of("preset", "lottery", "first year", "1066", "years", "-2"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("1066; expected a financial year")
        .contains("-2; expected 1 to 10. Maybe 2?")
        .contains("value=\"1066\"");
  }
}
