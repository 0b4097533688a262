package moot.app.forming;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import moot.app.Chromium;
import moot.app.Looked;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.register.RegisterStore;
import moot.sample.Mereshire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor forms networks, as the pages are meant to be used, in a real browser. */
class FormingJourneyTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final Pattern PROVED = Pattern.compile("No other partition .* proved");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aVisitorFormsNetworks_watches_reads_comparesAndTakesThePlanAway(boolean script)
      throws IOException {
    try (BrowserContext visitor = visitor(script, Chromium.DESKTOP)) {
      List<String> complaints = new ArrayList<>();
      Page page = visitor.newPage();
      page.onPageError(complaints::add);
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              complaints.add(message.text());
            }
          });

      page.navigate(ServedTable.address());
      page.getByRole(AriaRole.LINK, named("Forming")).first().click();
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .containsText("Mereshire");
      button(page, "Form networks").click();

      page.getByLabel("Name of this plan").fill(script ? "With script" : "Without");
      page.getByLabel("Smallest size").fill("3o,000");
      page.getByRole(AriaRole.BUTTON, named("Find the best plan")).first().click();
      assertThat(page.locator(".nhsuk-error-summary")).containsText("\"3o,000\": expected a whole");
      page.getByLabel("Smallest size").fill("30,000");
      page.getByRole(AriaRole.BUTTON, named("Find the best plan")).first().click();

      assertThat(page.locator(".moot-proof__head"))
          .containsText(PROVED, new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
      String answer = page.url();

      page.getByRole(AriaRole.LINK, named("Patients")).first().click();
      List<Integer> patients =
          page.locator("#networks-table tbody tr td:nth-child(4)").allTextContents().stream()
              .map(text -> Integer.parseInt(text.replace(",", "").strip()))
              .toList();
      assertThat(patients).isSortedAccordingTo((a, b) -> b - a).hasSizeGreaterThan(10);

      if (script) {
        assertThat(page.locator("[data-map-pair] .leaflet-container")).hasCount(2);
        assertThat(page.locator(".leaflet-interactive").nth(40)).isAttached();
      } else {
        assertThat(page.locator("[data-map-pair] img")).hasCount(2);
        assertThat(
                (Boolean)
                    page.locator("[data-map-pair] img")
                        .first()
                        .evaluate("img => img.naturalWidth > 0"))
            .isTrue();
      }

      for (String kind : List.of("PDF", "Excel", "CSV", "GeoJSON", "Everything (JSON)")) {
        byte[] file = download(page, kind);
        String head = new String(file, 0, Math.min(200, file.length), StandardCharsets.UTF_8);
        switch (kind) {
          case "PDF" -> assertThat(head).startsWith("%PDF-");
          case "Excel" -> assertThat(head).startsWith("PK");
          case "CSV" -> assertThat(head).contains("practice_code,network,hub");
          case "GeoJSON" -> assertThat(head).contains("FeatureCollection");
          default -> assertThat(head).contains("\"place\"");
        }
      }

      page.getByRole(AriaRole.BUTTON, named("Look for such groups")).click();
      assertThat(page.locator("#stability + p, #stability ~ p").first())
          .containsText(Pattern.compile("No\\.|Yes:|holds by consent"));
      page.navigate(answer.replaceAll("\\?.*", "").replace("/runs/", "/compare?left=today&right="));
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .containsText("Today and");
      assertThat(page.getByText("Patients who stay")).isVisible();
      assertThat(complaints).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aVisitorAsksWhatElseThereIs_theMostStable_tiesAndAlternatives(boolean script) {
    String run = ServedTable.address() + "forming/runs/" + aFinishedRun(Wishes.firstOffer());
    try (BrowserContext visitor = visitor(script, Chromium.DESKTOP)) {
      Page page = visitor.newPage();

      page.navigate(run);
      button(page, "Find the most stable plan").click();
      assertThat(page.getByText("This is the plan that leaves the least to gain by leaving"))
          .isVisible(soon());
      assertThat(page.locator("main")).containsText("Stability costs", containedSoon());
      assertThat(page.locator(".moot-proof__head"))
          .containsText("that leaves as little to gain by leaving");
      assertThat(page.locator(".moot-proof__head")).not().containsText(PROVED);
      assertThat(page.locator("#how ~ ul")).containsText("leaves as little to gain by leaving");
      page.getByRole(AriaRole.LINK, named("See what differs")).click();
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .containsText("The cheapest plan beside");

      page.navigate(run);
      button(page, "Show travel against ties").click();
      Locator weights = page.locator("[aria-label^='Travel against'] tbody tr");
      assertThat(weights.first()).isVisible(soon());
      assertThat(page.locator(".moot-chart svg circle")).hasCount(2 * weights.count());
      List<Integer> moved =
          weights.locator("td:nth-last-child(2)").allTextContents().stream()
              .map(text -> Integer.parseInt(text.replace(",", "")))
              .toList();
      assertThat(moved).hasSizeGreaterThan(3);
      assertThat(moved.getFirst()).isGreaterThan(moved.getLast());
      assertThat(weights.first()).containsText(Pattern.compile("Proved optimal|gap"));
      weights.first().getByRole(AriaRole.LINK).click();
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .containsText("Ties at 0 km beside");
      if (script) {
        assertThat(page.locator("[data-map-pair] .leaflet-container")).hasCount(2);
      }

      page.navigate(run);
      button(page, "Look for plans that really differ").click();
      Locator drawings = page.locator(".moot-smallmaps img");
      assertThat(drawings).hasCount(4, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
      for (Locator drawing : drawings.all()) {
        drawing.scrollIntoViewIfNeeded();
        assertThat(drawing).hasJSProperty("complete", true);
        assertThat((Integer) drawing.evaluate("img => img.naturalWidth")).isPositive();
      }
      page.getByRole(AriaRole.LINK, named("Alternative 1: see what differs")).click();
      int otherwise = page.locator("[aria-label='Practices that would move'] tbody tr").count();
      assertThat(otherwise).isPositive();
      if (script) {
        assertThat(page.locator("path.moot-ring")).hasCount(otherwise);
      }
      String drawn = page.request().get(page.url() + ".svg").text();
      assertThat(drawn.split("r=\"14\"", -1)).as("rings").hasSize(otherwise + 1);
      assertThat(page.request().get(page.url() + "0").status()).isEqualTo(404);
    }
  }

  private static LocatorAssertions.IsVisibleOptions soon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
  }

  private static LocatorAssertions.ContainsTextOptions containedSoon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  }

  @Test
  void rulesThatContradictAreNamed() {
    try (BrowserContext visitor = visitor(true, Chromium.DESKTOP)) {
      Page page = visitor.newPage();
      page.navigate(ServedTable.address() + "forming/places/ZME/new");
      page.getByLabel("Keep together").fill("Z90001 Z90002");
      page.getByLabel("Keep apart").fill("Z90001 Z90002");
      page.getByRole(AriaRole.BUTTON, named("Find the best plan")).first().click();
      assertThat(page.locator(".moot-proof__head"))
          .containsText(
              "No plan obeys all these rules",
              new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
      assertThat(page.locator(".moot-proof li")).hasCount(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Chromium.DESKTOP, Chromium.PHONE})
  void axeFindsNothing_andNoPageIsWiderThanTheScreen(int width) {
    long run = aFinishedRun(Wishes.firstOffer());
    long asked =
        aFinishedRun(
            Wishes.firstOffer()
                .withCurve(13, 15)
                .withTiesCurve()
                .withAlternatives(2)
                .withStability());
    long stable = aFinishedRun(Wishes.firstOffer().asMostStable());
    long imported = ServedTable.bean(RegisterStore.class).listImports(0, 1).getFirst().id();
    try (BrowserContext visitor = visitor(true, width)) {
      Page page = visitor.newPage();
      for (String path :
          List.of(
              "forming",
              "forming/places",
              "forming/places/ZME",
              "forming/places/ZME/new",
              "forming/runs/" + run,
              "forming/compare?left=today&right=" + run,
              "forming/runs/" + asked,
              "forming/runs/" + asked + "/beside/alternative-1",
              "forming/runs/" + asked + "/beside/ties-1",
              "forming/runs/" + stable,
              "forming/runs/" + stable + "/beside/cheapest",
              "map",
              "imports",
              "imports/" + imported,
              "forming/runs/999999",
              "sign-in",
              "seats",
              "roles")) {
        // For looking at; the README's picture is one of them.
        Looked.at(
            page,
            path,
            width,
            true,
            PICTURES.resolve(path.replaceAll("[/?&=]+", "-") + "-" + width + ".png"));
      }
    }
  }

  @Test
  void theKeyboardReachesThePlan() {
    try (BrowserContext visitor = visitor(true, Chromium.DESKTOP)) {
      Page page = visitor.newPage();
      page.navigate(ServedTable.address() + "forming/places/ZME");
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasText("Skip to main content");
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasText("Form networks");
      page.keyboard().press("Enter");
      page.waitForURL("**/new");
    }
  }

  /** The number of a run that has its answer. */
  private static long aFinishedRun(Wishes wishes) {
    RunStore runs = ServedTable.bean(RunStore.class);
    var place = ServedTable.bean(RegisterStore.class).getFormingPlace(Mereshire.PLACE);
    long id = ServedTable.bean(RunDesk.class).ask(place, "For axe", wishes);
    long until = System.nanoTime() + 60_000_000_000L;
    while (!runs.find(id).orElseThrow().state().ended()) {
      assertThat(System.nanoTime()).as("time").isLessThan(until);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return id;
  }

  private static BrowserContext visitor(boolean script, int width) {
    return SignedIn.as(PartyKind.FACILITATOR, Role.ADMINISTRATOR)
        .enter(
            Chromium.get()
                .newContext(
                    new Browser.NewContextOptions()
                        .setJavaScriptEnabled(script)
                        .setAcceptDownloads(true)
                        .setViewportSize(width, 900)));
  }

  private static byte[] download(Page page, String link) throws IOException {
    Download download =
        page.waitForDownload(
            () ->
                page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                    .click());
    return Files.readAllBytes(download.path());
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
