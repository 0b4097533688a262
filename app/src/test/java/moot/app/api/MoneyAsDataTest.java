package moot.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every amount of money in a table or in a figure of a page of funding stands in the data, too. */
class MoneyAsDataTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?:<td class=\"moot-number[^>]*>|<li><strong>)\\s*[+−-]?£([\\d,]+(?:\\.\\d+)?)\\s*<");

  private static final Pattern POUNDS_IN_WORDS = Pattern.compile("£([\\d,]+(?:\\.\\d+)?)");

  private final SignedIn facilitator =
      SignedIn.as(PartyKind.FACILITATOR, "facilitator", Role.EDITOR);

  /** Amounts that stand in the data as pence, as pounds or within a sentence; all in pounds. */
  private static void amounts(JsonNode node, TreeSet<Double> all) {
    if (node.isNumber()) {
      all.add(Math.abs(node.asDouble()));
      all.add(Math.abs(node.asDouble()) / 100);
    } else if (node.isString()) {
      String text = node.asString();
      if (text.matches("-?\\d+(\\.\\d+)?")) {
        all.add(Math.abs(Double.parseDouble(text)));
      }
      for (Matcher one = POUNDS_IN_WORDS.matcher(text); one.find(); ) {
        all.add(Double.parseDouble(one.group(1).replace(",", "")));
      }
    }
    node.forEach(one -> amounts(one, all));
  }

  /**
   * @param least how many amounts the page has at least
   */
  private void isAsData(String page, int least, String... addresses) {
    HttpResponse<String> shown = facilitator.get(page);
    assertThat(shown.statusCode()).as(page).isEqualTo(200);
    TreeSet<Double> data = new TreeSet<>();
    for (String address : addresses) {
      HttpResponse<String> answer = facilitator.get(address);
      assertThat(answer.statusCode()).as(address + "\n" + answer.body()).isEqualTo(200);
      amounts(JSON.readTree(answer.body()), data);
    }
    List<String> missing = new ArrayList<>();
    int found = 0;
    for (Matcher amount = AMOUNT.matcher(shown.body()); amount.find(); found++) {
      String written = amount.group(1).replace(",", "");
      int point = written.indexOf('.');
      double half = 0.5 * Math.pow(10, point < 0 ? 0 : point - written.length() + 1) + 1e-9;
      double pounds = Double.parseDouble(written);
      if (data.subSet(pounds - half, true, pounds + half, true).isEmpty()) {
        missing.add(amount.group());
      }
    }
    assertThat(missing).as(page).isEmpty();
    assertThat(found).as("amounts of " + page).isGreaterThanOrEqualTo(least);
    System.out.printf("%s: %d amounts, all in the data%n", page, found);
  }

  @Test
  void whatContractsBring() {
    String year = "?year=2024-25&size=200";
    String api = "/api/places/ZME/funding";
    String terms = api + "/terms" + year;
    isAsData(
        "/funding/places/ZME" + year,
        50,
        api + year,
        terms,
        terms + "&page=2",
        api + "/arrears" + year);
    for (String one : List.of("/networks/UZ0001", "/practices/Z90001")) {
      isAsData("/funding/places/ZME" + one + year, 20, api + one + year);
    }
  }

  @Test
  void whatWasPaidAndWhereIncomeComesFrom() {
    for (String sheet : List.of("reconcile", "income", "income?of=UZ0006", "income?of=Z90001")) {
      isAsData(
          "/funding/places/ZME/" + sheet,
          15,
          "/api/places/ZME/funding/" + sheet + (sheet.contains("?") ? "&" : "?") + "size=50");
    }
  }

  @Test
  void waysToPayForTheManagement() {
    String page =
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
    isAsData(page, 30, page.replace("/funding/", "/api/"));
  }

  @Test
  void theNewRoles() {
    String page =
        facilitator
            .post("/funding/roles", Map.of("name", "As data", "network", "UZ0001"))
            .uri()
            .getPath();
    Map<String, String> post = new HashMap<>();
    post.put("on", "1");
    post.put("what", "post");
    post.put("role", "clinical-pharmacist");
    post.put("wte", "2");
    post.put("people", "2");
    post.put("from", "2024-07-01");
    post.put("pay", "50000");
    post.put("onCosts", "25");
    post.put("employer", "LEAD_PRACTICE");
    post.put("show", "2024/25");
    HttpResponse<String> changed = facilitator.post(page + "/change", post);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    String api = page.replace("/funding/roles", "/api/role-plans");
    String year = "?year=2024-25";
    isAsData(page + year, 10, api + year);
    isAsData(page + "/stop" + year, 2, api + "/stop" + year);
    isAsData("/funding/scale", 10, "/api/scale");
  }
}
