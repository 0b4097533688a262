package moot.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import moot.app.MootApplication;
import moot.app.MootApplication.Served;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.register.RegisterForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The import page over HTTP, without script. */
class ImportPagesTest {
  private static final String BOUNDARY = "----moot";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String GOOD =
      """
      practice_code,name,easting,northing,list_size,place_code,network_code
      X1,<script>alert(1)</script>,400000,300000,5000,MERE,N1
      """;

  private static Served served;
  private static SignedIn visitor;

  @BeforeAll
  static void serve() {
    System.setProperty("moot.upload.time", "3s");
    System.setProperty("moot.upload.size", "2MB");
    served = MootApplication.serveDemo(RegisterForTests.openAgain(), "127.0.0.1", 0);
    visitor =
        SignedIn.as(
            served,
            SignedIn.seat(
                served,
                PartyKind.INSTALLATION,
                "installation",
                "This installation",
                null,
                Role.ADMINISTRATOR));
  }

  @AfterAll
  static void end() {
    System.clearProperty("moot.upload.time");
    System.clearProperty("moot.upload.size");
    served.context().close();
  }

  @BeforeEach
  void emptyRegister() {
    RegisterForTests.emptied();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return visitor
        .client()
        .send(
            HttpRequest.newBuilder(URI.create(served.address()).resolve(path)).build(),
            BodyHandlers.ofString());
  }

  private String token() throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get("/imports").body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private HttpResponse<String> send(Map<String, String> fields, Map<String, String> files)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value));
    files.forEach((name, value) -> part(body, "name=\"files\"; filename=\"" + name + "\"", value));
    body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return visitor
        .client()
        .send(
            HttpRequest.newBuilder(URI.create(served.address()).resolve("/imports"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            BodyHandlers.ofString());
  }

  private static void part(ByteArrayOutputStream body, String disposition, String content) {
    body.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; "
                + disposition
                + "\r\n\r\n"
                + content
                + "\r\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> upload(String name, String text)
      throws IOException, InterruptedException {
    return send(Map.of("_csrf", token()), Map.of(name, text));
  }

  @Test
  void aGoodFileShowsWhatChanged() throws Exception {
    HttpResponse<String> page = upload("../../etc/practices.csv", GOOD);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/imports/1");
    assertThat(page.body())
        .contains("<h1>practices.csv</h1>")
        .contains("plain table of practices")
        .contains("In a network now, before in none: 1 (X1 in N1).")
        .doesNotContain("<script>alert");
    assertThat(get("/imports").body()).contains("practices.csv").contains("taken in");
  }

  @Test
  void theSameAgainSaysSo() throws Exception {
    upload("practices.csv", GOOD);
    assertThat(upload("again.csv", GOOD).body()).contains("changed nothing");
  }

  @Test
  void aBadFileShowsItsRowsAPageAtATime() throws Exception {
    StringBuilder bad = new StringBuilder("practice_code,easting,northing,list_size,place_code\n");
    for (int i = 0; i < 120; i++) {
      bad.append("X").append(i).append(",400000,300000,=1+1,MERE\n");
    }
    HttpResponse<String> page = upload("bad.csv", bad.toString());

    assertThat(page.body())
        .contains("it has 120 errors. Nothing of it was taken.")
        .contains("Page 1 of 3")
        .contains("Maybe the columns are shifted?")
        .contains("line 51")
        .doesNotContain("line 52");
    assertThat(get("/imports/1?page=3").body()).contains("line 121");
    assertThat(get("/imports/1/problems.csv").body())
        .startsWith("severity,sheet,line,column,value,says,maybe,rows")
        .contains(",'=1+1,");
  }

  @Test
  void severalFilesAtOnce() throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("good.csv", GOOD);
    files.put("fruit.csv", "fruit\napple\n");
    assertThat(send(Map.of("_csrf", token()), files).body())
        .contains("What came of your files")
        .contains("fruit.csv</a>: refused (not recognised)")
        .contains("good.csv</a>: taken in");
  }

  @Test
  void aFormThatIsNotFilledInIsShownAgain() throws Exception {
    HttpResponse<String> page = send(Map.of("_csrf", token(), "known-from", "31 Foo"), Map.of());
    assertThat(page.body())
        .contains("Error: Import")
        .contains("Choose at least one file.")
        .contains("\"31 Foo\" is no date");
  }

  @Test
  void aFormFromElsewhereIsRefused() throws Exception {
    assertThat(send(Map.of("_csrf", "forged"), Map.of("practices.csv", GOOD)).statusCode())
        .isEqualTo(403);
    assertThat(get("/imports").body()).contains("None yet.");
  }

  @Test
  void tooLargeIsRefused() throws Exception {
    HttpResponse<String> page = upload("large.csv", "x".repeat(3 << 20));
    assertThat(page.statusCode()).isEqualTo(413);
    assertThat(page.body()).contains("larger than 2 MB together");
  }

  @Test
  @Timeout(30)
  void tooSlowIsCutOff() throws Exception {
    String token = token();
    URI address = URI.create(served.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /imports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
                  + cookies()
                  + "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"
                  + "Content-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                  + token
                  + "\r\n--x\r\n"
                  + "Content-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      out.flush();
      byte[] answer = new byte[64];
      int read = 0;
      for (int i = 0; i < 100 && read == 0; i++) {
        out.write('x');
        out.flush();
        Thread.sleep(100);
        if (socket.getInputStream().available() > 0) {
          read = socket.getInputStream().read(answer);
        }
      }
      assertThat(new String(answer, 0, read, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 408");
    }
  }

  private static String cookies() {
    CookieManager kept = (CookieManager) visitor.client().cookieHandler().orElseThrow();
    return kept.getCookieStore().getCookies().stream()
        .map(cookie -> "Cookie: %s=%s\r\n".formatted(cookie.getName(), cookie.getValue()))
        .collect(Collectors.joining());
  }

  @Test
  void noSuchImport() throws Exception {
    assertThat(get("/imports/77").statusCode()).isEqualTo(404);
    assertThat(get("/imports/77").body()).contains("Maybe the link is from another database?");
  }
}
