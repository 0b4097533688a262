package moot.bench.table;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A draft that was shared with the table, as those who change it know it. */
record Draft(long id, List<String> practices, List<String> networks) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern PRACTICE = Pattern.compile("name=\"practice\" value=\"([^\"]+)\"");
  private static final Pattern NETWORK = Pattern.compile("data-network=\"([^\"]+)\"");
  private static final Pattern VERSION = Pattern.compile("name=\"on\" value=\"(\\d+)\"");

  /** Makes a draft of today's networks and shares it. */
  static Draft make(Visitor visitor, String name) throws IOException, InterruptedException {
    HttpResponse<String> made =
        visitor.post("/table/drafts", Map.of("name", name, "from", "today"));
    String address = made.headers().firstValue("Location").orElse("");
    if (made.statusCode() != 302) {
      throw new IOException("no draft: " + made.statusCode() + " " + made.body());
    }
    long id = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    visitor.post("/table/drafts/" + id + "/share", Map.of());
    String page = visitor.get("/table/drafts/" + id).body();
    return new Draft(id, all(PRACTICE, page), all(NETWORK, page));
  }

  private static List<String> all(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(found -> found.group(1)).distinct().toList();
  }

  /** The version that a page shows. */
  static int version(String page) throws IOException {
    Matcher found = VERSION.matcher(page);
    if (!found.find()) {
      throw new IOException("the draft's page names no version");
    }
    return Integer.parseInt(found.group(1));
  }

  /**
   * The version that an answer acknowledges.
   *
   * @return −1 when it acknowledges none
   */
  static int acknowledged(HttpResponse<String> answer) {
    return answer.statusCode() == 200 ? JSON.readTree(answer.body()).get("version").asInt() : -1;
  }
}
