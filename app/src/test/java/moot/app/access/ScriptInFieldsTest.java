package moot.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import moot.app.Chromium;
import moot.app.ServedTable;
import moot.app.SignedIn;
import org.junit.jupiter.api.Test;

/** Script in every text field that somebody else reads: it is shown as text and never runs. */
class ScriptInFieldsTest {
  private static final String SCRIPT =
      "<script>document.title='bent'</script><img src=x onerror=\"document.title='bent'\">\"'}{";

  private final SignedIn facilitator = SignedIn.as(PartyKind.FACILITATOR, Role.ADMINISTRATOR);
  private final SignedIn practice = SignedIn.as(PartyKind.PRACTICE, "Z90001", Role.SIGNATORY);

  @Test
  void whatIsWrittenIsShownAsText() {
    List<String> pages = write();
    List<SignedIn> readers =
        List.of(facilitator, practice, SignedIn.as(PartyKind.PRACTICE, "Z90002", Role.VIEWER));
    int shown = 0;
    for (SignedIn reader : readers) {
      try (BrowserContext browser = reader.enter(Chromium.get().newContext())) {
        Page page = browser.newPage();
        for (String path : pages) {
          String body = reader.get(path).body();
          assertThat(body).as(path).doesNotContain("<script>document").doesNotContain("<img src=x");
          shown += body.contains("&lt;script&gt;document") ? 1 : 0;
          page.navigate(ServedTable.address() + path.substring(1));
          assertThat(page.title()).as(path).isNotEqualTo("bent");
          assertThat(page.locator("img[src=x]").count()).as(path).isZero();
        }
      }
    }
    System.out.printf("%d pages show what was written, as text%n", shown);
    assertThat(shown).isGreaterThan(10);
  }

  /** Writes it wherever one may; gives the pages on which it is to be read. */
  private List<String> write() {
    List<String> pages = new ArrayList<>();
    String draft =
        facilitator.post("/table/drafts", Map.of("name", SCRIPT, "from", "today")).uri().getPath();
    facilitator.post(draft + "/share", Map.of());
    String subject = "draft:" + draft.substring(draft.lastIndexOf('/') + 1);
    facilitator.post(
        "/table/comments",
        Map.of(
            "subject", subject, "part", "practice:Z90001|" + SCRIPT, "body", SCRIPT + " @Z90001"));
    Map<String, String> put = new HashMap<>();
    put.put("draft", subject.substring(6));
    put.put("title", SCRIPT);
    put.put("rule", "EACH_PRACTICE");
    put.put("closes", LocalDate.now().plusDays(30).toString());
    put.put("effective", LocalDate.now().plusDays(300).toString());
    String proposal = facilitator.post("/table/consent/new", put).uri().getPath();
    practice.post(
        proposal + "/answer", Map.of("answer", "AGREES_ON", "words", SCRIPT, "after", "0"));
    practice.post(proposal + "/networks/1", Map.of("director", SCRIPT, "payee", SCRIPT));
    practice.post("/table/wishes", Map.of("on", "0", "stance", "WILLING", "conditions", SCRIPT));
    practice.post("/table/wishes/publish", Map.of("part", "conditions", "on", "1"));
    facilitator.post("/tokens", Map.of("name", SCRIPT, "role", "VIEWER", "days", "5"));
    facilitator.post("/people/parties", Map.of("place", "ZME", "kind", "LMC", "name", SCRIPT));
    facilitator.post(
        "/people/parties/" + facilitator.seat().party().id() + "/invitations",
        Map.of("name", SCRIPT, "email", "script@far.example", "role", "VIEWER"));
    facilitator.post(
        "/forming/places/ZME/new",
        Map.of("title", SCRIPT, "min", SCRIPT, "together", SCRIPT, "stay", SCRIPT));
    pages.addAll(writeOfMoney());
    pages.addAll(
        List.of(
            draft,
            draft + "/compare",
            draft + "/wishes",
            "/table",
            "/table/drafts",
            proposal,
            "/table/consent",
            "/table/wishes",
            "/journal",
            "/tokens",
            "/people",
            "/people/parties",
            "/people/parties/" + facilitator.seat().party().id(),
            "/forming",
            "/seats",
            "/sign-in"));
    return pages;
  }

  /** In scenarios, role plans and the fields by which pages of funding are asked for. */
  private List<String> writeOfMoney() {
    String quoted = "'" + SCRIPT.replace("'", "''") + "'";
    String file =
        "{title: %1$s, first year: 2026/27, years: 1, practices: [{code: Z90001, name: %1$s, patients: 9000}], need: {items: [{cost: %1$s, a year: £9000}]}, sources: [{kind: practices' own money, id: own, title: %1$s, per head: £1, willingness: 50 %%, headroom: £2}]}"
            .formatted(quoted);
    String scenario =
        facilitator.post("/funding/scenarios/file", Map.of("text", file)).uri().getPath();
    assertThat(scenario).matches("/funding/scenarios/[0-9]+");
    facilitator.post(scenario + "/share", Map.of());
    String roles =
        facilitator
            .post("/funding/roles", Map.of("name", SCRIPT, "network", "UZ0001"))
            .uri()
            .getPath();
    assertThat(roles).matches("/funding/roles/[0-9]+");
    facilitator.post(roles + "/share", Map.of());
    String typed = URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8);
    return List.of(
        scenario,
        scenario + "/mix",
        "/funding/scenarios",
        "/funding/scenarios/compare?with=" + scenario.substring(19),
        roles,
        roles + "/stop",
        roles + "/sides",
        "/funding/roles",
        "/funding/places/ZME?year=" + typed,
        "/funding/places/ZME?year=2025-26&as=" + typed,
        "/funding/places/ZME/networks/UZ0001?split=" + typed,
        "/funding/scale?practices=" + typed);
  }
}
