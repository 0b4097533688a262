package moot.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.forming.RunDesk;
import moot.app.register.RegisterStore;
import moot.sample.Mereshire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every route of the running application as every role at every kind of party, as somebody
 * without a seat and as nobody, and holds each answer against {@link AccessTable}.
 */
class RouteWalkTest {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** Rows of the table that no handler answers: files, and what Spring Security does itself. */
  private static final Set<String> WITHOUT_HANDLER =
      Set.of(
          "/moot.css",
          "/icon.svg",
          "/js/**",
          "/vendor/**",
          "/oauth2/authorization/{provider}",
          "/login/oauth2/code/{provider}");

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
  private static final int AT_ONCE = 4;

  /** One that the running application answers. */
  private record Mapped(String method, String pattern) {
    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  /** Who asks; with a seat, without, or nobody at all. */
  private record Asking(
      String name, SignedIn visitor, HttpClient client, boolean signedIn, @Nullable Seat seat) {
    Asking(String name, SignedIn visitor, boolean signedIn, @Nullable Seat seat) {
      this(name, visitor, withoutFollowing(visitor), signedIn, seat);
    }

    boolean isLetIn(Who who) {
      return switch (who) {
        case Who.Anyone anyone -> true;
        case Who.SignedIn in -> signedIn;
        case Who.Seated seated -> seat != null && seated.has(seat);
      };
    }
  }

  /** What there is, so that a route finds something. */
  private record Ids(long run, long draft, long proposal, long party, long scenario, long roles) {
    Ids withoutRun() {
      return new Ids(999_999, draft, proposal, party, scenario, roles);
    }
  }

  private record Answer(int status, String body) {}

  @Test
  void theTableKnowsEveryMappingAndNoOther() {
    Set<String> mapped = new TreeSet<>();
    mappings().forEach(one -> mapped.add(one.toString()));
    Set<String> known =
        AccessTable.ROUTES.stream()
            .filter(route -> !WITHOUT_HANDLER.contains(route.pattern().getPatternString()))
            .flatMap(
                route ->
                    (route.method().equals(Route.ANY_METHOD)
                            ? METHODS.stream()
                            : Stream.of(route.method()))
                        .map(method -> method + " " + route.pattern().getPatternString()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(known).as("rows of AccessTable (left) and mappings (right)").isEqualTo(mapped);
    for (Mapped one : mappings()) {
      assertThat(AccessTable.find(one.method(), one.pattern().replaceAll("[{}*]", "x")))
          .as("the row that decides on %s", one)
          .isPresent();
    }
  }

  @Test
  void everyRouteAnswersEveryRoleAsTheTableSays() throws Exception {
    long began = System.nanoTime();
    Ids ids =
        new Ids(finishedRun(), sharedDraft(), proposal(), party(), sharedScenario(), rolePlan());
    List<Asking> everyone = everyone();
    // Whoever signs out is nobody from then on.
    List<Mapped> routes =
        mappings().stream()
            .sorted(
                Comparator.comparing((Mapped one) -> one.pattern().equals("/sign-out"))
                    .thenComparing(Mapped::pattern)
                    .thenComparing(Mapped::method))
            .toList();
    AtomicInteger asked = new AtomicInteger();
    List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> going = new ArrayList<>();
      for (Asking asking : everyone) {
        // Drawing a report for each of them would take minutes; one role of each party sees a plan.
        boolean plan = asking.seat() != null && asking.seat().role() == Role.EDITOR;
        Ids own = plan ? ids : ids.withoutRun();
        going.add(threads.submit(() -> walk(asking, routes, own, asked, wrong)));
      }
      for (Future<?> one : going) {
        one.get();
      }
    }
    System.out.printf(
        "Walked %d routes as %d visitors: %,d requests in %.1f s%n",
        routes.size(), everyone.size(), asked.get(), (System.nanoTime() - began) / 1e9);
    assertThat(wrong).isEmpty();
    assertThat(asked.get()).isEqualTo(routes.size() * everyone.size());
    assertThat(everyone).hasSize(Role.values().length * PartyKind.values().length + 2);
  }

  @Test
  void methodsThatNoRouteHasAreRefused() throws Exception {
    SignedIn visitor = SignedIn.as(PartyKind.INSTALLATION, Role.ADMINISTRATOR);
    HttpClient client = withoutFollowing(visitor);
    String token = visitor.token();
    Set<String> known =
        mappings().stream().map(Mapped::toString).collect(Collectors.toCollection(TreeSet::new));
    for (String pattern : mappings().stream().map(Mapped::pattern).distinct().toList()) {
      for (String method : METHODS) {
        if (!known.contains(method + " " + pattern)) {
          assertThat(send(client, method, fill(pattern, new Ids(1, 1, 1, 1, 1, 1)), token).status())
              .as("%s %s", method, pattern)
              .isIn(400, 403, 404, 405);
        }
      }
    }
  }

  private static void walk(
      Asking asking, List<Mapped> routes, Ids ids, AtomicInteger asked, List<String> wrong) {
    String token = asking.visitor().token();
    for (Mapped route : routes) {
      Optional<Route> row = AccessTable.find(route.method(), fill(route.pattern(), ids));
      if (row.isEmpty()) {
        wrong.add("%s: the table does not know it".formatted(route));
        continue;
      }
      boolean due = asking.isLetIn(row.get().who());
      try {
        Answer answer = send(asking.client(), route.method(), fill(route.pattern(), ids), token);
        asked.incrementAndGet();
        boolean refused =
            asking.signedIn()
                ? answer.status() == 403 && answer.body().contains("This is open to")
                : answer.status() == 401;
        if (refused == due) {
          wrong.add(
              "%s as %s: the table says %s, the answer is %d"
                  .formatted(route, asking.name(), due ? "yes" : "no", answer.status()));
        } else if (answer.status() >= 500) {
          wrong.add("%s as %s: %d".formatted(route, asking.name(), answer.status()));
        }
      } catch (IOException | InterruptedException e) {
        wrong.add("%s as %s: %s".formatted(route, asking.name(), e));
      }
    }
  }

  /** Everything that the application maps, one per method. */
  private static List<Mapped> mappings() {
    List<Mapped> mapped = new ArrayList<>();
    for (RequestMappingInfo info :
        ServedTable.served()
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()) {
      Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
      for (String pattern : info.getPatternValues()) {
        (methods.isEmpty() ? METHODS.stream() : methods.stream().map(RequestMethod::name))
            .forEach(method -> mapped.add(new Mapped(method, pattern)));
      }
    }
    return mapped;
  }

  private static List<Asking> everyone() {
    List<Asking> everyone = new ArrayList<>();
    for (PartyKind kind : PartyKind.values()) {
      for (Role role : Role.values()) {
        SignedIn visitor = SignedIn.as(kind, role);
        everyone.add(
            new Asking(role.words() + " for a " + kind.words(), visitor, true, visitor.seat()));
      }
    }
    everyone.add(new Asking("somebody without a seat", withoutSeat(), true, null));
    everyone.add(new Asking("nobody", SignedIn.nobody(ServedTable.served()), false, null));
    return everyone;
  }

  /** Somebody whose only seat was ended while they were signed in. */
  private static SignedIn withoutSeat() {
    Party lmc =
        ServedTable.bean(SeatStore.class)
            .findParty(Mereshire.PLACE, PartyKind.LMC, "lmc")
            .orElseThrow();
    Seat seat = SignedIn.seat(ServedTable.served(), lmc, "Una Seated", Role.EDITOR);
    SignedIn visitor = SignedIn.as(seat);
    JdbcClient.create(ServedTable.bean(DataSource.class))
        .sql("update access.seat set ended_at = now() where id = :id")
        .param("id", seat.id())
        .update();
    return visitor;
  }

  private static String fill(String pattern, Ids ids) {
    String path =
        pattern
            .replace("/forming/places/{code}", "/forming/places/" + Mereshire.PLACE)
            .replace("/places/{code}/funding", "/places/" + Mereshire.PLACE + "/funding")
            .replace("/funding/places/{code}", "/funding/places/" + Mereshire.PLACE)
            .replace("/networks/{network}", "/networks/UZ0001")
            .replace("/practices/{practice}", "/practices/Z90001")
            .replace("/packs/{contract}/{year}", "/packs/network-contract/2025-26")
            .replace("/forming/runs/{id}", "/forming/runs/" + ids.run())
            .replace("/api/places/{code}", "/api/places/" + Mereshire.PLACE)
            .replace("/api/runs/{id}", "/api/runs/" + ids.run())
            .replace("/funding/roles/{id}", "/funding/roles/" + ids.roles())
            .replace("/api/role-plans/{id}", "/api/role-plans/" + ids.roles())
            .replace("/people/parties/{party}", "/people/parties/" + ids.party())
            .replace("/api/drafts/{id}", "/api/drafts/" + ids.draft())
            .replace("/versions/{number}", "/versions/1")
            .replace("/api/proposals/{id}", "/api/proposals/" + ids.proposal())
            .replace("/scenarios/{id}", "/scenarios/" + ids.scenario());
    return VARIABLE.matcher(path).replaceAll("999999");
  }

  /** Sends the least that a route could be asked; a form comes with its token and nothing else. */
  private static Answer send(HttpClient client, String method, String path, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ServedTable.address()).resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Accept", "*/*");
    HttpRequest built =
        method.equals("GET")
            ? request.build()
            : request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", token)
                .method(method, BodyPublishers.ofString("_csrf=" + token))
                .build();
    // Of pages that go on for ever (live updates) the beginning is enough.
    HttpResponse<InputStream> answer = client.send(built, BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      String text =
          answer.statusCode() == 403 ? new String(body.readAllBytes(), StandardCharsets.UTF_8) : "";
      return new Answer(answer.statusCode(), text);
    }
  }

  private static HttpClient withoutFollowing(SignedIn visitor) {
    return HttpClient.newBuilder()
        .cookieHandler(visitor.client().cookieHandler().orElseGet(CookieManager::new))
        .build();
  }

  private static long finishedRun() throws InterruptedException {
    RegisterStore register = ServedTable.bean(RegisterStore.class);
    ServedTable.bean(RunDesk.class).offer(register.getFormingPlace(Mereshire.PLACE));
    JdbcClient jdbc = JdbcClient.create(ServedTable.bean(DataSource.class));
    for (int i = 0; i < 600; i++) {
      Optional<Long> run =
          jdbc.sql("select min(id) from forming.run where answer is not null and place = :place")
              .param("place", Mereshire.PLACE.value())
              .query(Long.class)
              .optional();
      if (run.isPresent()) {
        return run.get();
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("no run has finished in a minute");
  }

  private static long sharedDraft() {
    SignedIn facilitator = SignedIn.as(PartyKind.FACILITATOR, "facilitator", Role.EDITOR);
    long draft =
        number(facilitator.post("/table/drafts", Map.of("name", "Walked", "from", "today")));
    facilitator.post("/table/drafts/" + draft + "/share", Map.of());
    return draft;
  }

  private static long sharedScenario() {
    SignedIn facilitator = SignedIn.as(PartyKind.FACILITATOR, "facilitator", Role.EDITOR);
    long scenario =
        number(
            facilitator.post(
                "/funding/scenarios/new",
                Map.of("preset", "contract", "first year", "2026/27", "years", "2")));
    facilitator.post("/funding/scenarios/" + scenario + "/share", Map.of());
    return scenario;
  }

  private static long rolePlan() {
    SignedIn facilitator = SignedIn.as(PartyKind.FACILITATOR, "facilitator", Role.EDITOR);
    long plan =
        number(facilitator.post("/funding/roles", Map.of("name", "Walked", "network", "UZ0001")));
    facilitator.post("/funding/roles/" + plan + "/share", Map.of());
    return plan;
  }

  private static long party() {
    return SignedIn.as(PartyKind.LMC, Role.ADMINISTRATOR).seat().party().id();
  }

  private static long proposal() {
    return number(
        SignedIn.as(PartyKind.FACILITATOR, "facilitator", Role.EDITOR)
            .post(
                "/table/consent/new",
                Map.of(
                    "draft",
                    Long.toString(sharedDraft()),
                    "title",
                    "Walked by",
                    "rule",
                    "EACH_PRACTICE",
                    "closes",
                    LocalDate.now().plusDays(30).toString(),
                    "effective",
                    LocalDate.now().plusDays(300).toString())));
  }

  private static long number(HttpResponse<String> answer) {
    return Long.parseLong(answer.uri().getPath().replaceAll(".*/", ""));
  }
}
