package moot.app.wishes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import moot.app.Chromium;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.formation.Wish;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A practice says what it wants, publishes a part, and looks at a draft, in a real browser. */
class WishesJourneyTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  private final Saying saying = new Saying();

  @ParameterizedTest
  @ValueSource(ints = {Chromium.DESKTOP, Chromium.PHONE})
  void aPracticeSaysWhatItWants_publishesAPart_andSeesItInADraft(int width) {
    saying.aRoundSays(8, Wish.WITH);

    String code = saying.codes().get(width == Chromium.DESKTOP ? 40 : 41);
    SignedIn signatory = SignedIn.as(PartyKind.PRACTICE, code, Role.SIGNATORY);
    SignedIn facilitator = SignedIn.as(PartyKind.FACILITATOR, Role.EDITOR);
    String draft =
        facilitator
            .post("/table/drafts", Map.of("name", "Doors at " + width, "from", "today"))
            .uri()
            .getPath();
    facilitator.post(draft + "/share", Map.of());
    facilitator.post(draft + "/wishes/weigh", Map.of());
    try (BrowserContext own = browser(signatory, width);
        BrowserContext other = browser(facilitator, width)) {
      Page page = own.newPage();
      page.navigate(ServedTable.address() + "table");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Say what your practice"))
          .click();
      page.locator("#stance-RELUCTANT").check();
      page.getByLabel("What we need first").fill("A lift for prams, and <b>time</b>.");
      page.locator("select").nth(0).selectOption(Wish.WITH.name());
      page.locator("select").nth(1).selectOption(Wish.NEVER.name());
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep this")).click();
      assertThat(page.locator("#stance-RELUCTANT")).isChecked();
      assertThat(page.locator("#conditions")).hasValue("A lift for prams, and <b>time</b>.");
      assertThat(page.locator("select").nth(1)).hasValue("NEVER");

      page.getByLabel("Stance: reluctant").check();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish what is"))
          .click();
      assertThat(page.getByLabel("Stance: reluctant")).isChecked();
      isFine(page, "wishes-own-" + width);

      Page theirs = other.newPage();
      theirs.navigate(ServedTable.address() + "table/wishes");
      String seen = theirs.content();
      assertThat(seen).contains("reluctant").doesNotContain("prams");
      isFine(theirs, "wishes-published-" + width);

      page.navigate(ServedTable.address().replaceAll("/$", "") + draft);
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What practices want"))
          .click();
      assertThat(page.locator("#own-wishes li")).hasCount(2);
      assertThat(page.locator("#overall-words")).containsText("in 10");
      assertThat(page.locator("#groups")).hasCount(0);
      isFine(page, "wishes-draft-practice-" + width);

      theirs.navigate(ServedTable.address().replaceAll("/$", "") + draft + "/wishes");
      assertThat(theirs.locator("#groups")).isVisible();
      theirs.locator("#until").fill("2027-03-31");
      theirs.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set the day")).click();
      assertThat(theirs.getByText("31 March 2027")).isVisible();
      isFine(theirs, "wishes-draft-facilitator-" + width);
    }
  }

  private static BrowserContext browser(SignedIn visitor, int width) {
    return visitor.enter(
        Chromium.get().newContext(new Browser.NewContextOptions().setViewportSize(width, 900)));
  }

  private static void isFine(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    assertThat(new AxeBuilder(page).analyze().getViolations().stream().map(Rule::toString).toList())
        .as(page.url())
        .isEmpty();
    Object wider =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) wider).intValue()).as("wider than the screen: " + name).isZero();
  }
}
