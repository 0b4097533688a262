package moot.funding.management;

import static moot.funding.management.Cases.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Scenarios as files, good ones and bad ones. */
class ScenarioFileTest {
  private static final String GOOD =
      """
      title: Start-up, then practices' own money
      first year: 2025/26
      years: 3
      practices:
        - {code: A, name: Alder, patients: 10000}
        - {code: B, patients: 15000, willingness: 90 %, headroom: £1.20}
      need:
        items:
          - {role: Manager, hours a week: 18.75, pay: "£50,000", on-costs: 30 %}
          - {cost: Office, a year: "£8,000"}
        pay growth: {low: 1 %, likely: 3 %, high: 5 %, whose: the federation}
      sources:
        - {kind: transformation funds, id: start-up, per head: [£3], carried forward: yes}
        - kind: practices' own money
          id: own
          per head: [0, 50p, £1]
          willingness: 80
          headroom: £2
      judgements:
        - {about: ownership, source: own, level: high, whose: the committee}
      """
          .replace("50p", "£0.50");

  @Test
  void aFileIsReadAsItStands() {
    Scenario read = ScenarioFile.read("plan.yaml", GOOD);
    assertThat(read.years()).isEqualTo(3);
    assertThat(read.practices().get(1))
        .isEqualTo(new PayingPractice("B", "B", 15_000, 90.0, rates("1.20").getFirst()));
    assertThat(read.need().payGrowth()).isEqualTo(Uncertain.triangular(1, 3, 5, "the federation"));
    assertThat(read.need().firstYear(25_000).toString()).isEqualTo("£40,500.00");
    assertThat(read.sources().get(1))
        .isEqualTo(
            new Source.PracticesMoney(
                "own",
                "practices' own money",
                rates("0", "0.50", "1"),
                Uncertain.certain(80),
                rates("2").getFirst(),
                0,
                Stated.assumed()));
  }

  @Test
  void whatIsWrittenIsReadAgainAsYamlAndAsJson() {
    for (int seed = 0; seed < 100; seed++) {
      Scenario scenario = random(new Random(seed), "case: \"" + seed + "\" \\ £");
      assertThat(ScenarioFile.read("y", ScenarioFile.yaml(scenario))).isEqualTo(scenario);
      assertThat(ScenarioFile.read("j", ScenarioFile.json(scenario))).isEqualTo(scenario);
    }
    for (Presets.Preset preset : Presets.list(three(), FIRST, 5)) {
      assertThat(ScenarioFile.read("y", ScenarioFile.yaml(preset.scenario())))
          .isEqualTo(preset.scenario());
    }
  }

  private static List<String> wrong(String from, String to) {
    String text = GOOD.replace(from, to);
    assertThat(text).as("the case changes something").isNotEqualTo(GOOD);
    BadScenario bad =
        catchThrowableOfType(BadScenario.class, () -> ScenarioFile.read("plan.yaml", text));
    assertThat(bad).as(to).isNotNull();
    assertThat(bad.complaints()).allSatisfy(c -> assertThat(c.what()).contains("Maybe"));
    return bad.complaints().stream().map(c -> c.in("plan.yaml")).toList();
  }

  @Test
  void whatIsWrongIsToldWithItsLine() {
    assertThat(wrong("2025/26", "1066/67"))
        .containsExactly(
            "plan.yaml:2: first year: 1066/67; expected a financial year from 1990/91 to 2100/01. Maybe 2025/26?");
    assertThat(wrong("90 %", "500 %"))
        .containsExactly(
            "plan.yaml:6: practices[1].willingness: 500 %; expected 0 % to 100 %. Maybe 50 %?");
    assertThat(wrong("patients: 10000", "patients: -10000"))
        .containsExactly(
            "plan.yaml:5: practices[0].patients: -10000; expected 1 to 5,000,000. Maybe 10,000?");
    assertThat(wrong("[£3]", "[-£3]"))
        .containsExactly(
            "plan.yaml:13: sources[0].per head[0]: -£3; expected £0 to £1,000. Maybe £3?");
    assertThat(wrong("years: 3\n", "years: 11\n"))
        .contains("plan.yaml:3: years: 11; expected 1 to 10. Maybe 10?");
    assertThat(wrong("years: 3\n", "years: 2\n"))
        .containsExactly(
            "plan.yaml:16: sources[1].per head: 3 values; expected 1 for all years or 2, one for each. Maybe `years` is another?");
    assertThat(wrong("transformation funds", "transformaton funds"))
        .anySatisfy(line -> assertThat(line).contains("Maybe transformation funds?"));
    assertThat(wrong("headroom: £2", "hedroom: £2"))
        .anySatisfy(
            line -> assertThat(line).contains("no field `hedroom`").contains("Maybe `headroom`?"));
    assertThat(wrong("low: 1 %", "low: 4 %"))
        .containsExactly(
            "plan.yaml:11: need.pay growth: low 4, likely 3, high 5; expected them in this order. Maybe two were swapped?");
    assertThat(wrong("source: own", "source: owm"))
        .containsExactly(
            "plan.yaml:20: judgements[0].source: owm; expected one of start-up, own. Maybe own?");
    assertThat(wrong("code: B", "code: A"))
        .containsExactly(
            "plan.yaml:6: practices[1].code: A twice; expected each practice once. Maybe leave one out?");
    assertThat(wrong("id: own", "id: start-up"))
        .anySatisfy(line -> assertThat(line).contains("start-up twice"));
    assertThat(wrong("pay: \"£50,000\"", "pay: NaN"))
        .containsExactly(
            "plan.yaml:9: need.items[0].pay: NaN; expected a number, £0 to £1,000,000. Maybe a letter slipped in?");
    assertThat(wrong("willingness: 80\n", "willingness: £80\n"))
        .containsExactly(
            "plan.yaml:17: sources[1].willingness: £80; expected percent. Maybe leave out the sign?");
    assertThat(wrong("years: 3", "years: 2.5"))
        .contains("plan.yaml:3: years: 2.5; expected a whole number. Maybe round it?");
    assertThat(wrong("  pay growth", "\tpay growth"))
        .anySatisfy(line -> assertThat(line).contains("Maybe a tab"));
  }

  @Test
  void severalMistakesAreToldAtOnce() {
    assertThat(wrong("title: Start-up, then practices' own money\nfirst year: 2025/26", "title:"))
        .hasSize(2);
  }

  @Test
  void filesThatAreNoScenarioAreRefused() {
    for (String text :
        List.of("", "   ", "# nothing", "[1, 2]", "words", "{", "a: &x [*x]", "null", "\u0000")) {
      assertThatThrownBy(() -> ScenarioFile.read("plan.yaml", text))
          .as("<%s>", text)
          .isInstanceOf(BadScenario.class)
          .hasMessageStartingWith("plan.yaml")
          .hasMessageContaining("Maybe");
    }
    assertThatThrownBy(() -> ScenarioFile.read("plan.yaml", "{}"))
        .hasMessageContaining("title: nothing; expected a title")
        .hasMessageContaining("no practices");
  }

  /** The example of the documentation is a good one. */
  @Test
  void theExampleOfTheDocumentationIsRead() throws IOException {
    String words = Files.readString(Path.of("../docs/scenarios.md"));
    String example = words.split("```yaml\n")[1].split("```")[0];
    Scenario read = ScenarioFile.read("docs/scenarios.md", example);
    assertThat(read.sources()).extracting(Source::kind).containsExactly(Source.Kind.values());
    assertThat(Simulation.run(read, 500, 1).drivers()).isNotEmpty();
  }

  /** Cut and garbled files end in complaints, never in anything else. */
  @Test
  void garbledFilesAreRefusedOrReadButNeverBreak() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(GOOD);
      for (int k = 0; k < 1 + random.nextInt(3); k++) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.setCharAt(at, "0-{}[]:,'\"%£a\n\t&*!".charAt(random.nextInt(18)));
          default -> text.setLength(Math.max(1, at));
        }
      }
      try {
        Outcome.of(ScenarioFile.read("plan.yaml", text.toString()));
      } catch (BadScenario expected) {
        assertThat(expected.complaints()).as("seed %d", seed).isNotEmpty();
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ":\n" + text, e);
      }
    }
  }
}
