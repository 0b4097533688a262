package moot.bench.table;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser, signed in at the demo. */
final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern PERSON =
      Pattern.compile("name=\"seat\" value=\"(\\d+)\">([^<]*), ([^<]*)</button>");
  private static final Pattern PARTY = Pattern.compile("<h3>([^<]*)</h3>");

  private final URI home;
  private final HttpClient client;
  private String token = "";

  /** Somebody whom the demo offers to be. */
  record Offered(long seat, String party, String role) {}

  Visitor(URI home) {
    this.home = home;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(20))
            .build();
  }

  /** All whom the demo offers to be, in its order. */
  List<Offered> offered() throws IOException, InterruptedException {
    String page = get("/sign-in").body();
    List<Offered> offered = new ArrayList<>();
    Matcher party = PARTY.matcher(page);
    Matcher person = PERSON.matcher(page);
    List<int[]> headings = new ArrayList<>();
    List<String> names = new ArrayList<>();
    while (party.find()) {
      headings.add(new int[] {party.start()});
      names.add(party.group(1));
    }
    int at = -1;
    while (person.find()) {
      while (at + 1 < headings.size() && headings.get(at + 1)[0] < person.start()) {
        at++;
      }
      offered.add(
          new Offered(
              Long.parseLong(person.group(1)), at < 0 ? "" : names.get(at), person.group(3)));
    }
    return offered;
  }

  void signIn(long seat) throws IOException, InterruptedException {
    readToken(get("/sign-in").body());
    HttpResponse<String> answer =
        post("/sign-in/as", Map.of("seat", Long.toString(seat), "next", "/seats"));
    if (answer.statusCode() != 302) {
      throw new IOException("could not sign in: " + answer.statusCode() + " " + answer.body());
    }
    readToken(get("/seats").body());
  }

  void readToken(String page) throws IOException {
    Matcher found = TOKEN.matcher(page);
    if (!found.find()) {
      throw new IOException("a page without a form");
    }
    token = found.group(1);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(home.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Accept", "text/html")
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return post(path, fields, "text/html");
  }

  HttpResponse<String> post(String path, Map<String, String> fields, String accept)
      throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"))
            + "&_csrf="
            + encode(token);
    return client.send(
        HttpRequest.newBuilder(home.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Accept", accept)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
