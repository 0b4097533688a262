package moot.app.drafts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import moot.app.Chromium;
import moot.app.Looked;
import moot.app.MootApplication;
import moot.app.MootApplication.Served;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.database.Database;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People draft networks together, in real browsers. */
@Tag("measured")
class DraftJourneyTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final double LONG = 20_000;

  private final DraftDesk desk = ServedTable.bean(DraftDesk.class);
  private final NewDrafts begun = ServedTable.bean(NewDrafts.class);
  private final ChangeDesk changes = ServedTable.bean(ChangeDesk.class);
  private final DraftStore drafts = ServedTable.bean(DraftStore.class);
  private final SignedIn facilitator =
      SignedIn.as(PartyKind.FACILITATOR, "facilitator", Role.EDITOR);
  private final SignedIn practice = SignedIn.as(PartyKind.PRACTICE, "Z90001", Role.EDITOR);

  /** The two are even served by two nodes on one database. */
  @Test
  void twoEditOneDraft_oneByDragging_oneByKeyboard_andBothSeeTheSame() {
    Served second = MootApplication.serveDemo(ServedTable.bean(Database.class), "127.0.0.1", 0);
    SignedIn there = SignedIn.as(second, practice.seat());
    long id = begun.fromToday(facilitator.seat(), "Six and six");
    desk.share(facilitator.seat(), id);
    DraftState first = state(id);
    List<String> complaints = new ArrayList<>();
    try (BrowserContext one = browser(facilitator, Chromium.DESKTOP, true);
        BrowserContext other = browser(there, Chromium.DESKTOP, true)) {
      Page dragging = open(one, ServedTable.served(), id, complaints);
      Page typing = open(other, second, id, complaints);
      assertThat(dragging.locator("[data-pin]").first()).isVisible();
      assertThat(typing.locator("[data-pin]").first()).isVisible();

      // By dragging: a practice onto another network, then one onto "New network".
      String dragged = "Z90013";
      String onto = "Z90020";
      drag(dragging, dragged, pin(dragging, onto));
      assertThat(row(dragging, dragged)).isVisible();
      waitFor(typing, dragged, first.getNetwork(onto));
      String alone = "Z90040";
      drag(dragging, alone, dragging.locator("[data-drop='+']"));
      waitFor(dragging, alone, "New 1");
      waitFor(typing, alone, "New 1");

      // By keyboard: two practices ticked with the space bar, M, the network chosen, Enter.
      String left = "Z90030";
      String right = "Z90031";
      typing.locator("#practice-" + left).focus();
      typing.keyboard().press("Space");
      typing.locator("#practice-" + right).focus();
      typing.keyboard().press("Space");
      typing.keyboard().press("m");
      assertThat(typing.locator("#network")).isFocused();
      typing.keyboard().type("New 1");
      typing.keyboard().press("Enter");
      waitFor(dragging, left, "New 1");
      waitFor(typing, right, "New 1");

      // Both at the same time, other practices: neither waits for the other, nothing is lost.
      String mine = "Z90050";
      String theirs = "Z90060";
      String to = first.getNetwork("Z90001");
      typing.locator("#practice-" + theirs).check();
      typing.locator("#network").selectOption(to);
      dragging.locator("#practice-" + mine).check();
      dragging.locator("#network").selectOption(to);
      typing.evaluate("document.getElementById('move').click()");
      dragging.evaluate("document.getElementById('move').click()");
      for (Page page : List.of(dragging, typing)) {
        waitFor(page, mine, to);
        waitFor(page, theirs, to);
      }

      Map<String, String> expected = new TreeMap<>(first.networkOf());
      expected.put(dragged, first.getNetwork(onto));
      List.of(alone, left, right).forEach(p -> expected.put(p, "New 1"));
      expected.put(mine, to);
      expected.put(theirs, to);
      assertThat(state(id).networkOf()).isEqualTo(expected);
      assertThat(shown(dragging)).isEqualTo(expected);
      assertThat(shown(typing)).isEqualTo(expected);
      // Their comment box, what they had ticked and where they were stayed as it was.
      assertThat(complaints).isEmpty();

      // Undo shows at the other's too.
      typing.locator("#undo").click();
      dragging.waitForCondition(() -> !shown(dragging).equals(expected));
      assertThat(shown(dragging)).isEqualTo(state(id).networkOf());

      // Keep one, complete the rest: proved, and both see it.
      typing.locator("[id='keep-New-1']").click();
      assertThat(dragging.locator("[id='keep-New-1']")).containsText("Kept");
      typing.locator("#complete").click();
      for (Page page : List.of(dragging, typing)) {
        assertThat(page.locator("#panel .moot-proof__head"))
            .containsText("proved", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
      }
      assertThat(state(id).members("New 1")).isEqualTo(Set.of(alone, left, right));
      dragging.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(PICTURES.resolve("draft-done.png")));
      assertThat(complaints).isEmpty();
    }
  }

  @Test
  void withoutScriptTheFormDoesTheSame_andWhoeverIsLaterIsTold() {
    long id = begun.fromToday(facilitator.seat(), "By the form");
    String who = "Z90002";
    try (BrowserContext visitor = browser(facilitator, Chromium.PHONE, false)) {
      Page page = visitor.newPage();
      page.navigate(ServedTable.address() + "table/drafts/" + id);
      // Somebody else moves it in the meantime.
      changes.change(facilitator.seat(), id, 1, new Change.Move(Set.of(who), Change.NONE));
      page.locator("#practice-" + who).check();
      page.locator("#network").selectOption("+");
      page.locator("#move").click();
      assertThat(page.locator(".moot-told:not(#draft-told)"))
          .containsText("Somebody else was first");
      assertThat(state(id).networkOf()).doesNotContainKey(who);
      page.locator("#practice-" + who).check();
      page.locator("#network").selectOption("+");
      page.locator("#move").click();
      assertThat(page.locator("#version")).containsText("made a new network, New 1");
      assertThat(state(id).networkOf()).containsEntry(who, "New 1");
      assertThat(page.locator("#breaches ~ ul").first()).containsText("New 1 has");
      assertThat(
              (Boolean)
                  page.locator("[data-draft-map] img")
                      .evaluate("img => img.decode().then(() => img.naturalWidth > 0)"))
          .isTrue();
      page.locator("#history-details summary").click();
      page.getByText("Version 1", new Page.GetByTextOptions().setExact(true)).click();
      page.getByText("Go back to this version").click();
      assertThat(page.locator("#version")).containsText("went back to version 1");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Chromium.DESKTOP, Chromium.PHONE})
  void axeFindsNothing_andNoPageIsWiderThanTheScreen(int width) {
    long id = begun.fromToday(facilitator.seat(), "For axe " + width);
    int now =
        changes.change(facilitator.seat(), id, 1, new Change.Move(Set.of("Z90001", "Z90055"), "+"));
    now =
        changes.change(
            facilitator.seat(),
            id,
            now,
            new Change.Lock(new DraftLock(DraftLock.Kind.APART, List.of("Z90001", "Z90055"))));
    now =
        changes.change(
            facilitator.seat(), id, now, new Change.Keep(state(id).getNetwork("Z90030"), true));
    RestStore rests = ServedTable.bean(RestStore.class);
    Rest rest = rests.find(rests.add(id, now, facilitator.seat(), Set.of(), null, 3)).orElseThrow();
    rests.end(rest, true, "The rest is completed.", null);
    rests.keepGains(
        rest,
        List.of(
            new Rest.Gain(0, 0, 1_084.2, true),
            new Rest.Gain(1, 1, 1_012.9, true),
            new Rest.Gain(2, 2, 998.4, true),
            new Rest.Gain(3, 3, 990.1, false)));
    try (BrowserContext visitor = browser(facilitator, width, true)) {
      Page page = visitor.newPage();
      for (String path :
          List.of(
              "table/drafts",
              "table/drafts/" + id,
              "table/drafts/" + id + "?version=2",
              "table/drafts/" + id + "/compare",
              "table/drafts/999999")) {
        Looked.at(
            page,
            path,
            width,
            width == Chromium.PHONE,
            PICTURES.resolve(
                path.replace("/" + id, "-n").replaceAll("[/?&=]+", "-") + "-" + width + ".png"));
      }
    }
  }

  /** What a party drafts by itself is not there for others, whatever they ask. */
  @Test
  void aDraftOfOnePartyIsNotThereForOthers() {
    long id = begun.fromToday(facilitator.seat(), "Zebra crossing");
    String missing = practice.get("/table/drafts/999999").body().replaceAll("999999", "N");
    for (String path :
        List.of(
            "",
            "/panel",
            "/cells.geojson",
            "/draft.svg",
            "/draft.csv",
            "/draft.json",
            "/compare",
            "/events")) {
      HttpResponse<String> answer = practice.get("/table/drafts/" + id + path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).doesNotContain("Zebra");
    }
    assertThat(practice.get("/table/drafts").body()).doesNotContain("Zebra");
    assertThat(missing).contains("There is no draft N");
    Map<String, String> change =
        Map.of("on", "1", "what", "move", "practice", "Z90001", "network", "+");
    assertThat(practice.post("/table/drafts/" + id + "/change", change).statusCode())
        .isEqualTo(404);
    assertThat(practice.post("/table/drafts/" + id + "/rest", Map.of("on", "1")).statusCode())
        .isEqualTo(404);
    assertThat(practice.post("/table/drafts/" + id + "/share", Map.of()).statusCode())
        .isEqualTo(404);
    assertThat(
            practice
                .post("/table/drafts", Map.of("name", "Mine", "from", "draft:" + id))
                .statusCode())
        .isEqualTo(404);
    assertThat(drafts.find(id).orElseThrow().latest()).isEqualTo(1);
  }

  @Test
  void aDraftIsTakenAwayAsAFile_andComparedWithAnother() {
    long id = begun.fromToday(facilitator.seat(), "To take <b>away</b>");
    long copy = begun.fromDraft(facilitator.seat(), "A copy", id, 1);
    changes.change(facilitator.seat(), copy, 1, new Change.Move(Set.of("Z90001"), Change.NEW));
    assertThat(facilitator.get("/table/drafts/" + id + "/draft.csv").body())
        .contains("practice_code,network,hub")
        .contains("Z90030");
    assertThat(facilitator.get("/table/drafts/" + id + "/draft.json").body())
        .contains("\"place\"")
        .contains("UZ0001");
    assertThat(facilitator.get("/table/drafts/" + copy + "/compare?with=" + id).body())
        .contains("data-changed=\"Z90001\"")
        .contains("To take &lt;b&gt;away&lt;/b&gt;")
        .doesNotContain("<b>away");
  }

  /** As a browser sees it, change and new panel together. */
  @Test
  void aMoveIsAnsweredAtOnce() throws Exception {
    long id = begun.fromToday(facilitator.seat(), "Quick");
    List<String> codes = List.copyOf(state(id).networkOf().keySet());
    List<String> networks = List.copyOf(state(id).networks());
    String token = facilitator.token();
    double[] millis = new double[120];
    for (int move = -40; move < millis.length; move++) {
      String form =
          "_csrf=%s&on=%d&what=move&practice=%s&network=%s"
              .formatted(
                  token,
                  drafts.find(id).orElseThrow().current(),
                  codes.get(Math.floorMod(7 * move, codes.size())),
                  networks.get(Math.floorMod(move, networks.size())));
      URI home = URI.create(ServedTable.address());
      long before = System.nanoTime();
      HttpResponse<String> changed =
          facilitator
              .client()
              .send(
                  HttpRequest.newBuilder(home.resolve("/table/drafts/" + id + "/change"))
                      .header("Accept", "application/json")
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.ofString(form))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      HttpResponse<String> panel = facilitator.get("/table/drafts/" + id + "/panel");
      double took = (System.nanoTime() - before) / 1e6;
      assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
      assertThat(panel.body()).contains("moot-figures");
      if (move >= 0) {
        millis[move] = took;
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        "A move and what it does, over HTTP at 62 practices: median %.1f ms, p95 %.1f ms%n",
        millis[millis.length / 2], millis[(int) Math.ceil(0.95 * millis.length) - 1]);
  }

  private static BrowserContext browser(SignedIn who, int width, boolean script) {
    return who.enter(
        Chromium.get()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(script)
                    .setViewportSize(width, 900)));
  }

  private static Page open(BrowserContext browser, Served node, long id, List<String> complaints) {
    Page page = browser.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.navigate(node.address() + "table/drafts/" + id);
    return page;
  }

  private static Locator pin(Page page, String code) {
    return page.locator("[data-pin='" + code + "']");
  }

  private static Locator row(Page page, String code) {
    return page.locator("[data-practice='" + code + "']");
  }

  private static void drag(Page page, String code, Locator to) {
    BoundingBox from = pin(page, code).boundingBox();
    BoundingBox there = to.boundingBox();
    page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
    page.mouse().down();
    page.mouse().move(there.x + there.width / 2 + 12, there.y + there.height / 2 + 2);
    page.mouse().move(there.x + there.width / 2 + 2, there.y + there.height / 2 + 1);
    page.mouse().up();
  }

  private static void waitFor(Page page, String code, String network) {
    page.waitForFunction(
        "([code, network]) => document.querySelector(`[data-practice='${code}']`)"
            + "?.closest('[data-network]').dataset.network === network",
        List.of(code, network),
        new Page.WaitForFunctionOptions().setTimeout(LONG));
  }

  /** Which practice is in which network, as the page says. */
  @SuppressWarnings("unchecked")
  private static Map<String, String> shown(Page page) {
    Map<String, String> all =
        (Map<String, String>)
            page.evaluate(
                "Object.fromEntries([...document.querySelectorAll('[data-practice]')]"
                    + ".map(row => [row.dataset.practice, row.closest('[data-network]').dataset.network])"
                    + ".filter(([, network]) => network))");
    return new TreeMap<>(all);
  }

  private DraftState state(long id) {
    Draft draft = drafts.find(id).orElseThrow();
    return drafts.getVersion(id, draft.current()).state();
  }
}
