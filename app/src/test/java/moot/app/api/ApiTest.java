package moot.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import org.junit.jupiter.api.Test;
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
