package moot.app;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import moot.app.MootApplication.Served;
import moot.app.access.Party;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.sample.Mereshire;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A visitor who is signed in: as somebody of Mereshire at {@link ServedTable}, unless another Moot
 * is given.
 *
 * <pre>
 * SignedIn visitor = SignedIn.as(PartyKind.PRACTICE, Role.SIGNATORY);
 * visitor.get("/forming").body();
 * visitor.post("/table/drafts", Map.of("name", "Six and six"));
 * visitor.enter(browserContext);
 * </pre>
 */
public final class SignedIn {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final URI home;
  private final @Nullable Seat seat;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private SignedIn(Served served, @Nullable Seat seat) {
    this.home = URI.create(served.address());
    this.seat = seat;
  }

  /** Signs in as the first of Mereshire who has this role at such a party; seats one if need be. */
  public static SignedIn as(PartyKind kind, Role role) {
    SeatStore seats = ServedTable.bean(SeatStore.class);
    return as(
        seats.list().stream()
            .filter(s -> s.party().kind() == kind && s.role() == role && isMereshires(s.party()))
            .findFirst()
            .orElseGet(() -> seat(ServedTable.served(), party(seats, kind), role)));
  }

  /** Signs in as whoever has this role at this party of Mereshire; seats somebody if need be. */
  public static SignedIn as(PartyKind kind, String code, Role role) {
    Party party =
        ServedTable.bean(SeatStore.class)
            .findParty(Mereshire.PLACE, kind, code)
            .orElseThrow(() -> new IllegalArgumentException("no " + kind + " " + code));
    return as(
        ServedTable.bean(SeatStore.class).listOfParty(party.id()).stream()
            .filter(s -> s.role() == role)
            .findFirst()
            .orElseGet(() -> seat(ServedTable.served(), party, role)));
  }

  public static SignedIn as(Seat seat) {
    return as(ServedTable.served(), seat);
  }

  /** The same at another Moot, which has to be served as a demo. */
  public static SignedIn as(Served served, Seat seat) {
    SignedIn visitor = new SignedIn(served, seat);
    HttpResponse<String> answer =
        visitor.post("/sign-in/as", Map.of("seat", Long.toString(seat.id()), "next", "/seats"));
    if (answer.statusCode() != 200 || !answer.body().contains(seat.personName())) {
      throw new IllegalStateException("could not sign in: " + answer + "\n" + answer.body());
    }
    return visitor;
  }

  /** Somebody who has just come and is not signed in. */
  public static SignedIn nobody(Served served) {
    return new SignedIn(served, null);
  }

  /** Whose request it is. */
  public Seat seat() {
    if (seat == null) {
      throw new IllegalStateException("nobody is signed in");
    }
    return seat;
  }

  /** With this visitor's cookies, for requests of a test's own. */
  public HttpClient client() {
    return client;
  }

  /** Asks for a page as a browser does, following redirects. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(home.resolve(path)));
  }

  /** Sends a form, with the token that a page of Moot would have given it. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.computeIfAbsent("_csrf", name -> token());
    String body =
        all.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(home.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends JSON, as a page's own script does. */
  public HttpResponse<String> postJson(String path, String json) {
    return send(
        HttpRequest.newBuilder(home.resolve(path))
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", token())
            .POST(BodyPublishers.ofString(json)));
  }

  /** The token that forms of this visitor carry. */
  public String token() {
    Matcher token = TOKEN.matcher(get(seat == null ? "/sign-in" : "/seats").body());
    if (!token.find()) {
      token = TOKEN.matcher(get("/sign-in").body());
      if (!token.find()) {
        throw new IllegalStateException("no page with a form");
      }
    }
    return token.group(1);
  }

  /** Lets a browser in as this visitor. */
  public BrowserContext enter(BrowserContext browser) {
    browser.addCookies(
        cookies.getCookieStore().getCookies().stream()
            .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(home.toString()))
            .toList());
    return browser;
  }

  /** Seats somebody new at a party. */
  public static Seat seat(Served served, Party party, Role role) {
    return seat(served, party, "Tess Tallis " + role.words() + " " + party.id(), role);
  }

  /** The same, of this name. */
  public static Seat seat(Served served, Party party, String name, Role role) {
    SeatStore seats = served.context().getBean(SeatStore.class);
    JdbcClient jdbc = JdbcClient.create(served.context().getBean(DataSource.class));
    long person =
        jdbc.sql("insert into access.person (name, email) values (:name, :email) returning id")
            .param("name", name)
            .param("email", name.replace(' ', '.') + "@test.example")
            .query(Long.class)
            .single();
    long seat =
        jdbc.sql(
                "insert into access.seat (person, party, role) values (:person, :party, :role)"
                    + " returning id")
            .param("person", person)
            .param("party", party.id())
            .param("role", role.name())
            .query(Long.class)
            .single();
    return seats.find(seat).orElseThrow();
  }

  /** Adds a party, or finds it, and seats somebody there. */
  public static Seat seat(
      Served served, PartyKind kind, String code, String name, @Nullable String place, Role role) {
    long party =
        JdbcClient.create(served.context().getBean(DataSource.class))
            .sql(
                """
                insert into access.party (kind, code, name, place)
                values (:kind, :code, :name, :place)
                on conflict (place, kind, code) do update set name = excluded.name returning id
                """)
            .param("kind", kind.name())
            .param("code", code)
            .param("name", name)
            .param("place", place)
            .query(Long.class)
            .single();
    return seat(
        served, served.context().getBean(SeatStore.class).findParty(party).orElseThrow(), role);
  }

  /** Other tests seat people at other places; the installation sits at none. */
  private static boolean isMereshires(Party party) {
    return party.place() == null || party.sitsAt(Mereshire.PLACE);
  }

  private static Party party(SeatStore seats, PartyKind kind) {
    return seats.list().stream()
        .map(Seat::party)
        .filter(party -> party.kind() == kind && isMereshires(party))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody acts for a " + kind));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.header("Accept", "text/html,*/*").build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
