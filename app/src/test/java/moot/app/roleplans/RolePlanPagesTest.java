package moot.app.roleplans;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import moot.app.Chromium;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import org.junit.jupiter.api.Test;

/** A practice plans its network's new roles at Mereshire; others see of it what they may. */
class RolePlanPagesTest {
  private final SignedIn owner = SignedIn.as(PartyKind.PRACTICE, "Z90001", Role.EDITOR);
  private final SignedIn other = SignedIn.as(PartyKind.PRACTICE, "Z90002", Role.EDITOR);
  private final SignedIn system = SignedIn.as(PartyKind.SYSTEM, Role.EDITOR);

  static long make(SignedIn by, String name) {
    HttpResponse<String> made =
        by.post("/funding/roles", Map.of("name", name, "network", "UZ0001"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    return Long.parseLong(made.uri().getPath().replaceAll(".*/", ""));
  }

  static Map<String, String> post(int on, String role, String wte, String from, String pay) {
    Map<String, String> fields = new HashMap<>();
    fields.put("on", "" + on);
    fields.put("what", "post");
    fields.put("role", role);
    fields.put("wte", wte);
    fields.put("people", "" + (int) Math.ceil(Double.parseDouble(wte)));
    fields.put("from", from);
    fields.put("pay", pay);
    fields.put("onCosts", "25");
    fields.put("employer", "LEAD_PRACTICE");
    fields.put("show", "2024/25");
    return fields;
  }

  static void change(SignedIn by, long id, Map<String, String> fields) {
    HttpResponse<String> answer = by.post("/funding/roles/" + id + "/change", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Two pharmacists from July, a technician, a paramedic of whom no maximum is known. */
  private long plan(String name) {
    long id = make(owner, name);
    Map<String, String> first = post(1, "clinical-pharmacist", "2", "2021-07-01", "50000");
    first.put("age", "44");
    first.put("serviceFrom", "2015-03-02");
    change(owner, id, first);
    change(owner, id, post(2, "pharmacy-technician", "1", "2024-09-16", "30000"));
    Map<String, String> third = post(3, "podiatrist", "0.6", "2024-04-01", "42000");
    third.put("employer", "FEDERATION");
    change(owner, id, third);
    return id;
  }

  @Test
  void everyPageIsFineOnBothWidthsAndWithoutScript() {
    long id = plan("Pharmacists first");
    change(
        owner,
        id,
        Map.of(
            "on",
            "4",
            "what",
            "maximum",
            "year",
            "2024/25",
            "role",
            "podiatrist",
            "maximum",
            "60000"));
    assertThat(
            system
                .post(
                    "/funding/donors",
                    Map.of(
                        "name",
                        "Mereshire Hospitals",
                        "role",
                        "clinical-pharmacist",
                        "staff",
                        "40",
                        "threshold",
                        "2"))
                .statusCode())
        .isEqualTo(200);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("list", "/funding/roles");
    pages.put("plan", "/funding/roles/" + id + "?year=2024-25");
    pages.put("plan-now", "/funding/roles/" + id);
    pages.put("post", "/funding/roles/" + id + "?year=2024-25&post=2");
    pages.put("stop", "/funding/roles/" + id + "/stop?last=2025-03-31&given=2024-12-31");
    pages.put("stop-wrong", "/funding/roles/" + id + "/stop?last=1066");
    pages.put("sides", "/funding/roles/" + id + "/sides?year=2021-22");
    pages.put("donors", "/funding/donors");
    for (int width : new int[] {Chromium.DESKTOP, Chromium.PHONE}) {
      pages.forEach((name, address) -> look(owner, address, name, width));
      look(system, "/funding/donors", "donors-system", width);
    }
  }

  private static void look(SignedIn visitor, String address, String name, int width) {
    try (BrowserContext context =
        Chromium.get()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setBaseURL(ServedTable.address()))) {
      Page page = visitor.enter(context).newPage();
      page.navigate(address);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/pictures/roles-" + name + "-" + width + ".png")));
      assertThat(new AxeBuilder(page).analyze().getViolations())
          .as("axe on " + name + " at " + width)
          .extracting(rule -> rule.getId() + " " + rule.getNodes())
          .isEmpty();
      int wide = (int) page.evaluate("document.documentElement.scrollWidth");
      assertThat(wide).as("no sideways scrolling on " + name).isLessThanOrEqualTo(width);
    }
  }
}
