package moot.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import moot.formation.Curve;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.Stability;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanJsonTest {
  private final Answer full = Example.full();

  @Test
  void the_contract_is_there_by_name_and_recomputable_by_hand() throws IOException {
    JsonNode json = tree(Example.bare());

    assertThat(json.get("place").stringValue()).isEqualTo("QXX");
    assertThat(json.get("name").stringValue()).isEqualTo("Mere & Vale");
    assertThat(json.get("status").stringValue()).isEqualTo("PROVED_OPTIMAL");
    assertThat(json.get("cost").doubleValue()).isEqualTo(59);
    assertThat(json.get("bound").doubleValue()).isEqualTo(59);
    assertThat(json.get("gap").doubleValue()).isZero();
    assertThat(json.get("feasibleNetworks").longValue()).isEqualTo(13);
    assertThat(json.get("enumerated").booleanValue()).isTrue();
    assertThat(json.get("seconds").doubleValue()).isEqualTo(0.123456789);
    assertThat(json.get("seed").longValue()).isEqualTo(7);
    JsonNode second = json.get("networks").get(1);
    assertThat(second.get("id").stringValue()).isEqualTo("N02");
    assertThat(second.get("hub").stringValue()).isEqualTo("M4");
    assertThat(second.get("practices").toString()).isEqualTo("[\"M4\",\"M5\"]");
    assertThat(second.get("patients").intValue()).isEqualTo(29_000);
    assertThat(second.get("connected").booleanValue()).isTrue();
    assertThat(second.get("cost").doubleValue()).isEqualTo(38);
    assertThat(second.get("parts").get("travel").doubleValue()).isEqualTo(18);
    assertThat(second.get("parts").get("shortfall").doubleValue()).isEqualTo(20);
    assertThat(second.get("parts").propertyNames())
        .containsExactly(
            "travel",
            "shortfall",
            "ties",
            "boundary",
            "evenSize",
            "evenNeed",
            "perNetwork",
            "overlap",
            "preferences");
    assertThat(json.get("leftOut").toString()).isEqualTo("[]");
    JsonNode exception = json.get("exceptions").get(0);
    assertThat(exception.get("kind").stringValue()).isEqualTo("UNDER_MINIMUM");
    assertThat(exception.get("network").stringValue()).isEqualTo("N02");
    assertThat(exception.get("patients").intValue()).isEqualTo(29_000);
    assertThat(exception.get("reason").stringValue()).isNotBlank();
    assertThat(json.get("neighbours").toString())
        .isEqualTo("[[\"M1\",\"M2\"],[\"M2\",\"M3\"],[\"M3\",\"M4\"],[\"M4\",\"M5\"]]");
    JsonNode parameters = json.get("parameters");
    assertThat(parameters.get("min").intValue()).isEqualTo(30_000);
    assertThat(parameters.get("max").intValue()).isEqualTo(50_000);
    assertThat(parameters.get("minIsHard").booleanValue()).isFalse();
    assertThat(parameters.get("weights").get("shortfall").doubleValue()).isEqualTo(20);
    assertThat(parameters.get("networks").get("from").intValue()).isZero();
    assertThat(parameters.get("networks").get("to").isNull()).isTrue();
    assertThat(parameters.get("neighboursGiven").booleanValue()).isFalse();
    assertThat(parameters.get("timeLimitSeconds").doubleValue()).isEqualTo(300);
    assertThat(json.get("notes").get(0).stringValue()).isEqualTo("Found by hand.");
  }

  @Test
  void today_says_what_would_change_for_whom() throws IOException {
    JsonNode today = tree(Example.bare()).get("today");

    // T1 is M1 and M2, 22,000 patients; T2 the rest, 40,000: N01 continues T1, M3 moves.
    assertThat(today.get("networkCount").intValue()).isEqualTo(2);
    assertThat(today.get("networksInBand").intValue()).isEqualTo(1);
    assertThat(today.get("networksNotConnected").intValue()).isZero();
    assertThat(today.get("moved").toString()).isEqualTo("[\"M3\"]");
    assertThat(today.get("patientsMoved").intValue()).isEqualTo(11_000);
    // T1: hub M2, 10 and 8,000 short at 20 km; T2: hub M4, 11,000 · 8 km and 9,000 · 2 km.
    assertThat(today.get("cost").doubleValue()).isEqualTo(10 + 160 + 88 + 18);
  }

  @Test
  void what_is_written_can_be_read_again() throws IOException {
    Answer answer = full;

    Answer again = PlanJson.read(new ByteArrayInputStream(bytes(answer)));

    assertThat(again)
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(withoutConfidences(answer));
    assertThat(tree(again).get("stability")).isEqualTo(tree(answer).get("stability"));
    assertThat(tree(again).get("networks")).isEqualTo(tree(answer).get("networks"));
  }

  @Test
  void what_practices_think_of_each_other_is_in_no_paper() throws IOException {
    assertThat(full.plan().rules().preferences()).isNotEmpty();

    String json = new String(bytes(full), StandardCharsets.UTF_8);

    assertThat(json).doesNotContain("0.4217").doesNotContain("dislike");
    JsonNode group = tree(full).get("stability").get("groups").get(0);
    assertThat(group.get("practices").size()).isEqualTo(2);
    assertThat(group.get("gainByPractice").isNull()).isTrue();
    assertThat(group.get("gain").isNull()).isTrue();
  }

  @Test
  void gains_are_written_when_they_give_nothing_away() throws IOException {
    Answer answer = Example.bare().with(java.util.Objects.requireNonNull(full.stability()));

    JsonNode group = tree(answer).get("stability").get("groups").get(0);

    assertThat(group.get("gain").doubleValue()).isEqualTo(1.2345);
    assertThat(group.get("gainByPractice").get("M3").doubleValue()).isEqualTo(0.5);
  }

  @Test
  void a_file_cut_short_is_refused_with_line_and_column() throws IOException {
    byte[] all = bytes(Example.bare());
    byte[] half = java.util.Arrays.copyOf(all, all.length / 2);

    assertThatThrownBy(() -> PlanJson.read(new ByteArrayInputStream(half)))
        .isInstanceOf(PlanJson.UnreadablePlan.class)
        .hasMessageContaining("line ")
        .hasMessageContaining("Maybe");
  }

  @Test
  void another_kind_of_json_is_refused() {
    for (String text :
        List.of("[]", "{}", "null", "\"plan\"", "", "{\"place\": 1, \"name\": {}}")) {
      assertThatThrownBy(
              () -> PlanJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
          .as(text)
          .isInstanceOf(PlanJson.UnreadablePlan.class)
          .hasMessageContaining("Maybe");
    }
  }

  /**
   * What a reader can know: everything but preferences, who lives where, and confidential gains.
   */
  private static Answer withoutConfidences(Answer answer) {
    Plan plan = known(answer.plan());
    Stability stability = java.util.Objects.requireNonNull(answer.stability());
    return new Answer(
        plan,
        answer.limits(),
        new moot.formation.Explanation(
            java.util.Objects.requireNonNull(answer.explanation()).practices(),
            java.util.Objects.requireNonNull(answer.explanation()).networks(),
            reference(Example.againstToday(answer))),
        answer.alternatives().stream().map(PlanJsonTest::known).toList(),
        new Stability(
            stability.proved(),
            stability.blockingGroups(),
            stability.groupsUnderMinimum(),
            stability.groups().stream()
                .map(
                    g ->
                        new Stability.Group(
                            g.hub(), g.practices(), g.patients(), Double.NaN, Double.NaN, Map.of()))
                .toList()),
        answer.curves().stream()
            .map(
                c ->
                    new Curve(
                        c.parameter(),
                        c.points().stream()
                            .map(
                                p -> new Curve.Point(p.value(), known(p.plan()), p.patientsMoved()))
                            .toList()))
            .toList(),
        answer.mostStable(),
        answer.cheapest() == null ? null : known(answer.cheapest()));
  }

  private static Answer.Alternative known(Answer.Alternative other) {
    return new Answer.Alternative(known(other.plan()), reference(other.againstPlan()));
  }

  private static moot.formation.Explanation.Comparison reference(
      moot.formation.Explanation.Comparison c) {
    return new moot.formation.Explanation.Comparison(
        known(c.reference()),
        c.extraCost(),
        c.practicesMoved(),
        c.patientsMoved(),
        c.moved(),
        c.matches());
  }

  private static Plan known(Plan p) {
    FormingPlace place = p.place();
    FormingRules rules = p.rules();
    return new Plan(
        new FormingPlace(place.code(), place.name(), place.practices(), null, Map.of()),
        rules.withPreferences(List.of()),
        p.status(),
        p.networks(),
        p.leftOut(),
        p.bound(),
        p.feasibleNetworks(),
        p.enumerated(),
        p.seconds(),
        p.seed(),
        p.neighbours(),
        p.exceptions(),
        p.notes());
  }

  private static byte[] bytes(Answer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanJson.write(answer, out);
    return out.toByteArray();
  }

  private static JsonNode tree(Answer answer) throws IOException {
    return new JsonMapper().readTree(bytes(answer));
  }
}
