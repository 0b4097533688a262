package moot.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
}
