package moot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import moot.app.Chromium;
import moot.app.Looked;
import moot.app.MootApplication;
import moot.app.MootApplication.Served;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.app.database.Database;
import moot.app.database.DatabaseSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo as a newcomer finds it: its people have begun. */
class BegunDemoTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static Served served;

  @BeforeAll
  static void serve() throws Exception {
    System.setProperty("moot.postgres.programs", Path.of("target/postgres").toString());
    Database database =
        Database.open(
            new DatabaseSettings(Files.createTempDirectory("moot-begun"), null), step -> {});
    Demo.load(database, step -> {});
    served = MootApplication.serveDemo(database, "127.0.0.1", 0);
    long began = System.nanoTime();
    assertThat(Demo.begin(served)).isTrue();
    System.out.printf(
        "The people of the demo began within %.1f s%n", (System.nanoTime() - began) / 1e9);
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static List<Seat> seats(PartyKind kind, Role role) {
    return served.context().getBean(SeatStore.class).list().stream()
        .filter(seat -> seat.party().kind() == kind && seat.role() == role)
        .toList();
  }

  private static SignedIn as(PartyKind kind, Role role) {
    return SignedIn.as(served, seats(kind, role).getFirst());
  }

  private static JsonNode data(SignedIn by, String address) {
    var answer = by.get(address);
    assertThat(answer.statusCode()).as(address + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static List<Long> counts() {
    JdbcClient jdbc = served.context().getBean(JdbcClient.class);
    return Stream.of(
            "scenarios.version",
            "roleplans.version",
            "roleplans.donor",
            "wishes.version",
            "wishes.published",
            "journal.entry")
        .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
        .toList();
  }

  @Test
  void aSecondStartChangesNothing() {
    List<Long> before = counts();
    assertThat(before).allMatch(count -> count > 0);
    assertThat(Demo.begin(served)).isFalse();
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void anybodyFindsScenariosThatCanBeCompared() {
    SignedIn viewer = as(PartyKind.LMC, Role.VIEWER);
    JsonNode scenarios = data(viewer, "/api/scenarios").get("items");
    assertThat(scenarios).hasSize(3);
    List<String> ids = new ArrayList<>();
    for (JsonNode one : scenarios) {
      ids.add("with=" + one.get("id").asLong());
    }
    assertThat(viewer.get("/funding/scenarios/compare?" + String.join("&", ids)).statusCode())
        .isEqualTo(200);
    JsonNode compared = data(viewer, "/api/scenarios/compare?" + String.join("&", ids));
    assertThat(compared.get("scenarios")).hasSize(3);
    assertThat(compared.get("scenarios").get(1).get("apart").isNull())
        .as("the same years, so that the difference can be taken apart")
        .isFalse();
  }

  private static long ownPlan(SignedIn director) {
    return data(director, "/api/role-plans")
        .get("items")
        .valueStream()
        .filter(one -> one.get("party").asString().equals(director.seat().party().name()))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asLong();
  }

  @Test
  void rolePlansLeaveMoneyUnused_endARole_andCrossOneThreshold() {
    SignedIn system = as(PartyKind.SYSTEM, Role.VIEWER);
    assertThat(data(system, "/api/donors").get("items")).hasSize(4);
    JsonNode plans = data(system, "/api/role-plans").get("items");
    assertThat(plans).hasSize(2);
    for (JsonNode one : plans) {
      String plan = "/api/role-plans/" + one.get("id").asLong();
      JsonNode year = data(system, plan);
      long sum = year.get("sumPence").asLong();
      assertThat(year.get("unspentPence").asLong()).isBetween(sum / 50, sum / 3);
      JsonNode sides = data(system, plan + "/sides");
      List<String> over =
          sides
              .get("draws")
              .valueStream()
              .filter(draw -> draw.get("over").asString().equals("likely"))
              .map(draw -> draw.get("service").asString())
              .toList();
      assertThat(over).containsExactly("Mereshire Ambulance Service");
      assertThat(data(system, plan + "/stop").get("withStaff").asBoolean()).isFalse();
    }
    SignedIn director = as(PartyKind.NETWORK, Role.SIGNATORY);
    JsonNode stop = data(director, "/api/role-plans/" + ownPlan(director) + "/stop");
    assertThat(stop.get("withStaff").asBoolean()).isTrue();
    assertThat(stop.get("asPlanned").get("totalPence").asLong()).isPositive();
  }

  @Test
  void someHaveSaidWhatTheyWant_andItStaysWithThem() {
    JsonNode seen = data(as(PartyKind.FACILITATOR, Role.EDITOR), "/api/wishes");
    assertThat(seen.get("atLeast").asInt()).isEqualTo(10);
    assertThat(seen.get("published")).hasSize(3);
    assertThat(data(as(PartyKind.PRACTICE, Role.EDITOR), "/api/wishes").toString())
        .contains("would like to work with");
  }

  @Test
  void theJournalHoldsAndSaysWhoBegan() {
    SignedIn viewer = as(PartyKind.LMC, Role.VIEWER);
    JsonNode walked = data(viewer, "/api/journal/check");
    assertThat(walked.get("entries").asInt()).isGreaterThan(15);
    assertThat(walked.get("misfit").isNull()).isTrue();
    assertThat(viewer.get("/journal").body())
        .contains("had the made-up people of Mereshire begin", "shared the role plan");
  }

  @Test
  void everyPageOfItIsFineOnBothWidths() {
    SignedIn director = as(PartyKind.NETWORK, Role.SIGNATORY);
    List<Long> scenarios =
        data(director, "/api/scenarios")
            .get("items")
            .valueStream()
            .map(one -> one.get("id").asLong())
            .toList();
    String scenario = "funding/scenarios/" + scenarios.getFirst();
    String plan = "funding/roles/" + ownPlan(director);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("scenarios", "funding/scenarios");
    pages.put("scenario", scenario);
    pages.put("mix", scenario + "/mix?recurrent=80+%25&from+year=2&find=yes");
    pages.put("plan", plan);
    pages.put("stop", plan + "/stop");
    pages.put("sides", plan + "/sides");
    pages.put("wishes", "table/wishes");
    pages.put("income", "funding/places/ZME/income");
    for (int width : new int[] {Chromium.DESKTOP, Chromium.PHONE}) {
      try (BrowserContext browser =
          director.enter(
              Chromium.get()
                  .newContext(new Browser.NewContextOptions().setViewportSize(width, 900)))) {
        Page page = browser.newPage();
        pages.forEach(
            (name, path) ->
                Looked.at(
                    page,
                    served.address(),
                    path,
                    width,
                    true,
                    PICTURES.resolve("begun-%s-%d.png".formatted(name, width))));
      }
    }
  }
}
