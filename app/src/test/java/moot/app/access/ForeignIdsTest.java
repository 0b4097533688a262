package moot.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.demo.Demo;
import moot.sample.Mereshire;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody from another place, in every role at every kind of party, who knows the id of each thing
 * at Mereshire and puts it into every address that takes one. Nothing is found and nothing changes.
 */
class ForeignIdsTest {
  /** What the refusal may be: not for this seat, not there, not understood, in the way. */
  private static final List<Integer> REFUSED = List.of(400, 403, 404, 409, 422);

  /** Whatever a form may ask for, so that it is the id alone that stands in the way. */
  private static final Map<String, String> FILLED =
      Map.ofEntries(
          Map.entry("on", "1"),
          Map.entry("what", "undo"),
          Map.entry("post", "1"),
          Map.entry("name", "Mine now"),
          Map.entry("answer", "AGREES"),
          Map.entry("after", "0"),
          Map.entry("words", "x"),
          Map.entry("reason", "x"),
          Map.entry("practice", "Z90001"),
          Map.entry("director", "Me"),
          Map.entry("payee", "Me"),
          Map.entry("until", "2030-01-01"),
          Map.entry("role", "EDITOR"),
          Map.entry("email", "me@far.example"));

  private final JdbcClient jdbc = ServedTable.bean(JdbcClient.class);

  @Test
  void nobodyFromElsewhereFindsOrChangesAnything() throws Exception {
    Map<String, String> ids = ids();
    List<Route> routes =
        AccessTable.ROUTES.stream()
            .filter(route -> ids.keySet().stream().anyMatch(key -> fits(route, key)))
            .toList();
    assertThat(routes).hasSizeGreaterThan(60);
    String before = state();
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (PartyKind kind : PartyKind.values()) {
      if (kind == PartyKind.INSTALLATION) {
        continue; // sees the published pages of all places
      }
      for (Role role : Role.values()) {
        SignedIn stranger =
            SignedIn.as(
                SignedIn.seat(
                    ServedTable.served(), kind, "far-" + kind, "Far " + kind, "FAR", role));
        HttpClient client =
            HttpClient.newBuilder()
                .cookieHandler(stranger.client().cookieHandler().orElseThrow())
                .build();
        String token = stranger.token();
        for (Route route : routes) {
          int status = ask(client, route, ids, token);
          asked++;
          if (!REFUSED.contains(status)) {
            wrong.add(
                "%s %s as %s of a %s: %d"
                    .formatted(route.method(), route.pattern(), role, kind, status));
          }
        }
      }
    }
    System.out.printf("%d routes with an id, %,d requests from elsewhere%n", routes.size(), asked);
    assertThat(wrong).isEmpty();
    assertThat(state()).isEqualTo(before);
  }

  private static boolean fits(Route route, String key) {
    return route.pattern().getPatternString().startsWith(key);
  }

  /** By how an address begins: what its first variable stands for. */
  private Map<String, String> ids() throws Exception {
    SignedIn facilitator = SignedIn.as(PartyKind.FACILITATOR, Role.EDITOR);
    String draft = last(facilitator.post("/table/drafts", Map.of("name", "Ours", "from", "today")));
    facilitator.post("/table/drafts/" + draft + "/share", Map.of());
    Map<String, String> put = new HashMap<>();
    put.put("draft", draft);
    put.put("title", "Not for strangers");
    put.put("rule", "EACH_PRACTICE");
    put.put("closes", LocalDate.now().plusDays(30).toString());
    put.put("effective", LocalDate.now().plusDays(300).toString());
    String proposal = last(facilitator.post("/table/consent/new", put));
    SignedIn administrator = SignedIn.as(PartyKind.LMC, Role.ADMINISTRATOR);
    administrator.post("/tokens", Map.of("name", "Ours", "role", "VIEWER", "days", "5"));
    long party = administrator.seat().party().id();
    administrator.post(
        "/people/parties/" + party + "/invitations",
        Map.of("name", "Nobody Yet", "email", "nobody.yet@lmc.example", "role", "VIEWER"));
    Demo.offer(ServedTable.served());
    String run = one("select max(id) from forming.run");
    String roles =
        last(facilitator.post("/funding/roles", Map.of("name", "Ours", "network", "UZ0001")));
    facilitator.post("/funding/roles/" + roles + "/share", Map.of());
    SignedIn.as(PartyKind.SYSTEM, Role.EDITOR)
        .post(
            "/funding/donors",
            Map.of("name", "Ours", "role", "clinical-pharmacist", "staff", "9", "threshold", "5"));
    Map<String, String> ids = new HashMap<>();
    ids.put("/funding/roles/{", roles);
    ids.put("/api/role-plans/{", roles);
    ids.put("/funding/donors/{", one("select max(id) from roleplans.donor where place = 'ZME'"));
    ids.put("/api/donors/{", ids.get("/funding/donors/{"));
    ids.put("/forming/places/{", Mereshire.PLACE.value());
    ids.put("/api/places/{", Mereshire.PLACE.value());
    ids.put("/funding/places/{", Mereshire.PLACE.value());
    ids.put("/forming/runs/{", run);
    ids.put("/api/runs/{", run);
    ids.put("/table/drafts/{", draft);
    ids.put("/api/drafts/{", draft);
    ids.put("/table/consent/{", proposal);
    ids.put("/api/proposals/{", proposal);
    String scenario =
        last(
            facilitator.post(
                "/funding/scenarios/new",
                Map.of("preset", "contract", "first year", "2026/27", "years", "2")));
    facilitator.post("/funding/scenarios/" + scenario + "/share", Map.of());
    ids.put("/funding/scenarios/{", scenario);
    ids.put("/api/scenarios/{", scenario);
    ids.put("/tokens/{", one("select max(id) from access.token"));
    ids.put("/people/parties/{", Long.toString(party));
    ids.put("/api/people/parties/{", Long.toString(party));
    ids.put("/people/invitations/{", one("select max(id) from access.invitation"));
    ids.put("/people/seats/{", Long.toString(administrator.seat().id()));
    ids.put("/people/accounts/{", Long.toString(administrator.seat().personId()));
    ids.put("/api/fhir/Organization/{", "Z90001");
    ids.put("/api/fhir/OrganizationAffiliation/{", "Z90001-UZ0001");
    return ids;
  }

  private String one(String sql) {
    return Long.toString(jdbc.sql(sql).query(Long.class).single());
  }

  private static String last(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String path = answer.uri().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static int ask(HttpClient client, Route route, Map<String, String> ids, String token)
      throws Exception {
    String pattern = route.pattern().getPatternString();
    String id =
        ids.entrySet().stream()
            .filter(entry -> pattern.startsWith(entry.getKey()))
            .findFirst()
            .orElseThrow()
            .getValue();
    String path = pattern.replaceFirst("\\{[^}]*}", id).replaceAll("\\{[^}]*}", "1");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ServedTable.address()).resolve(path))
            .header("Accept", "text/html,application/json,*/*");
    if (route.method().equals("POST")) {
      boolean api = path.startsWith("/api/");
      request
          .header("X-CSRF-TOKEN", token)
          .header("X-XSRF-TOKEN", token)
          .header("Content-Type", api ? "application/json" : "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(api ? json() : form(token)));
    }
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static String form(String token) {
    Map<String, String> all = new HashMap<>(FILLED);
    all.put("_csrf", token);
    return all.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String json() {
    return FILLED.entrySet().stream()
        .filter(field -> !field.getKey().equals("on") && !field.getKey().equals("after"))
        .map(field -> "\"%s\":\"%s\"".formatted(field.getKey(), field.getValue()))
        .collect(Collectors.joining(",", "{\"on\":1,\"after\":0,", "}"));
  }

  /** All that could have been changed, in figures. */
  private String state() {
    return jdbc.sql(
            """
            select concat_ws(' ',
              (select count(*) from drafts.version), (select count(*) from drafts.draft),
              (select sum(hashtext(name)) from drafts.draft),
              (select count(*) from scenarios.version),
              (select count(*) from scenarios.scenario where shared_from is not null),
              (select count(*) from consent.answer), (select count(*) from consent.proposal),
              (select count(*) from consent.network where nominated_payee is not null),
              (select count(*) from access.token where revoked_at is null),
              (select count(*) from access.invitation where withdrawn_at is null),
              (select count(*) from access.seat s join access.party p on p.id = s.party
                where p.place = 'ZME' and s.ended_at is null),
              (select count(*) from roleplans.version), (select count(*) from roleplans.donor),
              (select count(*) from roleplans.plan where shared),
              (select count(*) from forming.run))
            """)
        .query(String.class)
        .single();
  }
}
