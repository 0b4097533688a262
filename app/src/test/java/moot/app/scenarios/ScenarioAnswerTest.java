package moot.app.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages and data of scenarios say first, and what they say of prices, payers and others. */
class ScenarioAnswerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SignedIn facilitator =
      SignedIn.as(PartyKind.FACILITATOR, "facilitator", Role.EDITOR);

  private String begin(String preset) {
    return facilitator
        .post(
            "/funding/scenarios/new",
            Map.of("preset", preset, "first year", "2027/28", "years", "4"))
        .uri()
        .getPath();
  }

  private JsonNode data(String page) {
    return JSON.readTree(facilitator.get(page.replace("/funding/", "/api/")).body()).path("answer");
  }

  /** The words of a page, without marks of HTML. */
  private String words(String path) {
    return facilitator
        .get(path)
        .body()
        .replaceAll("(?s)<script.*?</script>|<[^>]*>", " ")
        .replace("&#39;", "'")
        .replaceAll("\\s+", " ");
  }

  @Test
  void theHeadlineIsTheMostFrequentFirstShortYearOfTheDraws() {
    String page = begin("start-up-then-allowance-carried");
    JsonNode answer = data(page);
    double most = 0;
    String year = "";
    for (JsonNode one : answer.path("years")) {
      if (one.path("chanceFirstShort").asDouble() > most) {
        most = one.path("chanceFirstShort").asDouble();
        year = one.path("year").asString();
      }
    }
    assertThat(answer.path("firstShort").path("year").asString()).isEqualTo(year);
    assertThat(answer.path("firstShort").path("chance").asDouble()).isEqualTo(most);
    String words = words(page);
    Matcher headline =
        Pattern.compile(
                "In (\\d+) of 100 draws first short in (\\S+), then by (£[\\d,]+) at the median")
            .matcher(words);
    assertThat(headline.find()).as(words).isTrue();
    assertThat(headline.group(1)).isEqualTo(Long.toString(Math.round(100 * most)));
    assertThat(headline.group(2)).isEqualTo(year);
    assertThat(headline.group(3))
        .isEqualTo(Figures.pounds(answer.path("firstShort").path("by").path("p50").asDouble()));
    assertThat(words)
        .contains("If everything comes as stated")
        .contains("Transferred running-cost allowance: late, ")
        .contains("taken from £3 a head, once, in 2017/18 or 2018/19, which is verified (V2)")
        .contains("not uprated to the first year");
    assertThat(answer.path("mark").asString()).isEqualTo("M");
    assertThat(answer.path("needMark").asString()).isEqualTo("M+");
    assertThat(answer.path("yesOrNo")).hasSize(1);
  }

  /** Verdict and all six tiles; none may look surer than the table. */
  @Test
  void everyTileAndVerdictHasItsMark() {
    String html = facilitator.get(begin("start-up-then-contract")).body();
    String tiles = html.substring(html.indexOf("moot-figures--small"), html.indexOf("moot-chart"));
    assertThat(tiles.split("<li>", -1)).hasSize(7);
    assertThat(tiles.split("unverified \\(M", -1)).hasSize(7);
    String verdict = html.substring(html.indexOf("moot-proof__head"), html.indexOf("moot-figures"));
    assertThat(verdict.split("unverified \\(M", -1)).hasSize(3);
  }

  @Test
  void aMarginIsWonOrLost_andItsPriceIsWeighed() {
    String page = begin("margin");
    assertThat(words(page))
        .contains("Margin on services: won, ")
        .contains("; lost, first short in 2027/28")
        .contains("The chance of “won” is 50 %, each of the 2 times that it is decided")
        .containsPattern(
            "In all draws first short in 2027/28, then by £[\\d,]+ to £[\\d,]+ in eight draws of ten")
        .contains("most money is expected at a margin of 25 %")
        .contains("25 % (highest)")
        .contains("8 % (now)");
    JsonNode year = data(page).path("years").get(0);
    JsonNode either = data(page).path("yesOrNo").get(0);
    assertThat(either.path("usedIfNot").get(0).asLong()).isZero();
    assertThat(either.path("usedIfSo").get(0).asLong())
        .isGreaterThan(year.path("sources").get(0).path("used").asLong());
    assertThat(year.path("loadings").get(0).path("bestMargin").asDouble()).isEqualTo(25);
    assertThat(year.path("loadings").get(0).path("prices").size()).isGreaterThan(8);
  }

  @Test
  void whoPaysForWhomIsSaid_andWhatIsTakenFromWhat() {
    String page = begin("practices");
    assertThat(words(page))
        .contains("Free riders: in 2027/28 25 % of patients are with practices that do not pay")
        .contains("those who pay carry them with £0.50 a head")
        .contains("If those who pay will not carry the others and stop too")
        .contains("of the global sum of 2026/27 (£130.07 a weighted patient, V2)");
    JsonNode riders = data(page).path("years").get(0).path("freeRiders");
    assertThat(riders.path("takeUp").asDouble()).isEqualTo(75);
    assertThat(riders.path("carried").asLong()).isPositive();
    assertThat(words(begin("allowance")))
        .contains("of the commissioner's running-cost allowance (")
        .contains("a head is left for the commissioner's own running");
    assertThat(words(begin("transformation"))).contains("is then not there for other projects");
  }

  @Test
  void comparisonsAreOfTheNeed_andTheWayOutOfAConflictWorks() {
    String one = begin("allowance");
    String other = begin("start-up-then-allowance-carried");
    String ids = one.replaceAll("\\D", "") + "&with=" + other.replaceAll("\\D", "");
    assertThat(words("/funding/scenarios/compare?with=" + ids))
        .contains("Recurrent money, share of need, and the difference from the first.")
        .contains("Need met by money that comes again")
        .contains("Most often first short")
        .doesNotContain("gap");
    String practices = begin("practices");
    String asked = practices + "/mix?per+head=%C2%A30.10&find=yes&short=";
    String conflict = words(asked + "%C2%A30");
    Matcher wayOut =
        Pattern.compile(
                "with all other limits as they are, it would do if no year is short by more than £([\\d,.]+)\\.")
            .matcher(conflict);
    assertThat(wayOut.find()).as(conflict).isTrue();
    assertThat(words(asked + "%C2%A3" + wayOut.group(1).replaceAll("\\.$", "")))
        .contains("Limits kept: ")
        .doesNotContain("No mix keeps to all limits")
        .doesNotContain("(the dual)");
  }
}
