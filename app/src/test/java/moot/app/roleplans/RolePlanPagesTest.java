package moot.app.roleplans;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.app.Chromium;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A practice plans its network's new roles at Mereshire; others see of it what they may. */
class RolePlanPagesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SignedIn owner = SignedIn.as(PartyKind.PRACTICE, "Z90001", Role.EDITOR);
  private final SignedIn other = SignedIn.as(PartyKind.PRACTICE, "Z90002", Role.EDITOR);
  private final SignedIn system = SignedIn.as(PartyKind.SYSTEM, Role.EDITOR);

  static long make(SignedIn by, String name) {
    HttpResponse<String> made =
        by.post("/funding/roles", Map.of("name", name, "network", "UZ0001"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    return Long.parseLong(made.uri().getPath().replaceAll(".*/", ""));
  }

  static Map<String, String> post(int on, String role, String wte, String from, String pay) {
    Map<String, String> fields = new HashMap<>();
    fields.put("on", "" + on);
    fields.put("what", "post");
    fields.put("role", role);
    fields.put("wte", wte);
    fields.put("people", "" + (int) Math.ceil(Double.parseDouble(wte)));
    fields.put("from", from);
    fields.put("pay", pay);
    fields.put("onCosts", "25");
    fields.put("employer", "LEAD_PRACTICE");
    fields.put("show", "2024/25");
    return fields;
  }

  static void change(SignedIn by, long id, Map<String, String> fields) {
    HttpResponse<String> answer = by.post("/funding/roles/" + id + "/change", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Two pharmacists from July, a technician, a paramedic of whom no maximum is known. */
  private long plan(String name) {
    long id = make(owner, name);
    Map<String, String> first = post(1, "clinical-pharmacist", "2", "2021-07-01", "50000");
    first.put("age", "44");
    first.put("serviceFrom", "2015-03-02");
    change(owner, id, first);
    change(owner, id, post(2, "pharmacy-technician", "1", "2024-09-16", "30000"));
    Map<String, String> third = post(3, "podiatrist", "0.6", "2024-04-01", "42000");
    third.put("employer", "FEDERATION");
    change(owner, id, third);
    return id;
  }

  @Test
  void everyPageIsFineOnBothWidthsAndWithoutScript() {
    long id = plan("Pharmacists first");
    change(
        owner,
        id,
        Map.of(
            "on",
            "4",
            "what",
            "maximum",
            "year",
            "2024/25",
            "role",
            "podiatrist",
            "maximum",
            "60000"));
    assertThat(
            system
                .post(
                    "/funding/donors",
                    Map.of(
                        "name",
                        "Mereshire Hospitals",
                        "role",
                        "clinical-pharmacist",
                        "staff",
                        "40",
                        "threshold",
                        "2"))
                .statusCode())
        .isEqualTo(200);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("list", "/funding/roles");
    pages.put("plan", "/funding/roles/" + id + "?year=2024-25");
    pages.put("plan-now", "/funding/roles/" + id);
    pages.put("post", "/funding/roles/" + id + "?year=2024-25&post=2");
    pages.put("stop", "/funding/roles/" + id + "/stop?last=2025-03-31&given=2024-12-31");
    pages.put("stop-wrong", "/funding/roles/" + id + "/stop?last=1066");
    pages.put("sides", "/funding/roles/" + id + "/sides?year=2021-22");
    pages.put("donors", "/funding/donors");
    pages.put("sides-now", "/funding/roles/" + id + "/sides");
    pages.put("stop-later", "/funding/roles/" + id + "/stop?last=2027-06-30&given=2027-03-31");
    pages.put("scale", "/funding/scale");
    pages.put("scale-wrong", "/funding/scale?NETWORK-0=500&fixed-1=lots");
    for (int width : new int[] {Chromium.DESKTOP, Chromium.PHONE}) {
      pages.forEach((name, address) -> look(owner, address, name, width));
      look(system, "/funding/donors", "donors-system", width);
    }
  }

  private JsonNode data(SignedIn by, String address) {
    HttpResponse<String> answer = by.get(address);
    assertThat(answer.statusCode()).as(address + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /**
   * Two pharmacists at £62,500 with on-costs in 2024/25, at most £62,340 until September and
   * £65,838 from October: half a year is reimbursed up to the maximum, the other half whole.
   */
  @Test
  void costIsReimbursedUpToTheMaximumOfEachMonthAndPartsAddUp() {
    long id = make(owner, "By month");
    change(owner, id, post(1, "clinical-pharmacist", "2", "2021-07-01", "50000"));
    Map<String, String> settings = settings(2, "By month");
    settings.put("prices", "2024/25");
    change(owner, id, settings);
    JsonNode year = data(owner, "/api/role-plans/" + id + "?year=2024-25");
    JsonNode total = year.get("total");
    assertThat(total.get("costPence").asLong()).isEqualTo(12_500_000);
    assertThat(total.get("reimbursedPence").asLong()).isEqualTo(6_234_000 + 6_250_000);
    assertThat(total.get("aboveMaximumPence").asLong()).isEqualTo(16_000);
    long months = 0;
    for (JsonNode month : year.get("months")) {
      months += month.get("parts").get("reimbursedPence").asLong();
    }
    assertThat(months).isEqualTo(total.get("reimbursedPence").asLong());
    long borne = 0;
    for (JsonNode bill : year.get("practices")) {
      borne += bill.get("total").get("toPence").asLong();
    }
    assertThat(borne).isEqualTo(year.get("left").get("toPence").asLong()).isEqualTo(16_000);
    assertThat(year.get("left").get("fromPence").asLong()).isEqualTo(16_000);
    assertThat(owner.get("/funding/roles/" + id + "?year=2024-25").body())
        .contains("£125,000.00", "£124,840.00", "£160.00");
    // The 30 %: of £125,000 the network bears £37,500.
    settings.put("on", "3");
    settings.put("percent", "70");
    change(owner, id, settings);
    total = data(owner, "/api/role-plans/" + id + "?year=2024-25").get("total");
    assertThat(total.get("sharePence").asLong()).isEqualTo(3_750_000);
    assertThat(total.get("reimbursedPence").asLong()).isEqualTo(8_750_000);
  }

  /**
   * Five pharmacists and a GP in 2025/26, of whom the GP's maximum alone is known: the pharmacists'
   * pay is neither reimbursed for certain nor the practices', and nothing of it is verified.
   */
  @Test
  void whatHasNoKnownMaximumIsNeitherReimbursedNorThePracticesNorUnspent() {
    long id = make(owner, "Five pharmacists");
    change(owner, id, post(1, "clinical-pharmacist", "5", "2025-04-01", "50000"));
    change(owner, id, post(2, "general-practitioner", "1", "2025-04-01", "80000"));
    String address = "/role-plans/" + id + "?year=2025-26";
    JsonNode year = data(owner, "/api" + address);
    long open = year.get("total").get("cannotBeSaidPence").asLong();
    assertThat(open).isEqualTo(31_250_000);
    assertThat(year.get("total").get("abovePence").asLong()).isZero();
    assertThat(year.get("left").get("fromPence").asLong()).isLessThan(open);
    assertThat(year.get("left").get("toPence").asLong()).isEqualTo(open);
    JsonNode unspent = year.get("unspent");
    assertThat(unspent.get("toPence").asLong()).isGreaterThan(unspent.get("fromPence").asLong());
    assertThat(year.get("mark").asString()).isEqualTo("M");
    assertThat(year.get("verified").asBoolean()).isFalse();
    assertThat(year.get("sums").get(0).get("verified").asBoolean()).isFalse();
    String page = owner.get("/funding/roles/" + id + "?year=2025-26").body();
    assertThat(page)
        .contains(
            "Clinical pharmacist: no maximum is known for 2025/26",
            "Of <strong>£312,500.00</strong> it cannot be said",
            "£0.00<span class=\"moot-figures__to\"> to</span> £312,500.00</strong>",
            "unverified (M)");
    JsonNode sides = data(owner, "/api/role-plans/" + id + "/sides?year=2025-26");
    assertThat(worry(sides.get("practices"), "We pay what lies above the caps"))
        .containsExactly("£0.00", "no");
    assertThat(worry(sides.get("practices"), "We pay what may not be reimbursed"))
        .containsExactly("£0.00 to £312,500.00", "unknown");
    assertThat(owner.get("/funding/roles/" + id + "/sides?year=2025-26").body())
        .contains("Whether the figures give cause cannot be said.");
  }

  private static List<String> worry(JsonNode worries, String about) {
    JsonNode one =
        worries
            .valueStream()
            .filter(worry -> worry.get("about").asString().startsWith(about))
            .findFirst()
            .orElseThrow();
    return List.of(one.get("figure").asString(), one.get("cause").asString());
  }

  /** A paramedic can be planned, is told since when, and the ambulance trust gives staff. */
  @Test
  void rolesWithoutAKnownMaximumCanBePlannedAndDrawn() {
    long id = make(owner, "Paramedics");
    change(owner, id, post(1, "paramedic", "2", "2020-10-01", "42000"));
    change(owner, id, post(2, "mental-health-practitioner-adults", "1", "2026-04-01", "40000"));
    assertThat(owner.get("/funding/roles/" + id + "?year=2020-21").body())
        .contains("Paramedic: may be claimed from April 2021 on (V)");
    String sides = "/funding/roles/" + id + "/sides?year=2026-27";
    assertThat(owner.get(sides).body())
        .contains("Mental health practitioner for adults (mental health)");
    assertThat(
            system
                .post(
                    "/funding/donors",
                    Map.of(
                        "name",
                        "Mereshire Ambulance",
                        "role",
                        "paramedic",
                        "staff",
                        "20",
                        "threshold",
                        "4"))
                .statusCode())
        .isEqualTo(200);
    assertThat(system.get("/funding/donors").body())
        .contains("<optgroup label=\"Ambulance\">", "Mereshire Ambulance");
  }

  /** Hours are assumed role by role, stand on the page and are changed for one plan. */
  @Test
  void hoursAreAssumedForEachRoleAndChangedInAPlan() {
    long id = make(owner, "Hours");
    change(owner, id, post(1, "general-practitioner", "1", "2025-04-01", "80000"));
    change(owner, id, post(2, "physician-associate", "1", "2025-04-01", "40000"));
    String sides = "/api/role-plans/" + id + "/sides?year=2026-27";
    JsonNode roles = data(owner, sides).get("roles");
    assertThat(roles.get(1).get("given").get("likely").asDouble())
        .isGreaterThan(5 * roles.get(0).get("given").get("likely").asDouble());
    assertThat(owner.get("/funding/roles/" + id + "/sides").body())
        .contains("Nothing of it was read anywhere", "value=\"3 5 10\"", "Hours: Every other role");
    Map<String, String> hours = new HashMap<>();
    hours.put("on", "3");
    hours.put("what", "work");
    hours.put("role", "physician-associate");
    hours.put("weekly", "37.5");
    hours.put("weeks", "40 42 44");
    hours.put("meetings", "1 2 4");
    hours.put("ownInduction", "0");
    hours.put("supervision", "1");
    hours.put("givenInduction", "0");
    hours.put("whose", "the trainers");
    change(owner, id, hours);
    JsonNode changed = data(owner, sides).get("roles").get(1);
    assertThat(changed.get("supervision").get("likely").asDouble()).isEqualTo(1);
    assertThat(changed.get("whose").asString()).isEqualTo("the trainers");
    hours.put("on", "4");
    hours.put("supervision", "lots");
    HttpResponse<String> wrong = owner.post("/funding/roles/" + id + "/change", hours);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("value=\"lots\"", "href=\"#work-supervision\"", "id=\"work-supervision\"");
  }

  private static Map<String, String> settings(int on, String name) {
    Map<String, String> fields = new HashMap<>();
    fields.put("on", "" + on);
    fields.put("what", "settings");
    fields.put("name", name);
    fields.put("split", "list");
    fields.put("lead", "Z90001");
    fields.put("prices", "2026/27");
    fields.put("payGrowth", "0");
    fields.put("show", "2024/25");
    return fields;
  }

  /** 44 at the start, ten years' service: 13 weeks at the cap of £700, for two. */
  @Test
  void agesAndServiceAreReckonedForTheirPartyAndNobodyElseFindsThem() {
    long id = plan("Kept to ourselves");
    String stop = "/stop?last=2025-03-31&given=2024-12-31";
    assertThat(other.get("/funding/roles/" + id).statusCode()).isEqualTo(404);
    assertThat(other.get("/api/role-plans/" + id).statusCode()).isEqualTo(404);
    assertThat(owner.post("/funding/roles/" + id + "/share", Map.of()).statusCode()).isEqualTo(200);
    JsonNode own = data(owner, "/api/role-plans/" + id + stop);
    assertThat(own.get("asPlanned").get("totalPence").asLong()).isEqualTo(1_820_000);
    assertThat(own.get("withStaff").asBoolean()).isTrue();
    assertThat(owner.get("/funding/roles/" + id).body()).contains("2015-03-02");
    assertThat(data(other, "/api/role-plans/" + id + stop).get("withStaff").asBoolean()).isFalse();

    List<String> pages =
        List.of(
            "/funding/roles/" + id + "?year=2024-25",
            "/funding/roles/" + id + "?year=2024-25&post=1",
            "/funding/roles/" + id + stop,
            "/funding/roles/" + id + "/sides?year=2024-25",
            "/api/role-plans/" + id + "?year=2024-25",
            "/api/role-plans/" + id + stop,
            "/api/role-plans/" + id + "/sides?year=2024-25",
            "/api/journal?about=roleplan:" + id);
    List<SignedIn> others = List.of(other, system, SignedIn.as(PartyKind.LMC, Role.VIEWER));
    List<String> before = seen(others, pages);
    assertThat(before).noneMatch(body -> body.contains("2015-03-02") || body.contains("18,200"));
    Map<String, String> older = post(4, "clinical-pharmacist", "2", "2021-07-01", "50000");
    older.put("post", "1");
    older.put("age", "61");
    older.put("serviceFrom", "2001-03-02");
    change(owner, id, older);
    assertThat(
            data(owner, "/api/role-plans/" + id + stop).get("asPlanned").get("totalPence").asLong())
        .isGreaterThan(1_820_000);
    assertThat(seen(others, pages)).as("nothing that others see has changed").isEqualTo(before);
    assertThat(SignedIn.as(PartyKind.LMC, Role.VIEWER).get("/journal").body())
        .contains("shared the role plan “Kept to ourselves” with the table");
    // Others look; they do not change it.
    assertThat(
            other
                .post(
                    "/funding/roles/" + id + "/change",
                    post(5, "podiatrist", "1", "2025-01-01", "1"))
                .statusCode())
        .isEqualTo(403);
  }

  /** All that they get, without what is different each time: tokens, versions, when. */
  private static List<String> seen(List<SignedIn> visitors, List<String> pages) {
    List<String> all = new ArrayList<>();
    for (SignedIn visitor : visitors) {
      for (String page : pages) {
        HttpResponse<String> answer = visitor.get(page);
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        all.add(
            answer
                .body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("Version \\d+, by [^.]*\\.", "")
                .replaceAll("\"version\":\\d+,\"changedAt\":\"[^\"]*\"", ""));
      }
    }
    return all;
  }

  @Test
  void whatCannotBeMeantIsSaidAndNothingIsLost() {
    long id = plan("Bad input");
    String change = "/funding/roles/" + id + "/change";
    Map<String, String> bad = post(4, "clinical-pharmacist", "-2", "1066-10-14", "");
    bad.put("onCosts", "500");
    bad.put("people", "1");
    HttpResponse<String> answer = owner.post(change, bad);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("nothing; expected a number", "value=\"500\"", "Maybe");
    bad.put("pay", "50000");
    answer = owner.post(change, bad);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "1066-10-14; expected a day from 1 April 2019",
            "500 %; expected 0 to 100 % of pay",
            "-2; expected more than 0",
            "value=\"1066-10-14\"",
            "href=\"#post-onCosts\"",
            "nhsuk-input--error");
    Map<String, String> settings = settings(4, "");
    assertThat(owner.post(change, settings).body()).contains("0 characters; expected 1 to 100");
    settings.put("name", "Bad input");
    settings.put("percent", "500");
    settings.put("payGrowth", "500");
    assertThat(owner.post(change, settings).body())
        .contains("pay growth: 500 %; expected −10 to 25 % a year");
    settings.put("payGrowth", "0");
    assertThat(owner.post(change, settings).body())
        .contains("reimbursement: 500 %; expected 0 to 100 %");
    assertThat(
            owner
                .post(change, Map.of("on", "4", "what", "sum", "year", "1066", "sum", "1"))
                .statusCode())
        .isEqualTo(422);
    assertThat(
            owner
                .post(change, Map.of("on", "4", "what", "sum", "year", "2024/25", "sum", "-5"))
                .body())
        .contains("expected £0 to");
    assertThat(
            owner
                .post(
                    change,
                    Map.of(
                        "on", "4", "what", "employment", "employer", "TRUST", "toPractices", "500"))
                .body())
        .contains("500 %; expected 0 to 100 %");
    assertThat(owner.post(change, Map.of("on", "4", "what", "local", "local", "90 50 10")).body())
        .contains("low ≤ likely ≤ high");
    assertThat(owner.post(change, Map.of("on", "4", "what", "nonsense")).statusCode())
        .isEqualTo(422);
    assertThat(owner.post(change, Map.of("what", "remove")).statusCode()).isEqualTo(400);
    assertThat(owner.get("/funding/roles/" + id + "?year=1066").statusCode()).isEqualTo(422);
    assertThat(owner.get("/funding/roles/" + id + "/stop?last=1066-10-14").body())
        .contains("last funded day: 1066-10-14; expected a day from 1 April 2019");
    assertThat(owner.get("/api/role-plans/" + id + "/stop?last=1066-10-14").statusCode())
        .isEqualTo(422);
    assertThat(owner.post("/funding/roles", Map.of("name", "X", "network", "U1")).statusCode())
        .isEqualTo(422);
    assertThat(
            system
                .post(
                    "/funding/donors",
                    Map.of("name", "Far", "role", "podiatrist", "staff", "-1", "threshold", "500"))
                .body())
        .contains("-1; expected more than 0", "500 %; expected 0 to 100 %");
    JsonNode kept = data(owner, "/api/role-plans/" + id);
    assertThat(kept.get("plan").get("version").asInt()).as("nothing was kept").isEqualTo(4);
    assertThat(kept.get("content").get("posts")).hasSize(3);
  }

  @Test
  void anOvertakenSaveIsRefusedWithWhatHolds() {
    long id = plan("Both at once");
    Map<String, String> late = post(3, "podiatrist", "1", "2025-04-01", "44444");
    HttpResponse<String> answer = owner.post("/funding/roles/" + id + "/change", late);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("version 4 holds now", "44444");
    change(owner, id, Map.of("on", "4", "what", "remove", "post", "2"));
    assertThat(data(owner, "/api/role-plans/" + id).get("content").get("posts")).hasSize(2);
  }

  @Test
  void staffIsHeldAgainstTheThresholdsOfTheSystem() {
    long id = make(owner, "Whose staff");
    change(owner, id, post(1, "dietitian", "2", "2025-06-01", "40000"));
    system.post(
        "/funding/donors",
        Map.of("name", "Community", "role", "dietitian", "staff", "20", "threshold", "4"));
    JsonNode draws = data(owner, "/api/role-plans/" + id + "/sides?year=2025-26").get("draws");
    JsonNode drawn =
        draws
            .valueStream()
            .filter(one -> one.get("service").asString().equals("Community"))
            .findFirst()
            .orElseThrow();
    // None, half or all of the two recruits, of twenty.
    assertThat(drawn.get("percent").get("likely").asDouble()).isEqualTo(5.0);
    assertThat(drawn.get("over").asString()).isEqualTo("likely");
    assertThat(owner.get("/funding/roles/" + id + "/sides?year=2025-26").body())
        .contains("Community loses staff in the role Dietitian", "The figures give cause.");
    assertThat(
            owner
                .post(
                    "/funding/donors",
                    Map.of("name", "X", "role", "dietitian", "staff", "1", "threshold", "1"))
                .statusCode())
        .as("practices do not set thresholds")
        .isEqualTo(403);
  }

  @Test
  void costAHeadInEachFormAddsUpAndSaysItsAssumptions() {
    JsonNode scale = data(owner, "/api/scale?network=UZ0001&network=UZ0002");
    for (JsonNode form : scale.get("forms")) {
      long sum = 0;
      for (JsonNode one : form.get("practices")) {
        sum += one.get("pence").asLong();
      }
      assertThat(sum).isEqualTo(form.get("pence").asLong());
    }
    assertThat(scale.get("forms").get(2).get("pence").asLong())
        .as("assumed: a federation shares more than each alone")
        .isLessThan(scale.get("forms").get(0).get("pence").asLong());
    JsonNode whole = data(owner, "/api/scale");
    assertThat(whole.get("chosen").size())
        .as("the whole place to begin with")
        .isEqualTo(whole.get("networks").size())
        .isGreaterThan(1);
    List<Long> years = new ArrayList<>();
    for (JsonNode form : whole.get("forms")) {
      years.add(form.get("pence").asLong());
      boolean alone = form.get("form").asString().equals("alone");
      assertThat(form.get("runningPence").asLong() == 0).isEqualTo(alone);
      assertThat(form.get("oncePence").asLong() == 0).isEqualTo(alone);
    }
    assertThat(years).doesNotHaveDuplicates();
    assertThat(owner.get("/funding/scale").body())
        .contains("assumption of Moot", "the whole place", ">assumed</strong>")
        .doesNotContain("Running it: £0.00");
    assertThat(owner.get("/funding/scale?board-FEDERATION=1&once-MERGER=2").body())
        .contains("entered on this page", ">partly assumed</strong>");
    HttpResponse<String> wrong = owner.get("/funding/scale?NETWORK-0=500&fixed-1=-3");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("shared as network: 500 %; expected 0 to 100 %", "value=\"500\"", "−£3.00");
    assertThat(owner.get("/api/scale?audit-MERGER=lots").statusCode()).isEqualTo(422);
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
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/pictures/roles-" + name + "-" + width + ".png")));
      assertThat(new AxeBuilder(page).analyze().getViolations())
          .as("axe on " + name + " at " + width)
          .extracting(rule -> rule.getId() + " " + rule.getNodes())
          .isEmpty();
      int wide = (int) page.evaluate("document.documentElement.scrollWidth");
      assertThat(wide).as("no sideways scrolling on " + name).isLessThanOrEqualTo(width);
    }
  }
}
