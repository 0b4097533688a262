package moot.app.people;

import static moot.app.people.RealInstallation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import moot.app.MootApplication.Served;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.AccessTable;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Route;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.app.access.Who;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What an attacker would try first. Each is tried, each is refused in words, and neither answer nor
 * log has a stack trace or a secret in it.
 */
class RefusalsTest {
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> listener =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          log.add(
              event.getFormattedMessage()
                  + (event.getThrowableProxy() == null
                      ? ""
                      : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
      };

  @BeforeEach
  void listen() {
    ServedTable.address();
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    listener.setContext(context);
    listener.start();
    context.getLogger("ROOT").addAppender(listener);
  }

  @AfterEach
  void nothingIsInTheLog() {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT").detachAppender(listener);
    assertThat(log)
        .noneMatch(line -> line.contains("\tat moot."))
        .noneMatch(line -> line.contains("%ZZ"))
        .noneMatch(line -> line.contains(PASSWORD))
        .noneMatch(line -> line.contains("hunter2"));
  }

  @Test
  void aFormWithoutItsTokenIsRefusedEverywhere() throws Exception {
    SignedIn visitor = SignedIn.as(PartyKind.INSTALLATION, Role.ADMINISTRATOR);
    SignedIn other = SignedIn.as(PartyKind.LMC, Role.EDITOR);
    Set<String> tried = new TreeSet<>();
    for (String path : posts()) {
      for (String token : new String[] {"", "made-up", "made-up.1", other.token()}) {
        HttpResponse<String> answer = post(visitor, path, "_csrf=" + token);
        assertThat(answer.statusCode()).as("%s with “%s”", path, token).isEqualTo(403);
        isInWords(answer);
      }
      assertThat(post(visitor, path, "").statusCode()).as(path).isEqualTo(403);
      tried.add(path);
    }
    assertThat(tried).hasSizeGreaterThan(15).contains("/sign-out", "/imports");
    assertThat(visitor.get("/table").uri()).as("still signed in").hasPath("/table");
  }

  @Test
  void whoIsNotSignedInSendsNothing() throws Exception {
    SignedIn nobody = SignedIn.nobody(ServedTable.served());
    String token = nobody.token();
    int tried = 0;
    for (Route route : AccessTable.ROUTES) {
      if (route.method().equals("POST") && !(route.who() instanceof Who.Anyone)) {
        String path = filled(route.pattern().getPatternString());
        HttpResponse<String> answer = post(nobody, path, "_csrf=" + token);
        assertThat(answer.statusCode()).as(path).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/sign-in");
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(12);
  }

  @Test
  void aFormOpenedForOnePartyIsNotSentForAnother() throws Exception {
    SeatStore seats = ServedTable.bean(SeatStore.class);
    Seat first =
        seats.list().stream()
            .filter(seat -> seat.party().kind() == PartyKind.PRACTICE)
            .filter(seat -> seats.listOfPerson(seat.personId()).size() > 1)
            .findFirst()
            .orElseThrow();
    Seat second =
        seats.listOfPerson(first.personId()).stream()
            .filter(seat -> seat.id() != first.id())
            .findFirst()
            .orElseThrow();
    SignedIn visitor = SignedIn.as(first);
    String opened = visitor.token();
    visitor.post("/seats", Map.of("seat", "" + second.id()));
    HttpResponse<String> answer = post(visitor, "/forming/runs/1/stop", "_csrf=" + opened);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("opened while you acted for somebody else")
        .contains(second.party().name());
    isInWords(answer);
    String forged = opened.substring(0, opened.lastIndexOf('.') + 1) + second.id();
    assertThat(post(visitor, "/forming/runs/999999/stop", "_csrf=" + forged).statusCode())
        .as("who changes the number themselves knows for whom they act")
        .isEqualTo(404);
    assertThat(visitor.get("/table").body()).contains(second.party().name());
  }

  @Test
  void theSessionBeforeSigningInIsOfNoUseAfterwards() throws Exception {
    try (RealInstallation moot = new RealInstallation()) {
      SignedIn victim = moot.nobody();
      URI home = URI.create(moot.served.address());
      CookieManager cookies = (CookieManager) victim.client().cookieHandler().orElseThrow();
      String planted =
          Base64.getEncoder().encodeToString("planted".getBytes(StandardCharsets.UTF_8));
      HttpCookie cookie = new HttpCookie("moot", planted);
      cookie.setPath("/");
      cookie.setVersion(0);
      cookies.getCookieStore().add(home, cookie);
      victim.post("/sign-in", Map.of("email", moot.email, "password", PASSWORD));
      assertThat(victim.get("/table").uri()).hasPath("/table");
      assertThat(sessions(cookies)).as("another one").anyMatch(one -> !one.equals(planted));
      HttpResponse<String> attacker =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(home.resolve("/table"))
                      .header("Accept", "text/html")
                      .header("Cookie", "moot=" + planted)
                      .build(),
                  BodyHandlers.ofString());
      assertThat(attacker.statusCode()).isEqualTo(302);
      assertThat(attacker.headers().firstValue("Location").orElseThrow())
          .contains("/sign-in?next=");
    }
  }

  private static List<String> sessions(CookieManager cookies) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("moot"))
        .map(HttpCookie::getValue)
        .toList();
  }

  @Test
  void guessingIsOverSoon() {
    try (RealInstallation moot = new RealInstallation()) {
      SignedIn guesser = moot.nobody();
      for (int i = 0; i < 8; i++) {
        HttpResponse<String> wrong = signIn(guesser, moot.email, "hunter2 number " + i);
        assertThat(wrong.statusCode()).as("try %d", i).isEqualTo(401);
        assertThat(wrong.body()).doesNotContain("hunter2");
      }
      HttpResponse<String> locked = signIn(guesser, moot.email.toUpperCase(), PASSWORD);
      assertThat(locked.statusCode()).as("even the right one").isEqualTo(429);
      assertThat(locked.body()).contains("too many tries that failed").contains("Maybe wait");
      assertThat(moot.ada.get("/table").uri()).as("who is in stays in").hasPath("/table");

      // A quarter of an hour later.
      moot.jdbc.sql("update access.attempt set at = at - interval '16 minutes'").update();
      assertThat(signIn(moot.nobody(), moot.email, PASSWORD).uri()).hasPath("/table");

      moot.jdbc.sql("delete from access.attempt").update();
      for (int i = 0; i < 60; i++) {
        moot.jdbc
            .sql(
                "insert into access.attempt (at, address, account_sha256)"
                    + " values (now(), '127.0.0.1', lpad(:i, 64, '0'))")
            .param("i", "" + i)
            .update();
      }
      assertThat(signIn(moot.nobody(), moot.email, PASSWORD).statusCode())
          .as("many accounts from one address")
          .isEqualTo(429);
      moot.jdbc.sql("delete from access.attempt").update();
    }
  }

  @Test
  void anInvitationThatIsUsedOrExpiredOrWithdrawnIsNone() {
    try (RealInstallation moot = new RealInstallation()) {
      String address = "late." + moot.email;
      String link = "/invitations/" + moot.invitations().inviteAdministrator("Late Comer", address);
      moot.jdbc
          .sql(
              "update access.invitation set expires_at = now() - interval '1 second' where email = :e")
          .param("e", address)
          .update();
      SignedIn late = moot.nobody();
      HttpResponse<String> expired = late.get(link);
      HttpResponse<String> taken =
          late.post(link, Map.of("name", "Late", "password", PASSWORD, "again", PASSWORD));
      for (HttpResponse<String> answer : List.of(expired, taken)) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("works once, and for 7 days").doesNotContain(address);
        isInWords(answer);
      }
      assertThat(late.get("/table").uri()).hasPath("/sign-in");
      assertThat(
              moot.jdbc
                  .sql("select count(*) from access.person where email = :e")
                  .param("e", address)
                  .query(Integer.class)
                  .single())
          .isZero();
    }
  }

  @Test
  void bodiesThatAreTooLargeOrNoneAreRefused() throws Exception {
    SignedIn visitor = SignedIn.as(PartyKind.SYSTEM, Role.ADMINISTRATOR);
    String token = visitor.token();
    String large = "_csrf=" + token + "&name=" + "x".repeat(3 << 20);
    try {
      HttpResponse<String> answer = post(visitor, "/people/parties", large);
      assertThat(answer.statusCode()).isIn(400, 403, 413);
      isInWords(answer);
    } catch (IOException brokenOff) {
      assertThat(brokenOff).as("the server hung up").isNotNull();
    }
    for (String path : List.of("/people/parties", "/table/comments", "/sign-in", "/seats")) {
      for (Map.Entry<String, String> body :
          Map.of(
                  "application/json", "{\"name\": [[[[",
                  "multipart/form-data; boundary=x", "--x\r\nno part at all",
                  "multipart/form-data", "hunter2",
                  "text/plain", "hunter2",
                  "application/x-www-form-urlencoded", "name=%ZZ&%=&=&&&_csrf=" + token)
              .entrySet()) {
        HttpResponse<String> answer = send(visitor, path, body.getKey(), body.getValue(), token);
        assertThat(answer.statusCode()).as("%s as %s", path, body.getKey()).isBetween(300, 499);
        isInWords(answer);
      }
    }
    for (String type : List.of("multipart/form-data; boundary=x", "multipart/form-data")) {
      HttpResponse<String> answer = send(visitor, "/imports", type, "hunter2", token);
      assertThat(answer.statusCode() == 400 || answer.body().contains("Choose at least one file"))
          .as("%s: %d", type, answer.statusCode())
          .isTrue();
      isInWords(answer);
    }
    HttpResponse<String> nul =
        post(visitor, "/people/parties", "_csrf=" + token + "&kind=LMC&name=a%00b");
    assertThat(nul.statusCode()).isEqualTo(400);
    isInWords(nul);
  }

  @Test
  void noFileIsReadOfThoseWhoMayNotImport() throws Exception {
    for (SignedIn visitor :
        List.of(
            SignedIn.nobody(ServedTable.served()), SignedIn.as(PartyKind.PRACTICE, Role.EDITOR))) {
      URI home = URI.create(ServedTable.address());
      StringBuilder head = new StringBuilder("POST /imports HTTP/1.1\r\nHost: localhost\r\n");
      if (visitor.client().cookieHandler().orElseThrow() instanceof CookieManager cookies) {
        cookies
            .getCookieStore()
            .getCookies()
            .forEach(c -> head.append("Cookie: %s=%s\r\n".formatted(c.getName(), c.getValue())));
      }
      head.append(
          "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 500000000\r\n\r\n");
      try (Socket socket = new Socket(home.getHost(), home.getPort())) {
        socket.setSoTimeout(5_000);
        OutputStream out = socket.getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write("--x\r\nContent-Disposition: form-data; name=".getBytes(StandardCharsets.UTF_8));
        out.flush();
        // The rest never comes; who would read it would wait for it.
        InputStream in = socket.getInputStream();
        String answer = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
        assertThat(answer).isIn("HTTP/1.1 401", "HTTP/1.1 403");
      }
    }
  }

  @Test
  void addressesThatAreNoneAreRefused() throws Exception {
    SignedIn visitor = SignedIn.as(PartyKind.LMC, Role.VIEWER);
    for (String path :
        List.of(
            "/forming/runs/%2e%2e%2fimports",
            "/forming/..%2fimports",
            "/forming/../imports",
            "/forming//runs",
            "/forming/runs/1%00",
            "/forming/runs/%ff",
            "/forming;x=1/places",
            "/js/%2e%2e/%2e%2e/application.properties",
            "/js/..%5c..%5capplication.properties",
            "/forming/runs/99999999999999999999999",
            "/forming/runs/x",
            "/forming/places/%F0%9F%92%A9",
            "/people/parties/-1",
            "/journal?page=x",
            "/journal?page=99999999999",
            "/sign-in?next=%00",
            "/sign-in?who=" + "x".repeat(1 << 20))) {
      String answer = raw(visitor, path);
      assertThat(answer).as("%.60s", path).containsPattern("^HTTP/1.1 (30[0-9]|4[0-9][0-9])");
      assertThat(answer).doesNotContain("\tat ", "Exception", "org.springframework", "org.apache");
    }
  }

  /** As it is, without a client that would set the path right. */
  private static String raw(SignedIn visitor, String path) throws IOException {
    URI home = URI.create(ServedTable.address());
    CookieManager cookies = (CookieManager) visitor.client().cookieHandler().orElseThrow();
    StringBuilder head =
        new StringBuilder("GET %s HTTP/1.1\r\nHost: localhost\r\n".formatted(path));
    cookies
        .getCookieStore()
        .getCookies()
        .forEach(c -> head.append("Cookie: %s=%s\r\n".formatted(c.getName(), c.getValue())));
    head.append("Accept: text/html\r\nConnection: close\r\n\r\n");
    try (Socket socket = new Socket(home.getHost(), home.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException hungUp) {
      return "HTTP/1.1 400 hung up";
    }
  }

  private static void isInWords(HttpResponse<String> answer) {
    assertThat(answer.body())
        .doesNotContain("\tat ")
        .doesNotContain("Exception")
        .doesNotContain("org.springframework")
        .doesNotContain("hunter2")
        .doesNotContain(PASSWORD);
    if (answer.statusCode() >= 400) {
      assertThat(answer.body()).contains("Maybe");
    }
  }

  private static HttpResponse<String> signIn(SignedIn visitor, String email, String password) {
    return visitor.post("/sign-in", Map.of("email", email, "password", password));
  }

  /** Every path to which the application lets a form be sent. */
  private static Set<String> posts() {
    Set<String> paths = new TreeSet<>();
    Served served = ServedTable.served();
    for (RequestMappingInfo info :
        served
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()) {
      if (info.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
        info.getPatternValues().forEach(pattern -> paths.add(filled(pattern)));
      }
    }
    return paths;
  }

  private static String filled(String pattern) {
    return pattern.replace("{code}", "ZME").replaceAll("\\{[^}]+}", "1");
  }

  private static HttpResponse<String> post(SignedIn visitor, String path, String body)
      throws IOException, InterruptedException {
    return send(visitor, path, "application/x-www-form-urlencoded", body, null);
  }

  private static HttpResponse<String> send(
      SignedIn visitor, String path, String type, String body, @Nullable String tokenInHeader)
      throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(visitor.client().cookieHandler().orElseThrow())
            .build()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(ServedTable.address()).resolve(path))
              .header("Accept", "text/html")
              .header("Content-Type", type);
      if (tokenInHeader != null) {
        request.header("X-XSRF-TOKEN", tokenInHeader);
      }
      return client.send(
          request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }
  }
}
