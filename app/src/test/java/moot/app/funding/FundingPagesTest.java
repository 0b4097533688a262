package moot.app.funding;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import moot.app.Chromium;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of funding at Mereshire: figures, derivations, bad input, both widths, no script. */
class FundingPagesTest {
  private static final String PLACE = "/funding/places/ZME";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SignedIn viewer = SignedIn.as(PartyKind.PRACTICE, Role.VIEWER);

  private JsonNode data(String address) {
    HttpResponse<String> answer = viewer.get(address);
    assertThat(answer.statusCode()).as(address + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private String page(String address) {
    HttpResponse<String> answer = viewer.get(address);
    assertThat(answer.statusCode()).as(address + answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void theNavigationLeadsToTheSeatsPlaceAndTheInstallationToAll() {
    assertThat(viewer.get("/funding").uri().getPath()).isEqualTo(PLACE);
    assertThat(SignedIn.as(PartyKind.INSTALLATION, Role.VIEWER).get("/funding").body())
        .contains("href=\"/funding/places/ZME\"");
  }

  /**
   * £1.76 for each weighted patient; the page, its derivation, the API and the file say the same.
   */
  @Test
  void participationIsRateTimesWeightedListOnEveryPageAndFile() {
    JsonNode year = data("/api/places/ZME/funding/practices/Z90001?year=2025-26");
    String held = year.get("held").get("weighted list").asString();
    double weighted = Double.parseDouble(held.substring(0, held.indexOf(',')));
    JsonNode due =
        StreamSupport.stream(year.get("terms").spliterator(), false)
            .filter(term -> term.get("term").asString().equals("network-participation"))
            .findFirst()
            .orElseThrow();
    long pence = Math.round(176 * weighted);
    assertThat(due.get("pence").asLong()).isEqualTo(pence);
    long months = 0;
    for (JsonNode month : due.get("months")) {
      months += month.asLong();
    }
    assertThat(months).isEqualTo(pence);
    String shown = String.format("£%,.2f", pence / 100.0);
    assertThat(page(PLACE + "/practices/Z90001?year=2025-26"))
        .contains(shown, "Where " + shown + " comes from", "BMA, primary care network funding");
    assertThat(page(PLACE + "?year=2025-26")).contains(shown);
    assertThat(viewer.get(PLACE + "/payments.csv?year=2025-26").body())
        .contains("2025-04,commissioner,Z90001,network-participation,weighted list,");
  }

  @Test
  void partsOfANetworksMoneyAddUpToItToThePenny() {
    for (String split : List.of("list", "weighted", "equally")) {
      JsonNode network =
          data("/api/places/ZME/funding/networks/UZ0001?year=2025-26&split=" + split);
      long sum = 0;
      for (JsonNode part : network.get("shares")) {
        sum += part.get("pence").asLong();
      }
      assertThat(sum).isEqualTo(network.get("sharedPence").asLong());
      assertThat(sum).isEqualTo(network.get("paidPence").asLong()).isPositive();
    }
    assertThat(data("/api/places/ZME/funding/networks/UZ0001?split=pooled").get("shares"))
        .isEmpty();
    assertThat(page(PLACE + "/networks/UZ0001?split=pooled")).contains("stays pooled");
  }

  @Test
  void whatIsUnverifiedIsNeverShownAsVerified() {
    JsonNode year = data("/api/places/ZME/funding?year=2019-20");
    boolean any = false;
    String page = page(PLACE + "?year=2019-20");
    for (JsonNode term : year.get("terms")) {
      boolean verified = term.get("verified").asBoolean();
      assertThat(verified).isEqualTo(!term.get("mark").asString().startsWith("M"));
      if (!verified) {
        any = true;
        Matcher row =
            Pattern.compile(
                    "<li id=\"%s-%s\">.*?</details>"
                        .formatted(term.get("contract").asString(), term.get("term").asString()),
                    Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).isTrue();
        assertThat(row.group()).contains("unverified (" + term.get("mark").asString() + ")");
      }
    }
    assertThat(any).as("something unverified in 2019/20").isTrue();
  }

  @Test
  void aYearWithoutAllItsFiguresSaysThatSumsAreTooSmall() {
    String missing = "core PCN funding, care home premium";
    assertThat(page(PLACE + "?year=2026-27")).contains(missing, "sums are too small");
    assertThat(page(PLACE + "?year=2025-26")).doesNotContain("sums are too small");
    assertThat(page("/funding/packs/network-contract/2026-27")).contains(missing);
  }

  @Test
  void ratesAsAnnouncedAndAsPaidDifferByTheArrears() {
    long paid = data("/api/places/ZME/funding?year=2025-26&as=paid").get("paidPence").asLong();
    JsonNode first = data("/api/places/ZME/funding?year=2025-26&as=announced");
    long atMost =
        data("/api/places/ZME/funding?year=2025-26&as=paid").get("atMostPence").asLong()
            - first.get("atMostPence").asLong();
    assertThat(paid - first.get("paidPence").asLong() + atMost)
        .isEqualTo(first.get("arrearsPence").asLong())
        .isNotZero();
    long owed = 0;
    for (JsonNode row :
        data("/api/places/ZME/funding/arrears?year=2025-26&size=200").get("items")) {
      owed += row.get("pence").asLong();
    }
    assertThat(owed).isEqualTo(first.get("arrearsPence").asLong());
    assertThat(page(PLACE + "?year=2025-26&as=2025-09-30")).contains("as known on 2025-09-30");
  }

  /** The sample's practices hold GMS and PMS contracts, as its files say. */
  @Test
  void theGlobalSumIsForThoseWhoHoldItsContractAndLessOutOfHours() {
    JsonNode year = data("/api/places/ZME/funding?year=2024-25");
    JsonNode out = find(year.get("leftOut"), "term", "global-sum");
    int others = out.get("payees").asInt();
    assertThat(others).isPositive();
    assertThat(out.get("why").asString()).contains("(PMS)", "paid under GMS");
    JsonNode sum = find(year.get("terms"), "term", "global-sum");
    JsonNode off = find(year.get("terms"), "term", "out-of-hours");
    assertThat(sum.get("payees").asInt() + others).isEqualTo(year.get("practices").size());
    assertThat(off.get("pence").asLong() / (double) sum.get("pence").asLong())
        .isBetween(-0.0476, -0.0474);
    String page = page(PLACE + "?year=2024-25");
    assertThat(page)
        .contains("all are taken to have done so", "holds a contract of another kind (PMS)");
    assertThat(page).doesNotContain("of the practices is not known");
    String pms = out.get("names").get(0).asString().replaceAll(".*\\((.*)\\)", "$1");
    assertThat(page(PLACE + "/practices/" + pms + "?year=2024-25"))
        .contains("contract of its own</dt><dd>PMS", "holds a contract of another kind (PMS)");
  }

  private static JsonNode find(JsonNode list, String field, String value) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(one -> one.get(field).asString().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError(value + " is not in " + list));
  }

  @Test
  void anAmountByAListOfAnotherDayIsUnverifiedAndSaysSo() {
    JsonNode stale =
        find(
            data("/api/places/ZME/funding/practices/Z90001?year=2023-24").get("terms"),
            "term",
            "network-participation");
    assertThat(stale.get("verified").asBoolean()).isFalse();
    assertThat(stale.get("doubts").get(0).asString()).isEqualTo("list of another day");
    assertThat(page(PLACE + "/practices/Z90001?year=2023-24"))
        .contains("unverified (M): list of another day");
    assertThat(page(PLACE + "?year=2023-24")).contains("unverified (M): list of another day");
    assertThat(viewer.get(PLACE + "/payments.csv?year=2023-24").body())
        .contains(",M,list of another day");
    JsonNode own =
        find(
            data("/api/places/ZME/funding/practices/Z90001?year=2025-26").get("terms"),
            "term",
            "network-participation");
    assertThat(own.get("verified").asBoolean()).isTrue();
    assertThat(own.get("doubts")).isEmpty();
  }

  @Test
  void everySumCarriesTheMarkOfItsLeastSureFigure() {
    JsonNode network = data("/api/places/ZME/funding/networks/UZ0001?year=2019-20");
    assertThat(network.get("paidMark").asString()).isEqualTo("M");
    assertThat(network.get("sharedMark").asString()).isEqualTo("M");
    String page = page(PLACE + "/networks/UZ0001?year=2019-20");
    assertThat(page)
        .containsPattern("paid to whoever the network named[^<]*<strong[^>]*>unverified \\(M\\)")
        .containsPattern("All that is paid <strong[^>]*>unverified \\(M\\)");
    assertThat(page(PLACE + "/practices/Z90001?year=2019-20"))
        .containsPattern("if split by registered list <strong[^>]*>unverified \\(M\\)");
    JsonNode owed = data("/api/places/ZME/funding/arrears?year=2025-26").get("items").get(0);
    assertThat(owed.get("mark").asString()).isNotEmpty();
    assertThat(owed.get("verified").isBoolean()).isTrue();
  }

  @Test
  void whatIsAchievedIsPricedFromTheAddressAndKeptNowhere() {
    String at = "/api/places/ZME/funding/practices/Z90001?year=2024-25";
    assertThat(find(data(at).get("leftOut"), "term", "achievement").get("why").asString())
        .contains("points achieved are not known");
    JsonNode due =
        find(data(at + "&points=600&prevalence=1.1").get("terms"), "term", "achievement");
    JsonNode half =
        find(data(at + "&points=300&prevalence=1.1").get("terms"), "term", "achievement");
    assertThat(due.get("pence").asLong()).isPositive();
    assertThat(half.get("pence").asLong() * 2 - due.get("pence").asLong()).isBetween(-2L, 2L);
    assertThat(due.get("verified").asBoolean()).isFalse();
    assertThat(page(PLACE + "/practices/Z90001?year=2024-25&points=600&prevalence=1.1"))
        .contains("600 points at £220.62", "value=\"600\"", "prevalence factor 1.10 / 1");
    String network = "/api/places/ZME/funding/networks/UZ0001?year=2024-25";
    long full = find(data(network).get("terms"), "term", IMPROVEMENT).get("pence").asLong();
    long part =
        find(data(network + "&percent=50").get("terms"), "term", IMPROVEMENT).get("pence").asLong();
    assertThat(part * 2 - full).isBetween(-2L, 2L);
    assertThat(page(PLACE + "/networks/UZ0001?year=2024-25&points=50&percent=50"))
        .contains("50 points at", "50 % of its share");
    assertThat(find(data(at).get("leftOut"), "term", "achievement")).isNotNull();
  }

  private static final String IMPROVEMENT = "capacity-and-access-improvement";

  @Test
  void arrearsAreBetweenTwoDaysForAPlaceANetworkAndAPractice() {
    String days = "?year=2024-25&from=2024-08-31&to=2024-09-30";
    JsonNode year = data("/api/places/ZME/funding" + days);
    assertThat(year.get("arrearsFrom").asString()).isEqualTo("as known on 2024-08-31");
    long all = year.get("arrearsPence").asLong();
    long sum = 0;
    for (String kind : List.of("networks", "practices")) {
      for (JsonNode one : year.get(kind)) {
        String code = one.get("code").asString();
        sum +=
            data("/api/places/ZME/funding/" + kind + "/" + code + days)
                .get("arrearsPence")
                .asLong();
      }
    }
    assertThat(sum).isEqualTo(all).isNotZero();
    assertThat(page(PLACE + "/networks/UZ0001" + days))
        .contains("Arrears: from rates as known on 2024-08-31 to rates as known on 2024-09-30");
    assertThat(viewer.get(PLACE + "/arrears.csv" + days).body())
        .contains("month,paid_with,", ",network-contract,")
        .doesNotContain(",global-sum,");
    assertThat(data("/api/places/ZME/funding/arrears" + days + "&payee=UZ0001").get("items"))
        .isNotEmpty();
  }

  @Test
  void badInputIsSaidInWordsAndKept() {
    Map<String, String> bad =
        Map.of(
            "year=1066", "The year \"1066\": expected one of 2006/07",
            "year=-3", "The year \"-3\"",
            "day=500", "The day of the month \"500\": expected 1 to 31",
            "day=-1", "The day of the month \"-1\"",
            "as=known&on=30.9.2024", "The day \"30.9.2024\"",
            "as=500%25", "The day \"500%\"",
            "split=half", "The way to split \"half\"");
    Map<String, String> worse =
        Map.of(
            "year=2024-25&as=1066-01-01", "The day \"1066-01-01\": expected a day from 2024-04-01",
            "from=soon", "The day \"soon\"",
            "from=paid&to=announced", "Maybe they are the wrong way round?",
            "points=many", "The points \"many\"",
            "points=-4", "The points \"-4\"",
            "points=999999", "999999 points: expected a number from 0 to 10,000",
            "prevalence=0", "the prevalence factor 0",
            "percent=101", "The percentage \"101\"");
    bad = new java.util.HashMap<>(bad);
    bad.putAll(worse);
    bad.forEach(
        (query, words) -> {
          HttpResponse<String> answer = viewer.get(PLACE + "/networks/UZ0001?" + query);
          assertThat(answer.statusCode()).as(query).isEqualTo(422);
          assertThat(answer.body()).as(query).contains(words, "Maybe", "nhsuk-error-summary");
          assertThat(viewer.get("/api/places/ZME/funding/networks/UZ0001?" + query).statusCode())
              .as(query)
              .isEqualTo(422);
        });
    assertThat(viewer.get(PLACE + "?year=1066").body()).contains("value=\"1066\" selected");
    assertThat(viewer.get(PLACE + "?as=known&on=yesterday").body()).contains("value=\"yesterday\"");
    assertThat(viewer.get(PLACE + "?year=&as=&day=").statusCode()).isEqualTo(200);
    assertThat(viewer.get(PLACE + "/networks/U99999").statusCode()).isEqualTo(404);
    assertThat(viewer.get(PLACE + "/practices/nobody").statusCode()).isEqualTo(404);
    assertThat(viewer.get("/funding/packs/network-contract/1066").statusCode()).isEqualTo(404);
    assertThat(viewer.get(PLACE + "/reconcile?year=1066").statusCode()).isEqualTo(422);
    assertThat(viewer.get(PLACE + "/reconcile?line=Nothing").statusCode()).isEqualTo(422);
    assertThat(viewer.get(PLACE + "/income?of=nobody").statusCode()).isEqualTo(422);
  }

  @Test
  void whatWasPaidIsHeldBesideTheRules() {
    JsonNode late =
        data("/api/places/ZME/funding/reconcile?year=2023-24&line=PCN+Participation&size=200");
    System.out.println(late.get("explanations"));
    assertThat(late.get("compared").asInt()).isGreaterThan(55);
    List<String> classes =
        StreamSupport.stream(late.get("explanations").spliterator(), false)
            .map(one -> one.get("explanation").asString())
            .toList();
    assertThat(classes).contains("as expected", "no participation");
    long sum = 0;
    for (JsonNode one : late.get("differences").get("items")) {
      sum += one.get("pence").asLong();
    }
    assertThat(sum).isEqualTo(late.get("paidPence").asLong() - late.get("expectedPence").asLong());
    assertThat(page(PLACE + "/reconcile?year=2023-24&only=as+expected")).contains("as expected");
    JsonNode global = data("/api/places/ZME/funding/reconcile?line=Global+Sum&size=200");
    assertThat(global.get("differences").get("count").asInt()).isEqualTo(46);
    assertThat(global.get("remarks")).isEmpty();
  }

  @Test
  void incomeIsByNationalNetworkAndLocal() {
    JsonNode income = data("/api/places/ZME/funding/income?year=2023-24");
    double shares = 0;
    for (JsonNode share : income.get("chosen").get("shares")) {
      shares += share.asDouble();
    }
    assertThat(shares).isBetween(0.9999, 1.0001);
    assertThat(income.get("trend")).hasSize(2);
    assertThat(income.get("practices")).hasSize(62);
    assertThat(income.get("networks")).hasSize(16);
    assertThat(income.get("unclassed")).isEmpty();
    long practices = 0;
    for (JsonNode one : income.get("practices")) {
      practices += one.get("earnedPence").asLong();
    }
    assertThat(practices).isEqualTo(income.get("chosen").get("earnedPence").asLong());
    assertThat(page(PLACE + "/income?of=UZ0001")).contains("would have to come through");
  }

  @Test
  void everyPageIsFineOnBothWidthsAndWithoutScript() {
    SignedIn installation = SignedIn.as(PartyKind.INSTALLATION, Role.VIEWER);
    Map<String, String> pages =
        Map.of(
            "place", PLACE + "?year=2025-26",
            "place-wrong", PLACE + "?year=1066&day=99",
            "place-2019", PLACE + "?year=2019-20",
            "network", PLACE + "/networks/UZ0012?year=2025-26",
            "practice", PLACE + "/practices/Z90050?year=2023-24",
            "reconcile", PLACE + "/reconcile?year=2023-24",
            "income", PLACE + "/income",
            "income-practice", PLACE + "/income?of=Z90050",
            "packs", "/funding/packs",
            "pack", "/funding/packs/network-contract/2025-26");
    for (int width : new int[] {Chromium.DESKTOP, Chromium.PHONE}) {
      look(installation, "/funding", "places", width);
      pages.forEach((name, address) -> look(viewer, address, name, width));
    }
  }

  private static void look(SignedIn visitor, String address, String name, int width) {
    try (BrowserContext context =
        Chromium.get()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setBaseURL(ServedTable.address()))) {
      Page page = visitor.enter(context).newPage();
      page.navigate(address);
      if (page.locator("main details").count() > 0) {
        page.locator("main details").first().locator("summary").first().click();
      }
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setClip(0, 0, width, 2_400)
              .setPath(Path.of("target/pictures/funding-" + name + "-" + width + ".png")));
      assertThat(new AxeBuilder(page).analyze().getViolations())
          .as("axe on " + name + " at " + width)
          .extracting(rule -> rule.getId() + " " + rule.getNodes())
          .isEmpty();
      int wide = (int) page.evaluate("document.documentElement.scrollWidth");
      assertThat(wide).as("no sideways scrolling on " + name).isLessThanOrEqualTo(width);
    }
  }
}
