package moot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** Looks at a page: takes its picture, asks axe, and measures whether it fits the screen. */
public final class Looked {
  private Looked() {}

  /**
   * Goes there and looks, with everything that can be unfolded open.
   *
   * @param path behind the table's address
   * @param width of the screen, pixels
   * @param full whether the picture is of the whole page and not of the screen
   */
  public static void at(Page page, String path, int width, boolean full, Path picture) {
    at(page, ServedTable.address(), path, width, full, picture);
  }

  /** The same at another Moot's address. */
  public static void at(
      Page page, String home, String path, int width, boolean full, Path picture) {
    page.navigate(home + path);
    page.waitForTimeout(900);
    page.screenshot(new Page.ScreenshotOptions().setFullPage(full).setPath(picture));
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
    List<Rule> found = new AxeBuilder(page).analyze().getViolations();
    assertThat(found)
        .as(path + " at " + width)
        .extracting(rule -> rule.getId() + ": " + rule.getNodes())
        .isEmpty();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .as("width of " + path)
        .isLessThanOrEqualTo(width);
  }
}
