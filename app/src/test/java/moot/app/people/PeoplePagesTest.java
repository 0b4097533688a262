package moot.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.UUID;
import moot.app.Chromium;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of people and parties in a browser. */
class PeoplePagesTest {
  private static final Path PICTURES = Path.of("target/pictures");

  @ParameterizedTest
  @ValueSource(ints = {Chromium.DESKTOP, Chromium.PHONE})
  void axeFindsNothing_andNoPageIsWiderThanTheScreen(int width) {
    try (BrowserContext facilitator = enter(PartyKind.FACILITATOR, width);
        BrowserContext installation = enter(PartyKind.INSTALLATION, width)) {
      Page page = facilitator.newPage();
      page.navigate(ServedTable.address() + "people");
      page.fill("#email", "axe." + UUID.randomUUID() + "@facilitator.example");
      page.check("#as-EDITOR");
      page.click("text=Make the link");
      assertThat(page.inputValue("#link")).contains("/invitations/");
      look(page, "link", width);
      String link = page.inputValue("#link");
      page.navigate(ServedTable.address() + "people");
      page.locator("summary").first().click();
      look(page, "people", width);
      page.click("text=Make the link");
      look(page, "people-wrong", width);
      page.navigate(ServedTable.address() + "people/parties");
      look(page, "parties", width);
      page.navigate(ServedTable.address() + "account");
      look(page, "account", width);
      page.navigate(link);
      look(page, "invitation", width);

      Page accounts = installation.newPage();
      accounts.navigate(ServedTable.address() + "people/accounts?who=facilitator");
      look(accounts, "accounts", width);
      accounts.locator("text=Make a link").first().click();
      look(accounts, "password-link", width);
      accounts.navigate(accounts.inputValue("#link"));
      look(accounts, "new-password", width);
      accounts.click("text=Take this password");
      look(accounts, "new-password-wrong", width);
      accounts.fill("#password", "four words or so");
      accounts.fill("#again", "four words or so");
      accounts.click("text=Take this password");
      look(accounts, "password-chosen", width);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Chromium.DESKTOP, Chromium.PHONE})
  void theFormForAnotherPassword(int width) {
    try (RealInstallation moot = new RealInstallation();
        BrowserContext browser =
            moot.ada.enter(
                Chromium.get()
                    .newContext(new Browser.NewContextOptions().setViewportSize(width, 900)))) {
      Page page = browser.newPage();
      page.navigate(moot.served.address() + "account");
      page.fill("#current", "wrong horse battery");
      page.fill("#password", "four words or so");
      page.fill("#again", "four words or so");
      page.click("text=Change the password");
      look(page, "account-wrong", width);
      page.fill("#current", RealInstallation.PASSWORD);
      page.fill("#password", "four words or so");
      page.fill("#again", "four words or so");
      page.click("text=Change the password");
      assertThat(page.textContent("[role=status]")).contains("Your password is changed");
      look(page, "account-changed", width);
      page.navigate(moot.served.address() + "sign-in");
      look(page, "sign-in", width);
    }
  }

  private static BrowserContext enter(PartyKind kind, int width) {
    return SignedIn.as(kind, Role.ADMINISTRATOR)
        .enter(
            Chromium.get().newContext(new Browser.NewContextOptions().setViewportSize(width, 900)));
  }

  private static void look(Page page, String name, int width) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(PICTURES.resolve(name + "-" + width + ".png")));
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .as(name + " at " + width)
        .extracting(rule -> rule.getId() + ": " + rule.getNodes())
        .isEmpty();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .as("width of " + name)
        .isLessThanOrEqualTo(width);
  }
}
