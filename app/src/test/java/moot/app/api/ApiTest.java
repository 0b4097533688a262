package moot.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.demo.Demo;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs meet: tokens, errors, pages of lists, the description. */
class ApiTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern SECRET = Pattern.compile("id=\"secret\">(moot_[A-Za-z0-9_-]+)<");
  private final HttpClient program = HttpClient.newHttpClient();

  private HttpResponse<String> ask(String method, String path, String token, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ServedTable.address()).resolve(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return program.send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode get(String path, String token) throws Exception {
    HttpResponse<String> answer = ask("GET", path, token, "");
    assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static String token(SignedIn administrator, String role) {
    String page =
        administrator
            .post("/tokens", Map.of("name", "Reporting", "role", role, "days", "30"))
            .body();
    Matcher secret = SECRET.matcher(page);
    assertThat(secret.find()).as(page).isTrue();
    return secret.group(1);
  }

  private static SignedIn administrator() {
    return SignedIn.as(PartyKind.LMC, Role.ADMINISTRATOR);
  }

  private static void isProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("type").asString()).isEqualTo("about:blank");
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("detail").asString()).isNotBlank();
    assertThat(problem.get("instance").asString()).startsWith("/api/");
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at moot.");
  }

  @Test
  void aTokenActsForItsPartyUntilItIsRevoked() throws Exception {
    SignedIn administrator = administrator();
    String token = token(administrator, "VIEWER");
    JsonNode me = get("/api/me", token);
    assertThat(me.get("party").asString()).isEqualTo(administrator.seat().party().name());
    assertThat(me.get("role").asString()).isEqualTo("VIEWER");

    String page = administrator.get("/tokens").body();
    assertThat(page).as("shown once").doesNotContain(token);
    Matcher id = Pattern.compile("/tokens/(\\d+)/revoke").matcher(page);
    assertThat(id.find()).isTrue();
    assertThat(
            SignedIn.as(PartyKind.FEDERATION, Role.ADMINISTRATOR)
                .post("/tokens/" + id.group(1) + "/revoke", Map.of())
                .statusCode())
        .as("another party's")
        .isEqualTo(404);
    get("/api/me", token);
    administrator.post("/tokens/" + id.group(1) + "/revoke", Map.of());
    isProblem(ask("GET", "/api/me", token, ""), 401);
  }

  @Test
  void aViewersTokenWritesNothingAndNobodySignsByOne() throws Exception {
    String token = token(administrator(), "VIEWER");
    isProblem(ask("POST", "/api/comments", token, "{\"subject\":\"draft:1\",\"body\":\"x\"}"), 403);
    assertThat(
            administrator()
                .post("/tokens", Map.of("name", "x", "role", "SIGNATORY", "days", "3"))
                .body())
        .contains("expected viewer or editor");
  }

  @Test
  void errorsHaveOneShape() throws Exception {
    String token = token(administrator(), "EDITOR");
    isProblem(ask("GET", "/api/me", "", ""), 401);
    isProblem(ask("GET", "/api/me", "moot_wrong", ""), 401);
    isProblem(ask("GET", "/api/nothing", token, ""), 404);
    isProblem(ask("GET", "/api/runs/999999", token, ""), 404);
    isProblem(ask("GET", "/api/runs/many", token, ""), 400);
    isProblem(ask("GET", "/api/places/NOWHERE/practices", token, ""), 404);
    isProblem(ask("GET", "/api/imports", token, ""), 403);
    isProblem(ask("DELETE", "/api/me", token, ""), 404);
    isProblem(ask("POST", "/api/comments", token, "{not json"), 400);
    isProblem(ask("POST", "/api/comments", token, "[]"), 400);
    isProblem(
        ask("POST", "/api/comments", token, "{\"subject\":\"draft:999999\",\"body\":\"x\"}"), 404);
    isProblem(ask("GET", "/api/places/ZME/memberships?on=yesterday", token, ""), 400);
    isProblem(ask("POST", "/api/places/ZME/runs", token, "{\"min\":\"many\"}"), 422);
  }

  @Test
  void aBrowsersSessionNeedsTheFormTokenToWrite() throws Exception {
    SignedIn editor = SignedIn.as(PartyKind.LMC, Role.EDITOR);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ServedTable.address()).resolve("/api/comments"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"subject\":\"draft:1\",\"body\":\"x\"}"))
            .build();
    isProblem(editor.client().send(request, BodyHandlers.ofString()), 403);
    assertThat(editor.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void listsComeInPages() throws Exception {
    String token = token(administrator(), "VIEWER");
    JsonNode all = get("/api/places/ZME/practices?size=200", token);
    int count = all.get("count").asInt();
    assertThat(count).isGreaterThan(50);
    Set<String> seen = new TreeSet<>();
    int pages = get("/api/places/ZME/practices?size=20", token).get("pages").asInt();
    for (int page = 1; page <= pages; page++) {
      get("/api/places/ZME/practices?size=20&page=" + page, token)
          .get("items")
          .forEach(item -> seen.add(item.get("code").asString()));
    }
    assertThat(seen).hasSize(count);
    assertThat(get("/api/places/ZME/memberships", token).get("count").asInt()).isGreaterThan(50);
    assertThat(get("/api/places", token).get("items").get(0).get("name").asString())
        .isEqualTo("Mereshire");
  }

  private JsonNode post(String path, String token, String body, int status) throws Exception {
    HttpResponse<String> answer = ask("POST", path, token, body);
    assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  /** With the form token, as a page's script sends it. */
  private static HttpResponse<String> send(SignedIn visitor, String path, String body)
      throws Exception {
    return visitor
        .client()
        .send(
            HttpRequest.newBuilder(URI.create(ServedTable.address()).resolve(path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", visitor.token())
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void aProgramHasADraftImprovedByAFewMoves() throws Exception {
    String token = token(administrator(), "EDITOR");
    String draft =
        "/api/drafts/"
            + post("/api/drafts", token, "{\"name\":\"Few moves\"}", 201).get("id").asLong();
    JsonNode before = get(draft, token);
    post(draft + "/rest", token, "{\"on\":1,\"only\":\"near\",\"most\":2}", 202);
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    JsonNode after = get(draft, token);
    while (after.get("rest").get("gains").isEmpty() && System.nanoTime() < until) {
      Thread.sleep(200);
      after = get(draft, token);
    }
    JsonNode rest = after.get("rest");
    assertThat(rest.get("state").asString()).as(rest.toString()).isEqualTo("DONE");
    assertThat(rest.get("version").asInt()).isEqualTo(2);
    assertThat(rest.get("gains").get(1).get("lessBy").asDouble()).isPositive();
    assertThat(after.get("proof").get("proved").asBoolean()).isTrue();
    int moved = 0;
    for (String practice : before.get("networkOf").propertyNames()) {
      moved +=
          before.get("networkOf").get(practice).equals(after.get("networkOf").get(practice))
              ? 0
              : 1;
    }
    assertThat(moved).isBetween(1, 2);
  }

  @Test
  void aProgramDrawsUpADraftAndKeepsItToItsPartyUntilItIsShared() throws Exception {
    SignedIn lmc = administrator();
    String token = token(lmc, "EDITOR");
    String others = token(SignedIn.as(PartyKind.FEDERATION, Role.ADMINISTRATOR), "EDITOR");
    long id =
        post("/api/drafts", token, "{\"name\":\"By program\",\"from\":\"today\"}", 201)
            .get("id")
            .asLong();
    String draft = "/api/drafts/" + id;
    JsonNode first = get(draft, token);
    String practice = first.get("networkOf").propertyNames().iterator().next();
    assertThat(first.get("figures").get("patientsMoved").asInt()).isZero();
    assertThat(first.get("figures").get("cost")).isEqualTo(first.get("figures").get("costToday"));
    assertThat(first.get("figures").get("cost").get("total").asDouble()).isPositive();

    for (String path : new String[] {"", "/versions", "/versions/1", "/compare", "/wishes"}) {
      isProblem(ask("GET", draft + path, others, ""), 404);
    }
    isProblem(ask("POST", draft + "/share", others, ""), 404);
    String away =
        "{\"on\":1,\"what\":\"move\",\"practices\":[\"" + practice + "\"],\"network\":\"+\"}";
    isProblem(ask("POST", draft + "/changes", others, away), 404);
    isProblem(
        ask("POST", "/api/drafts", others, "{\"name\":\"x\",\"from\":\"draft:" + id + "\"}"), 404);
    isProblem(ask("POST", draft + "/name", others, "{\"name\":\"Theirs\"}"), 404);
    isProblem(ask("POST", draft + "/rest", others, "{\"on\":1}"), 404);
    assertThat(get("/api/drafts?size=200", others).toString()).doesNotContain("By program");

    assertThat(post(draft + "/changes", token, away, 200).get("version").asInt()).isEqualTo(2);
    JsonNode moved = get(draft, token);
    assertThat(moved.get("networkOf").get(practice).asString()).isEqualTo("New 1");
    assertThat(moved.get("figures").get("practicesMoved").asInt()).isPositive();
    assertThat(moved.get("changes").get(0).get("code").asString()).isEqualTo(practice);
    assertThat(moved.get("breaches").toString()).contains("words");
    assertThat(lmc.get("/table/drafts/" + id).body())
        .as("the page says the same")
        .contains(moved.get("breaches").get(0).get("words").asString());
    assertThat(get(draft + "/versions/1", token).get("networkOf"))
        .isEqualTo(first.get("networkOf"));
    assertThat(
            post(draft + "/name", token, "{\"name\":\"By a program\"}", 200).get("name").asString())
        .isEqualTo("By a program");
    isProblem(ask("POST", draft + "/rest", token, "{\"on\":2,\"only\":\"near\"}"), 400);
    isProblem(ask("POST", draft + "/rest", token, "{\"only\":\"near\",\"most\":2}"), 400);
    isProblem(ask("POST", draft + "/rest", token, "{\"on\":1,\"only\":\"near\",\"most\":2}"), 409);
    isProblem(ask("POST", draft + "/rest-with-wishes", token, "{\"on\":2}"), 403);
    JsonNode versions = get(draft + "/versions?size=1&page=2", token);
    assertThat(versions.get("count").asInt()).isEqualTo(2);
    assertThat(versions.get("items").get(0).get("number").asInt()).isEqualTo(1);
    assertThat(get(draft + "/compare?with=today", token).get("practicesMoved").asInt())
        .isEqualTo(moved.get("figures").get("practicesMoved").asInt());

    // The same practice again, by whoever still looks at the first version.
    String late = away.replace("\"+\"", "\"-\"");
    HttpResponse<String> overtaken = ask("POST", draft + "/changes", token, late);
    isProblem(overtaken, 409);
    assertThat(JSON.readTree(overtaken.body()).get("version").asInt()).isEqualTo(2);
    assertThat(get(draft, token).get("version").asInt()).isEqualTo(2);
    isProblem(ask("POST", draft + "/changes", token, "{\"what\":\"undo\"}"), 400);
    isProblem(ask("POST", draft + "/changes", token, "{\"on\":2,\"what\":\"burn\"}"), 400);
    isProblem(ask("GET", draft + "/versions/9", token, ""), 404);

    String viewer = token(lmc, "VIEWER");
    isProblem(ask("POST", draft + "/share", viewer, ""), 403);
    assertThat(post(draft + "/share", token, "", 200).get("shared").asBoolean()).isTrue();
    assertThat(get(draft, others).get("draft").get("party").asString())
        .isEqualTo(lmc.seat().party().name());
    isProblem(ask("POST", draft + "/share", others, ""), 403);
    String undo = "{\"on\":2,\"what\":\"undo\"}";
    HttpResponse<String> undone =
        send(SignedIn.as(PartyKind.FEDERATION, Role.EDITOR), draft + "/changes", undo);
    assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
    assertThat(get(draft, token).get("networkOf")).isEqualTo(first.get("networkOf"));
  }

  @Test
  void aProgramReadsProposalsAndASignatoryAnswersThem() throws Exception {
    SignedIn chair = SignedIn.as(PartyKind.FACILITATOR, "facilitator", Role.EDITOR);
    String draft =
        chair.post("/table/drafts", Map.of("name", "To put", "from", "today")).uri().getPath();
    chair.post(draft + "/share", Map.of());
    String page =
        chair
            .post(
                "/table/consent/new",
                Map.of(
                    "draft",
                    draft.replaceAll(".*/", ""),
                    "title",
                    "Put and read",
                    "rule",
                    "EACH_PRACTICE",
                    "closes",
                    LocalDate.now().plusDays(30).toString(),
                    "effective",
                    LocalDate.now().plusDays(300).toString()))
            .uri()
            .getPath();
    String proposal = "/api/proposals/" + page.replaceAll(".*/", "");
    String token = token(administrator(), "EDITOR");
    assertThat(get("/api/proposals?size=200", token).get("items").toString())
        .contains("Put and read");
    JsonNode put = get(proposal, token);
    assertThat(put.get("state").asString()).isEqualTo("OPEN");
    int asked = put.get("tally").get("silent").get("practices").asInt();
    assertThat(asked).isGreaterThan(50);
    String code = put.get("practices").get(0).get("code").asString();
    isProblem(ask("GET", proposal + "/registration-pack", token, ""), 404);
    assertThat(put.get("placeName").asString()).startsWith("Mereshire");
    assertThat(put.get("tally").get("asked").get("practices").asInt()).isEqualTo(asked);
    assertThat(put.get("tally").get("silent").get("percentOfPatients").asInt()).isEqualTo(100);
    assertThat(get("/api/journal?about=" + put.get("subject").asString(), token).toString())
        .contains("Put and read");
    assertThat(put.get("you").get("answersFor").isNull()).as("an LMC answers for nobody").isTrue();
    JsonNode map = get(proposal + "/map", token);
    assertThat(map.get("type").asString()).isEqualTo("FeatureCollection");
    Set<String> drawn = new TreeSet<>();
    map.get("features").forEach(feature -> drawn.add(feature.get("properties").toString()));
    assertThat(drawn)
        .as("each network by its name")
        .anyMatch(each -> each.contains(put.get("networks").get(0).get("name").asString()))
        .hasSizeGreaterThan(asked);

    String no = "{\"answer\":\"OBJECTS\",\"words\":\"Too far\"}";
    String editors = token(SignedIn.as(PartyKind.PRACTICE, code, Role.ADMINISTRATOR), "EDITOR");
    isProblem(ask("POST", proposal + "/answer", editors, no), 403);
    SignedIn signatory = SignedIn.as(PartyKind.PRACTICE, code, Role.SIGNATORY);
    isProblem(send(signatory, proposal + "/answer", "{\"answer\":\"OBJECTS\"}"), 422);
    JsonNode seen = JSON.readTree(signatory.get(proposal).body());
    assertThat(seen.get("you").get("answersFor").asString()).isEqualTo(code);
    assertThat(seen.get("practices").get(0).get("mine").asBoolean()).as("mine first").isTrue();
    HttpResponse<String> answered = send(signatory, proposal + "/answer", no);
    assertThat(answered.body()).isEqualTo("{\"changed\":true}");
    assertThat(send(signatory, proposal + "/answer", no).body())
        .as("the same again")
        .isEqualTo("{\"changed\":false}");
    isProblem(send(signatory, proposal + "/answer", "{\"answer\":\"AGREES\"}"), 409);

    JsonNode said = get(proposal, token);
    assertThat(said.get("tally").get("object").get("practices").asInt()).isEqualTo(1);
    assertThat(said.get("tally").get("silent").get("practices").asInt()).isEqualTo(asked - 1);
    assertThat(said.get("standing").asString()).contains("cannot be met");
    assertThat(said.get("practices").toString())
        .contains("Too far")
        .contains(signatory.seat().personName());

    // At another place's table there is no such thing.
    SignedIn elsewhere =
        SignedIn.as(
            SignedIn.seat(
                ServedTable.served(),
                PartyKind.LMC,
                "elsewhere",
                "LMC of elsewhere",
                "ZZZ",
                Role.ADMINISTRATOR));
    try {
      String foreign = token(elsewhere, "EDITOR");
      isProblem(ask("GET", proposal, foreign, ""), 404);
      isProblem(ask("GET", proposal + "/map", foreign, ""), 404);
      isProblem(ask("GET", proposal + "/registration-pack", foreign, ""), 404);
      isProblem(ask("GET", "/api/drafts/" + draft.replaceAll(".*/", ""), foreign, ""), 404);
      assertThat(get("/api/proposals", foreign).get("count").asInt()).isZero();
    } finally {
      // Other tests look for the first of a kind of party.
      ServedTable.bean(JdbcClient.class)
          .sql("update access.seat set ended_at = now() where id = :id")
          .param("id", elsewhere.seat().id())
          .update();
    }
  }

  @Test
  void wishesAndPeopleAreThoseThatTheSeatsPagesShow() throws Exception {
    SignedIn practice = SignedIn.as(PartyKind.PRACTICE, "Z90007", Role.EDITOR);
    practice.post(
        "/table/wishes", Map.of("on", "0", "stance", "WILLING", "conditions", "Marillenknoedel"));
    String own = token(SignedIn.as(PartyKind.PRACTICE, "Z90007", Role.ADMINISTRATOR), "VIEWER");
    assertThat(get("/api/wishes", own).get("own").get("said").get("conditions").asString())
        .isEqualTo("Marillenknoedel");
    JsonNode others = get("/api/wishes", token(administrator(), "VIEWER"));
    assertThat(others.get("own").isNull()).isTrue();
    assertThat(others.toString()).doesNotContain("Marillenknoedel");

    SignedIn administrator = administrator();
    JsonNode people = get("/api/people", token(administrator, "VIEWER"));
    assertThat(people.get("party").asString()).isEqualTo(administrator.seat().party().name());
    assertThat(people.get("people").toString()).contains(administrator.seat().personName());
    administrator.post(
        "/people/parties/" + administrator.seat().party().id() + "/invitations",
        Map.of("name", "Ina Vited", "email", "ina@test.example", "role", "VIEWER"));
    assertThat(get("/api/people", token(administrator, "VIEWER")).get("invited").size())
        .as("a viewer does not see who is invited")
        .isZero();
    assertThat(administrator.get("/api/people").body()).contains("ina@test.example");
  }

  @Test
  void aProgramAsksMoreOfAPlanAndStopsASearch() throws Exception {
    Demo.offer(ServedTable.served());
    SignedIn lmc = administrator();
    String token = token(lmc, "EDITOR");
    String looking = token(lmc, "VIEWER");
    long run = 0;
    for (int i = 0; i < 600 && run == 0; i++) {
      for (JsonNode one : get("/api/runs?size=200", token).get("items")) {
        if (one.get("place").asString().equals("ZME") && !one.get("answer").isNull()) {
          run = one.get("id").asLong();
        }
      }
      Thread.sleep(run == 0 ? 100 : 0);
    }
    String of = "/api/runs/" + run;
    isProblem(ask("POST", of + "/ask", looking, "{\"what\":\"alternatives\"}"), 403);
    isProblem(ask("POST", of + "/stop", looking, ""), 403);
    isProblem(ask("POST", of + "/ask", token, "{\"what\":\"gold\"}"), 400);
    isProblem(ask("POST", of + "/ask", token, "{}"), 400);
    String asked =
        "/api/runs/"
            + post(of + "/ask", token, "{\"what\":\"alternatives\"}", 201).get("id").asLong();
    assertThat(get(asked, token).get("title").asString()).endsWith(": alternatives");
    for (int i = 0; i < 600 && !ended(get(asked, token)); i++) {
      Thread.sleep(100);
    }
    JsonNode lines = get(asked + "/beside", token).get("items");
    assertThat(lines.size()).isPositive();
    String key = lines.get(0).get("key").asString();
    JsonNode beside = get(asked + "/beside/" + key, looking);
    assertThat(beside.get("cost")).isEqualTo(lines.get(0).get("cost"));
    assertThat(beside.get("plans").get("moved").size())
        .isEqualTo(beside.get("plans").get("practicesMoved").asInt())
        .isPositive();
    String own = asked.replace("/api/", "/forming/");
    assertThat(lmc.get(own + "/beside/" + key).body())
        .as("the page says the same")
        .contains(beside.get("standing").asString())
        .contains(beside.get("plans").get("moved").get(0).get("code").asString());
    assertThat(get(asked + "/beside/" + key + "/map", looking).get("features").size())
        .isGreaterThan(50);
    assertThat(get(asked + "/today", looking).get("features").size()).isGreaterThan(50);
    isProblem(ask("GET", asked + "/beside/alternative-99", token, ""), 404);
    isProblem(ask("GET", "/api/compare?left=today", token, ""), 400);
    isProblem(ask("GET", "/api/compare?left=yesterday&right=" + run, token, ""), 400);
    assertThat(post(asked + "/stop", token, "", 200).get("state").asString())
        .as("one that has ended stays as it is")
        .isEqualTo("DONE");
  }

  private static boolean ended(JsonNode search) {
    return !Set.of("WAITING", "RUNNING").contains(search.get("state").asString());
  }

  @Test
  void aProgramHasOneSeatAndNoAccount() throws Exception {
    SignedIn lmc = administrator();
    String token = token(lmc, "EDITOR");
    isProblem(ask("GET", "/api/account", token, ""), 403);
    isProblem(ask("GET", "/api/tokens", token, ""), 403);
    JsonNode seats = get("/api/seats", token);
    assertThat(seats.size()).isEqualTo(1);
    assertThat(seats.get(0).get("role").asString()).isEqualTo("EDITOR");
    assertThat(seats.get(0).get("now").asBoolean()).isTrue();
    assertThat(lmc.get("/api/account").body()).contains("\"email\"");
    assertThat(lmc.get("/api/people/parties").statusCode()).as("of a place").isEqualTo(403);
    long other = SignedIn.as(PartyKind.FEDERATION, Role.EDITOR).seat().party().id();
    isProblem(lmc.get("/api/people/parties/" + other), 404);
    SignedIn keeper = SignedIn.as(PartyKind.FACILITATOR, Role.ADMINISTRATOR);
    assertThat(keeper.get("/api/people/parties/" + other).body()).contains("\"people\"");
    assertThat(keeper.get("/api/people/accounts").statusCode()).isEqualTo(403);
  }

  @Test
  void theDescriptionNamesEveryAddress() throws Exception {
    JsonNode described = get("/api/openapi", token(administrator(), "VIEWER"));
    assertThat(described.get("openapi").asString()).startsWith("3.");
    Set<String> missing = new TreeSet<>();
    int[] mapped = {0};
    ServedTable.served()
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              for (String pattern : mapping.getPatternValues()) {
                if (pattern.startsWith("/api/") && !pattern.startsWith("/api/openapi")) {
                  mapped[0]++;
                  JsonNode path = described.get("paths").get(pattern);
                  mapping
                      .getMethodsCondition()
                      .getMethods()
                      .forEach(
                          verb -> {
                            if (path == null || path.get(verb.name().toLowerCase()) == null) {
                              missing.add(verb + " " + pattern);
                            }
                          });
                }
              }
            });
    System.out.println(mapped[0] + " addresses of the API, all described");
    assertThat(missing).isEmpty();
    assertThat(mapped[0]).isGreaterThan(15);
  }
}
