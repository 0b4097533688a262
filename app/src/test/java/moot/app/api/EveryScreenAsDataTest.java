package moot.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.AccessTable;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.demo.Demo;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that a screen shows is there as data: each page of {@link AccessTable} is named here
 * with the addresses that give what it shows, and of some the figures are looked up there.
 */
class EveryScreenAsDataTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Pages, maps and papers, each with where what it shows is as data. */
  private static final Map<String, List<String>> AS_DATA = new LinkedHashMap<>();

  private static void shows(String page, String... data) {
    AS_DATA.put(page, List.of(data));
  }

  static {
    shows("/seats", "/api/seats");
    shows("/account", "/api/account");
    shows("/roles", "/api/roles");

    String place = "/api/places/{code}";
    String run = "/api/runs/{id}";
    shows("/forming", "/api/places", "/api/runs", place, place + "/runs");
    shows("/forming/places", "/api/places", "/api/runs");
    shows("/forming/places/{code}", place, place + "/runs", place + "/map");
    shows("/forming/places/{code}/today.geojson", place + "/map");
    shows("/forming/places/{code}/today.svg", place + "/map");
    shows(
        "/forming/runs/{id}", run, run + "/plan", run + "/beside", "/api/compare", place + "/runs");
    shows("/forming/runs/{id}/progress", run);
    shows("/forming/runs/{id}/beside/{key}", run + "/beside/{key}");
    shows("/forming/runs/{id}/beside/{key}.geojson", run + "/beside/{key}/map");
    shows("/forming/runs/{id}/beside/{key}.svg", run + "/beside/{key}/map");
    shows("/forming/compare", "/api/compare", place + "/runs");
    for (String ending : List.of("csv", "xlsx", "pdf", "json")) {
      shows("/forming/runs/{id}/plan." + ending, run + "/plan");
    }
    for (String map : List.of("plan-download.geojson", "plan.geojson", "plan.svg")) {
      shows("/forming/runs/{id}/" + map, run + "/map");
    }
    shows("/forming/runs/{id}/today.geojson", run + "/today");
    shows("/forming/runs/{id}/today.svg", run + "/today");

    String draft = "/api/drafts/{id}";
    shows("/table", "/api/waiting", "/api/comments");
    shows("/table/drafts", "/api/drafts");
    shows(
        "/table/drafts/{id}",
        draft,
        draft + "/versions",
        draft + "/versions/{number}",
        draft + "/map",
        "/api/comments");
    shows("/table/drafts/{id}/panel", draft, draft + "/versions", "/api/comments");
    shows("/table/drafts/{id}/cells.geojson", draft + "/map");
    shows("/table/drafts/{id}/draft.svg", draft + "/map");
    shows("/table/drafts/{id}/draft.csv", draft + "/versions/{number}");
    shows("/table/drafts/{id}/draft.json", draft + "/versions/{number}");
    shows("/table/drafts/{id}/compare", draft + "/compare");
    shows("/table/drafts/{id}/wishes", draft + "/wishes");
    shows("/table/wishes", "/api/wishes");

    String proposal = "/api/proposals/{id}";
    shows("/table/consent", "/api/proposals");
    shows("/table/consent/{id}", proposal, "/api/comments");
    shows("/table/consent/{id}/map.svg", proposal + "/map");
    for (String ending : List.of("pdf", "json", "csv")) {
      shows("/table/consent/{id}/registration-pack." + ending, proposal + "/registration-pack");
    }

    String funding = "/api/places/{code}/funding";
    shows("/funding", "/api/places");
    shows("/funding/places/{code}", funding, funding + "/terms", funding + "/arrears");
    shows("/funding/places/{code}/networks/{network}", funding + "/networks/{network}");
    shows("/funding/places/{code}/practices/{practice}", funding + "/practices/{practice}");
    shows("/funding/places/{code}/reconcile", funding + "/reconcile");
    shows("/funding/places/{code}/income", funding + "/income");
    for (String ending : List.of("csv", "xlsx")) {
      shows("/funding/places/{code}/reconcile." + ending, funding + "/reconcile");
      shows("/funding/places/{code}/income." + ending, funding + "/income");
    }
    for (String paper : List.of("payments.csv", "payments.xlsx", "trace.json")) {
      shows("/funding/places/{code}/" + paper, funding + "/terms");
    }
    shows("/funding/places/{code}/arrears.csv", funding + "/arrears");
    shows("/funding/places/{code}/summary.json", funding);
    shows("/funding/packs", "/api/funding/packs");
    shows("/funding/packs/{contract}/{year}", "/api/funding/packs/{contract}/{year}");

    String scenario = "/api/scenarios/{id}";
    shows("/funding/scenarios", "/api/scenarios");
    shows("/funding/scenarios/{id}", scenario, scenario + "/versions");
    shows("/funding/scenarios/{id}/scenario.yaml", scenario);
    shows("/funding/scenarios/{id}/scenario.json", scenario);
    shows("/funding/scenarios/compare", "/api/scenarios/compare");
    shows("/funding/scenarios/{id}/mix", scenario + "/mix", scenario);

    String roles = "/api/role-plans/{id}";
    shows("/funding/roles", "/api/role-plans");
    shows("/funding/roles/{id}", roles);
    shows("/funding/roles/{id}/stop", roles + "/stop");
    shows("/funding/roles/{id}/sides", roles + "/sides", roles);
    shows("/funding/donors", "/api/donors");
    shows("/funding/scale", "/api/scale");

    shows("/journal", "/api/journal");
    shows("/journal/check", "/api/journal/check");
    shows("/tokens", "/api/tokens");
    shows("/map", "/api/networks", "/api/networks/practices", "/api/places");
    shows("/map/networks.json", "/api/networks", "/api/networks/practices");
    shows("/map/networks.svg", "/api/networks");
    shows("/people", "/api/people");
    shows("/people/parties", "/api/people/parties", "/api/places");
    shows("/people/parties/{party}", "/api/people/parties/{party}");
    shows("/people/accounts", "/api/people/accounts");
    shows("/imports", "/api/imports");
    shows("/imports/{id}", "/api/imports/{id}", "/api/imports/{id}/problems");
    shows("/imports/{id}/problems.csv", "/api/imports/{id}/problems");
  }

  /** What shows nothing of the table, and why. */
  private static final Map<String, String> NOTHING_TO_GIVE =
      Map.ofEntries(
          Map.entry("/", "leads elsewhere"),
          Map.entry("/sign-in", "a step of signing in"),
          Map.entry("/sign-in/code", "a step of signing in"),
          Map.entry("/oauth2/authorization/{provider}", "a step of signing in"),
          Map.entry("/login/oauth2/code/{provider}", "a step of signing in"),
          Map.entry("/invitations/{secret}", "for whoever has its link alone"),
          Map.entry("/passwords/{secret}", "for whoever has its link alone"),
          Map.entry("/moot.css", "how pages look"),
          Map.entry("/icon.svg", "how pages look"),
          Map.entry("/js/**", "how pages work"),
          Map.entry("/vendor/**", "how pages work"),
          Map.entry("/forming/places/{code}/new", "a form"),
          Map.entry("/table/consent/new", "a form"),
          Map.entry("/table/consent/change", "a form"),
          Map.entry("/funding/scenarios/new", "a form"),
          Map.entry("/funding/scenarios/file", "a form"),
          Map.entry("/table/drafts/{id}/events", "that something is new, not what"));

  private static Set<String> getRows() {
    return AccessTable.ROUTES.stream()
        .filter(route -> route.method().equals("GET"))
        .map(route -> route.pattern().getPatternString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyPageOfTheTableIsNamedWithItsData() {
    Set<String> pages =
        getRows().stream()
            .filter(row -> !row.startsWith("/api/"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> thoughtOf = new TreeSet<>(AS_DATA.keySet());
    thoughtOf.addAll(NOTHING_TO_GIVE.keySet());
    assertThat(pages).as("pages of AccessTable (left) and those named here").isEqualTo(thoughtOf);
    assertThat(AS_DATA).doesNotContainKeys(NOTHING_TO_GIVE.keySet().toArray(String[]::new));
    Set<String> data = AS_DATA.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    assertThat(getRows()).containsAll(data);
    System.out.printf(
        "%d screens and papers, given by %d addresses of the API; %d with nothing to give%n",
        AS_DATA.size(), data.size(), NOTHING_TO_GIVE.size());
  }

  /** A number as pages write it, alone in a cell or in a list of figures. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?:<td class=\"moot-number\">|<th scope=\"row\" class=\"moot-number\">|<li><strong>)"
              + "[+−-]?([\\d,]+(?:\\.\\d+)?)%?</");

  /** Tables in which each row is another kind of figure; their row headings are no names. */
  private static final Pattern LABELS =
      Pattern.compile(
          "aria-label=\"Figures of both\".*?</table>|<details[^>]*id=\"cost-details\".*?</details>|<table(?:(?!</table>).)*>Evenness of size<.*?</table>",
          Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("<th scope=\"row\">(?:<a [^>]*>)?([^<]+)<");

  /** All numbers of an answer, and how long its lists are. */
  private static void numbers(JsonNode node, Set<Double> all) {
    if (node.isNumber()) {
      all.add(Math.abs(node.asDouble()));
    } else if (node.isArray()) {
      all.add((double) node.size());
    }
    node.forEach(one -> numbers(one, all));
  }

  private static void strings(JsonNode node, Set<String> all) {
    if (node.isString()) {
      all.add(node.asString());
    }
    node.forEach(one -> strings(one, all));
  }

  /** Looks every figure and every name of a page's tables up in the data. */
  private static void isAsData(SignedIn visitor, String page, int figures, String... addresses) {
    String html = visitor.get(page).body();
    Set<Double> numbers = new TreeSet<>();
    Set<String> strings = new TreeSet<>();
    for (String address : addresses) {
      var answer = visitor.get(address);
      assertThat(answer.statusCode()).as(address + "\n" + answer.body()).isEqualTo(200);
      JsonNode data = JSON.readTree(answer.body());
      numbers(data, numbers);
      strings(data, strings);
    }
    List<String> missing = new ArrayList<>();
    int found = 0;
    for (Matcher cell = FIGURE.matcher(html); cell.find(); found++) {
      String figure = cell.group(1).replace(",", "");
      int point = figure.indexOf('.');
      double power = Math.pow(10, point < 0 ? 0 : figure.length() - point - 1);
      double shown = Double.parseDouble(figure);
      if (numbers.stream().noneMatch(n -> Math.abs(Math.round(n * power) / power - shown) < 1e-9)) {
        missing.add(cell.group());
      }
    }
    for (Matcher name = NAME.matcher(LABELS.matcher(html).replaceAll("")); name.find(); found++) {
      String shown =
          name.group(1).strip().replace("&amp;", "&").replace("&#39;", "'").replace(" (hub)", "");
      if (strings.stream().noneMatch(one -> one.contains(shown))) {
        missing.add(shown);
      }
    }
    assertThat(missing).as(page).isEmpty();
    assertThat(found).as("figures and names of " + page).isGreaterThanOrEqualTo(figures);
    System.out.printf("%s: %d figures and names, all in the data%n", page, found);
  }

  @Test
  void theFiguresOfAPlaceAndItsPlanAreInTheData() {
    long run = finishedRun();
    SignedIn viewer = SignedIn.as(PartyKind.LMC, Role.VIEWER);
    String api = "/api/runs/" + run;
    String beside = "/api/compare?left=today&right=" + run;
    isAsData(viewer, "/forming/places", 3, "/api/places", "/api/runs");
    isAsData(viewer, "/forming/places/ZME", 30, "/api/places/ZME", "/api/places/ZME/runs?size=200");
    isAsData(viewer, "/forming/compare?left=today&right=" + run, 30, beside);
    isAsData(viewer, "/forming/runs/" + run, 100, api, api + "/plan", beside);
  }

  @Test
  void theFiguresOfADraftAreInTheData() {
    SignedIn facilitator = SignedIn.as(PartyKind.FACILITATOR, Role.EDITOR);
    String page =
        facilitator
            .post("/table/drafts", Map.of("name", "As data", "from", "today"))
            .uri()
            .getPath();
    facilitator.post(page + "/share", Map.of());
    String api = page.replace("/table/", "/api/");
    String practice =
        JSON.readTree(facilitator.get(api).body())
            .get("networkOf")
            .propertyNames()
            .iterator()
            .next();
    facilitator.post(
        page + "/change", Map.of("on", "1", "what", "move", "practice", practice, "network", "+"));
    assertThat(JSON.readTree(facilitator.get(api).body()).get("version").asInt()).isEqualTo(2);
    isAsData(facilitator, "/table/drafts", 1, "/api/drafts?size=200");
    isAsData(facilitator, page, 30, api, api + "/map");
    isAsData(facilitator, page + "/compare?with=today", 1, api + "/compare?with=today");
  }

  @Test
  void theTableOfWhoActsForWhomIsInTheData() {
    SignedIn keeper = SignedIn.as(PartyKind.INSTALLATION, Role.ADMINISTRATOR);
    isAsData(keeper, "/people/parties?place=ZME", 60, "/api/people/parties?place=ZME&size=200");
    SignedIn lmc = SignedIn.as(PartyKind.LMC, Role.ADMINISTRATOR);
    String who = "?who=" + lmc.seat().personName().replace(' ', '+');
    isAsData(keeper, "/people/accounts" + who, 2, "/api/people/accounts" + who);
    lmc.post("/tokens", Map.of("name", "Nightly", "role", "VIEWER", "days", "3"));
    isAsData(lmc, "/tokens", 1, "/api/tokens?size=200");
    String token = lmc.get("/api/tokens").body();
    assertThat(token).contains("Nightly").doesNotContain("moot_").doesNotContain("sha256");
    String account = lmc.get("/api/account").body();
    JsonNode own = JSON.readTree(account);
    String page = lmc.get("/account").body();
    assertThat(page).contains(own.get("name").asString() + ", " + own.get("email").asString());
    assertThat(own.get("secondFactor").asBoolean()).isEqualTo(page.contains("It is <strong>on<"));
    assertThat(account).doesNotContain("moot_").doesNotContain("secret");
    JsonNode seats = JSON.readTree(lmc.get("/api/seats").body());
    assertThat(seats.get(0).get("party").asString()).isEqualTo(lmc.seat().party().name());
    assertThat(seats.get(0).get("now").asBoolean()).isTrue();
  }

  @Test
  void theMapOfTheRegisterIsInTheData() throws InterruptedException {
    SignedIn viewer = SignedIn.as(PartyKind.LMC, Role.VIEWER);
    for (int i = 0; i < 300 && viewer.get("/api/networks").statusCode() == 404; i++) {
      Thread.sleep(100);
    }
    JsonNode networks = JSON.readTree(viewer.get("/api/networks?size=200").body());
    JsonNode first = networks.get("items").get(0);
    assertThat(first.get("area").get("type").asString()).isEqualTo("MultiPolygon");
    JsonNode ring = first.get("area").get("coordinates").get(0).get(0);
    assertThat(ring.get(0)).as("closed").isEqualTo(ring.get(ring.size() - 1));
    assertThat(ring.get(0).get(0).asDouble()).as("longitude first").isBetween(-7.0, 2.0);
    String drawn = viewer.get("/map/networks.svg").uri().getPath();
    assertThat(drawn).isEqualTo("/map/networks.svg");
    JsonNode practices = JSON.readTree(viewer.get("/api/networks/practices?size=200").body());
    long members =
        practices
            .get("items")
            .valueStream()
            .filter(one -> one.get("network").equals(first.get("code")))
            .count();
    assertThat(members).isEqualTo(first.get("practices").asLong());
  }

  private static long finishedRun() {
    Demo.offer(ServedTable.served());
    JdbcClient jdbc = ServedTable.bean(JdbcClient.class);
    for (int i = 0; i < 600; i++) {
      var run =
          jdbc.sql(
                  """
                  select min(id) from forming.run where answer is not null and place = 'ZME'
                    and (wishes ->> 'round') is null
                  """)
              .query(Long.class)
              .optional();
      if (run.isPresent()) {
        return run.get();
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("no run has finished in a minute");
  }
}
